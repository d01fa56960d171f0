"""
What a table says by its build: the lines that a total closes or opens, the columns under one head.

Nothing here looks at a number. Where the build leaves a choice, each way is a candidate.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from gklint.claims.total.labels import is_closing, is_plain_total, is_portion, is_rate, is_signed, is_subtotal
from gklint.start.records import dataclass

Candidate = tuple[int, tuple[int, ...]]
"""A whole and its parts."""
FEWEST_PARTS = 2
MOST_OPENED = 8
"""Parts behind a 小计 at the head of its block, where nothing else says how many they are."""


@dataclass(frozen=True, slots=True)
class Item:
    """
    A position as the build sees it. *is_signed*: its label says plus or minus. *group* tells items of one block from
    those of the next, *indent* how far in it is set.
    """

    position: int
    is_total: bool
    is_subtotal: bool
    is_portion: bool
    is_signed: bool = False
    group: int = 0
    indent: int = 0

    @classmethod
    def of(cls, position: int, labels: Sequence[str], group: int = 0, indent: int = 0) -> Item:
        is_total = any(map(is_closing, labels))
        is_sub = is_total and any(map(is_subtotal, labels))
        is_inside, has_sign = any(map(is_portion, labels)), any(map(is_signed, labels))
        return cls(position, is_total, is_sub, is_inside, has_sign, group, indent)


def closed(items: Sequence[Item], inner: Collection[int]) -> Iterator[Candidate]:
    """
    The ways to take each total: of what stands above it since the total before, of that total and what follows it, of
    all that no other total has taken; or, where nothing stands above, of what follows::

        a, b, 小计, c, d, 小计, 合计    →    a + b, c + d, 小计 + 小计
        a, b, 合计, carried over, 总计  →    a + b, 合计 + carried over
        合计, a, b                      →    a + b

    *inner* are positions known to be parts of others in the list.
    """
    free: list[Item] = []
    for index, item in enumerate(items):
        if item.is_portion:
            continue
        if item.is_total:
            found = [*_above(free, item)]
            if not free or item.is_subtotal:
                found += _below(items[index + 1 :], item, inner)
            yield from dict.fromkeys((item.position, parts) for parts in found if len(parts) >= FEWEST_PARTS)
            free = _left(free, item)
        if item.position not in inner:
            free.append(item)


def _above(free: Sequence[Item], total: Item) -> Iterator[tuple[int, ...]]:
    last = max((i for i, item in enumerate(free) if item.is_total), default=-1)
    yield _positions(free[last + 1 :])
    yield _positions([item for item in free[last + 1 :] if item.group == total.group])
    if last >= 0:
        yield _positions(free[last:])
        yield _positions(free)


def _below(items: Sequence[Item], total: Item, inner: Collection[int]) -> Iterator[tuple[int, ...]]:
    outer = [item for item in items if item.position not in inner and not item.is_portion]
    stop = next((i for i, item in enumerate(outer) if item.is_total), len(outer))
    yield _positions(outer[:stop])
    if total.is_subtotal:
        yield from (_positions(outer[:end]) for end in range(FEWEST_PARTS, min(stop, MOST_OPENED)))
    yield _positions([item for item in outer[:stop] if item.group == total.group])
    if stop < len(outer):
        yield _positions(outer)
        yield _positions([item for item in outer if item.is_total])


def _left(free: Sequence[Item], total: Item) -> list[Item]:
    """What no total has taken yet, behind *total*: a 小计 takes its own block, any other total all there is."""
    if not total.is_subtotal:
        return []
    last = max((i for i, item in enumerate(free) if item.is_total), default=-1)
    return list(free[: last + 1])


def _positions(items: Sequence[Item]) -> tuple[int, ...]:
    return tuple(item.position for item in items)


def headed(paths: Sequence[Sequence[str]], columns: Sequence[int], inner: Collection[int]) -> Iterator[Candidate]:
    """
    The totals of each head over several columns; a group of columns stands for its own total, or for all of them::

        |       | vehicles             |       |
        | trips | all | bought | fuel  | total |    →    all = bought + fuel; total = trips + all

    Columns whose heads speak of rates are no parts.
    """
    yield from _under((), [c for c in columns if not any(map(is_rate, paths[c]))], paths, inner)


def _under(
    head: tuple[str, ...], columns: Sequence[int], paths: Sequence[Sequence[str]], inner: Collection[int]
) -> Iterator[Candidate]:
    items: list[Item] = []
    depth = len(head)
    index = 0
    while index < len(columns):
        column = columns[index]
        if len(paths[column]) <= depth + 1:
            items.append(Item.of(column, paths[column][-1:]))
            index += 1
            continue
        below = (*head, paths[column][depth])
        stop = index
        while stop < len(columns) and tuple(paths[columns[stop]][: depth + 1]) == below:
            stop += 1
        group = columns[index:stop]
        yield from _under(below, group, paths, inner)
        items += _standing_for(below, group, paths)
        index = stop
    yield from closed(items, inner)


def _standing_for(head: tuple[str, ...], group: Sequence[int], paths: Sequence[Sequence[str]]) -> list[Item]:
    """The column that sums up a group, else all columns of it."""
    is_total = any(map(is_closing, head[-1:]))
    totals = [column for column in group if any(map(is_plain_total, paths[column][-1:]))]
    chosen = totals if len(totals) == 1 else list(group)
    return [Item(column, is_total and len(chosen) == 1, False, any(map(is_portion, head[-1:]))) for column in chosen]
