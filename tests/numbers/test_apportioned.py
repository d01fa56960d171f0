"""Ratios: those that divide a whole are percentages, all others stay names."""

from __future__ import annotations

import pytest

from gklint.model.numeral import Identifier, Measure, Numeral
from gklint.numbers.grammar import scan

DIVIDED = [
    pytest.param("结构为12.5∶40.3∶47.2", ["12.5", "40.3", "47.2"], id="mark of a ratio"),
    pytest.param("结构为12.5:40.3:47.2。", ["12.5", "40.3", "47.2"], id="colon"),
    pytest.param(
        "由12.5：40.3：49.2调整为11.5：40.3：48.2", ["12.5", "40.3", "49.2", "11.5", "40.3", "48.2"], id="two"
    ),
    pytest.param("比例为20:30:50", ["20", "30", "50"], id="whole numbers that make a hundred"),
]


@pytest.mark.parametrize(("text", "printed"), DIVIDED)
def test_terms_are_percentages(text: str, printed: list[str]) -> None:
    """Each term of a division is a share, with a place of its own."""
    found = [one for one in scan(text) if isinstance(one, Numeral)]

    assert printed == [text[one.start : one.end] for one in found]
    assert {Measure.PERCENT} == {one.unit.measure for one in found}


@pytest.mark.parametrize("text", ["3:4:3", "08:30:15", "比分2:1", "性别比106.5:100", "1.5:1.2:1"])
def test_other_ratios_are_names(text: str) -> None:
    """What compares two things, or makes no hundred, is no quantity."""
    assert not [one for one in scan(text) if isinstance(one, Numeral)]
    assert any(isinstance(one, Identifier) for one in scan(text))
