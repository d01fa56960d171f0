"""
The reading of a list that a careful reader takes where none adds up, and how strictly the grammar asserts it.

A closed list makes its whole; an open one stays within it; a list that names most of its whole, and says neither 等
nor 其他, is read as all of it and asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from gklint.claims.breakdown.leads import CHANNEL, LEAD, OVERLAPPING, PUBLISHED, SEVERAL_ANSWERS, STAGE
from gklint.claims.breakdown.lists import Listing, name, stages
from gklint.claims.breakdown.passages import STOP, Passage, clauses, level_of
from gklint.claims.breakdown.sums import Found, Places, holds, is_of_one_unit, partition, subset, sum_of
from gklint.model.claim import Basis
from gklint.model.numeral import Measure
from gklint.start.records import dataclass

NEARLY = Fraction(9, 10)
"""From this share of the whole on, rounded amounts are read as all of it; of counted things half is enough."""
HALF = Fraction(1, 2)
CLOSED = frozenset({"closed", "sorts", "bracket"})

Sets = Sequence[Sequence[str]]
"""Rows of names that together are all there can be: 专职, 兼职."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Item *first* begins a list of *kind* (a group of LEAD, or bracket, or bare); its whole is one of *wholes*."""

    first: int
    kind: str
    wholes: Places

    @property
    def nearest(self) -> int:
        return self.wholes[0]

    def adjoins(self, passage: Passage) -> bool:
        """Whether nothing but the lead, and what it belongs to, stands between the nearest whole and the list."""
        gap = passage.between(self.nearest, self.first)
        lead = LEAD.search(gap)
        ahead = clauses(gap[: lead.start()])[:-1] if lead else ()
        return self.nearest == self.first - 1 and len(ahead) <= 1


def natural(passage: Passage, opening: Opening, parts: Listing, exhaustive: Sets) -> tuple[Places, Found] | None:
    """The parts and the claim; None where the grammar asserts nothing."""
    if opening.kind == "nested" and not parts.has_rest and not _is_inside(passage, opening):
        parts = replace(parts, places=_of_one_unit(passage, parts.places))
    places, whole = parts.places, opening.nearest
    if _counts_times(passage, whole, places):
        return None
    is_set = _is_set(passage, whole, parts, exhaustive)
    if opening.kind == "bare":
        # A set in a sentence of its own has its own whole, said or not: …解读 12 条。建议 8 件、提案 11 件.
        is_near = whole == places[0] - 1 and level_of(passage.between(whole, places[0])) < STOP
        declares = is_set and places == parts.reach and is_near and not _is_later_stage(passage, whole, places)
        return (places, Found("not-total", partition(passage, whole, places), Basis.INHERITED)) if declares else None
    is_sole = len(opening.wholes) == 1 or opening.adjoins(passage)
    if len(places) == 1:
        is_sure = len(opening.wholes) == 1 and is_of_one_unit(passage, (whole, *places))
        asserts = opening.kind == "nested" and opening.adjoins(passage)
        return (places, _bounded(passage, opening, places, is_sure=is_sure)) if asserts else None
    if opening.kind in ("colon", "closed") and not (is_sole and is_of_one_unit(passage, (whole, *places))):
        return None
    is_sure = is_sole and parts.is_certain and _is_one_kind(passage, opening, places)
    if not (parts.has_rest or is_set) and _overlap(passage, places):
        relation = subset(passage, _above_each(passage, opening, places), places, disjoint=False)
        return places, Found("above-total", relation, Basis.INHERITED)
    if basis := _closed(passage, opening, parts, is_set=is_set, is_sole=is_sole, is_sure=is_sure):
        return places, Found("not-total", partition(passage, whole, places), basis)
    head = _read_as_all(passage, opening, places, is_sure=is_sure) if not parts.goes_on else None
    if head is not None:
        return places, Found("short", partition(passage, head, places), Basis.INHERITED)
    return places, _bounded(passage, opening, places, is_sure=is_sure)


def _closed(
    passage: Passage, opening: Opening, parts: Listing, *, is_set: bool, is_sole: bool, is_sure: bool
) -> Basis | None:
    """Who says that the list is all of its whole, None if nobody does."""
    if parts.goes_on or opening.kind == "open":
        return None
    if parts.has_rest or is_set:
        return Basis.DECLARED if is_sole else Basis.INHERITED
    if opening.kind in CLOSED:
        return Basis.DECLARED if is_sure else Basis.INHERITED
    # A colon opens many things: a list that fills half of the number before it is most likely its parts.
    fills = opening.kind == "colon" and _fills(passage, opening.nearest, parts.places, HALF)
    return Basis.INHERITED if fills else None


