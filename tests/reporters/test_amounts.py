from __future__ import annotations

from fractions import Fraction

import pytest

from gklint.model.document import Span
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Numeral
from gklint.reporters.amounts import in_common_units, in_units_of, plain, printed, rounded, span
from tests.build import PERCENT, PIECES, YUAN, figure


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1235, "1235"),
        (-3, "-3"),
        (10**400, "1" + "0" * 400),
        (Fraction(70, 2), "35"),
        (Fraction(177, 5), "35.4"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-22, 7), "-22/7"),
    ],
    ids=["count", "negative", "400 digits", "whole", "decimal", "small", "endless", "endless negative"],
)
def test_plain(value: Exact, expected: str) -> None:
    """A value is printed in full, exactly, without exponent."""
    assert expected == plain(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(2, 3), "0.67"),
        (Fraction(-2, 3), "-0.67"),
        (Fraction(1, 2), "0.5"),
        (Fraction(-1, 1000), "0"),
        (7, "7"),
    ],
    ids=["up", "negative", "short", "nothing left", "count"],
)
def test_rounded(value: Exact, expected: str) -> None:
    """For reading, two decimals are enough."""
    assert expected == rounded(value, 2)


def numeral_of(raw: str, value: Exact, scale: Exact = 1, decimals: int = 0, unit=YUAN, **more: object) -> Figure:  # type: ignore[no-untyped-def]  # a test's shorthand
    numeral = Numeral(0, len(raw), raw, value, Interval.point(value), unit, decimals, scale, **more)  # type: ignore[arg-type]
    return Figure(0, numeral, 0, Span(0, len(raw)), raw)


@pytest.mark.parametrize(
    ("printed_figure", "expected"),
    [
        (figure(25), "25"),
        (figure(None), "?"),
        (numeral_of("28.35万元", 283500, 10000, 2), "28.35万"),
        (numeral_of("12.30", 123000, 10000, 2), "12.30"),
        (numeral_of("三", 3, unit=PIECES), "3"),
        (numeral_of("1,204件", 1204, unit=PIECES), "1204"),
        (numeral_of("35.4%", Fraction(177, 5), decimals=1, unit=PERCENT), "35.4%"),
        (numeral_of("近2000件", 2000, unit=PIECES, approximators=("近",)), "近2000"),
    ],
    ids=["count", "blank", "scale word", "scale of the header", "chinese", "thousands", "percent", "approximator"],
)
def test_printed(printed_figure: Figure, expected: str) -> None:
    """A figure is told by the number that the reader sees."""
    assert expected == printed(printed_figure)


def test_sums_are_told_in_the_units_of_their_parts() -> None:
    """A column in 万元 adds up in 万元, figures of different scale in that of the first, if it prints one."""
    in_header = (numeral_of("12.3", 123000, 10000, 1), numeral_of("0.25", 2500, 10000, 2))
    mixed = (numeral_of("12.3万元", 123000, 10000, 1), numeral_of("2500元", 2500))

    assert ("12.55", "12.55万") == (in_common_units(125500, in_header), in_common_units(125500, mixed))
    assert "125500" == in_common_units(125500, mixed[::-1])


def test_a_value_in_another_unit_keeps_its_digits() -> None:
    """136.08亿 that should be 万 is told as 136.08万, not as a fraction of 亿."""
    numeral = numeral_of("136.08亿元", 13608000000, 10**8, 2).numeral
    assert numeral

    assert "136.08万" == in_units_of(1360800, numeral)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval.point(5), "5"),
        (Interval(1, 2), "1—2"),
        (Interval(5, None), "≥ 5"),
        (Interval(5, None, low_open=True), "> 5"),
        (Interval(None, 5, high_open=True), "< 5"),
        (Interval(None, None), "?"),
    ],
    ids=["point", "range", "at least", "above", "below", "anything"],
)
def test_span(interval: Interval, expected: str) -> None:
    """An interval is told by its ends."""
    assert expected == span(interval)
