"""
Which figure is the whole of a list: every admissible reading is tried, the first that adds up is the one meant.

A reading is a whole and a list of parts. Wholes are tried from the nearest figure backwards, lists from the longest;
if nothing fits, the nearest whole with the natural list is claimed, as strictly as the grammar is clear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, combinations

from gklint.claims.breakdown.leads import ESTIMATE, LEAD, OTHER_TIME, ROUNDING
from gklint.claims.breakdown.lists import Listing, last_lead, listing
from gklint.claims.breakdown.natural import Opening, Sets, natural
from gklint.claims.breakdown.passages import SEMICOLON, Passage, level_of, squeezed
from gklint.claims.breakdown.resumed import resumed
from gklint.claims.breakdown.sums import Found, Places, meets, partition, sum_of
from gklint.claims.breakdown.totals import totals
from gklint.model.claim import Basis
from gklint.model.numeral import Measure
from gklint.model.relation import Flow

MOST_WHOLES, FARTHEST_WHOLE = 5, 40
"""How many figures can be the whole of one list, and how many figures before it the farthest can stand."""
MOST_PARTS, MOST_BARE = 60, 8
"""How long a list can be, and how long one that no word announces."""
FARTHEST_OFF = 10
"""A part so many times its whole is a slip; one beyond that is no part of it."""
LEAST_SUM = 4
"""A list without any lead that happens to make less than this is no evidence of anything."""
LONGEST_HEAD, LONGEST_LATIN_HEAD = 16, 40
"""Characters between a whole and the bracket that holds its parts."""


def breakdowns(passage: Passage, exhaustive: Sets) -> Iterator[Found]:
    """The totals with parts of *passage*: those behind their list, then those before it."""
    taken: set[int] = set()
    outer: Places = ()
    for places, found in totals(passage):
        taken.update(places)
        yield _noted(found, passage)
    for place in range(len(passage.items)):
        opening = None if place in taken else _opening(passage, place)
        if opening is None:
            continue
        most = MOST_BARE if opening.kind == "bare" else MOST_PARTS
        parts = listing(passage, place, most)
        # A part that was broken down before may be again, if it fits; by nature it is not (see ``_once_more``).
        result = _fitting(passage, opening, parts)
        if not result and opening.kind != "bare":
            result = _fitting(passage, opening, listing(passage, place, most, carried=True))
        opening = _once_more(passage, opening, taken)
        is_inner = opening.kind == "nested" and outer[-1:] == (place - 1,) and opening.adjoins(passage)
        if not result and is_inner and len(parts.reach) > 1:
            result = resumed(passage, outer, parts.reach)
        elif not result:
            result = natural(passage, opening, parts, exhaustive)
        if result:
            places, found = result
            outer = (opening.nearest, *places) if opening.kind == "nested" else ()
            taken.update(places)
            yield _noted(found, passage)


def _once_more(passage: Passage, opening: Opening, taken: set[int]) -> Opening:
    """…网络 24 件、当面 2 件，均已办结，其中…: the list before is done, its whole is meant once more."""
    if opening.kind != "nested" or opening.adjoins(passage):
        return opening
    return replace(opening, wholes=tuple(w for w in opening.wholes if w not in taken) or opening.wholes)


def _notes(passage: Passage) -> tuple[str, ...]:
    """What the words of the passage say of all its figures."""
    words = {"estimate": ESTIMATE, "rounded": ROUNDING}
    return tuple(note for note, pattern in words.items() if pattern.search(passage.text))


def _noted(found: Found, passage: Passage) -> Found:
    notes = _notes(passage)
    return Found(found.fault, found.relation, found.basis, notes) if notes else found


def _opening(passage: Passage, place: int) -> Opening | None:
    """The list that *place* begins, None if it begins none."""
    items = passage.items
    if place == 0 or passage.is_attribute(place):
        return None
    if items[place].depth > items[place - 1].depth:
        return _bracketed(passage, place)
    gap = passage.between(place - 1, place)
    lead = last_lead(gap)
    if lead is None or level_of(gap[lead.end() :].lstrip("，,：: ")):
        is_bare = level_of(gap) and not OTHER_TIME.search(gap)
        wholes = _wholes(passage, place, most=1) if is_bare else ()
        is_less = wholes and items[place].numeral.value <= FARTHEST_OFF * items[wholes[0]].numeral.value
        return Opening(place, "bare", wholes) if is_less else None
    kind = lead.lastgroup or ""
    # X、Y 分别为 3、5 件 speaks of X and Y; without 其中 the figure before them is not their whole.
    is_of_heads = kind == "closed" and "、" in gap[: lead.start()] and "其中" not in gap
    wholes = () if is_of_heads else _wholes(passage, place, most=MOST_WHOLES)
    return Opening(place, kind, wholes) if wholes else None


def _bracketed(passage: Passage, place: int) -> Opening | None:
    """9条（条例1个、指南8则: the figure right before the bracket is the whole."""
    items = passage.items
    opened = squeezed(passage.text[items[place - 1].end : items[place].start])
    ahead, _, inner = opened.replace("(", "（").rpartition("（")
    longest = LONGEST_LATIN_HEAD if ahead.isascii() else LONGEST_HEAD
    if level_of(ahead) or len(ahead) > longest or OTHER_TIME.search(inner):
        return None
    if not items[place - 1].like(items[place]) or passage.is_attribute(place - 1):
        return None
    lead = LEAD.search(inner)
    return Opening(place, (lead.lastgroup or "bracket") if lead else "bracket", (place - 1,))


def _wholes(passage: Passage, place: int, *, most: int) -> Places:
    """Up to *most* items that can be the whole of a list at *place*: the nearest, then the ones before."""
    items = passage.items
    found: list[int] = []
    for index in range(place - 1, max(-1, place - 1 - FARTHEST_WHOLE), -1):
        if items[index].depth > items[place].depth or not items[index].like(items[place]):
            continue
        if passage.is_attribute(index):
            continue
        if found and level_of(passage.between(index, found[-1])) >= SEMICOLON:
            break
        found.append(index)
        if len(found) == most:
            break
    if len(found) < 2:
        return tuple(found)
    # 办结 43 件，结转下年 4 件，其中… never breaks down what is left over, if there is anything else.
    return tuple(sorted(found, key=lambda index: bool(OTHER_TIME.search(passage.clause(index)))))


def _fitting(passage: Passage, opening: Opening, parts: Listing) -> tuple[Places, Found] | None:
    """The reading that adds up: exactly at any admissible end of the list, or within the print as it stands."""
    sums = list(accumulate(passage.items[place].numeral.value for place in parts.reach))
    for length in range(len(sums), 1, -1):
        whole = next((w for w in opening.wholes if passage.items[w].numeral.value == sums[length - 1]), None)
        places = parts.reach[:length]
        if whole is not None and (opening.kind != "bare" or _is_telling(passage, whole, places)):
            return places, Found("not-total", partition(passage, whole, places), Basis.DECLARED)
    places = parts.places
    if opening.kind != "bare" and len(places) > 1 and meets(passage, opening.nearest, places):
        return places, Found("not-total", partition(passage, opening.nearest, places), Basis.DECLARED)
    if len(places) > 1 and (heads := _heads_together(passage, opening.wholes, places)):
        sources, uses = (tuple(passage.items[place].figure for place in side) for side in (heads, places))
        return places, Found("not-total", Flow(sources, uses), Basis.DECLARED)
    return None


def _is_telling(passage: Passage, whole: int, places: Places) -> bool:
    """Whether a sum that no word announces is more than chance: exact figures, and not the smallest ones."""
    items = [passage.items[place] for place in (whole, *places)]
    return items[0].numeral.value >= LEAST_SUM and all(
        item.numeral.bounds.is_point and item.numeral.unit.measure is not Measure.BARE for item in items
    )


def _heads_together(passage: Passage, wholes: Places, places: Places) -> Places | None:
    """Two wholes that the parts break down together: 新收 100 件，结转 5 件，其中… 80 件、… 25 件."""
    sum_ = sum_of(passage, places)
    for pair in combinations(reversed(wholes), 2):
        if sum_of(passage, pair) == sum_:
            return pair
    return None