def _read_as_all(passage: Passage, opening: Opening, places: Places, *, is_sure: bool) -> int | None:
    """The whole that the parts fill but for a little: the nearest, or where it cannot hold them one before it."""
    if opening.kind != "nested":
        return None
    if holds(passage, opening.nearest, places):
        least = HALF if _is_counted(passage, opening.nearest) else NEARLY
        return opening.nearest if is_sure and _fills(passage, opening.nearest, places, least) else None
    # 收到 60 件，办结 50 件，其中… 38 件、… 20 件
    filled = (whole for whole in opening.wholes if _fills(passage, whole, places, NEARLY))
    return next((whole for whole in filled if holds(passage, whole, places)), None)


def _bounded(passage: Passage, opening: Opening, places: Places, *, is_sure: bool) -> Found:
    """The parts within the nearest whole that can hold them; if none can, within the nearest."""
    if _are_channels(passage, opening, places):
        relation = subset(passage, _above_each(passage, opening, places), places, disjoint=False)
        return Found("above-total", relation, Basis.INHERITED)
    fitting = next((whole for whole in opening.wholes if holds(passage, whole, places)), None)
    whole = opening.nearest if fitting is None else fitting
    # Sectors of an economy overlap in ways that no word tells; things that are counted one by one rarely do.
    is_firm = is_sure and (len(places) == 1 or _is_counted(passage, whole))
    return Found("above-total", subset(passage, whole, places), Basis.DECLARED if is_firm else Basis.INHERITED)


def _is_counted(passage: Passage, whole: int) -> bool:
    numeral = passage.items[whole].numeral
    return numeral.unit.measure in (Measure.COUNT, Measure.BARE) and numeral.bounds.is_point


def _fills(passage: Passage, whole: int, places: Places, least: Fraction) -> bool:
    return sum_of(passage, places) >= least * passage.items[whole].numeral.value


def _is_one_kind(passage: Passage, opening: Opening, places: Places) -> bool:
    """Whether the measure words agree; in a bracket or between 、 they differ (条例1个、指南1则), and it is a sum."""
    if opening.kind == "bracket" or is_of_one_unit(passage, (opening.nearest, *places)):
        return True
    return all(level_of(passage.between(*pair)) == 0 for pair in pairwise(places))


def _overlap(passage: Passage, places: Places) -> bool:
    """Whether one thing can be in several parts: women and members, received and answered, or a note says so."""
    if SEVERAL_ANSWERS.search(passage.behind(places[-1])) or stages(passage, places):
        return True
    return any(OVERLAPPING.search(name(passage, place)) for place in places)


def _are_channels(passage: Passage, opening: Opening, places: Places) -> bool:
    """Whether the parts are ways of publishing: 公开信息 90 条，其中网站 80 条、微信 60 条, one item in both."""
    ahead = passage.clause(opening.nearest) + passage.between(opening.nearest, opening.first)
    if len(places) < 2 or not PUBLISHED.search(ahead):
        return False
    return all(CHANNEL.search(name(passage, place)) for place in places)


def _counts_times(passage: Passage, whole: int, places: Places) -> bool:
    """Whether a part counts how often its things were shown: 信息 120 条，其中网站 184 条次."""
    unit = passage.items[whole].numeral.unit.name
    return any(passage.items[place].numeral.unit.name == f"{unit}次" for place in places)


def _is_later_stage(passage: Passage, whole: int, places: Places) -> bool:
    """Whether the parts are what became of their whole: 受理 40 件，按时办结 36 件，延期办结 3 件 leaves one open."""
    said = set(STAGE.findall(passage.clause(whole)))
    return bool(said) and all(not said & set(STAGE.findall(name(passage, place))) for place in places)


def _is_inside(passage: Passage, opening: Opening) -> bool:
    return passage.items[opening.first].depth > passage.items[opening.nearest].depth


def _of_one_unit(passage: Passage, places: Places) -> Places:
    """*places* as far as commas part them only where the unit stays: 出席 3 场，回应 12 次 are two statements."""
    for index, pair in enumerate(pairwise(places), 1):
        if not is_of_one_unit(passage, pair) and level_of(passage.between(*pair)):
            return places[:index]
    return places


def _above_each(passage: Passage, opening: Opening, places: Places) -> int:
    """The nearest whole that no part exceeds, else the nearest."""
    most = max(passage.items[place].numeral.value for place in places)
    return next((w for w in opening.wholes if passage.items[w].numeral.value >= most), opening.nearest)


def _is_set(passage: Passage, whole: int, parts: Listing, exhaustive: Sets) -> bool:
    """Whether the parts' names are one of the sets that leave nothing out, or a thing and its negation."""
    places = parts.places
    # 职工 35 名，其中专职 2 名，兼职 5 名从事…: a set, but of something else than the whole.
    if len(places) < 2 or parts.goes_on or not _fills(passage, whole, places, HALF):
        return False
    names = [name(passage, place) for place in places]
    for row in exhaustive:
        if len(row) == len(names) and all(any(word in text for text in names) for word in row):
            return True
    if len(names) != 2:
        return False
    one, two = (text.rstrip("为是有共计数约") for text in names)
    return bool(one) and two in (f"不{one}", f"非{one}", f"未{one}", f"无{one}")
