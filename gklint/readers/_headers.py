"""Header rows of a table whose cells came one after the other: which columns each of them stood over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gklint.readers._grid import Piece
from gklint.start.patterns import lazy

Rows = list[list[Piece]]

_UNIT = lazy(r"(?:计量)?单\s*位")
_TOTAL = lazy(r"[总合小共]\s*计|总\s*数|Total", re.IGNORECASE)


def over_rows(cells: Sequence[Piece], figures: int, *, has_unit: bool) -> Rows | None:
    """
    Header rows over a label, perhaps a unit, and *figures* columns: no rows if there is no header, None if the one
    that there is does not fit.

    A group of columns has its parts behind the total that ends its own row, as forms print it::

        item | men, firms, total, shops, farms    →    item | men | firms         | total
                                                                  | shops | farms |
    """
    if not cells:
        return []
    if has_unit and not any(_UNIT.fullmatch(cell.text) for cell in cells):
        return None
    flat = 1 + has_unit + figures
    if len(cells) == flat:
        return [list(cells)]
    if len(cells) == flat - 1 and not has_unit:
        return [[Piece("", cells[0].origin), *cells]]
    corner, rest = cells[0], cells[1:]
    end = 1 + next((i for i, cell in enumerate(rest) if _TOTAL.fullmatch(cell.text)), 0)
    upper, parts = rest[:end], rest[end:]
    banner: Rows = []
    if len(upper) + len(parts) == figures + 2:
        banner, upper = [[upper[0]._replace(column_span=figures)]], upper[1:]
    if has_unit or len(upper) < 2 or not parts or len(upper) - 1 + len(parts) != figures:
        return None
    group = len(upper) - 2
    middle = [
        cell._replace(column_span=len(parts)) if i == group else cell._replace(row_span=2)
        for i, cell in enumerate(upper)
    ]
    rows = [*banner, middle, list(parts)]
    rows[0] = [corner._replace(row_span=len(rows)), *rows[0]]
    return rows


def over_cycles(cells: Sequence[Piece], figures: int) -> Rows | None:
    """
    Header rows over *figures* columns without labels, where the same columns repeat under each group::

        A, B, won, lost, b1, b2, won, lost, won, lost    →    A           | B
                                                              won | lost  | b1          | b2
                                                                          | won | lost  | won | lost

    The last group of the first row may be parted again; None if no such repetition fills the columns exactly.
    """
    names = ["".join(cell.text.split()) for cell in cells]
    for size in range(2, figures // 2 + 1):
        cycle = names[-size:]
        if figures % size or len(set(cycle)) < size or len(names) < figures + 2:
            continue
        starts = [i for i in range(len(names) - size + 1) if names[i : i + size] == cycle]
        if len(starts) * size != figures:
            continue
        groups, parts = cells[: starts[0]], _between(cells, starts, size)
        whole = len(groups) - bool(parts)
        if whole + len(parts) != len(starts) or len(groups) + len(parts) + figures != len(cells):
            return None
        blocks = [list(cells[start : start + size]) for start in starts]
        return _cycled(groups, parts, blocks[:whole], blocks[whole:])
    return None


def _between(cells: Sequence[Piece], starts: Sequence[int], size: int) -> list[Piece]:
    inside = {i for start in starts for i in range(start, start + size)}
    return [cell for i, cell in enumerate(cells) if i > starts[0] and i not in inside]


def _cycled(groups: Sequence[Piece], parts: Sequence[Piece], whole: Rows, parted: Rows) -> Rows:
    size = len((whole or parted)[0])
    if not parts:
        return [[group._replace(column_span=size) for group in groups], [cell for block in whole for cell in block]]
    first = [group._replace(column_span=size) for group in groups[:-1]]
    first.append(groups[-1]._replace(column_span=size * len(parts)))
    second = [cell._replace(row_span=2) for block in whole for cell in block]
    second.extend(part._replace(column_span=size) for part in parts)
    return [first, second, [cell for block in parted for cell in block]]
