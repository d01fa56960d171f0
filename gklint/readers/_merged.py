"""Merged cells that a format without spans leaves blank: guessed back from where the labels and figures stand."""

from __future__ import annotations

from dataclasses import replace

from gklint.model.document import Cell, Table
from gklint.readers._grid import is_figure

Position = tuple[int, int]


def spread(table: Table) -> Table:
    """
    Let headers and row labels reach over the blank cells that merging left::

        |        |   | Applicants |       |          |        | Applicants › men   | Applicants › firms
        |        |   | men        | firms |     →    |        |                    |
        | Result | a | 1          | 2     |          | Result › a                   …
        |        | b | 3          | 4     |          | Result › b

    A blank header cell belongs to its left neighbour if a header stands below it, else to the one above. A blank
    label belongs to the one above if a finer label stands to its right, else to the coarser one on its left. Blank
    cells among figures stay blank: they state nothing.
    """
    columns = table.columns
    filled = [[cell is not None and bool(cell.text.strip()) for cell in row] for row in table.grid]
    spans = any(cell and cell.row_span * cell.column_span > 1 for row in table.grid for cell in row)
    if columns < 2 or spans or all(map(all, filled)):
        return table
    body = next((r for r, row in enumerate(table.grid) if any(map(_states, row[1:]))), None)
    if body is None:
        return table
    labels = next(c for c in range(1, columns) if any(_states(row[c]) for row in table.grid[body:]))
    head = 0
    while head < body and any(filled[head][labels:]):
        head += 1
    owner = {(r, c): (r, c) for r in range(table.rows) for c in range(columns)}
    _own_headers(owner, filled[:head], labels)
    _own_labels(owner, filled, head, labels)
    return _regrouped(table, owner)


def _own_headers(owner: dict[Position, Position], filled: list[list[bool]], labels: int) -> None:
    """Give the blank cells of the header rows *filled* to the header on their left or the one above."""
    for r, row in enumerate(filled):
        for c, full in enumerate(row):
            if full:
                continue
            below = any(lower[c] for lower in filled[r + 1 :])
            left = owner[r, c - 1] if c and (below or c < labels) else None
            if left and left[0] == r and _begun(left, filled):
                owner[r, c] = left
            elif r and _begun(owner[r - 1, c], filled):
                owner[r, c] = owner[r - 1, c]


def _own_labels(owner: dict[Position, Position], filled: list[list[bool]], head: int, labels: int) -> None:
    """Give the blank cells of the first *labels* columns, below the header, to the label above or on their left."""
    for r, row in enumerate(filled[head:], head):
        for c in range(labels):
            if row[c]:
                continue
            if any(row[c + 1 : labels]):
                if r > head and _begun(owner[r - 1, c], filled):
                    owner[r, c] = owner[r - 1, c]
            # A heading row has no figures: there the cell of the unit column is blank, not merged.
            elif c and any(row[labels:]) and owner[r, c - 1][0] == r and _begun(owner[r, c - 1], filled):
                owner[r, c] = owner[r, c - 1]


def _states(cell: Cell | None) -> bool:
    return cell is not None and is_figure(cell.text)


def _begun(position: Position, filled: list[list[bool]]) -> bool:
    return filled[position[0]][position[1]]


def _regrouped(table: Table, owner: dict[Position, Position]) -> Table:
    """The grid with every cell as large as the rectangle that it owns; what is no rectangle stays as it was."""
    owned: dict[Position, list[Position]] = {}
    for position, corner in owner.items():
        owned.setdefault(corner, []).append(position)
    grid = [list(row) for row in table.grid]
    for (r, c), positions in owned.items():
        cell = table.grid[r][c]
        down = max(p[0] for p in positions) - r + 1
        right = max(p[1] for p in positions) - c + 1
        if cell is None or len(positions) == 1 or len(positions) != down * right:
            continue
        wide = replace(cell, row_span=down, column_span=right)
        for y, x in positions:
            grid[y][x] = wide
    return Table(tuple(map(tuple, grid)))
