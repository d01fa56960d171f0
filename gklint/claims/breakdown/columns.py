"""
Prose as a table: rows of one build, whose figures add up column by column.

::

    事故 9 起，死亡 5 人。其中甲类 4 起，死亡 2 人；乙类 5 起，死亡 3 人      4 + 5 = 9 and 2 + 3 = 5
    支出 9 万元，减少 3 万元。其中甲 4 万元，减少 1 万元；乙 5 万元，减少 2 万元   and the changes, 1 + 2 = 3
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gklint.claims.breakdown.passages import STOP, SUMMED, Passage, level_of
from gklint.claims.breakdown.sums import Places

Column = tuple[int, Places]
"""A whole and its parts."""
LEAST_NAME = 2
"""Characters that a column must be called by."""


def columns(passage: Passage, whole: int, places: Places) -> Iterator[Column]:
    """The other totals of *whole*'s row, each with the figures of its name in the rows of *places*."""
    totals = [place for place in range(whole + 1, places[0]) if passage.items[place].numeral.unit.measure in SUMMED]
    if len(places) < 2 or not totals:
        return
    rows = list(_rows(passage, places))
    names = {_name(passage, total) for total in totals}
    for total in totals:
        column = tuple(place for row in rows for place in _called(passage, total, row, names))
        if len(column) == len(places):
            yield total, column


def _rows(passage: Passage, places: Places) -> Iterator[range]:
    """The items that follow each of *places*, up to the next one; behind the last up to the end of its sentence."""
    for place, behind in pairwise(places):
        yield range(place + 1, behind)
    end = places[-1] + 1
    while end < len(passage.items) and level_of(passage.between(end - 1, end)) < STOP:
        end += 1
    yield range(places[-1] + 1, end)


def _called(passage: Passage, total: int, row: range, names: set[str]) -> Places:
    """The one figure of *row* that has the unit and the name of *total*, or the end of it that is no other's name."""
    own, is_change = _name(passage, total), passage.is_attribute(total)
    found = [
        place
        for place in row
        if passage.items[place].sort == passage.items[total].sort
        and passage.is_attribute(place) == is_change
        and len(name := _name(passage, place)) >= LEAST_NAME
        and (name == own or (own.endswith(name) and name not in names and not is_change))
    ]
    return tuple(found) if len(found) == 1 else ()


def _name(passage: Passage, place: int) -> str:
    """What the item is called, without 总额 and the like."""
    return passage.clause(place).rstrip("总余额值量数为")
