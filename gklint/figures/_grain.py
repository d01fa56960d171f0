"""
How precisely a series of cells is printed: the half width of its numbers.

Office tables print 231664.00000; what they know is read off the whole series, never off one cell. Counts are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import gcd

from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Measure, Numeral

FEWEST_FOR_GRAIN = 3
MOST_DECIMALS = 12
RANDOM_ROUNDING = (5, 10)
"""Grains of random rounding: a published 235 may stand for anything from 230 to 240."""
COARSE = (10**9, 10**8, 10**7, 10**6, 10**5, 10**4, 5000, 1000, 500, 100, 50)


def grained(series: Sequence[Numeral]) -> list[Numeral]:
    """*series*, numbers of one column with one unit, with bounds as precise as the series is; order is kept."""
    if not any(_takes_grain(numeral) for numeral in series):
        return list(series)
    half = _half_width([numeral for numeral in series if _takes_grain(numeral)])
    # Equal cells share one numeral: a long column holds few, each many times over.
    known = {key: _with_grain(numeral, half) for key, numeral in {id(numeral): numeral for numeral in series}.items()}
    return [known[id(numeral)] for numeral in series]


def _with_grain(numeral: Numeral, half: Exact) -> Numeral:
    if not _takes_grain(numeral):
        return numeral
    bounds = _around(numeral.value, half * numeral.scale)
    return numeral if bounds == numeral.bounds else replace(numeral, bounds=bounds)


def _takes_grain(numeral: Numeral) -> bool:
    return numeral.unit.measure is not Measure.COUNT and not numeral.approximators and numeral.bounds.low is not None


def _around(value: Exact, half: Exact) -> Interval:
    return Interval.around(value, half) if half else Interval.point(value)


def _half_width(series: Sequence[Numeral]) -> Exact:
    """Half a unit of the series' last place, in printed units; more where it is plainly rounded to 5s, 10s or 100s."""
    printed = [_printed(numeral) for numeral in series]
    decimals = _decimals(set(printed))
    if decimals:
        return Fraction(1, 2 * 10**decimals)
    if series[0].unit.measure is Measure.BARE and series[0].scale == 1:
        # Whole numbers of unknown unit are most often counts.
        return 0
    grain = _common_grain([int(value) for value in printed if value])
    if grain in RANDOM_ROUNDING:
        return grain
    return Fraction(grain, 2)


def _printed(numeral: Numeral) -> Exact:
    return numeral.value if numeral.scale == 1 else Fraction(numeral.value) / numeral.scale


def _decimals(values: Iterable[Exact]) -> int:
    """The least d for which every value is a multiple of 10^-d."""
    decimals = 0
    for value in values:
        while decimals < MOST_DECIMALS and (value * 10**decimals).denominator != 1:
            decimals += 1
    return decimals


def _common_grain(values: Sequence[int]) -> int:
    if len(values) < FEWEST_FOR_GRAIN:
        return 1
    common = gcd(*values)
    for grain in (*COARSE, *reversed(RANDOM_ROUNDING)):
        if common % grain == 0:
            return grain
    return 1
