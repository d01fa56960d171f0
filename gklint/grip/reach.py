"""How far a figure may be off before a relation breaks: sets of distances, joined and cut."""

from __future__ import annotations

from collections.abc import Iterable

from gklint.grip.slips import Tolerance
from gklint.model.interval import Exact, Interval

ALWAYS = Interval(None, None)
ANY: Tolerance = (ALWAYS,)


def at_most(gap: Interval) -> Interval:
    """Every distance up to the upper end of *gap*."""
    return Interval(None, gap.high, high_open=gap.high_open)


def at_least(gap: Interval) -> Interval:
    """Every distance from the lower end of *gap* on."""
    return Interval(gap.low, None, low_open=gap.low_open)


def or_face(reach: Interval, face: Exact) -> Tolerance:
    """*reach*, and the one distance at which the faces of both sides agree, whatever the print admits."""
    return (reach,) if face in reach else (reach, Interval.point(face))


def within(tolerance: Tolerance, limit: Interval) -> Tolerance:
    """What of *tolerance* lies in *limit* too."""
    return tuple(both for reach in tolerance if (both := _both(reach, limit)) is not None)


def without(tolerance: Tolerance, point: Exact) -> Tolerance:
    """*tolerance* less one distance."""
    below, above = Interval(None, point, high_open=True), Interval(point, None, low_open=True)
    return tuple(piece for side in (below, above) for piece in within(tolerance, side))


def all_of(limits: Iterable[Interval]) -> Tolerance:
    """What lies in each of *limits*."""
    tolerance = ANY
    for limit in limits:
        tolerance = within(tolerance, limit)
    return tolerance


def _both(one: Interval, other: Interval) -> Interval | None:
    if not one.meets(other):
        return None
    # The ends that are nearer to each other: those of two intervals from which the outer ones were turned away.
    low, low_open = _higher((one.low, one.low_open), (other.low, other.low_open))
    mirrored_one, mirrored_other = -one, -other
    high, high_open = _higher((mirrored_one.low, mirrored_one.low_open), (mirrored_other.low, mirrored_other.low_open))
    return Interval(low, None if high is None else -high, low_open, high_open)


def _higher(one: tuple[Exact | None, bool], other: tuple[Exact | None, bool]) -> tuple[Exact | None, bool]:
    """The higher of two lower ends, each with whether it is open; of equal ones the open one."""
    if one[0] is None or other[0] is None:
        return other if one[0] is None else one
    return max(one, other)
