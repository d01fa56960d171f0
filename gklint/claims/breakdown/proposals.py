"""
Readings of a list: which figure is its whole, where it ends, whether it is all of the whole or lies within it.

Every admissible reading is proposed, with what speaks for it; which of them was meant is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from gklint.claims.breakdown.behind import behind
from gklint.claims.breakdown.columns import Column, columns
from gklint.claims.breakdown.features import DIRECT, features, is_total, of_bound, of_sum
from gklint.claims.breakdown.leads import ESTIMATE, ROUNDING
from gklint.claims.breakdown.lists import Listing, listing, name, reaches, tight
from gklint.claims.breakdown.openings import Opening, openings
from gklint.claims.breakdown.passages import Passage
from gklint.claims.breakdown.sums import Found, Places, Sets, equals, is_set, meets, partition, subset, sum_of
from gklint.model.claim import Basis
from gklint.model.numeral import Measure
from gklint.model.reading import Reading
from gklint.model.relation import Flow

MOST_PARTS, MOST_BARE = 60, 8
"""How long a list can be, and how long one that no word announces."""
LEAST_LONG = 4
"""A list of so many parts is read by its build, whether it adds up or not."""
MOST_APART = Fraction(5, 4)
"""Parts between commas that come to more of their whole may be kinds that overlap: 私人汽车 and 轿车 of all cars."""
LEAST_BARE = 4
"""A list without any lead that happens to make less than this is no evidence of anything."""
CLOSED = frozenset({"closed", "bracket"})
"""Words and marks that say that the parts are all of their whole."""
EXHAUSTIVE = frozenset({"rest", "rest-apart", "set", "shares-close"})
"""Features of parts that say so."""
BOUNDED = frozenset({"nested", "open", "bracket"})
"""Words that say that the parts lie within their whole, whether they are all of it or not."""


def proposals(passage: Passage, exhaustive: Sets) -> Iterator[Found]:
    """Every reading of the lists of *passage*: totals behind their parts, then parts behind their whole."""
    notes = _notes(passage)
    known: set[int] = set()
    listed: Places = ()
    for found in behind(passage):
        known.update(found.places)
        yield replace(found, notes=notes)
    for opening in openings(passage):
        is_bare = opening.kind == "bare"
        if is_bare and opening.first in known:
            continue
        most, carried = MOST_BARE if is_bare else MOST_PARTS, is_total(passage, opening.wholes[0])
        parts = listing(passage, opening.first, most, carried=carried)
        for found in _readings(passage, opening, parts, listed, tuple(known), exhaustive):
            yield replace(found, notes=notes)
        if not is_bare:
            known.update(parts.places)
            listed = parts.places


def _notes(passage: Passage) -> tuple[str, ...]:
    """What the words of the passage say of all its figures."""
    words = {"estimate": ESTIMATE, "rounded": ROUNDING}
    return tuple(note for note, pattern in words.items() if pattern.search(passage.text))


def _readings(
    passage: Passage, opening: Opening, parts: Listing, listed: Places, known: Places, exhaustive: Sets
) -> Iterator[Found]:
    anchor = (passage.items[opening.first].figure.id,)

    def read(form: str, whole: int, places: Places, *more: str) -> Reading:
        facts = features(passage, opening, whole, places, parts, known, exhaustive)
        is_said = opening.kind in CLOSED or bool(EXHAUSTIVE & set(facts))
        if form == "bound":
            more = (*more, *of_bound(passage, opening, whole, places, facts))
            most = MOST_APART * passage.items[whole].numeral.value
            is_said |= len(places) == 1 or "own" in more or sum_of(passage, places) <= most
        else:
            more = (*more, *of_sum(passage, whole, places, facts))
        return Reading(f"{form}.{opening.kind}", (*facts, *more), anchor, is_said and bool(DIRECT & set(facts)))

    table = [(opening.wholes[0], parts.places), *columns(passage, opening.wholes[0], parts.places)]
    for whole, places in _sums(passage, opening, parts, exhaustive):
        reading = read("sum", whole, places, *_held_by(passage, (whole, places), table))
        if _is_overfull(passage, opening, whole, places, reading.features):
            continue
        fault = _fault(passage, opening, whole, places, reading.features)
        yield Found(fault, partition(passage, whole, places), Basis.DECLARED, reading=reading, places=places)
    for whole, places in table[1:]:
        held = _held_by(passage, (whole, places), table)
        # What is not named may have changed as well: changes add up only where all there is is named.
        if held or not passage.is_attribute(whole):
            reading = Reading(f"sum.{opening.kind}", ("column", *held), (passage.items[places[0]].figure.id,))
            yield Found("not-total", partition(passage, whole, places), Basis.DECLARED, reading=reading, places=places)
    for heads in _heads(passage, opening, parts.places):
        flow = Flow(*(tuple(passage.items[place].figure for place in side) for side in (heads, parts.places)))
        reading = read("sum", heads[-1], parts.places, "heads-two")
        yield Found("not-total", flow, Basis.DECLARED, reading=reading, places=parts.places)
    if opening.kind == "nested" and listed[-1:] == (opening.first - 1,):
        yield from _resumed(passage, opening, listed, parts)
    if opening.kind in BOUNDED:
        yield from _bounds(passage, opening, parts, read)


def _held_by(passage: Passage, column: Column, table: Sequence[Column]) -> tuple[str, ...]:
    """The feature of a *column* beside which another one of *table* adds up."""
    others = [other for other in table if other != column and not passage.is_attribute(other[0])]
    return ("columns-hold",) if column in table and any(meets(passage, *other) for other in others) else ()


def _is_open(opening: Opening, facts: Sequence[str]) -> bool:
    """Whether the parts need not be all of their whole."""
    return opening.kind in ("nested", "open") and not EXHAUSTIVE & set(facts)


def _is_overfull(passage: Passage, opening: Opening, whole: int, places: Places, facts: Sequence[str]) -> bool:
    """Whether parts that need not be all of their whole exceed it: then they break the bound, which says so."""
    is_above = sum_of(passage, places) > passage.items[whole].numeral.value
    return _is_open(opening, facts) and is_above and not meets(passage, whole, places)


def _fault(passage: Passage, opening: Opening, whole: int, places: Places, facts: Sequence[str]) -> str:
    """A shortfall of a list that may name some of its parts only is asked about, by a rule of its own."""
    is_short = sum_of(passage, places) < passage.items[whole].numeral.value
    return "short" if _is_open(opening, facts) and is_short and not meets(passage, whole, places) else "not-total"


def _sums(passage: Passage, opening: Opening, parts: Listing, exhaustive: Sets) -> Iterator[tuple[int, Places]]:
    """Wholes and parts: the list as grammar ends it, and every other end at which it adds up."""
    reach = reaches(passage, opening.first, parts)
    carried = listing(passage, opening.first, MOST_PARTS, carried=True).reach
    for whole in opening.wholes:
        for places in dict.fromkeys(row[:length] for row in (reach, carried) for length in range(2, len(row) + 1)):
            if _is_admissible(passage, opening, whole, places, parts, exhaustive):
                yield whole, places


def _is_admissible(
    passage: Passage, opening: Opening, whole: int, places: Places, parts: Listing, exhaustive: Sets
) -> bool:
    """Whether *places* end where grammar ends the list, or where it adds up."""
    is_natural = places == parts.places
    if opening.kind != "bare":
        return is_natural or equals(passage, whole, places)
    names = [name(passage, place) for place in places]
    is_long = len(places) >= LEAST_LONG
    return _is_telling(passage, whole, places) or (is_natural and (is_long or is_set(names, exhaustive)))


def _is_telling(passage: Passage, whole: int, places: Places) -> bool:
    """Whether a sum that no word announces is more than chance: it adds up, of exact figures and not the smallest."""
    items = [passage.items[place] for place in (whole, *places)]
    return (
        equals(passage, whole, places)
        and items[0].numeral.value >= LEAST_BARE
        and all(item.numeral.bounds.is_point and item.numeral.unit.measure is not Measure.BARE for item in items)
    )


def _heads(passage: Passage, opening: Opening, places: Places) -> Iterator[Places]:
    """Two wholes that the parts break down together: 新收 100 件，结转 5 件，其中… 80 件、… 25 件."""
    if opening.kind == "bare" or len(places) < 2:
        return
    sum_ = sum_of(passage, places)
    nearest = opening.wholes[:4]
    yield from (pair for pair in combinations(reversed(nearest), 2) if sum_of(passage, pair) == sum_)


def _resumed(passage: Passage, opening: Opening, listed: Places, parts: Listing) -> Iterator[Found]:
    """
    The list before, which a part of a part interrupts, going on: A 37 件，其中重点 15 件，B 35 件. Where the inner list
    ends no word tells, only the numbers can.
    """
    for whole in range(listed[0] - 1, max(-1, listed[0] - 4), -1):
        for inner in range(1, len(parts.reach)):
            places = (*listed, *parts.reach[inner:])
            if equals(passage, whole, places):
                reading = Reading("sum.nested", ("resumed",), (passage.items[listed[0]].figure.id,))
                yield Found("not-total", partition(passage, whole, places), Basis.DECLARED, (), reading, places)


def _bounds(passage: Passage, opening: Opening, parts: Listing, read: object) -> Iterator[Found]:
    """The list within each of its wholes; where it is far too much, its first part, and any part that alone is more."""
    assert callable(read)
    for whole in opening.wholes[:3]:
        most = passage.items[whole].numeral
        is_far = 2 * sum_of(passage, parts.places) > 3 * most.value
        alone = [p for p in parts.places if passage.items[p].numeral.bounds.exceeds(most.bounds)]
        singles = [(place,) for place in (*parts.places[: int(is_far)], *alone[:1])]
        listed = [row for row in (parts.places, tight(passage, parts.places)) if row == parts.places or len(row) > 1]
        for places in dict.fromkeys((*listed, *singles)):
            reading = read("bound", whole, places)
            overlaps = {"overlap", "stages", "counted-twice", "channels", "noun-again"} & set(reading.features)
            relation = subset(passage, whole, places, disjoint=not overlaps)
            yield Found("above-total", relation, Basis.DECLARED, reading=reading, places=places)
