"""
Rates: shares, changes, means, and percentages that no count can give.

A printed rate is compared with the exact quotient of its two figures. It passes where it is the quotient rounded
(half-up or half-even) or cut off; a miss of one unit in the last place is worth a look, a larger one is a fault.
Source: ``numbers.md`` §5 and §7 (Brown & Heathers 2017, the GRIM test, for Attainable).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from gklint.model.claim import Attainable, Change, Claim, Growth, Hundred, Mean, Outcome, Share, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval, total
from gklint.model.numeral import Measure, Numeral
from gklint.model.rule import Severity

LEAST_POWER = Fraction(1, 2)
"""Share of printable percentages that a count must be unable to give before one of them is judged (§7)."""

NEARLY_ALL = Fraction(995, 10)
"""From this percentage on, 100% beside it is loose wording rather than a fault (§5)."""


def share(claim: Claim, relation: Share) -> Outcome:
    """The best verdict over all admissible bases; where none fits, the first base is spoken of."""
    outcomes = [_of_base(claim, relation.share, relation.part, base, i) for i, base in enumerate(relation.bases)]
    for verdict in (Verdict.PASS, Verdict.FAIL):
        # A base that cannot be judged might be the one that is meant.
        if verdict is Verdict.FAIL and any(outcome.verdict is Verdict.OPEN for outcome in outcomes):
            break
        found = [outcome for outcome in outcomes if outcome.verdict is verdict]
        if found:
            return min(found, key=lambda outcome: (outcome.rounded, outcome.cap or Severity.ERROR))
    return Outcome(claim, Verdict.OPEN, why="no-power")


def _of_base(claim: Claim, printed: Figure, part: Sequence[Figure], base: Sequence[Figure], index: int) -> Outcome:
    above, below = _sum(part), _sum(base)
    if printed.numeral is None or above is None or below is None:
        return Outcome(claim, Verdict.OPEN, why="unknown", base=index)
    factor = 100 if printed.numeral.unit.measure is Measure.PERCENT else 1
    return _rate(claim, printed.numeral, (above[0] * factor, above[1].scaled(factor)), below, base=index)


def change(claim: Claim, relation: Change) -> Outcome:
    """The printed change against the one from old to new; a direction word against its sign comes first."""
    rate, old, new = relation.rate, relation.old.numeral, relation.new.numeral
    if old is None or new is None or (rate and rate.numeral is None):
        return Outcome(claim, Verdict.OPEN, why="unknown")
    grown = new.bounds - old.bounds
    against = Interval.point(0)
    if (relation.sense > 0 and against.exceeds(grown)) or (relation.sense < 0 and grown.exceeds(against)):
        return Outcome(claim, Verdict.FAIL, new.value, old.value, new.bounds, old.bounds, why="direction")
    if rate is None or rate.numeral is None:
        verdict = Verdict.PASS if relation.sense else Verdict.OPEN
        return Outcome(claim, verdict, new.value, old.value, new.bounds, old.bounds)
    printed, sign = rate.numeral, -1 if relation.sense < 0 else 1
    delta = (sign * (new.value - old.value), grown if sign > 0 else -grown)
    match relation.mode:
        case "points" | "amount":
            return _amount(claim, printed, delta)
        case "percent":
            factor = 100 if printed.unit.measure is Measure.PERCENT else 1
            return _rate(claim, printed, (factor * delta[0], delta[1].scaled(factor)), (old.value, old.bounds))
        case "times":
            return _rate(claim, printed, (new.value, new.bounds), (old.value, old.bounds))
        case "times-more":
            # 增长N倍 is N more by the standard; many mean N times as much, which is not worth an accusation.
            more = _rate(claim, printed, delta, (old.value, old.bounds))
            if more.verdict is not Verdict.FAIL:
                return more
            times = _rate(claim, printed, (new.value, new.bounds), (old.value, old.bounds))
            return times if times.verdict is Verdict.PASS else more
        case "doublings":
            factor = (
                2 ** int(printed.value) if Fraction(printed.value).denominator == 1 and printed.value < 64 else None
            )
            if factor is None or old.value == 0:
                return Outcome(claim, Verdict.OPEN, why="no-power")
            holds = new.bounds.meets(old.bounds.scaled(factor))
            return Outcome(claim, Verdict.PASS if holds else Verdict.FAIL, new.value, old.value * factor)


def growth(claim: Claim, relation: Growth) -> Outcome:
    """The printed percentage against the amount over what the new figure was before it changed by that amount."""
    rate, amount, new = relation.rate.numeral, relation.amount.numeral, relation.new.numeral
    if rate is None or amount is None or new is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    old = new.value - relation.sense * amount.value
    bounds = new.bounds - amount.bounds if relation.sense > 0 else new.bounds + amount.bounds
    return _rate(claim, rate, (100 * amount.value, amount.bounds.scaled(100)), (old, bounds))


def mean(claim: Claim, relation: Mean) -> Outcome:
    """The printed mean against the quotient of its whole and number."""
    printed, whole, number = relation.mean.numeral, relation.whole.numeral, relation.number.numeral
    if printed is None or whole is None or number is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    return _rate(claim, printed, (whole.value, whole.bounds), (number.value, number.bounds))


def hundred(claim: Claim, relation: Hundred) -> Outcome:
    """Shares of one whole sum to 100 within the sum of their half units."""
    numerals = [figure.numeral for figure in relation.shares if figure.numeral]
    if len(numerals) < len(relation.shares):
        return Outcome(claim, Verdict.OPEN, why="unknown")
    value: Exact = sum((numeral.value for numeral in numerals), 0)
    bounds, whole = total([numeral.bounds for numeral in numerals]), Interval.point(100)
    verdict = Verdict.PASS if bounds.meets(whole) else Verdict.FAIL
    return Outcome(claim, verdict, value, 100, bounds, whole, rounded=verdict is Verdict.PASS and value != 100)


def attainable(claim: Claim, relation: Attainable) -> Outcome:
    """Whether some whole number of things gives the printed percentage; open where nearly every print is possible."""
    percent, number = relation.percent.numeral, relation.number.numeral
    if percent is None or number is None or not number.bounds.is_point or number.value <= 0:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    prints = 100 * 10**percent.decimals + 1
    if 1 - Fraction(number.value + 1) / prints <= LEAST_POWER:
        return Outcome(claim, Verdict.OPEN, why="no-power")
    low, high = percent.bounds.low, percent.bounds.high
    if low is None or high is None:
        return Outcome(claim, Verdict.OPEN, why="no-power")
    cut = Fraction(1, 10**percent.decimals)
    least = ceil(number.value * Fraction(low) / 100)
    most = floor(number.value * max(Fraction(high), percent.value + cut) / 100)
    verdict = Verdict.PASS if least <= min(most, number.value) else Verdict.FAIL
    return Outcome(claim, verdict, percent.value, number.value, percent.bounds, number.bounds)


Quantity = tuple[Exact, Interval]
"""Face value and all values that the print admits."""


def _rate(claim: Claim, printed: Numeral, above: Quantity, below: Quantity, *, base: int = 0) -> Outcome:
    """*printed* against *above* / *below*."""
    if below[1].low is None or below[1].high is None or below[1].low <= 0:
        return Outcome(claim, Verdict.OPEN, why="no-power", base=base)
    quotient = _divided(above[1], below[1])
    exact = Fraction(above[0]) / Fraction(below[0])
    outcome = Outcome(claim, Verdict.PASS, printed.value, exact, printed.bounds, quotient, base=base)
    unit = Fraction(printed.scale) / 10**printed.decimals
    cut = Interval(printed.value, printed.value + unit, high_open=True)
    if quotient.meets(printed.bounds) or (not printed.approximators and quotient.meets(cut)):
        return _with(outcome, rounded=exact != printed.value)
    near = Interval.around(printed.value, Fraction(3, 2) * unit)
    cap = Severity.WARNING if quotient.meets(near) else None
    if printed.unit.measure is Measure.PERCENT and printed.value == 100 and exact >= NEARLY_ALL:
        cap = Severity.NOTE
    return _with(outcome, verdict=Verdict.FAIL, cap=cap)


def _amount(claim: Claim, printed: Numeral, delta: Quantity) -> Outcome:
    """*printed* against a difference."""
    value, bounds = delta
    holds = printed.bounds.meets(bounds)
    rounded = holds and value != printed.value
    verdict = Verdict.PASS if holds else Verdict.FAIL
    return Outcome(claim, verdict, printed.value, value, printed.bounds, bounds, rounded=rounded)


def _divided(above: Interval, below: Interval) -> Interval:
    """All quotients of *above* by *below*, whose ends are above zero; open ends are taken as closed."""
    if below.low is None or below.high is None:
        raise ValueError("a divisor without ends")
    low = None if above.low is None else Fraction(above.low) / (below.high if above.low >= 0 else below.low)
    high = None if above.high is None else Fraction(above.high) / (below.low if above.high >= 0 else below.high)
    return Interval(low, high)


def _sum(figures: Sequence[Figure]) -> Quantity | None:
    """Face value and bounds of a sum, None where a term is unknown."""
    numerals = [figure.numeral for figure in figures if figure.numeral]
    if len(numerals) < len(figures) or not numerals:
        return None
    return sum((numeral.value for numeral in numerals), 0), total([numeral.bounds for numeral in numerals])


def _with(outcome: Outcome, **changes: object) -> Outcome:
    from dataclasses import replace

    return replace(outcome, **changes)  # type: ignore[arg-type]  # keyword names are checked by replace itself
