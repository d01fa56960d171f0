"""Maxima of a form cut into categories by what they come to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gklint.claims.scoresheet.categories import cut

SOUND = (16, 7, 5, 4, 14, 9, 5, 20, 11, 9)
STARTS = [0, 4, 7]

SLIPS = [
    pytest.param(1, 9, id="an item"),
    pytest.param(3, 20, id="an item above its category"),
    pytest.param(4, 19, id="a head"),
    pytest.param(7, 2, id="a head below its items"),
    pytest.param(9, 0, id="an item of nothing"),
]
UNREADABLE = [
    pytest.param((16, 7, 5, 3, 14, 9, 5, 20, 11, 8), 50, id="two items are wrong"),
    pytest.param((10, 6, 4, 9, 4, 4), 20, id="one of two categories is no slip"),
    pytest.param((9, 5, 11, 9, 16), 50, id="no categories"),
    pytest.param((4, 2, 2, 6, 3, 3), 20, id="items that make the total themselves"),
    pytest.param((1,) * 8, 10, id="equal items, not all of them listed"),
]


def starts(maxima: Sequence[int], total: int) -> list[int] | None:
    pieces = cut(maxima, total)
    return None if pieces is None else [piece.start for piece in pieces]


@pytest.mark.parametrize("total", [50, 48, 90])
def test_total(total: int):
    """Categories that add up are told apart, whether the total is theirs or not."""
    assert STARTS == starts(SOUND, total)


@pytest.mark.parametrize(("place", "value"), SLIPS)
def test_one_slip(place: int, value: int):
    """One wrong number does not hide where the categories begin."""
    maxima = [*SOUND]
    maxima[place] = value

    assert STARTS == starts(maxima, 50)


@pytest.mark.parametrize(("maxima", "total"), UNREADABLE)
def test_unreadable(maxima: Sequence[int], total: int):
    """With more than one number wrong, or too little that is right, nothing is said."""
    assert starts(maxima, total) is None
