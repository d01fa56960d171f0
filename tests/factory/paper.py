"""Reports as PDF files with a text layer: ruled tables, a long one cut by a page break, page numbers."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.factory.layout import Grid, Head, Prose, Report

FONT = "STSong-Light"
PROSE = ParagraphStyle("prose", fontName=FONT, fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24)
HEADING = ParagraphStyle("heading", parent=PROSE, fontSize=13, firstLineIndent=0, spaceBefore=6, spaceAfter=6)
TITLE = ParagraphStyle("title", parent=HEADING, fontSize=18, leading=28, alignment=1)
CELL = ParagraphStyle("cell", fontName=FONT, fontSize=8, leading=10, wordWrap="CJK")


def pdf(report: Report, *, repeat_head: bool = True) -> bytes:
    """*repeat_head*: whether a table that goes on overleaf prints its header again."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    template = SimpleDocTemplate(out, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, invariant=1)
    story: list[Flowable] = []
    for part in report.parts:
        if isinstance(part, Head):
            story.append(Paragraph(part.text, TITLE if part.level == 1 else HEADING))
        elif isinstance(part, Prose):
            story.append(Paragraph(part.text, PROSE))
        else:
            story += _tables(part, repeat_head=repeat_head)
    template.build(story, onFirstPage=_number, onLaterPages=_number)
    return out.getvalue()


def _tables(grid: Grid, *, repeat_head: bool) -> list[Flowable]:
    """A short table as it is; a long one begins on a new page and goes on overleaf."""
    caption: list[Flowable] = [Paragraph(grid.caption, HEADING)] if grid.caption else []
    widths = _widths(grid)
    if len(grid.rows) <= 20:
        return [*caption, _table(grid, widths), Spacer(1, 12)]
    upper, lower = grid.cut(len(grid.rows) // 2, repeat_head=repeat_head)
    return [PageBreak(), *caption, _table(upper, widths), PageBreak(), _table(lower, widths), Spacer(1, 12)]


def _table(grid: Grid, widths: list[float]) -> Table:
    cells: list[list[Paragraph | str]] = [[""] * grid.width for _ in grid.rows]
    spans = []
    for row, column, box in grid.placed():
        cells[row][column] = Paragraph(box.text.replace("\n", "<br/>"), CELL) if box.text else ""
        if box.rows > 1 or box.columns > 1:
            spans.append(("SPAN", (column, row), (column + box.columns - 1, row + box.rows - 1)))
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *spans]
    return Table(cells, colWidths=widths, style=TableStyle(style))


def _widths(grid: Grid) -> list[float]:
    """The page's width, more of it for columns with long labels."""
    longest = [2] * grid.width
    for _, column, box in grid.placed():
        if box.columns == 1:
            longest[column] = max(longest[column], min(20, len(box.text)))
    room = 168 * mm
    return [room * (4 + length) / (4 * len(longest) + sum(longest)) for length in longest]


def _number(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(A4[0] / 2, 12 * mm, f"— {canvas.getPageNumber()} —")
