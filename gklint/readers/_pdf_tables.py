"""Tables of a PDF: one grid of the pieces that page breaks left."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.model.document import Cell, Table
from gklint.readers._grid import join
from gklint.readers._merged import spread
from gklint.readers._pdf_pieces import Piece, common_axes, mend, repeated_rows, widened, without_rows


def table_of(pieces: Sequence[Piece]) -> Table:
    """One table of *pieces* that continue each other, without repeated headers."""
    xs = common_axes(pieces)
    whole: list[Piece] = []
    for piece in pieces:
        below = widened(piece, xs)
        if whole:
            below = without_rows(below, repeated_rows(whole[0], below))
            whole[-1], below = mend(whole[-1], below)
        if below.rows:
            whole.append(below)
    table = join([_table(piece, len(xs) - 1) for piece in whole])
    return table if pieces[0].is_ruled else spread(table)


def _table(piece: Piece, columns: int) -> Table:
    grid: list[list[Cell | None]] = [[None] * columns for _ in range(piece.rows)]
    for slot, text in zip(piece.slots, piece.texts, strict=True):
        cell = Cell(text.text, slot.row, slot.column, slot.row_span, slot.column_span, text.origin)
        for row in grid[slot.row : slot.row + slot.row_span]:
            row[slot.column : slot.column + slot.column_span] = [cell] * slot.column_span
    return Table(tuple(tuple(row) for row in grid))
