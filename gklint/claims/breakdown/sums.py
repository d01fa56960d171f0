"""What the figures of a passage come to, and the relations that claims make of them."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.claims.breakdown.passages import Passage
from gklint.model.claim import Basis
from gklint.model.interval import Exact, total
from gklint.model.relation import Partition, Relation, Subset
from gklint.start.records import dataclass

Places = tuple[int, ...]
"""Items of a passage by their place in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A breakdown, and how it would be at fault (``breakdown.Fault``)."""

    fault: str
    relation: Relation
    basis: Basis
    notes: tuple[str, ...] = ()


def sum_of(passage: Passage, places: Sequence[int]) -> Exact:
    return sum((passage.items[place].numeral.value for place in places), 0)


def equals(passage: Passage, whole: int, places: Sequence[int]) -> bool:
    return passage.items[whole].numeral.value == sum_of(passage, places)


def meets(passage: Passage, whole: int, places: Sequence[int]) -> bool:
    """Whether the prints admit that the parts make the whole."""
    bounds = total([passage.items[place].numeral.bounds for place in places])
    return passage.items[whole].numeral.bounds.meets(bounds)


def holds(passage: Passage, whole: int, places: Sequence[int]) -> bool:
    """Whether the prints admit that the parts together lie within the whole."""
    bounds = total([passage.items[place].numeral.bounds for place in places])
    return not bounds.exceeds(passage.items[whole].numeral.bounds)


def is_of_one_unit(passage: Passage, places: Sequence[int]) -> bool:
    return len({passage.items[place].sort for place in places}) == 1


def partition(passage: Passage, whole: int, places: Sequence[int]) -> Partition:
    return Partition(passage.items[whole].figure, tuple(passage.items[place].figure for place in places))


def subset(passage: Passage, whole: int, places: Sequence[int], *, disjoint: bool = True) -> Subset:
    return Subset(passage.items[whole].figure, tuple(passage.items[place].figure for place in places), disjoint)
