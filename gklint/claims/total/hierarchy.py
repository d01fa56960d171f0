"""Which rows of a table are parts of which, as their codes (201, 20105, 2010507) or their indents tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gklint.claims.total.labels import is_plain_total
from gklint.model.ledger import Sheet

Family = tuple[int, tuple[int, ...]]
"""A row and the rows right below it in the hierarchy."""
FEWEST_LEVELS = 2
SHARE_OF_ROWS = 2
"""One row in so many must have a code for the codes to be the order of the table."""


def families(sheet: Sheet) -> Iterator[Family]:
    """
    Each row with its children; a row called 合计 has all the outermost ones::

        201        general services    50         合计 = 201 + …
        201 05     statistics          50         201  = 20105 + …
        201 05 07  census              50
    """
    parents = _by_code(sheet) or _by_indent(sheet)
    if not parents:
        return
    children: dict[int, list[int]] = defaultdict(list)
    for row, parent in parents.items():
        if parent is not None:
            children[parent].append(row)
    yield from ((row, tuple(rows)) for row, rows in sorted(children.items()))
    totals = [row for row in range(sheet.header_rows, sheet.table.rows) if _is_total(sheet, row)]
    roots = [row for row, parent in parents.items() if parent is None and row not in totals]
    # Outermost rows without children are items like the others, or notes between them: both readings are offered.
    for items in {tuple(roots): None, tuple(row for row in roots if row in children): None}:
        yield from ((row, items) for row in totals if row not in children and len(items) > 1)


def _is_total(sheet: Sheet, row: int) -> bool:
    return any(is_plain_total(cell.text) for cell in sheet.table.grid[row] if cell and cell.row == row)


def _by_code(sheet: Sheet) -> dict[int, int | None]:
    """The parent of each row with a code: the nearest row above whose code is the beginning of its own."""
    codes = {row: code for row in range(sheet.header_rows, sheet.table.rows) if (code := _code(sheet, row))}
    if SHARE_OF_ROWS * len(codes) < sheet.table.rows - sheet.header_rows:
        return {}
    open_rows: list[int] = []
    parents: dict[int, int | None] = {}
    for row, code in codes.items():
        while open_rows and not (code.startswith(codes[open_rows[-1]]) and code != codes[open_rows[-1]]):
            open_rows.pop()
        parents[row] = open_rows[-1] if open_rows else None
        open_rows.append(row)
    return parents if _is_deep(parents) else {}


def _code(sheet: Sheet, row: int) -> str:
    """The digits of the label columns of a row, from left to right."""
    texts: list[str] = []
    for column, cell in enumerate(sheet.table.grid[row][: sheet.header_columns]):
        if cell and cell.column == column and (text := "".join(cell.text.split())).isdecimal():
            texts.append(text)
    return "".join(texts)


def _by_indent(sheet: Sheet) -> dict[int, int | None]:
    """The parent of each row: the nearest row above that is set in less."""
    rows = [row for row in range(sheet.header_rows, sheet.table.rows) if any(sheet.figures[row])]
    open_rows: list[int] = []
    parents: dict[int, int | None] = {}
    for row in rows:
        while open_rows and sheet.indents[open_rows[-1]] >= sheet.indents[row]:
            open_rows.pop()
        parents[row] = open_rows[-1] if open_rows else None
        open_rows.append(row)
    return parents if _is_deep(parents) else {}


def _is_deep(parents: dict[int, int | None]) -> bool:
    used: Sequence[int] = [parent for parent in parents.values() if parent is not None]
    return len(set(used)) >= FEWEST_LEVELS
