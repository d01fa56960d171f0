"""What the figures of a passage come to, and the relations that claims make of them."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.claims.breakdown.leads import SHARE
from gklint.claims.breakdown.passages import COMMA, Passage, level_of
from gklint.model.claim import Basis
from gklint.model.interval import Exact, Interval, total
from gklint.model.numeral import Measure
from gklint.model.reading import Reading
from gklint.model.relation import Partition, Relation, Subset
from gklint.start.records import dataclass

HUNDRED = Interval.point(100)
"""All of a whole, in percent."""

Places = tuple[int, ...]
"""Items of a passage by their place in it."""


Sets = Sequence[Sequence[str]]
"""Rows of names that together are all there can be: 专职, 兼职."""


@dataclass(frozen=True, slots=True)
class Found:
    """A breakdown, how it would be at fault (``breakdown.Fault``), why it may be meant, and the places of its parts."""

    fault: str
    relation: Relation
    basis: Basis
    notes: tuple[str, ...] = ()
    reading: Reading | None = None
    places: Places = ()


def sum_of(passage: Passage, places: Sequence[int]) -> Exact:
    return sum((passage.items[place].numeral.value for place in places), 0)


def equals(passage: Passage, whole: int, places: Sequence[int]) -> bool:
    return passage.items[whole].numeral.value == sum_of(passage, places)


def meets(passage: Passage, whole: int, places: Sequence[int]) -> bool:
    """Whether the prints admit that the parts make the whole."""
    bounds = total([passage.items[place].numeral.bounds for place in places])
    return passage.items[whole].numeral.bounds.meets(bounds)


def is_of_one_unit(passage: Passage, places: Sequence[int]) -> bool:
    return len({passage.items[place].sort for place in places}) == 1


def partition(passage: Passage, whole: int, places: Sequence[int]) -> Partition:
    return Partition(passage.items[whole].figure, tuple(passage.items[place].figure for place in places))


def subset(passage: Passage, whole: int, places: Sequence[int], *, disjoint: bool = True) -> Subset:
    return Subset(passage.items[whole].figure, tuple(passage.items[place].figure for place in places), disjoint)


def is_set(names: Sequence[str], exhaustive: Sets) -> bool:
    """Whether *names* are one of the sets that leave nothing out, or a thing and its negation."""
    for row in exhaustive:
        if len(row) == len(names) and all(any(word in text for text in names) for word in row):
            return True
    if len(names) != 2:
        return False
    one, two = (text.rstrip("为是有共计数约") for text in names)
    return bool(one) and two in (f"不{one}", f"非{one}", f"未{one}", f"无{one}")


def shares_close(passage: Passage, places: Sequence[int]) -> bool:
    """Whether each of *places* has its own share right behind it, and these come to a hundred."""
    shares = [share_of(passage, place) for place in places]
    bounds = [passage.items[share].numeral.bounds for share in shares if share is not None]
    return len(places) > 1 and len(bounds) == len(places) and total(bounds).meets(HUNDRED)


def share_of(passage: Passage, place: int) -> int | None:
    """The share that follows the item at once: 3 件，占 60%."""
    behind = place + 1
    if behind == len(passage.items) or passage.items[behind].numeral.unit.measure is not Measure.PERCENT:
        return None
    is_near = level_of(passage.between(place, behind)) <= COMMA
    return behind if is_near and SHARE.search(passage.clause(behind)) else None
