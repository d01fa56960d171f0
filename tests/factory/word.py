"""Reports as Word files."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as WordDocument

from tests.factory.layout import Grid, Head, Prose, Report


def docx(report: Report) -> bytes:
    """Plain paragraphs, headings as headings, tables with merged cells."""
    word = Document()
    for part in report.parts:
        if isinstance(part, Head):
            word.add_heading(part.text, part.level)
        elif isinstance(part, Prose):
            _in_runs(word, part.text)
        else:
            if part.caption:
                word.add_paragraph(part.caption)
            _table(word, part)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _in_runs(word: WordDocument, text: str) -> None:
    """One paragraph in runs of seven characters: Word splits numbers between runs without a warning."""
    paragraph = word.add_paragraph()
    for start in range(0, len(text), 7):
        paragraph.add_run(text[start : start + 7])


def _table(word: WordDocument, grid: Grid) -> None:
    table = word.add_table(rows=len(grid.rows), cols=grid.width)
    table.style = "Table Grid"
    cells = [list(row.cells) for row in table.rows]
    for row, column, box in grid.placed():
        cell = cells[row][column]
        if box.rows > 1 or box.columns > 1:
            cell = cell.merge(cells[row + box.rows - 1][column + box.columns - 1])
        cell.text = box.text
    word.add_paragraph()
