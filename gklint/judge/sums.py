"""
Claim -> Outcome: relation by intervals, the only arithmetic between figures.

A claim fails only if no values inside the printed intervals can satisfy its relation; it is open if an operand is
missing or unknown and what is left of it does not break it. Source: ``numbers.md`` §4 and §5; XBRL Calculations 1.1
(2023) for sums of intervals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from gklint.model.claim import (
    AtLeastZero,
    Claim,
    Countable,
    Cover,
    Flow,
    Order,
    Outcome,
    Partition,
    Presence,
    Required,
    Same,
    Share,
    Subset,
    Verdict,
)
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval, total
from gklint.model.numeral import Measure, Numeral

ZERO = Interval.point(0)


def judge(claim: Claim) -> Outcome:
    """The verdict on *claim*, with what both sides of its equation come to."""
    match claim.relation:
        case Partition(whole, parts):
            return _partition(claim, whole, parts)
        case Cover(whole, parts, each_within):
            return _cover(claim, whole, parts, each_within=each_within)
        case Subset(whole, parts, disjoint):
            return _subset(claim, whole, parts, disjoint=disjoint)
        case Flow(sources, uses):
            return _equality(claim, _side(claim, sources), _side(claim, uses))
        case Order(lesser, greater):
            return _at_most(claim, _side(claim, (lesser,)), _side(claim, (greater,)))
        case Presence(premise, conclusion):
            return _presence(claim, premise, conclusion)
        case Same(mentions):
            return _same(claim, mentions)
        case Share(share, part, base):
            return _share(claim, share, part, base)
        case AtLeastZero(terms):
            return _at_least_zero(claim, _side(claim, terms))
        case Countable(figure):
            return _countable(claim, figure)
        case Required():
            return Outcome(claim, Verdict.FAIL)
        case _:
            assert_never(claim.relation)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of an equation: the sum of its known figures, and whether any is unknown."""

    value: Exact
    bounds: Interval
    has_gap: bool
    is_negative: bool

    @property
    def known(self) -> Exact | None:
        return None if self.has_gap else self.value


def _side(claim: Claim, figures: Sequence[Figure]) -> _Side:
    numerals = [figure.numeral for figure in figures if figure.numeral]
    value: Exact = sum((numeral.value for numeral in numerals), 0)
    bounds = total([_bounds(claim, numeral) for numeral in numerals])
    is_negative = any(numeral.value < 0 for numeral in numerals)
    return _Side(value, bounds, len(numerals) < len(figures), is_negative)


def _bounds(claim: Claim, numeral: Numeral) -> Interval:
    """
    What the print of *numeral* admits; with a rounding note beside the table, amounts and shares are rounded even
    where they are printed in full (``numbers.md`` §6). Counts stay exact.
    """
    if "rounded" not in claim.notes or numeral.unit.measure is Measure.COUNT or not numeral.bounds.is_point:
        return numeral.bounds
    return Interval.around(numeral.value, Fraction(numeral.scale) / (2 * 10**numeral.decimals))


def _partition(claim: Claim, whole: Figure, parts: Sequence[Figure]) -> Outcome:
    left, right = _side(claim, (whole,)), _side(claim, parts)
    if left.has_gap or not (right.has_gap or claim.missing):
        return _equality(claim, left, right)
    # Unknown parts are not zero, but counts and amounts are not negative: the total is at least what is known.
    if not right.is_negative and right.bounds.exceeds(left.bounds):
        return _outcome(claim, Verdict.FAIL, left, right)
    return _open(claim, left, right)


def _equality(claim: Claim, left: _Side, right: _Side) -> Outcome:
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    if left.value == right.value:
        return _outcome(claim, Verdict.PASS, left, right)
    if left.bounds.meets(right.bounds):
        return _outcome(claim, Verdict.PASS, left, right, rounded=True)
    return _outcome(claim, Verdict.FAIL, left, right)


def _cover(claim: Claim, whole: Figure, parts: Sequence[Figure], *, each_within: bool) -> Outcome:
    left, right = _side(claim, (whole,)), _side(claim, parts)
    if each_within and (breach := _breach(claim, left, parts)) is not None:
        return breach
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    return _at_most(claim, left, right)


def _subset(claim: Claim, whole: Figure, parts: Sequence[Figure], *, disjoint: bool) -> Outcome:
    left, right = _side(claim, (whole,)), _side(claim, parts)
    if not disjoint or len(parts) == 1:
        if (breach := _breach(claim, left, parts)) is not None:
            return breach
    elif not left.has_gap and not right.is_negative and right.bounds.exceeds(left.bounds):
        return _outcome(claim, Verdict.FAIL, left, right)
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    return _outcome(claim, Verdict.PASS, left, right)


