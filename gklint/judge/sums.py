"""
Sums and bounds: partition, cover, subset, flow, order, presence.

A sum fails only if no values inside the printed intervals satisfy it; it is open if an operand is missing or unknown
and what is left of it does not break it. Source: XBRL Calculations 1.1 (2023).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gklint.model.claim import Claim, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval, total
from gklint.model.numeral import Measure, Numeral
from gklint.start.records import dataclass

ZERO = Interval.point(0)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an equation: the sum of its known figures, and whether any is unknown."""

    value: Exact
    bounds: Interval
    has_gap: bool
    is_negative: bool

    @property
    def known(self) -> Exact | None:
        return None if self.has_gap else self.value


def side(claim: Claim, figures: Sequence[Figure]) -> Side:
    numerals = [figure.numeral for figure in figures if figure.numeral]
    value: Exact = sum((numeral.value for numeral in numerals), 0)
    bounds = total([admitted(claim, numeral) for numeral in numerals])
    is_negative = any(numeral.value < 0 for numeral in numerals)
    return Side(value, bounds, len(numerals) < len(figures), is_negative)


def admitted(claim: Claim, numeral: Numeral) -> Interval:
    """
    What the print of *numeral* admits; with a rounding note beside the table, amounts and shares are rounded even
    where they are printed in full. Counts stay exact. A claim noted as soft asks for what a
    careful writer means by an approximator (§2).
    """
    if "soft" in claim.notes and numeral.soft is not None:
        return numeral.soft
    if "rounded" not in claim.notes or numeral.unit.measure is Measure.COUNT or not numeral.bounds.is_point:
        return numeral.bounds
    return Interval.around(numeral.value, Fraction(numeral.scale) / (2 * 10**numeral.decimals))


def partition(claim: Claim, whole: Figure, parts: Sequence[Figure]) -> Outcome:
    left, right = side(claim, (whole,)), side(claim, parts)
    if left.has_gap or not (right.has_gap or claim.missing):
        return equality(claim, left, right)
    # Unknown parts are not zero, but counts and amounts are not negative: the total is at least what is known.
    if not right.is_negative and _exceeds(right, left):
        return _outcome(claim, Verdict.FAIL, left, right)
    return _open(claim, left, right)


def flow(claim: Claim, sources: Sequence[Figure], uses: Sequence[Figure]) -> Outcome:
    return equality(claim, side(claim, sources), side(claim, uses))


def order(claim: Claim, lesser: Figure, greater: Figure) -> Outcome:
    left, right = side(claim, (lesser,)), side(claim, (greater,))
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    if left.bounds.exceeds(right.bounds):
        return _outcome(claim, Verdict.FAIL, left, right)
    return _outcome(claim, Verdict.PASS, left, right, rounded=left.value > right.value)


def equality(claim: Claim, left: Side, right: Side) -> Outcome:
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    # By their face first: 3万余 + 2 = 30002 is how approximate parts are added up.
    if left.value == right.value:
        return _outcome(claim, Verdict.PASS, left, right)
    if left.bounds.meets(right.bounds):
        return _outcome(claim, Verdict.PASS, left, right, rounded=True)
    return _outcome(claim, Verdict.FAIL, left, right)


def cover(claim: Claim, whole: Figure, parts: Sequence[Figure], *, each_within: bool) -> Outcome:
    left, right = side(claim, (whole,)), side(claim, parts)
    if each_within and (breach := _breach(claim, left, parts)) is not None:
        return breach
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    if _exceeds(left, right):
        return _outcome(claim, Verdict.FAIL, left, right)
    return _outcome(claim, Verdict.PASS, left, right, rounded=left.value > right.value)


def subset(claim: Claim, whole: Figure, parts: Sequence[Figure], *, disjoint: bool) -> Outcome:
    left, right = side(claim, (whole,)), side(claim, parts)
    if not disjoint or len(parts) == 1:
        if (breach := _breach(claim, left, parts)) is not None:
            return breach
    elif not left.has_gap and not right.is_negative and _exceeds(right, left):
        return _outcome(claim, Verdict.FAIL, left, right)
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    return _outcome(claim, Verdict.PASS, left, right, rounded=disjoint and right.value > left.value)


def _breach(claim: Claim, whole: Side, parts: Sequence[Figure]) -> Outcome | None:
    """The outcome of the largest known part that lies above *whole*, if any does."""
    if whole.has_gap:
        return None
    above = [part for part in parts if part.numeral and admitted(claim, part.numeral).exceeds(whole.bounds)]
    if not above:
        return None
    largest = max(above, key=lambda part: part.numeral.value if part.numeral else 0)
    return _outcome(claim, Verdict.FAIL, whole, side(claim, (largest,)), breach=largest)


def presence(claim: Claim, premise: Figure, conclusion: Figure) -> Outcome:
    left, right = side(claim, (premise,)), side(claim, (conclusion,))
    if left.has_gap or right.has_gap or claim.missing:
        return _open(claim, left, right)
    if left.bounds.exceeds(ZERO) and right.bounds.high is not None and right.bounds.high <= 0:
        return _outcome(claim, Verdict.FAIL, left, right)
    return _outcome(claim, Verdict.PASS, left, right)


def at_least_zero(claim: Claim, figures: Sequence[Figure]) -> Outcome:
    terms = side(claim, figures)
    zero = Side(0, ZERO, has_gap=False, is_negative=False)
    if terms.has_gap or claim.missing:
        return _open(claim, terms, zero)
    return _outcome(claim, Verdict.FAIL if ZERO.exceeds(terms.bounds) else Verdict.PASS, terms, zero)


def _exceeds(one: Side, other: Side) -> bool:
    """
    Whether *one* is above *other* both by all that the prints admit and by their face: writers add up approximate
    figures as they stand (超过50 + 超过50 = 100).
    """
    return one.value > other.value and one.bounds.exceeds(other.bounds)


def _outcome(
    claim: Claim, verdict: Verdict, left: Side, right: Side, *, rounded: bool = False, breach: Figure | None = None
) -> Outcome:
    return Outcome(claim, verdict, left.known, right.known, left.bounds, right.bounds, rounded=rounded, breach=breach)


def _open(claim: Claim, left: Side, right: Side) -> Outcome:
    why = "missing" if claim.missing else "unknown"
    return Outcome(claim, Verdict.OPEN, left.known, right.known, why=why)
