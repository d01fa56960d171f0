"""Figures: one printed quantity with its place and meaning."""

from __future__ import annotations

from gklint.model.document import Span
from gklint.model.interval import Interval
from gklint.model.numeral import Measure, Numeral, Unit
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class CellPlace:
    """
    A cell of a table: *table* counts the tables of the document, *row* and *column* are the cell's upper left
    corner over the whole grid (all 0-based); labels are the header paths, joined with " › ".
    """

    table: int
    row: int
    column: int
    row_label: str
    column_label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One printed quantity, or a cell that should hold one and does not (numeral None: unknown, never zero).

    *id* is its index in the Ledger, in reading order; *block* the index of its block, *span* the characters of the
    number in that block's (or cell's) text. *indicator* is the path of what it measures (``requests.received``),
    None while it is not bound.
    """

    id: int
    numeral: Numeral | None
    block: int
    span: Span
    raw: str
    cell: CellPlace | None = None
    indicator: str | None = None

    @property
    def bounds(self) -> Interval | None:
        return self.numeral.bounds if self.numeral else None


def mark(block: int, span: Span, raw: str, value: int | None = None, cell: CellPlace | None = None) -> Figure:
    """
    A name, ordinal or year that a claim is about though it is no figure of the ledger.

    Its id is below zero and the same wherever that place is marked; *value* is the number that it says, if any.
    """
    row, column = (cell.row + 1, cell.column) if cell else (0, 0)
    identity = -1 - (((block << 20 | row) << 12 | column) << 24 | span.start)
    numeral = None
    if value is not None:
        numeral = Numeral(span.start, span.end, raw, value, Interval.point(value), Unit("", Measure.OTHER, ""))
    return Figure(identity, numeral, block, span, raw, cell)


@dataclass(frozen=True, slots=True)
class Quote:
    """The figure's characters with up to 24 characters of its paragraph or cell on either side."""

    prefix: str
    exact: str
    suffix: str
