"""Headers inside a table: small grids below each other, each under a header row of its own."""

from __future__ import annotations

from collections.abc import Mapping

from gklint.figures._regions import Look, Regions
from gklint.model.document import Cell, Table


def inner_heads(table: Table, areas: Regions) -> Mapping[int, int]:
    """
    For each row below such a header, the row of the header::

        | item   | issued | repealed |
        | rules  | 1      | 0        |
        | item   | decisions         |   ← begins with the same word, and has no number
        | fines  | 25                |   25 is a number of decisions
    """
    corners = {_text(row[0]) for row in table.grid[: areas.header_rows]} - {""}
    heads: dict[int, int] = {}
    head: int | None = None
    for number, row in enumerate(table.grid[areas.header_rows :], start=areas.header_rows):
        if _text(row[0]) in corners and _is_head(row, areas):
            head = number
        elif head is not None:
            heads[number] = head
    return heads


def _is_head(row: tuple[Cell | None, ...], areas: Regions) -> bool:
    looks = [areas.look(cell) for cell in row]
    return Look.NUMBER not in looks and any(areas.look(cell) is Look.TEXT for cell in row if cell is not row[0])


def _text(cell: Cell | None) -> str:
    return "".join(cell.text.split()) if cell else ""
