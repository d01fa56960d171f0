"""Intervals against brute force on a small grid."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gklint.model.interval import Interval, total

GRID = [Fraction(n, 2) for n in range(-24, 25)]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(st.integers(-4, 4)), draw(st.integers(-4, 4))))
    low_open, high_open = (draw(st.booleans()), draw(st.booleans())) if low < high else (False, False)
    return Interval(
        None if draw(st.integers(0, 7)) == 0 else low,
        None if draw(st.integers(0, 7)) == 0 else high,
        low_open,
        high_open,
    )


def members(interval: Interval) -> set[Fraction]:
    return {value for value in GRID if value in interval}


@settings(max_examples=300)
@given(intervals())
def test_negation_mirrors(one: Interval) -> None:
    """−[a, b] holds the negatives, with ends and their open flags swapped; twice is the identity."""
    assert {-value for value in members(one)} == members(-one)
    mirrored = -one
    assert members(one) == members(-mirrored)


@settings(max_examples=300)
@given(intervals(), intervals())
def test_sums_hold_all_sums(one: Interval, two: Interval) -> None:
    """A sum holds the sum of any two members; the ends of bounded closed ones are attained."""
    both = one + two

    assert all(a + b in both for a in members(one) for b in members(two))


@settings(max_examples=300)
@given(intervals(), intervals())
def test_meeting_is_sharing_a_value(one: Interval, two: Interval) -> None:
    """Two intervals meet if and only if some value lies in both."""
    shared = members(one) & members(two)

    assert bool(shared) == one.meets(two)
    assert one.meets(two) == two.meets(one)


@settings(max_examples=300)
@given(intervals(), intervals())
def test_exceeding_is_lying_above(one: Interval, two: Interval) -> None:
    """One exceeds another if and only if each of its values is the larger."""
    above = all(a > b for a in members(one) for b in members(two))

    if one.exceeds(two):
        assert above
    elif one.low is not None and two.high is not None:
        assert not above or one.low_open or two.high_open


@settings(max_examples=300)
@given(intervals(), intervals(), intervals())
def test_widening_never_parts(one: Interval, two: Interval, wider: Interval) -> None:
    """What met still meets after one side has been widened."""
    if one.meets(two):
        assert one.hull(wider).meets(two)


@settings(max_examples=300)
@given(intervals(), intervals())
def test_hull_is_least(one: Interval, two: Interval) -> None:
    """The hull holds both, and has no end of its own."""
    hull = one.hull(two)

    assert members(one) | members(two) <= members(hull)
    assert hull.low in (one.low, two.low)
    assert hull.high in (one.high, two.high)


def test_total_keeps_open_ends() -> None:
    """An end of a sum is open if any contributing end is open."""
    result = total([Interval(1, 2), Interval(0, 5, low_open=True), Interval.point(3)])

    assert Interval(4, 10, low_open=True) == result


@pytest.mark.parametrize("ends", [(2, 1, False, False), (1, 1, True, False), (1, 1, False, True)])
def test_nothing_is_no_interval(ends: tuple[int, int, bool, bool]) -> None:
    """Ends without a value between them are refused."""
    with pytest.raises(ValueError, match="empty interval"):
        Interval(*ends)


def test_scaling_multiplies_ends() -> None:
    """Scaling keeps which ends are open."""
    assert Interval(2, 4, high_open=True) == Interval(1, 2, high_open=True).scaled(2)
