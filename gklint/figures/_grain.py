"""
How precisely a series of cells is printed: the half width of its numbers.

Office tables print 231664.00000; what they know is read off the whole series, never off one cell. Counts are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Measure, Numeral

MOST_DECIMALS = 12
RATES = (Measure.PERCENT, Measure.POINTS, Measure.MULTIPLE)
"""What may be little more than nothing where 0 is printed."""


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
    if numeral.unit.measure is Measure.COUNT or numeral.approximators or numeral.bounds.low is None:
        return False
    return bool(numeral.value) or numeral.unit.measure in RATES


def _around(value: Exact, half: Exact) -> Interval:
    return Interval.around(value, half) if half else Interval.point(value)


def _half_width(series: Sequence[Numeral]) -> Exact:
    """
    Half a unit of the series' last place, in printed units.

    Round figures are exact: plans and allocations are made in round sums. That a table was rounded to fives or tens
    only its sums can say, and they are asked where they are made.
    """
    decimals = _decimals({_printed(numeral) for numeral in series})
    if decimals:
        return Fraction(1, 2 * 10**decimals)
    # Whole numbers of unknown unit are most often counts.
    is_bare = series[0].unit.measure is Measure.BARE and series[0].scale == 1
    return 0 if is_bare else Fraction(1, 2)


def _printed(numeral: Numeral) -> Exact:
    return numeral.value if numeral.scale == 1 else Fraction(numeral.value) / numeral.scale


def _decimals(values: Iterable[Exact]) -> int:
    """The least d for which every value is a multiple of 10^-d."""
    decimals = 0
    for value in values:
        while decimals < MOST_DECIMALS and (value * 10**decimals).denominator != 1:
            decimals += 1
    return decimals
