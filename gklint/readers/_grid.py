"""Tables: rows of cells with spans become one grid, and pieces of a table that pages cut become one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from gklint.errors import ReadError
from gklint.model.document import Cell, Origin, Table

SPAN_LIMIT = 1000
"""No cell reaches farther: the cap that the HTML standard sets on colspan, used for rows too."""
POSITION_LIMIT = 1_000_000
"""More positions than any report has; at 8 bytes each and one Cell behind it, about what memory should hold."""


Row = tuple[Cell | None, ...]


class Piece(NamedTuple):
    """A cell before it has its place. A *row_span* of 0 reaches down to the last row, as in HTML."""

    text: str
    origin: Origin
    row_span: int = 1
    column_span: int = 1


def span_grid(rows: Iterable[Iterable[tuple[str, Origin, int, int]]]) -> Table:
    """
    Give each cell the first free place of its row and repeat it wherever its spans reach::

        a(2 down) | b(2 right)        a | b | b
        c | d                    →    a | c | d
        e                             e |   |

    Spans end at the last row and at the last column in which some cell begins; where two overlap, the earlier one
    stays.

    Raises:
        ReadError: hostile; the spans ask for more than POSITION_LIMIT positions.
    """
    pieces = [list(row) for row in rows]
    if all(down == right == 1 for row in pieces for _, _, down, right in row):
        return _plain(pieces)
    taken: list[dict[int, tuple[int, int]]] = [{} for _ in pieces]
    reach: dict[tuple[int, int], tuple[tuple[str, Origin], int, int]] = {}
    width = used = 0
    for y, row in enumerate(pieces):
        x = 0
        for text, origin, down, right in row:
            while x in taken[y]:
                x += 1
            right = min(max(right, 1), SPAN_LIMIT)
            down = min(down if down > 0 else len(pieces), SPAN_LIMIT, len(pieces) - y)
            width = max(width, x + 1)
            used += down * right
            if max(used, width * len(pieces)) > POSITION_LIMIT:
                raise ReadError("hostile", f"a table of more than {POSITION_LIMIT} positions")
            for line in taken[y : y + down]:
                for column in range(x, x + right):
                    line.setdefault(column, (y, x))
            reach[y, x] = ((text, origin), down, right)
            x += right
    cells = {
        (y, x): Cell(text, y, x, down, min(right, width - x), origin)
        for (y, x), ((text, origin), down, right) in reach.items()
    }
    return Table(tuple(tuple(cells[line[x]] if x in line else None for x in range(width)) for line in taken))


def _plain(pieces: Sequence[Sequence[tuple[str, Origin, int, int]]]) -> Table:
    """The table of *pieces* none of which spans: most tables, so they get no bookkeeping."""
    width = max(map(len, pieces), default=0)
    if width * len(pieces) > POSITION_LIMIT:
        raise ReadError("hostile", f"a table of more than {POSITION_LIMIT} positions")
    return Table(
        tuple(
            (
                *(Cell(text, y, x, 1, 1, origin) for x, (text, origin, _, _) in enumerate(row)),
                *(None,) * (width - len(row)),
            )
            for y, row in enumerate(pieces)
        )
    )


def join(tables: Iterable[Table]) -> Table:
    """
    One table of pieces known to belong together: below each other, without the header rows that a piece repeats.

    A merged cell that goes on, blank, at the top of the next piece reaches over the break. Narrow pieces are padded
    on the right.
    """
    parts = list(tables)
    if len(parts) == 1:
        return parts[0]
    width = max((part.columns for part in parts), default=0)
    grid: list[Row] = []
    for part in parts:
        header = _repeated(parts[0].grid, part.grid) if grid else 0
        below = _moved(part.grid[header:], len(grid) - header, width)
        if grid and below:
            _bridge(grid, below)
        grid.extend(below)
    return Table(tuple(grid))


def join_if_continued(first: Table, second: Table) -> Table | None:
    """
    *first* and *second* as one table if the second, which follows it closely, is its continuation; else None.

    It is one if both have equally many columns and the second repeats the header of the first, or is a single row
    (tables of one row each), or goes on with figures under figures.
    """
    if first.columns != second.columns or not first.rows or not second.rows:
        return None
    if _repeated(first.grid, second.grid) or second.rows == 1 or _goes_on(first.grid, second.grid):
        return join((first, second))
    return None


def _repeated(first: Sequence[Row], second: Sequence[Row]) -> int:
    """How many rows at the top of *second* are the header of *first* again."""
    count = 0
    for one, two in zip(first, second, strict=False):
        words = [_key(cell) for cell in two]
        # A header may name years, but below its first row figures mean data that happen to agree.
        figures = any(cell and is_figure(cell.text) for cell in two[1:])
        if words != [_key(cell) for cell in one] or not _has_letters("".join(words)) or (count and figures):
            break
        count += 1
    return count


def _goes_on(first: Sequence[Row], second: Sequence[Row]) -> bool:
    """Whether a column has figures in both, and no words, as of a header, above those of *second*."""
    shared = False
    for column, upper in enumerate(zip(*first, strict=True)):
        lower = [cell.text if cell else "" for cell in list(zip(*second, strict=True))[column]]
        figure = next((i for i, text in enumerate(lower) if is_figure(text)), None)
        if figure is None or not any(cell and is_figure(cell.text) for cell in upper):
            continue
        if any(map(_has_letters, lower[:figure])):
            return False
        shared = True
    return shared


def is_figure(text: str) -> bool:
    """Whether a cell states a number, which tells data rows from header rows."""
    # Imported here: most documents have no cut table, and the grammar of numbers costs start-up time.
    from gklint.numbers.cells import is_numeric

    return is_numeric(text)


def _key(cell: Cell | None) -> str:
    return "".join(cell.text.split()) if cell else ""


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _moved(rows: Sequence[Row], offset: int, width: int) -> list[Row]:
    """*rows* renumbered by *offset* and padded to *width*; a merged cell stays one and the same object."""
    made = {id(cell): replace(cell, row=cell.row + offset) for row in rows for cell in row if cell}
    return [tuple(made[id(cell)] if cell else None for cell in row) + (None,) * (width - len(row)) for row in rows]


def _bridge(above: list[Row], below: list[Row]) -> None:
    """Stretch merged cells at the end of *above* over the blank cells that begin *below* in the same columns."""
    stretched: dict[int, Cell] = {}
    for one, two in zip(above[-1], below[0], strict=True):
        if not one or not two or one.row_span == two.row_span == 1 or two.text.strip():
            continue
        if (one.column, one.column_span) == (two.column, two.column_span):
            whole = stretched.setdefault(id(one), replace(one, row_span=one.row_span + two.row_span))
            stretched[id(two)] = whole
    for rows in (above, below) if stretched else ():
        rows[:] = [tuple(stretched.get(id(cell), cell) for cell in row) for row in rows]
