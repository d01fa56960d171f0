"""
Intervals: what a printed figure can mean, exactly.

Ends are whole numbers or fractions, each open or closed, None where unbounded. Nothing here rounds.
Source: XBRL Calculations 1.1 (2023), sums of intervals.
"""

from __future__ import annotations

from fractions import Fraction

from gklint.start.records import dataclass

Exact = int | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """
    All values between *low* and *high*; an end belongs to the interval unless it is open.

    Raises:
        ValueError: nothing lies between the ends.
    """

    low: Exact | None
    high: Exact | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"empty interval: {self}")

    @classmethod
    def point(cls, value: Exact) -> Interval:
        """The interval that holds *value* and nothing else."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Exact, half: Exact) -> Interval:
        """From *value* − *half* to *value* + *half*, both ends closed."""
        return cls(value - half, value + half)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    def __contains__(self, value: Exact) -> bool:
        if self.low is not None and (value < self.low or (value == self.low and self.low_open)):
            return False
        return self.high is None or value < self.high or (value == self.high and not self.high_open)

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Exact) -> Interval:
        """Every value times *factor*, which is above zero."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_open,
            self.high_open,
        )

    def exceeds(self, other: Interval) -> bool:
        """Whether every value here lies above every value of *other*."""
        if self.low is None or other.high is None:
            return False
        return self.low > other.high or (self.low == other.high and (self.low_open or other.high_open))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not self.exceeds(other) and not other.exceeds(self)

    def hull(self, other: Interval) -> Interval:
        """The least interval that holds both."""
        low, low_open = _outer(self.low, self.low_open, other.low, other.low_open, least=True)
        high, high_open = _outer(self.high, self.high_open, other.high, other.high_open, least=False)
        return Interval(low, high, low_open, high_open)


def total(intervals: list[Interval]) -> Interval:
    """The sum of *intervals*, each as often as it stands there; the sum of none is zero."""
    result = Interval.point(0)
    for interval in intervals:
        result = result + interval
    return result


def _outer(
    one: Exact | None, one_open: bool, two: Exact | None, two_open: bool, *, least: bool
) -> tuple[Exact | None, bool]:
    if one is None or two is None:
        return None, False
    if one == two:
        return one, one_open and two_open
    return (one, one_open) if (one < two) == least else (two, two_open)
