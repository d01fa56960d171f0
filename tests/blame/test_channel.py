"""The channel: which slip of the hand leaves one number where another was meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gklint.blame.channel import slipped
from gklint.model.finding import Slip
from tests.build import YUAN, figure


@pytest.mark.parametrize(
    ("meant", "printed", "slip"),
    [
        pytest.param(8103, 8013, Slip.SWAPPED_DIGITS, id="neighbours swapped"),
        pytest.param(8103, 8703, Slip.REPLACED_DIGIT, id="one digit replaced"),
        pytest.param(8103, 803, Slip.DROPPED_DIGIT, id="one digit dropped"),
        pytest.param(8103, 81503, Slip.ADDED_DIGIT, id="one digit added"),
        pytest.param(8103, 810300, Slip.SCALE, id="a hundred times"),
        pytest.param(8103, 0, Slip.LEFT_EMPTY, id="left empty"),
        pytest.param(8103, 5277, None, id="any other number"),
        pytest.param(4, 9, None, id="one digit tells nothing"),
    ],
)
def test_slip_is_named(meant: int, printed: int, slip: Slip | None) -> None:
    """The likeliest slip between what was meant and what is printed is told."""
    numeral = figure(printed).numeral
    assert numeral

    way = slipped(meant, numeral)

    assert way
    assert slip == way[1]


UNITS = [
    pytest.param(1360800, 13608000000, 10**8, Slip.UNIT, id="万 for 亿"),
    pytest.param(13608, 136080000, 10**4, Slip.UNIT, id="a unit for 万"),
    pytest.param(1360900, 13608000000, 10**8, None, id="a unit and more"),
]


@pytest.mark.parametrize(("meant", "printed", "scale", "slip"), UNITS)
def test_unit_is_a_slip(meant: int, printed: int, scale: int, slip: Slip | None) -> None:
    """The digits may be right and their unit wrong."""
    numeral = replace(figure(printed, unit=YUAN).numeral, scale=scale, decimals=2)

    assert slip == (slipped(meant, numeral) or (0, None))[1]


def test_sign_is_a_slip() -> None:
    """A minus too many is a slip of its own, not another number."""
    numeral = figure(-27).numeral
    assert numeral

    assert (slipped(27, numeral) or (0, None))[1] is Slip.SIGN


def test_likelier_slips_score_higher() -> None:
    """A replaced digit is likelier than a dropped one, both are likelier than any other number."""
    numeral = figure(4821).numeral
    assert numeral

    ways = [slipped(meant, numeral) for meant in (4871, 48921, 7300)]
    replaced, dropped, other = (way[0] for way in ways if way)

    assert replaced > dropped > other


def test_value_must_fit_the_print() -> None:
    """What would need more digits behind the point than anybody prints was not meant."""
    numeral = figure("12.5", YUAN, decimals=1).numeral
    assert numeral

    assert slipped(figure("12.5017").numeral.value, numeral) is None  # type: ignore[union-attr]  # it is known
