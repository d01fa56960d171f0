"""Where a list of parts begins, what opens it, and which figures before it can be its whole."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.claims.breakdown.leads import BEYOND, LEAD, OTHER_TIME
from gklint.claims.breakdown.lists import last_lead
from gklint.claims.breakdown.passages import Passage, clauses, level_of, squeezed
from gklint.claims.breakdown.sums import Places
from gklint.model.numeral import Measure
from gklint.start.records import dataclass

KINDS = frozenset({"类", "种", "方面", "部分"})
MOST_WHOLES, FARTHEST_WHOLE = 8, 40
"""How many figures can be the whole of one list, and how many figures before it the farthest can stand."""
FARTHEST_OFF = 10
"""A part so many times its whole is a slip; one beyond that is no part of it."""
LONGEST_HEAD, LONGEST_LATIN_HEAD = 16, 40
"""Characters between a whole and the bracket that holds its parts."""


@dataclass(frozen=True, slots=True)
class Opening:
    """
    Item *first* begins a list of *kind* (a group of LEAD, or bracket, or bare); its whole is one of *wholes*, the
    nearest first. *is_of_heads*: X、Y 分别为 3、5 件 may speak of X and Y, not of what stands before them.
    """

    first: int
    kind: str
    wholes: Places
    is_of_heads: bool = False


def openings(passage: Passage) -> Iterator[Opening]:
    """The lists of *passage* in order, those that no word announces among them."""
    for place in range(max(1, passage.start), len(passage.items)):
        opening = _opening(passage, place)
        if opening is not None and opening.wholes:
            yield opening


def _opening(passage: Passage, place: int) -> Opening | None:
    items = passage.items
    if passage.is_attribute(place):
        return None
    if items[place].depth > items[place - 1].depth:
        return _bracketed(passage, place)
    gap = passage.between(place - 1, place)
    lead = last_lead(gap)
    if lead is None or level_of(gap[lead.end() :].lstrip("，,：: ")):
        return _bare(passage, place, gap)
    kind = lead.lastgroup or ""
    is_of_heads = kind == "closed" and "、" in gap[: lead.start()] and "其中" not in gap
    return Opening(place, kind, _wholes(passage, place), is_of_heads)


def _bare(passage: Passage, place: int, gap: str) -> Opening | None:
    if not level_of(gap) or OTHER_TIME.search(gap):
        return None
    wholes = _wholes(passage, place)[:1]
    is_less = wholes and passage.items[place].numeral.value <= FARTHEST_OFF * passage.items[wholes[0]].numeral.value
    return Opening(place, "bare", wholes) if is_less else None


def _bracketed(passage: Passage, place: int) -> Opening | None:
    """9条（条例1个、指南8则: the figure right before the bracket is the whole, also with a comma between."""
    items = passage.items
    opened = squeezed(passage.text[items[place - 1].end : items[place].start])
    ahead, _, inner = opened.replace("(", "（").rpartition("（")
    longest = LONGEST_LATIN_HEAD if ahead.isascii() else LONGEST_HEAD
    if level_of(ahead.strip("，,")) or len(ahead) > longest or OTHER_TIME.search(inner) or BEYOND.match(inner):
        return None
    if not items[place - 1].like(items[place]) or passage.is_attribute(place - 1):
        return None
    lead = LEAD.search(inner)
    return Opening(place, (lead.lastgroup or "bracket") if lead else "bracket", (place - 1,))


def _wholes(passage: Passage, place: int) -> Places:
    """The figures that can be the whole of a list at *place*, the nearest first."""
    items = passage.items
    found: list[int] = []
    for index in range(place - 1, max(-1, place - 1 - FARTHEST_WHOLE), -1):
        if items[index].depth > items[place].depth or not items[index].like(items[place]):
            continue
        if passage.is_attribute(index) or _counts_kinds(passage, index, place) or _is_base(passage, index):
            continue
        found.append(index)
        if len(found) == MOST_WHOLES:
            break
    return tuple(found)


def _counts_kinds(passage: Passage, whole: int, part: int) -> bool:
    """Whether the item counts kinds and not things, as its parts do: 信息 90 条，分 3 类，其中甲类 50 条."""
    return passage.items[whole].sort in KINDS and passage.items[whole].sort != passage.items[part].sort


def _is_base(passage: Passage, place: int) -> bool:
    """Whether the item only says what a share behind it is of: 为预算 90 万元的 98%."""
    behind = place + 1
    if behind == len(passage.items) or passage.items[behind].numeral.unit.measure is not Measure.PERCENT:
        return False
    between = passage.between(place, behind)
    return between.endswith("的") and len(clauses(between)) == 1
