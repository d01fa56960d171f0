"""
Changes: from an old figure to a new one, by a rate, a difference, or only in a direction.

A direction word against the sign of the change is the first thing to say; then the rate counts like any other.
倍, 番 and 百分点 are read as the writing standard GB/T 15835-2011 and common usage have them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import assert_never

from gklint.judge.quotient import Quantity, compared, divided, hundredfold, read
from gklint.model.claim import Claim, Outcome, Verdict
from gklint.model.interval import Interval
from gklint.model.numeral import Measure, Numeral
from gklint.model.relation import Change, Growth
from gklint.model.rule import Severity

ZERO = Interval.point(0)
LOOSE = Fraction(1, 10)
"""翻番 is a ratio in words, true to a tenth of it like 三分之一."""
LEVEL = Fraction(1, 50)
"""Two figures that differ by less than a fiftieth are on a level in the language of reports."""
MOST_DOUBLINGS = 64
"""More than this is no growth of anything, and a power of it only costs time."""


def change(claim: Claim, relation: Change) -> Outcome:
    """The printed change against the one from old to new; which of the two readings of N倍 fits decides."""
    if relation.old.numeral is None or relation.new.numeral is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    old, new = read(relation.old.numeral), read(relation.new.numeral)
    if relation.rate is None:
        return _level(claim, old, new) if relation.mode == "level" else _directed(claim, relation.sense, old, new)
    printed = relation.rate.numeral
    if printed is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    if printed.value >= 0 and ZERO.exceeds(_forward(relation.sense, old, new).bounds):
        return _reversed(claim, old, new)
    outcomes = list(_readings(claim, relation, printed, old, new))
    passed = [outcome for outcome in outcomes if outcome.verdict is Verdict.PASS]
    if passed:
        return min(passed, key=lambda outcome: (outcome.why is not None, outcome.rounded))
    return _slip(outcomes[0], relation, printed, old, new)


def growth(claim: Claim, relation: Growth) -> Outcome:
    """The printed percentage against the amount over what the new figure was before it changed by that amount."""
    rate, amount, new = relation.rate.numeral, relation.amount.numeral, relation.new.numeral
    if rate is None or amount is None or new is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    by = read(amount)
    old = read(new) - (by if relation.sense > 0 else -by)
    return compared(claim, rate, divided(by.scaled(hundredfold(rate)), old))


def _directed(claim: Claim, sense: int, old: Quantity, new: Quantity) -> Outcome:
    """Only the direction is asserted, so that standing still contradicts it too."""
    if not sense:
        return Outcome(claim, Verdict.OPEN, new.value, old.value, why="no-power")
    most = _forward(sense, old, new).bounds.high
    if most is not None and most <= 0:
        return _reversed(claim, old, new)
    return Outcome(claim, Verdict.PASS, new.value, old.value, new.bounds, old.bounds)


def _level(claim: Claim, old: Quantity, new: Quantity) -> Outcome:
    """持平: nothing that anybody would call a rise or a fall lies between."""
    apart = abs(Fraction(new.value) - old.value)
    is_level = old.bounds.meets(new.bounds) or apart <= LEVEL * min(abs(Fraction(old.value)), abs(Fraction(new.value)))
    if not is_level:
        return replace(_reversed(claim, old, new), cap=Severity.WARNING)
    rounded = old.value != new.value
    return Outcome(claim, Verdict.PASS, new.value, old.value, new.bounds, old.bounds, rounded=rounded)


def _forward(sense: int, old: Quantity, new: Quantity) -> Quantity:
    """How far the figures went the way that the words say; zero where they do not say."""
    if not sense:
        return Quantity(0, ZERO)
    return new - old if sense > 0 else old - new


def _reversed(claim: Claim, old: Quantity, new: Quantity) -> Outcome:
    return Outcome(claim, Verdict.FAIL, new.value, old.value, new.bounds, old.bounds, why="direction")


def _readings(claim: Claim, relation: Change, printed: Numeral, old: Quantity, new: Quantity) -> Iterator[Outcome]:
    """The outcome of each admissible reading, the natural one first."""
    if relation.mode == "times":
        yield compared(claim, printed, divided(new, old))
        return
    if relation.mode == "doublings":
        yield _doubled(claim, printed, old, new)
        return
    for sign in signs(relation.sense, printed):
        delta = new - old if sign > 0 else old - new
        match relation.mode:
            case "points" | "amount" | "level":
                yield _difference(claim, printed, delta)
            case "percent":
                outcome = compared(claim, printed, divided(delta.scaled(hundredfold(printed)), old))
                yield _signed_twice(outcome) if says_twice(relation.sense, sign, printed) else outcome
            case "times-more":
                # 增长N倍 is N more by the standard; many mean N times as much, which is not worth an accusation.
                yield compared(claim, printed, divided(delta, old))
                times = compared(claim, printed, divided(new, old))
                yield replace(times, why="times") if times.verdict is Verdict.PASS else times
            case _:
                assert_never(relation.mode)


def signs(sense: int, printed: Numeral) -> tuple[int, ...]:
    """+1 for new − old, −1 for old − new; 下降-5% says the fall twice, and 变动5% says nothing of the direction."""
    if printed.value < 0:
        return (1, -1) if sense < 0 else (1,)
    return {1: (1,), 0: (1, -1), -1: (-1,)}[sense]


def says_twice(sense: int, sign: int, printed: Numeral) -> bool:
    """Whether both the words and the sign of the print say that it is a fall, and it is read as one."""
    return sense < 0 < sign and printed.value < 0


def _signed_twice(outcome: Outcome) -> Outcome:
    """下降 -12.5% of a fall by 12.5 %: by its letter a rise, and nobody takes it for one."""
    if outcome.verdict is not Verdict.PASS:
        return outcome
    return replace(outcome, verdict=Verdict.FAIL, rounded=False, why="sign-twice", cap=Severity.NOTE)


def _difference(claim: Claim, printed: Numeral, delta: Quantity) -> Outcome:
    is_exact = printed.value == delta.value
    verdict = Verdict.PASS if is_exact or printed.bounds.meets(delta.bounds) else Verdict.FAIL
    rounded = verdict is Verdict.PASS and not is_exact
    return Outcome(claim, verdict, printed.value, delta.value, printed.bounds, delta.bounds, rounded=rounded)


def _doubled(claim: Claim, printed: Numeral, old: Quantity, new: Quantity) -> Outcome:
    """翻N番: new = 2^N · old, give or take a tenth."""
    times = Fraction(printed.value)
    quotient = divided(new, old)
    if quotient is None or printed.approximators or times.denominator != 1 or not 0 < times <= MOST_DOUBLINGS:
        return Outcome(claim, Verdict.OPEN, why="no-power")
    factor = 2**times.numerator
    bounds = Interval.around(factor, factor * LOOSE)
    verdict = Verdict.PASS if quotient.bounds.meets(bounds) else Verdict.FAIL
    rounded = verdict is Verdict.PASS and quotient.value != factor
    return Outcome(claim, verdict, factor, quotient.value, bounds, quotient.bounds, rounded=rounded)


def _slip(failed: Outcome, relation: Change, printed: Numeral, old: Quantity, new: Quantity) -> Outcome:
    """80% → 88% is 8 points and 10 %: where the other of the two fits, only the unit is wrong."""
    if relation.old.numeral is None or relation.old.numeral.unit.measure is not Measure.PERCENT:
        return failed
    delta = new - old if (relation.sense or 1) > 0 else old - new
    if relation.mode == "percent" and printed.unit.measure is Measure.PERCENT:
        other, why = _difference(failed.claim, printed, delta), "points"
    elif relation.mode == "points":
        other, why = compared(failed.claim, printed, divided(delta.scaled(100), old)), "percent"
    else:
        return failed
    return replace(failed, why=why, cap=Severity.WARNING) if other.verdict is Verdict.PASS else failed
