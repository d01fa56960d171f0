"""
Prose as a table: rows of one build, whose figures add up column by column.

::

    事故 9 起，死亡 5 人。其中甲类 4 起，死亡 2 人；乙类 5 起，死亡 3 人      4 + 5 = 9 and 2 + 3 = 5
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gklint.claims.breakdown.passages import STOP, Passage, level_of
from gklint.claims.breakdown.sums import Places

LEAST_NAME = 2
"""Characters that a column must be called by."""


def columns(passage: Passage, whole: int, places: Places) -> Iterator[tuple[int, Places]]:
    """The other totals of *whole*'s row, each with the figures of its name in the rows of *places*."""
    if len(places) < 2:
        return
    for total in range(whole + 1, places[0]):
        column = [_called(passage, total, row) for row in _rows(passage, places)]
        found = tuple(place for place in column if place is not None)
        if len(found) == len(places):
            yield total, found


def _rows(passage: Passage, places: Places) -> Iterator[range]:
    """The items that follow each of *places*, up to the next one; behind the last up to the end of its sentence."""
    for place, behind in pairwise(places):
        yield range(place + 1, behind)
    end = places[-1] + 1
    while end < len(passage.items) and level_of(passage.between(end - 1, end)) < STOP:
        end += 1
    yield range(places[-1] + 1, end)


def _called(passage: Passage, total: int, row: range) -> int | None:
    """The one figure of *row* that has the unit and the name of *total*."""
    if passage.is_attribute(total):
        return None
    name = passage.clause(total)
    found = [
        place
        for place in row
        if not passage.is_attribute(place)
        and passage.items[place].sort == passage.items[total].sort
        and len(passage.clause(place)) >= LEAST_NAME
        and name.endswith(passage.clause(place))
    ]
    return found[0] if len(found) == 1 else None
