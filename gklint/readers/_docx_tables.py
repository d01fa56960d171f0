"""Tables of Word documents: grid columns, vertical and horizontal merges, rows and cells inside content controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gklint.readers._docx_package import W
from gklint.readers._docx_text import ALTERNATE, alternative, is_on
from gklint.readers._drafts import Draft, DraftCell, DraftTable, Passage, draft_table
from gklint.readers._strand import Place

if TYPE_CHECKING:
    from lxml.etree import _Element

WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
SPAN_LIMIT = 1000
"""Word has 63 columns at most."""
CHARACTER_WIDTH = 210
"""Twips; a character of 10.5 pt, the usual size in tables."""


@dataclass(slots=True)
class _Cell:
    """A cell whose merges are still growing; *padding* stands for the columns in front of a row that begins late."""

    drafts: tuple[Draft, ...]
    place: Place
    column: int
    column_span: int
    row_span: int = 1
    padding: bool = False


def parts_of(container: _Element, *tags: str) -> Iterator[_Element]:
    """The children of *container* with one of *tags*, looked for in content controls and insertions too."""
    stack: list[Iterator[_Element]] = [iter(container)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in tags:
            yield element
        elif element.tag in WRAPPERS and not _is_contents(element):
            stack.append(iter(element))
        elif element.tag == ALTERNATE:
            stack.extend(iter(choice) for choice in alternative(element))


def draft_table_of(
    table: _Element, numbers: Mapping[_Element, int], content: Callable[[_Element], tuple[Draft, ...]]
) -> DraftTable:
    """*table* with its merges as spans; *numbers* are those of its paragraphs, *content* reads what a cell holds."""
    rows: list[list[_Cell]] = []
    above: dict[int, _Cell] = {}
    for line in parts_of(table, W + "tr"):
        if not _is_gone(line.find(W + "trPr")):
            row, above = _row(line, above, numbers, content)
            rows.append(row)
    _close_slivers(rows, table)
    return draft_table(
        [DraftCell(c.drafts, c.place, c.row_span, c.column_span) for c in row if c.column_span] for row in rows
    )


def _row(
    line: _Element,
    above: Mapping[int, _Cell],
    numbers: Mapping[_Element, int],
    content: Callable[[_Element], tuple[Draft, ...]],
) -> tuple[list[_Cell], dict[int, _Cell]]:
    """The cells that begin in *line*, and by column those that can reach below it; *above* could reach into it."""
    row: list[_Cell] = []
    here: dict[int, _Cell] = {}
    column = _value(line.find(W + "trPr"), "gridBefore", 0)
    if column:
        row.append(_Cell((), _place(line, numbers), 0, column, padding=True))
    for element in parts_of(line, W + "tc"):
        properties = element.find(W + "tcPr")
        width = _value(properties, "gridSpan", 1)
        merge = _merge(properties, "vMerge")
        upper = above.get(column) if merge == "continue" else None
        if row and _merge(properties, "hMerge") == "continue":
            row[-1].column_span += width
        elif upper and upper.column_span == width:
            upper.row_span += 1
            here[column] = upper
        else:
            drafts = _unindented(content(element), keep=column == 0)
            row.append(_Cell(drafts, _place(element, numbers), column, width))
            if merge:
                here[column] = row[-1]
        column += width
    return row, here


def _close_slivers(rows: Sequence[Sequence[_Cell]], table: _Element) -> None:
    """
    Take the slivers out of the spans of all cells: columns that come from edges which should be one.

    Edges drawn by hand miss each other by a hair, and Word makes a column of the gap. It is too narrow for a
    character, and no cell stands in it alone.
    """
    grid = table.find(W + "tblGrid")
    widths = [column.get(W + "w", "") for column in grid.iter(W + "gridCol")] if grid is not None else []
    alone = {cell.column for row in rows for cell in row if cell.column_span == 1 and not cell.padding}
    slivers = [
        number
        for number, width in enumerate(widths)
        if width.isdecimal() and int(width) < CHARACTER_WIDTH and number not in alone
    ]
    for cell in (cell for row in rows for cell in row) if slivers else ():
        taken = sum(cell.column <= sliver < cell.column + cell.column_span for sliver in slivers)
        cell.column_span = max(cell.column_span - taken, 0 if cell.padding else 1)


def _is_contents(element: _Element) -> bool:
    """Whether a content control is the table of contents, whose numbers are pages."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val") == "Table of Contents"


def _is_gone(properties: _Element | None) -> bool:
    """Whether a row was deleted or is hidden."""
    if properties is None:
        return False
    return properties.find(W + "del") is not None or is_on(properties.find(W + "hidden"))


def _merge(properties: _Element | None, name: str) -> str:
    """What a cell says of its merge: restart, continue, or nothing."""
    element = properties.find(W + name) if properties is not None else None
    return element.get(W + "val", "continue") if element is not None else ""


def _value(properties: _Element | None, name: str, default: int) -> int:
    element = properties.find(W + name) if properties is not None else None
    value = element.get(W + "val", "") if element is not None else ""
    return min(int(value), SPAN_LIMIT) or default if value.isdecimal() and len(value) < 10 else default


def _place(element: _Element, numbers: Mapping[_Element, int]) -> Place:
    first = next(element.iter(W + "p"), None)
    return (numbers[first] if first is not None else 0), 0


def _unindented(drafts: tuple[Draft, ...], *, keep: bool) -> tuple[Draft, ...]:
    """Only the indent of a row's label tells something: how deep the row stands below others."""
    if keep:
        return drafts
    return tuple(Passage(d.strand, d.level) if isinstance(d, Passage) else d for d in drafts)
