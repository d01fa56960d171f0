"""
Rates: shares, means, shares that make up a whole, and percentages that no count can give.

A printed rate is compared with the exact quotient of its figures. Source: Brown & Heathers 2017 (the GRIM
test) for Attainable; GB/T 8170 for rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from gklint.judge.quotient import Quantity, admitted, compared, cut_off, divided, hundredfold, last_place, read, summed
from gklint.model.claim import Claim, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval, total
from gklint.model.numeral import Measure, Numeral
from gklint.model.relation import Attainable, Hundred, Mean, Share
from gklint.model.rule import Severity

LEAST_POWER = Fraction(1, 2)
"""Share of printable percentages that a count must be unable to give before one of them is judged (§7)."""

NEARLY_ALL = Fraction(995, 10)
"""From this percentage on, 100% beside it is loose wording rather than a fault (§5)."""

HUNDRED = Interval.point(100)


def share(claim: Claim, relation: Share) -> Outcome:
    """The best verdict over all admissible bases; where none fits, the nearest is spoken of, among equals the first."""
    if not relation.part:
        return _within_whole(claim, relation.share)
    outcomes = [_of_base(claim, relation.share, relation.part, base, i) for i, base in enumerate(relation.bases)]
    passed = [outcome for outcome in outcomes if outcome.verdict is Verdict.PASS]
    if passed:
        return min(passed, key=lambda outcome: (outcome.why is not None, outcome.rounded))
    # A base that cannot be judged might be the one that is meant.
    undecided = [outcome for outcome in outcomes if outcome.verdict is Verdict.OPEN]
    if undecided or not outcomes:
        return undecided[0] if undecided else Outcome(claim, Verdict.OPEN, why="no-power")
    return min(outcomes, key=lambda outcome: Severity.ERROR if outcome.cap is None else outcome.cap)


def _of_base(claim: Claim, printed: Figure, part: Sequence[Figure], base: Sequence[Figure], index: int) -> Outcome:
    above, below = summed(part), summed(base)
    if printed.numeral is None or above is None or below is None:
        return Outcome(claim, Verdict.OPEN, why="unknown", base=index)
    if below.value == 0 < above.value and printed.cell is None and printed.numeral.value:
        # 年初预算 0 万元，决算 5 万元，完成预算的 100%: many write so, and nothing gives it.
        return Outcome(claim, Verdict.FAIL, printed.numeral.value, why="of-nothing", base=index, cap=Severity.NOTE)
    exact = divided(above.scaled(hundredfold(printed.numeral)), below)
    outcome = compared(claim, printed.numeral, exact, base=index)
    # In a column of percentages 100.0 is rounded like its neighbours.
    if exact is not None and printed.cell is None and says_all(printed.numeral) and HUNDRED.exceeds(exact.bounds):
        # 100% claims that nothing is left over, whatever rounding could make of 1999 out of 2000.
        cap = Severity.NOTE if exact.value >= NEARLY_ALL else outcome.cap
        return replace(outcome, verdict=Verdict.FAIL, rounded=False, why=None, cap=cap)
    return outcome


def _within_whole(claim: Claim, share: Figure) -> Outcome:
    """A share of nothing that is printed: all that can be said is that no part is more than 100 % of its whole."""
    if share.numeral is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    printed = _percentage(share.numeral)
    verdict = Verdict.FAIL if printed.bounds.exceeds(HUNDRED) else Verdict.PASS
    return Outcome(claim, verdict, printed.value, 100, printed.bounds, HUNDRED)


def says_all(printed: Numeral) -> bool:
    return printed.unit.measure is Measure.PERCENT and printed.value == 100 and not printed.approximators


def mean(claim: Claim, relation: Mean) -> Outcome:
    """The printed mean against the quotient of its whole and number."""
    printed, whole, number = relation.mean.numeral, relation.whole.numeral, relation.number.numeral
    if printed is None or whole is None or number is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    return compared(claim, printed, divided(read(whole), read(number)))


def hundred(claim: Claim, relation: Hundred) -> Outcome:
    """Shares of one whole sum to 100 within the sum of their half units; approximate ones also by their face."""
    numerals = [figure.numeral for figure in relation.shares if figure.numeral]
    if len(numerals) < len(relation.shares) or not numerals or claim.missing:
        return Outcome(claim, Verdict.OPEN, why="missing" if claim.missing else "unknown")
    shares = [_percentage(numeral) for numeral in numerals]
    value: Exact = sum((one.value for one in shares), 0)
    bounds = total([one.bounds for one in shares])
    verdict = Verdict.PASS if value == 100 or bounds.meets(HUNDRED) else Verdict.FAIL
    return Outcome(claim, verdict, value, 100, bounds, HUNDRED, rounded=verdict is Verdict.PASS and value != 100)


def _percentage(numeral: Numeral) -> Quantity:
    """三成 as 30; a printed percentage as it is, rounded at its last digit."""
    if numeral.unit.measure is Measure.MULTIPLE:
        return read(numeral).scaled(100)
    return Quantity(numeral.value, admitted(numeral))


def attainable(claim: Claim, relation: Attainable) -> Outcome:
    """Whether some whole number of things gives the printed percentage; open where nearly every print is possible."""
    percent, number = relation.percent.numeral, relation.number.numeral
    if percent is None or number is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    things, unit = int(number.value), last_place(percent)
    is_number = number.bounds.is_point and 0 < things == number.value
    if not is_number or percent.approximators or "rounded" in claim.notes or _power(things, unit) <= LEAST_POWER:
        return Outcome(claim, Verdict.OPEN, why="no-power")
    bounds, possible = admitted(percent), _neighbours(percent, things)
    nearest = min(possible, key=lambda value: abs(value - percent.value))
    if nearest in bounds:
        return Outcome(claim, Verdict.PASS, percent.value, nearest, bounds, rounded=nearest != percent.value)
    for value in possible:
        if value in cut_off(percent):
            return Outcome(claim, Verdict.PASS, percent.value, value, bounds, rounded=True, why="truncated")
    return Outcome(claim, Verdict.FAIL, percent.value, nearest, bounds, cap=Severity.WARNING)


def _power(things: int, unit: Fraction) -> Fraction:
    """Share of the printable percentages that *things* cannot give."""
    return 1 - (things + 1) / (100 / unit + 1)


def _neighbours(percent: Numeral, things: int) -> tuple[Fraction, ...]:
    """The percentages that whole numbers of *things*, none to all of them, give next below and above the print."""
    part = Fraction(percent.value) * things / 100
    return tuple(Fraction(100 * min(max(whole, 0), things), things) for whole in (floor(part), ceil(part)))
