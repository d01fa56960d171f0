"""The report as it was read, with a mark at every figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from gklint.model.document import Cell, Heading, Paragraph, Table
from gklint.model.figure import Figure
from gklint.model.ledger import Sheet
from gklint.reporters.audit.markup import Markup, element, escaped, joined
from gklint.reporters.audit.view import LETTERS, View

TOP_LEVEL = 3
"""The page's own sections are headings of level 2."""


def body(view: View) -> Iterator[Markup]:
    """The blocks of the document in their order."""
    number = 0
    for index, block in enumerate(view.ledger.document.blocks):
        match block:
            case Heading(text=text, level=level):
                yield element(f"h{min(6, level + TOP_LEVEL - 1)}", marked(view, text, (index, -1, -1)))
            case Paragraph(text=text):
                yield element("p", marked(view, text, (index, -1, -1)))
            case Table():
                number += 1
                yield _table(view, block, index, number)


def _table(view: View, table: Table, block: int, number: int) -> Markup:
    """Inside a box of its own, which scrolls where the table is wider than the page."""
    sheet = view.sheet_of(block)
    caption = view.words("place.table", table=number)
    # Rows and cells end where the next begin: HTML lets their end tags out, and a table has thousands of them.
    rows = (f"<tr>{''.join(_cells(view, row, index, block, sheet))}\n" for index, row in enumerate(table.grid))
    grid = element("table", element("caption", caption), element("tbody", Markup("".join(rows))))
    return element("div", grid, class_="grid", role="region", aria_label=caption, tabindex="0")


def _cells(view: View, row: Sequence[Cell | None], index: int, block: int, sheet: Sheet | None) -> Iterator[str]:
    for column, cell in enumerate(row):
        if cell is None:
            yield "<td>"
        elif (cell.row, cell.column) == (index, column):
            yield _cell(view, cell, block, sheet)


def _cell(view: View, cell: Cell, block: int, sheet: Sheet | None) -> str:
    rows = f" rowspan={cell.row_span}" if cell.row_span > 1 else ""
    columns = f" colspan={cell.column_span}" if cell.column_span > 1 else ""
    figures = view.by_spot.get((block, cell.row, cell.column), ())
    content = marked(view, cell.text, (block, cell.row, cell.column))
    if figures and not cell.text.strip():
        # A blank cell that a check asks about: something has to be there to point at.
        content = _mark(view, figures[0], view.words("cell.blank"), blank=True)
    return f"<{_tag(cell, sheet)}{rows}{columns}>{content}"


def _tag(cell: Cell, sheet: Sheet | None) -> str:
    if sheet is None or not cell.text.strip():
        return "td"
    if cell.row < sheet.header_rows:
        return "th scope=col"
    return "th scope=row" if cell.column < sheet.header_columns else "td"


def marked(view: View, text: str, spot: tuple[int, int, int]) -> Markup:
    """*text* with marks around its figures; one inside another is nested, one that overlaps is cut off."""
    if spot not in view.by_spot:
        return Markup(escaped(text))
    figures = sorted(view.by_spot[spot], key=lambda figure: (figure.span.start, -figure.span.end))
    return joined(_pieces(view, text, figures, 0, len(text)))


def _pieces(view: View, text: str, figures: Sequence[Figure], start: int, end: int) -> Iterator[str]:
    """The characters *start* to *end*, figures that lie in them marked; *figures* are sorted, outer ones first."""
    at, index = start, 0
    while index < len(figures):
        figure = figures[index]
        first, last = min(max(figure.span.start, at), end), min(figure.span.end, end)
        inner = figures[index + 1 : bisect_left(figures, last, lo=index + 1, key=_start)]
        yield text[at:first]
        if last > first:
            yield _mark(view, figure, joined(_pieces(view, text, inner, first, last)))
        else:
            # Nothing of it is left to mark; links to it still arrive.
            yield element("span", id=view.anchors[figure.id])
            inner = ()
        at = max(first, last)
        index += 1 + len(inner)
    yield text[at:end]


def _start(figure: Figure) -> int:
    return figure.span.start


def _mark(view: View, figure: Figure, content: str, *, blank: bool = False) -> Markup:
    state = LETTERS[view.states[figure.id]]
    classes = state + (" s" if figure.id in view.suspects else "") + (" blank" if blank else "")
    quoted = f'"{classes}"' if " " in classes else classes
    return Markup(f"<mark class={quoted} id={view.anchors[figure.id]}>{escaped(content)}</mark>")
