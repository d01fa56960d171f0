"""Quantities with their bounds, and a printed rate beside the exact quotient that it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from gklint.model.claim import Claim, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval, total
from gklint.model.numeral import Measure, Numeral
from gklint.model.rule import Severity
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """Face value and all values that the print admits."""

    value: Exact
    bounds: Interval

    def __sub__(self, other: Quantity) -> Quantity:
        return Quantity(self.value - other.value, self.bounds - other.bounds)

    def __neg__(self) -> Quantity:
        return Quantity(-self.value, -self.bounds)

    def scaled(self, factor: Exact) -> Quantity:
        """Every value times *factor*, which is above zero."""
        return Quantity(self.value * factor, self.bounds.scaled(factor))


def read(numeral: Numeral) -> Quantity:
    return Quantity(numeral.value, numeral.bounds)


def summed(figures: Sequence[Figure]) -> Quantity | None:
    """The sum of *figures*, None where a term is unknown or there is none."""
    numerals = [figure.numeral for figure in figures if figure.numeral]
    if len(numerals) < len(figures) or not numerals:
        return None
    return Quantity(sum((numeral.value for numeral in numerals), 0), total([numeral.bounds for numeral in numerals]))


def divided(above: Quantity, below: Quantity) -> Quantity | None:
    """All quotients; None where the divisor may be zero or less, for there the quotient says nothing (§2)."""
    least = below.bounds.low
    if least is None or least <= 0:
        return None
    low, low_open = _end(above.bounds.low, above.bounds.low_open, below.bounds, is_low=True)
    high, high_open = _end(above.bounds.high, above.bounds.high_open, below.bounds, is_low=False)
    return Quantity(Fraction(above.value) / Fraction(below.value), Interval(low, high, low_open, high_open))


def _end(end: Exact | None, is_open: bool, below: Interval, *, is_low: bool) -> tuple[Exact | None, bool]:
    """
    One end of a quotient whose dividend ends at *end*: divided by the far end of *below* where it pulls towards zero,
    by the near one where it pushes away. It is open if either end is, but nothing shifts a zero.
    """
    if end is None or end == 0:
        return end, is_open
    pulls = (end > 0) == is_low
    by, by_open = (below.high, below.high_open) if pulls else (below.low, below.low_open)
    return (0, True) if by is None else (Fraction(end) / by, is_open or by_open)


def last_place(numeral: Numeral) -> Fraction:
    """What one unit in the last printed digit is worth: 0.1 in 35.4%, 1000 in 1.2万."""
    return Fraction(numeral.scale) / Fraction(10**numeral.decimals)


def admitted(rate: Numeral) -> Interval:
    """What the print of a rate admits; a quotient is hardly ever whole, so a whole number of it is rounded too."""
    return _half_unit(rate) if rate.bounds.is_point else rate.bounds


def accepted(rate: Numeral) -> Interval:
    """Every quotient that may be printed as *rate*, rounded or cut off."""
    bounds = admitted(rate)
    return bounds.hull(cut_off(rate)) if bounds == _half_unit(rate) else bounds


def hundredfold(printed: Numeral) -> int:
    """A percentage counts hundredths, a ratio in words is the quotient itself."""
    return 100 if printed.unit.measure is Measure.PERCENT else 1


def cut_off(numeral: Numeral) -> Interval:
    """All values that print as *numeral* when digits are cut off instead of rounded."""
    value, unit = numeral.value, last_place(numeral)
    if value < 0:
        return Interval(value - unit, value, low_open=True)
    return Interval(value, value + unit, high_open=True)


def compared(claim: Claim, printed: Numeral, exact: Quantity | None, *, base: int = 0) -> Outcome:
    """
    *printed* against the *exact* quotient: it passes as rounded or, by habit of many offices, cut off ("truncated");
    a miss of one unit in the last place is worth a look, a larger one is a fault. A ratio in words and a figure with
    an approximator have their own bounds, and no last place.
    """
    if exact is None:
        return Outcome(claim, Verdict.OPEN, why="no-power", base=base)
    bounds, is_rounded = admitted(printed), exact.value != printed.value
    outcome = Outcome(
        claim, Verdict.PASS, printed.value, exact.value, bounds, exact.bounds, rounded=is_rounded, base=base
    )
    if exact.bounds.meets(bounds):
        return outcome
    if bounds == _half_unit(printed):
        if exact.bounds.meets(cut_off(printed)):
            return replace(outcome, why="truncated")
        near = Interval.around(printed.value, Fraction(3, 2) * last_place(printed))
        if exact.bounds.meets(near):
            return replace(outcome, verdict=Verdict.FAIL, rounded=False, cap=Severity.WARNING)
    return replace(outcome, verdict=Verdict.FAIL, rounded=False)


def _half_unit(numeral: Numeral) -> Interval:
    return Interval.around(numeral.value, last_place(numeral) / 2)
