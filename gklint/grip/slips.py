"""
Slips: every number that one wrong keystroke makes of a printed one, as distances from it.

A digit replaced by another, two neighbouring digits exchanged, a digit lost, a digit doubled: the ways of
``blame/channel.py``, each keystroke once, but those that change nothing. Source: Damerau 1964.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from operator import ne

from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Numeral

FINER = 10
"""A digit doubled behind the point is worth a tenth of the last place: distances count these tenths."""

NONE, ALL = Fraction(0), Fraction(1)

Tolerance = tuple[Interval, ...]
"""By how much a figure may be off before anybody notices: within any of these."""

Reach = tuple[int | None, int | None]
"""The first and the last distance that is tolerated, in steps; None: without end."""

EXACTLY: Tolerance = (Interval.point(0),)


def noticed(printed: Numeral, tolerance: Tolerance) -> Fraction:
    """The share of the slips of *printed* that *tolerance* does not hold; none of a number without digits."""
    digits = _digits(printed)
    if digits is None:
        return NONE
    worth, point = step(printed), len(digits) - printed.decimals
    reaches = [_steps(reach, worth) for reach in tolerance]
    if printed.value < 0:
        reaches = [(_turned(high), _turned(low)) for low, high in reaches]
    if len(reaches) == 1 and (near := _near(digits, *reaches[0])) is not None:
        return _share(*_counted(digits, point, *near))
    return _noticed(digits, point, reaches)


def _noticed(digits: str, point: int, reaches: Sequence[Reach]) -> Fraction:
    known = _distances(digits, point)
    held: set[int] = set()
    for low, high in reaches:
        first = 0 if low is None else bisect_left(known, low)
        held.update(range(first, len(known) if high is None else bisect_right(known, high)))
    return _share(len(held), len(known))


@lru_cache(maxsize=1 << 12)
def _share(unseen: int, slips: int) -> Fraction:
    return 1 - Fraction(unseen, slips)


def distances(printed: Numeral) -> tuple[int, ...]:
    """How far each slip of *printed* leads away from it, in steps, the lowest first."""
    digits = _digits(printed)
    if digits is None:
        return ()
    found = _distances(digits, len(digits) - printed.decimals)
    return found if printed.value >= 0 else tuple(-distance for distance in reversed(found))


def step(printed: Numeral) -> Exact:
    """What one step is worth."""
    return _step(printed.scale, printed.decimals)


@lru_cache(maxsize=1 << 8)
def _step(scale: Exact, decimals: int) -> Exact:
    return Fraction(scale.numerator, scale.denominator * FINER * int(10**decimals))


def _digits(printed: Numeral) -> str | None:
    """The digits as printed, a 0 before the point among them; None if *printed* is no decimal (三分之一)."""
    value, scale = printed.value, printed.scale
    units, rest = divmod(
        value.numerator * scale.denominator * 10**printed.decimals, value.denominator * scale.numerator
    )
    return None if rest else str(abs(units)).zfill(printed.decimals + 1)


def _steps(reach: Interval, worth: Exact) -> Reach:
    """*reach* in steps that are *worth* so much; as integers, for there are many figures to count."""
    low = high = None
    if reach.low is not None:
        whole, rest = _divided(reach.low, worth)
        low = whole + 1 if rest or reach.low_open else whole
    if reach.high is not None:
        whole, rest = _divided(reach.high, worth)
        high = whole if rest or not reach.high_open else whole - 1
    return low, high


def _divided(off: Exact, worth: Exact) -> tuple[int, int]:
    return divmod(off.numerator * worth.denominator, off.denominator * worth.numerator)


def _turned(end: int | None) -> int | None:
    return None if end is None else -end


def _near(digits: str, low: int | None, high: int | None) -> tuple[int, int] | None:
    """Both ends, if no digit before the point can be lost or doubled within them: that takes half of the number."""
    if low is None or high is None or not low <= 0 <= high or 2 * max(-low, high) >= FINER * int(digits):
        return None
    return low, high


def _counted(digits: str, point: int, low: int, high: int) -> tuple[int, int]:
    """How many slips lead to a distance from *low* to *high*, and how many there are; told from the last digit on."""
    most, unseen, after, worth = max(-low, high), 0, 0, 1
    slips = 9 * len(digits) + sum(map(ne, digits, digits[1:])) + _before(digits, point)
    for at in range(len(digits) - 1, -1, -1):
        digit = int(digits[at])
        if at >= point and (off := digit * worth - 9 * after):
            slips += 2
            unseen += (low <= off <= high) + (low <= -FINER * off <= high)
        place = FINER * worth
        if place <= most:
            # From the lowest digit to the highest that is near enough, all but the one that stands there.
            unseen += min(9, digit + high // place) - max(0, digit - -low // place)
            exchanged = 9 * place * (digit - int(digits[at - 1])) if at else 0
            unseen += exchanged != 0 and low <= exchanged <= high
        elif at < point:
            break
        after += digit * worth
        worth = place
    return unseen, slips


def _before(digits: str, point: int) -> int:
    """How many slips lose or double a digit before the point; a 0 that stands alone there changes nothing."""
    return 0 if digits[0] == "0" else 2 * point - (len(digits) == 1)


@lru_cache(maxsize=1 << 15)
def _distances(digits: str, point: int) -> tuple[int, ...]:
    return tuple(sorted(distance for distance in _all(digits, point) if distance))


def _all(digits: str, point: int) -> Iterator[int]:
    """The digits from *point* on stand behind the decimal point."""
    worth = FINER * 10 ** len(digits)
    for at, digit in enumerate(map(int, digits)):
        worth //= 10
        yield from range(-digit * worth, (10 - digit) * worth, worth)
        if at:
            yield 9 * worth * (digit - int(digits[at - 1]))
    meant = FINER * int(digits)
    for at in range(point):
        if len(digits) > 1:
            yield FINER * int(digits[:at] + digits[at + 1 :]) - meant
        yield FINER * int(digits[: at + 1] + digits[at:]) - meant
    # Behind the point, what follows a digit moves by a place, and what stands before it does not.
    for at in range(point, len(digits)):
        yield FINER * FINER * int(digits[:at] + digits[at + 1 :]) - meant
        yield int(digits[: at + 1] + digits[at:]) - meant
