"""One-keystroke slips of a printed number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from gklint.grip.slips import distances, noticed, step
from gklint.model.figure import Figure
from gklint.model.interval import Interval
from tests.build import YUAN, figure

SLIPS: dict[str, tuple[Figure, set[str]]] = {
    "one digit": (figure(7), {"0", "1", "2", "3", "4", "5", "6", "8", "9", "77"}),
    "two alike": (
        figure(11),
        {"1", "111", *(f"1{d}" for d in "023456789"), *(f"{d}1" for d in "023456789")},
    ),
    "behind the point": (
        figure("0.5", YUAN, decimals=1),
        {"5", "0", "0.55", *(f"0.{d}" for d in "012346789"), *(f"{d}.5" for d in "123456789")},
    ),
}


@pytest.mark.parametrize(("printed", "expected"), SLIPS.values(), ids=SLIPS)
def test_slips(printed: Figure, expected: set[str]) -> None:
    """A digit replaced, exchanged with its neighbour, lost or doubled: each other number once."""
    numeral = printed.numeral
    assert numeral

    made = {numeral.value + distance * step(numeral) for distance in distances(numeral)}

    assert {Fraction(text) for text in expected} == made - {Fraction(numeral.value)}


def test_exchanged_neighbours() -> None:
    """12 and 21 are one slip apart."""
    numeral = figure(12).numeral
    assert numeral

    assert 90 in distances(numeral)


def test_number_below_zero_slips_by_its_digits() -> None:
    """The sign stays: what makes the digits more makes the number less."""
    above, below = figure(12).numeral, figure(-12).numeral
    assert above
    assert below

    assert distances(above) == tuple(-distance for distance in reversed(distances(below)))


def test_ratio_in_words_has_no_slips() -> None:
    """A third has no digits of its own."""
    third = figure("1/3").numeral
    assert third

    assert () == distances(third)
    assert 0 == noticed(third, (Interval.point(0),))


def test_unbounded_tolerance_notices_nothing() -> None:
    """Where anything goes, no slip is noticed; where nothing does, each is."""
    numeral = figure(12).numeral
    assert numeral

    assert 0 == noticed(numeral, (Interval(None, None),))
    assert 1 == noticed(numeral, ())
