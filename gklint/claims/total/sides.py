"""The sides of a sheet: its labels with the values behind them, once, or twice where two lists stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.claims.total.labels import is_closing
from gklint.model.document import Cell
from gklint.model.ledger import Sheet
from gklint.numbers.ordinals import ordinals
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """Columns of labels and, behind them, columns of values with any remarks between them."""

    labels: tuple[int, ...]
    values: tuple[int, ...]

    @property
    def columns(self) -> range:
        return range(self.labels[0] if self.labels else self.values[0], self.values[-1] + 1)

    def joined(self, other: Side) -> Side:
        """One side of both: what stands between two columns of values is a remark, not a list of its own."""
        return Side(self.labels, (*self.values, *other.values))


def sides(sheet: Sheet) -> list[Side]:
    """
    The sides from left to right::

        income | 2024 | spending | 2024         two: heads come back, or the labels close a list of their own
        town   | 2024 | source   | 2025         one: a remark between the years
    """
    found: list[Side] = []
    for side in _chunks(sheet):
        if found and not (_has_heads_of(sheet, side, found[-1]) or _is_a_list(sheet, side)):
            found[-1] = found[-1].joined(side)
        else:
            found.append(side)
    return found


def _chunks(sheet: Sheet) -> list[Side]:
    chunks: list[tuple[list[int], list[int]]] = []
    is_open = False
    for column in range(sheet.table.columns):
        if any(row[column] for row in sheet.figures):
            if not chunks:
                chunks.append(([], []))
            chunks[-1][1].append(column)
            is_open = False
        elif any(cell and cell.text.strip() for cell in (row[column] for row in sheet.table.grid)):
            if not is_open:
                chunks.append(([], []))
                is_open = True
            chunks[-1][0].append(column)
    return [Side(tuple(labels), tuple(values)) for labels, values in chunks if values]


def _has_heads_of(sheet: Sheet, side: Side, other: Side) -> bool:
    """Whether the heads of *side* repeat those of *other*: amount | amount."""
    heads, others = ([sheet.column_paths[c][-1:] for c in one.values] for one in (side, other))
    return len(side.labels) > 0 and heads == others and all(heads)


def _is_a_list(sheet: Sheet, side: Side) -> bool:
    """Whether the labels of *side* count its lines, or close them with a total."""
    texts = [cell.text for column in side.labels for cell in _own(sheet, column)]
    marks = {mark.number for text in texts for mark in ordinals(text)}
    return {1, 2} <= marks or any(map(is_closing, texts))


def _own(sheet: Sheet, column: int) -> Sequence[Cell]:
    """The cells below the header whose corner lies in *column*."""
    rows = enumerate(sheet.table.grid[sheet.header_rows :], start=sheet.header_rows)
    cells = [(number, row[column]) for number, row in rows]
    return [cell for number, cell in cells if cell and (cell.row, cell.column) == (number, column)]