def _breach(claim: Claim, whole: _Side, parts: Sequence[Figure]) -> Outcome | None:
    """The outcome of the largest known part that lies above *whole*, if any does."""
    if whole.has_gap:
        return None
    above = [part for part in parts if part.numeral and _bounds(claim, part.numeral).exceeds(whole.bounds)]
    if not above:
        return None
    largest = max(above, key=lambda part: part.numeral.value if part.numeral else 0)
    return _outcome(claim, Verdict.FAIL, whole, _side(claim, (largest,)), breach=largest)


def _at_most(claim: Claim, left: _Side, right: _Side) -> Outcome:
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    if left.bounds.exceeds(right.bounds):
        return _outcome(claim, Verdict.FAIL, left, right)
    return _outcome(claim, Verdict.PASS, left, right, rounded=left.value > right.value)


def _presence(claim: Claim, premise: Figure, conclusion: Figure) -> Outcome:
    left, right = _side(claim, (premise,)), _side(claim, (conclusion,))
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    if left.bounds.exceeds(ZERO) and not right.bounds.exceeds(ZERO) and right.bounds.high in (0,):
        return _outcome(claim, Verdict.FAIL, left, right)
    return _outcome(claim, Verdict.PASS, left, right)


def _same(claim: Claim, mentions: Sequence[Figure]) -> Outcome:
    known = [figure.numeral for figure in mentions if figure.numeral]
    if len(known) < 2:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    first = known[0]
    for other in known[1:]:
        # Intervals on a line that meet pairwise have a common point (Helly), so pairs are enough.
        rivals = [one for one in known if not one.bounds.meets(other.bounds)]
        if rivals:
            rival = rivals[0]
            return Outcome(claim, Verdict.FAIL, rival.value, other.value, rival.bounds, other.bounds)
    last = known[-1]
    rounded = any(one.value != first.value for one in known)
    return Outcome(claim, Verdict.PASS, first.value, last.value, first.bounds, last.bounds, rounded=rounded)


def _share(claim: Claim, share: Figure, part: Figure, base: Figure) -> Outcome:
    """*share* percent = *part* / *base*; a truncated print counts as agreeing (``numbers.md`` §5)."""
    if not (share.numeral and part.numeral and base.numeral):
        return Outcome(claim, Verdict.OPEN, why="unknown")
    printed, above, below = share.numeral, part.numeral.bounds, base.numeral.bounds
    if below.low is None or below.high is None or below.low <= 0 or above.low is None or above.high is None:
        return Outcome(claim, Verdict.OPEN, why="no-power")
    quotient = Interval(Fraction(100 * above.low) / below.high, Fraction(100 * above.high) / below.low)
    exact = Fraction(100 * part.numeral.value) / Fraction(base.numeral.value)
    truncated = Interval(printed.value, printed.value + Fraction(1, 10**printed.decimals), high_open=True)
    verdict = Verdict.PASS if quotient.meets(printed.bounds) or quotient.meets(truncated) else Verdict.FAIL
    rounded = verdict is Verdict.PASS and exact != printed.value
    return Outcome(claim, verdict, printed.value, exact, printed.bounds, quotient, rounded=rounded)


def _at_least_zero(claim: Claim, terms: _Side) -> Outcome:
    zero = _Side(0, ZERO, has_gap=False, is_negative=False)
    if terms.has_gap or claim.missing:
        return _open(claim, terms, zero)
    return _outcome(claim, Verdict.FAIL if ZERO.exceeds(terms.bounds) else Verdict.PASS, terms, zero)


def _countable(claim: Claim, figure: Figure) -> Outcome:
    if figure.numeral is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    value = figure.numeral.value
    is_count = value >= 0 and Fraction(value).denominator == 1
    return Outcome(claim, Verdict.PASS if is_count else Verdict.FAIL, value, None, figure.numeral.bounds)


def _outcome(
    claim: Claim, verdict: Verdict, left: _Side, right: _Side, *, rounded: bool = False, breach: Figure | None = None
) -> Outcome:
    return Outcome(claim, verdict, left.known, right.known, left.bounds, right.bounds, rounded=rounded, breach=breach)


def _open(claim: Claim, left: _Side, right: _Side) -> Outcome:
    why = "missing" if claim.missing else "unknown"
    return Outcome(claim, Verdict.OPEN, left.known, right.known, why=why)
