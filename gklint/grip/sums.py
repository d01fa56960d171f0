"""Sums, bounds and repeats: by how much each figure may be off before the judge would say no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gklint.grip.reach import ANY, all_of, at_least, at_most, or_face, within
from gklint.grip.slips import EXACTLY, Tolerance
from gklint.judge.sums import Side, admitted, side
from gklint.model.claim import Claim, Outcome
from gklint.model.figure import Figure
from gklint.model.interval import Interval
from gklint.model.numeral import Measure

Tolerances = tuple[Tolerance | None, ...]
"""One for each operand; None: there is no closed form, each slip has to be judged."""

ZERO = Interval.point(0)


def equality(outcome: Outcome, left: Sequence[Figure], right: Sequence[Figure]) -> Tolerances:
    """Every figure of one side is as free as every other: the sums have to meet."""
    one, other = outcome.left_bounds, outcome.right_bounds
    if one is None or other is None or outcome.difference is None:
        return (None,) * (len(left) + len(right))
    if one.is_point and other.is_point:
        return (EXACTLY,) * (len(left) + len(right))
    of_left = or_face(other - one, -outcome.difference)
    of_right = or_face(one - other, outcome.difference)
    return (of_left,) * len(left) + (of_right,) * len(right)


def hundred(outcome: Outcome, shares: Sequence[Figure]) -> Tolerances:
    in_words = [figure.numeral is None or figure.numeral.unit.measure is Measure.MULTIPLE for figure in shares]
    return tuple(None if words else reach for words, reach in zip(in_words, equality(outcome, shares, ()), strict=True))


def same(mentions: Sequence[Figure]) -> Tolerances:
    """Each mention has to meet all others."""
    known = [figure.numeral.bounds for figure in mentions if figure.numeral]
    if len(known) < len(mentions):
        return (None,) * len(mentions)
    if all(bounds.is_point for bounds in known):
        return (EXACTLY,) * len(known)
    # A hundred mentions are of two or three prints.
    prints = Counter(known)
    reaches: dict[Interval, Tolerance] = {}
    for own, often in prints.items():
        reaches[own] = all_of(other - own for other in prints if often > 1 or other != own)
    return tuple(reaches[own] for own in known)


def order(claim: Claim, lesser: Figure, greater: Figure) -> Tolerances:
    low, high = side(claim, (lesser,)).bounds, side(claim, (greater,)).bounds
    return (at_most(high - low),), (at_least(low - high),)


def subset(claim: Claim, whole: Figure, parts: Sequence[Figure], *, disjoint: bool) -> Tolerances:
    left, right = side(claim, (whole,)), side(claim, parts)
    if not disjoint or len(parts) == 1:
        each = _each(claim, parts)
        return all_of(at_least(part - left.bounds) for part in each), *((at_most(left.bounds - p),) for p in each)
    if right.is_negative:
        return (None,) * (1 + len(parts))
    return _no_less(left, right), *((_no_more(right, left),) * len(parts))


def cover(claim: Claim, whole: Figure, parts: Sequence[Figure], *, each_within: bool) -> Tolerances:
    left, right = side(claim, (whole,)), side(claim, parts)
    above, below = _no_more(left, right), _no_less(right, left)
    if not each_within:
        return above, *((below,) * len(parts))
    each = _each(claim, parts)
    for part in each:
        above = within(above, at_least(part - left.bounds))
    return above, *(within(below, at_most(left.bounds - part)) for part in each)


def presence(claim: Claim, premise: Figure, conclusion: Figure) -> Tolerances:
    """Only a premise above zero asks for anything, and only for a conclusion above zero."""
    asked, given = side(claim, (premise,)).bounds, side(claim, (conclusion,)).bounds
    of_premise, of_conclusion = ANY, ANY
    if given.high is not None and given.high <= 0:
        of_premise = (at_most(ZERO - asked),)
    if asked.exceeds(ZERO) and given.high is not None:
        of_conclusion = (Interval(-given.high, None, low_open=True),)
    return of_premise, of_conclusion


def at_least_zero(claim: Claim, terms: Sequence[Figure]) -> Tolerances:
    return ((at_least(ZERO - side(claim, terms).bounds),),) * len(terms)


def count(stated: Figure, names: Sequence[Figure], *, closed: bool) -> Tolerances:
    if stated.numeral is None:
        return (None,) * (1 + len(names))
    gap = Interval.point(len(names)) - stated.numeral.bounds
    return ((gap if closed else at_least(gap)),), *((None,) * len(names))


def _each(claim: Claim, parts: Sequence[Figure]) -> list[Interval]:
    return [admitted(claim, part.numeral) for part in parts if part.numeral]


def _no_more(one: Side, other: Side) -> Tolerance:
    """How far a term of *one* may rise until that side exceeds *other*, both by print and by face."""
    return at_most(other.bounds - one.bounds), Interval(None, other.value - one.value)


def _no_less(one: Side, other: Side) -> Tolerance:
    """How far a term of *one* may fall until *other* exceeds it."""
    return at_least(other.bounds - one.bounds), Interval(other.value - one.value, None)
