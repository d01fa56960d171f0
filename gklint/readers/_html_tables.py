"""Tables of a page while they are open: rows and cells that end when their tag, or the next one, says so."""

from __future__ import annotations

from dataclasses import dataclass, field

from gklint.readers._drafts import Draft, DraftCell, draft_table
from gklint.readers._strand import Place

NESTING_LIMIT = 50
"""Tables that lie deeper are read as text: no page needs them, and their content would be moved up level by level."""


@dataclass(slots=True)
class _OpenCell:
    place: Place
    row_span: int
    column_span: int
    hidden: bool
    drafts: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class _OpenTable:
    hidden: bool
    rows: list[list[DraftCell]] = field(default_factory=list)
    row: list[DraftCell] | None = None
    row_hidden: bool = False
    cell: _OpenCell | None = None


class Tables:
    """
    What a page shows, with its open tables innermost last.

    Text inside a table but in none of its cells (a caption, stray words) goes in front of the table.
    """

    def __init__(self) -> None:
        self._top: list[Draft] = []
        self._open: list[_OpenTable] = []
        self._too_deep = 0

    @property
    def in_first_cell(self) -> bool:
        """Whether the innermost open cell is the first of its row, the one that holds a label."""
        return bool(self._open and self._open[-1].cell and not self._open[-1].row)

    def add(self, draft: Draft) -> None:
        """Put *draft* at the end of the innermost open cell, or of the page."""
        cells = (table.cell for table in reversed(self._open) if table.cell)
        cell = next(cells, None)
        (cell.drafts if cell else self._top).append(draft)

    def open_table(self, *, hidden: bool) -> None:
        if len(self._open) - (not self._in_cell()) >= NESTING_LIMIT:
            self._too_deep += 1
            return
        if self._open and not self._in_cell():
            self.close_table()
        self._open.append(_OpenTable(hidden))

    def close_table(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        if not self._open:
            return
        self.close_row()
        table = self._open.pop()
        if any(table.rows) and not table.hidden:
            self.add(draft_table(table.rows))

    def open_row(self, *, hidden: bool) -> None:
        if self._too_deep or not self._open:
            return
        self.close_row()
        self._open[-1].row = []
        self._open[-1].row_hidden = hidden

    def close_row(self) -> None:
        if self._too_deep or not self._open:
            return
        self.close_cell()
        table = self._open[-1]
        if table.row is not None and not table.row_hidden:
            table.rows.append(table.row)
        table.row = None

    def open_cell(self, place: Place, row_span: int, column_span: int, *, hidden: bool) -> None:
        if self._too_deep or not self._open:
            return
        self.close_cell()
        if self._open[-1].row is None:
            self.open_row(hidden=False)
        self._open[-1].cell = _OpenCell(place, row_span, column_span, hidden)

    def close_cell(self) -> None:
        if self._too_deep or not self._in_cell():
            return
        table = self._open[-1]
        cell, table.cell = table.cell, None
        if cell and table.row is not None and not cell.hidden:
            table.row.append(DraftCell(tuple(cell.drafts), cell.place, cell.row_span, cell.column_span))

    def finish(self) -> list[Draft]:
        """Close what is still open and give all drafts of the page."""
        self._too_deep = 0
        while self._open:
            self.close_table()
        return self._top

    def _in_cell(self) -> bool:
        return bool(self._open and self._open[-1].cell)
