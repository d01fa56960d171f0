"""
The channel: how likely a hand that meant one number leaves another, in thousandths of a nat.

Start values follow published counts of keying errors: 74 % of them one digit replaced, 10 % omitted, 9 % two neighbours
swapped, 7 % inserted. Sources: Scholtus, Statistics Netherlands discussion papers 08015 and 09046; Damerau 1964.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from gklint.model.finding import Slip
from gklint.model.interval import Exact
from gklint.model.numeral import Measure, Numeral

LN = (0, 0, 693, 1099, 1386, 1609, 1792, 1946, 2079, 2197, 2303, 2398, 2485, 2565, 2639, 2708, 2773, 2833, 2890, 2944)
"""Logarithms of 0 (never asked for) to 19."""

REPLACED, SWAPPED, OMITTED, INSERTED, ANYTHING = -357, -2120, -2408, -2659, -3500
"""Logarithms of .70, .12, .09, .07 and .03."""
SCALED = -3500
UNIT, UNIT_OF_COLUMN = -3500, -5500
NEGATED = -4600
EMPTIED = -7500
ALIKE = 500
"""What a replaced digit gains if the two look alike or their keys are neighbours."""

LOOKALIKES = frozenset({"17", "38", "56", "06", "71", "83", "65", "60"})
KEYS = {key: (row, column) for row, keys in enumerate(("789", "456", "123", "0")) for column, key in enumerate(keys)}
"""Where each key lies in the block of digits on a keyboard."""

FINER = 2
"""Digits behind the point that may have been dropped."""

Slipped = tuple[int, Slip | None]


def slipped(meant: Exact, printed: Numeral) -> Slipped | None:
    """How likely *printed* stands where *meant* should, and by which slip; None if *meant* cannot be printed."""
    if meant in of_units(printed):
        # The unit of a column was not typed with its figures.
        return UNIT if printed.raw[-1:].isalpha() else UNIT_OF_COLUMN, Slip.UNIT
    exact, finer = typed(meant, printed), typed(meant, printed, FINER)
    digits = exact or finer
    if digits is None:
        return None
    seen = typed(printed.value, printed) or ""
    if (meant < 0) != (printed.value < 0) and meant and printed.value:
        return (NEGATED, Slip.SIGN) if digits == seen else (2 * ANYTHING, None)
    off = int(abs((meant - printed.value) / last_place(printed)))
    # With the point in another place and a digit off, it is no slip any more.
    return likeliest(digits, seen, off) if exact or digits.startswith(seen) else _anything(off)


def of_units(printed: Numeral) -> tuple[Exact, ...]:
    """What the digits of *printed* come to in the units that stand for each other: 元, 万元, 亿元."""
    is_scaled = printed.scale in UNITS and (printed.scale != 1 or printed.unit.measure is Measure.AMOUNT)
    if not is_scaled or printed.approximators or not printed.value:
        return ()
    digits = Fraction(printed.value) / Fraction(printed.scale)
    values = (digits * unit for unit in UNITS if unit != printed.scale)
    return tuple(value.numerator if value.denominator == 1 else value for value in values)


UNITS = (1, 10**4, 10**8)


def likeliest(meant: str, seen: str, off: int) -> Slipped:
    """The likeliest way from the digits *meant* to those *seen*, *off* units of their last place away."""
    return max((*_ways(meant, seen), _anything(off)), key=lambda way: way[0])


def _anything(off: int) -> Slipped:
    """Any other number costs a tenth for each digit by which it is off, so that all terms of one sum stand alike."""
    return ANYTHING - LN[10] * (len(str(off)) + 1), None


def typed(value: Exact, printed: Numeral, finer: int = 0) -> str | None:
    """
    The digits of *value* if it is printed as *printed* is, without sign, point and leading zeros, or with up to *finer*
    digits more behind the point. None if they do not suffice.
    """
    if printed.decimals == 0 and printed.scale == 1 and isinstance(value, int):
        return str(abs(value))
    steps = value / last_place(printed)
    for _ in range(finer + 1):
        if steps.denominator == 1:
            return str(abs(steps.numerator))
        steps *= 10
    return None


def last_place(printed: Numeral) -> Fraction:
    """What one unit in the last printed digit is worth."""
    return _place(printed.scale, printed.decimals)


@cache
def _place(scale: Exact, decimals: int) -> Fraction:
    return Fraction(scale) / Fraction(10**decimals)


def _ways(meant: str, seen: str) -> list[Slipped]:
    ways: list[Slipped] = []
    long, short = len(meant), len(seen)
    if long > 19 or short > 19:
        return ways
    if seen.strip("0") == "" and long > 1:
        ways.append((EMPTIED, Slip.LEFT_EMPTY))
    if (zeros := abs(long - short)) and meant.rstrip("0") == seen.rstrip("0"):
        ways.append((SCALED - 700 * zeros, Slip.SCALE))
    if long == short:
        apart = [i for i in range(long) if meant[i] != seen[i]]
        if len(apart) == 1:
            gain = ALIKE if _alike(meant[apart[0]], seen[apart[0]]) else 0
            ways.append((REPLACED - LN[9] - LN[long] + gain, Slip.REPLACED_DIGIT if long > 1 else None))
        if len(apart) == 2 and _exchanged(meant, seen, *apart):
            ways.append((SWAPPED - LN[long - 1], Slip.SWAPPED_DIGITS))
    elif long == short + 1 and _without_one(meant, seen):
        ways.append((OMITTED - LN[long], Slip.DROPPED_DIGIT))
    elif short == long + 1 and _without_one(seen, meant):
        ways.append((INSERTED - LN[10] - LN[long + 1], Slip.ADDED_DIGIT if long > 1 else None))
    return ways


def _without_one(long: str, short: str) -> bool:
    """Whether *short* is *long* without one of its digits."""
    at = next((i for i in range(len(short)) if long[i] != short[i]), len(short))
    return long[at + 1 :] == short[at:]


def _exchanged(meant: str, seen: str, one: int, two: int) -> bool:
    """Whether the digits at *one* and *two* are neighbours and stand in each other's place."""
    return two == one + 1 and meant[one] == seen[two] and meant[two] == seen[one]


def _alike(one: str, two: str) -> bool:
    if one + two in LOOKALIKES:
        return True
    (row, column), (other_row, other_column) = KEYS[one], KEYS[two]
    return abs(row - other_row) + abs(column - other_column) == 1
