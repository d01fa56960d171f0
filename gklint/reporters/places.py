"""Figures and their places by the names that an editor sees: heading, table, row and column label, line, page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from gklint.model.document import DocxLocation, Location, PdfLocation, TextLocation
from gklint.model.figure import CellPlace, Figure
from gklint.model.ledger import Ledger
from gklint.reporters.display import clip, one_line, width
from gklint.reporters.wording import Words
from gklint.start.patterns import lazy

LABEL_CELLS = 36
"""Official labels run to eighty characters; beyond this a reader stops and the line breaks."""
_CLOSING_NOTE = lazy(r"\s*[（(][^（()）]*[）)]$")


def names(figures: Sequence[Figure]) -> tuple[str, ...]:
    """
    A short name for each figure, told apart from the others: row labels for figures of one column, column labels
    for figures of one row, both where neither is shared; "" for a figure of a sentence.
    """
    cells = [figure.cell for figure in figures if figure.cell]
    one_row = len({(cell.table, cell.row) for cell in cells}) == 1 and len(cells) > 1
    one_column = len({(cell.table, cell.column) for cell in cells}) == 1
    return tuple(_name(figure.cell, one_row=one_row, one_column=one_column) for figure in figures)


def _name(cell: CellPlace | None, *, one_row: bool, one_column: bool) -> str:
    if cell is None:
        return ""
    row, column = last(cell.row_label), last(cell.column_label)
    if one_row and column:
        return column
    if one_column and row:
        return row
    return " × ".join(label for label in (row, column) if label)


@lru_cache(maxsize=4096)  # a label is told with each figure of its line
def last(path: str) -> str:
    """The innermost label of a header path that names something, short enough to read."""
    from gklint.numbers.missing import is_unknown  # not for lines to grep, which print no labels

    labels = path.split(" › ")
    naming = (label for label in reversed(labels) if not is_unknown(label) and not _is_unit(label))
    label = one_line(next(naming, labels[-1]))
    if width(label) > LABEL_CELLS:
        # Official labels end in a note how to count: the name before it is enough to find the row.
        label = _CLOSING_NOTE.sub("", label) or label
    return clip(label, LABEL_CELLS)


def _is_unit(label: str) -> bool:
    """Whether *label* comes from a column 单位, which stands between a row's name and its figures."""
    from gklint.numbers.units import unit_at

    found = unit_at(label, 0)
    return found is not None and found[0] == len(label)


def label(figure: Figure) -> str:
    """Both labels of a cell: ``一、本年新收… × 自然人``; "" for a figure of a sentence."""
    cell = figure.cell
    return " × ".join(text for text in (last(cell.row_label), last(cell.column_label)) if text) if cell else ""


def place(ledger: Ledger, figure: Figure, words: Words) -> str:
    """The place of *figure*, from the heading inwards: ``三、收到… 表 2 第 4 行 一、本年新收… × 自然人（第 3 页）``."""
    # The outermost heading is the title, which stands over the whole report already.
    heading = ledger.headings(figure.block)[1:][-1:]
    parts = [clip(one_line(text), LABEL_CELLS) for text in heading]
    if cell := figure.cell:
        parts += [words("place.table", table=cell.table + 1), words("place.row", row=cell.row + 1)]
        parts.append(label(figure))
    else:
        parts.append(words("place.prose"))
    where = spot(ledger.locate(figure), words, in_cell=figure.cell is not None)
    return " ".join(part for part in parts if part) + (words("detail", detail=where) if where else "")


def spot(location: Location, words: Words, *, in_cell: bool = False) -> str:
    """Line, paragraph or page; a Word table is counted by its rows, so inside one there is nothing to add."""
    match location:
        case TextLocation(line=line):
            return words("place.line", line=line)
        case PdfLocation(page=page):
            return words("place.page", page=page)
        case DocxLocation(block=block):
            return "" if in_cell else words("place.block", block=block + 1)


def rows_of(figures: Sequence[Figure], words: Words) -> str:
    """``表 1 第 3—8 行 自然人`` for figures of one column, ``表 1 第 3 行 一、…`` for those of one row."""
    cells = [figure.cell for figure in figures if figure.cell]
    if not cells or len({cell.table for cell in cells}) > 1:
        return ""
    first, final = min(cell.row for cell in cells) + 1, max(cell.row for cell in cells) + 1
    parts = [words("place.table", table=cells[0].table + 1)]
    if first == final:
        parts += [words("place.row", row=first), last(cells[0].row_label)]
    else:
        parts.append(words("place.rows", first=first, last=final))
        if len({cell.column for cell in cells}) == 1:
            parts.append(last(cells[0].column_label))
    return " ".join(part for part in parts if part)


def anchor(location: Location) -> str:
    """
    Where to jump to, as editors write it: ``12:8``; the page of a PDF is ``p3``, the paragraph of a Word file ``b12``
    (a GBK console has no ¶).
    """
    match location:
        case TextLocation(line=line, column=column):
            return f"{line}:{column}"
        case PdfLocation(page=page):
            return f"p{page}"
        case DocxLocation(block=block):
            return f"b{block + 1}"
