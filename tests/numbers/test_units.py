"""Units that headers, labels and notes give."""

import pytest

from gklint.numbers.units import unit_in

HEADERS = {
    "单位：万元": ("元", 10000),
    "（单位：亿元）": ("元", 10**8),
    "金额（万元）": ("元", 10000),
    "万 元": ("元", 10000),
    "件": ("件", 1),
    "次数": ("次数", 1),
    "本年制发件数": ("件", 1),
    "占比（%）": ("%", 1),
    "单位：万人次": ("人次", 10000),
    "单位：万元、%": ("元", 10000),
    "US$ million": ("$", 10**6),
    "in thousands": ("", 1000),
    "$000": ("$", 1000),
}


@pytest.mark.parametrize(("text", "unit"), HEADERS.items(), ids=HEADERS)
def test_unit_of_a_header(text: str, unit: tuple[str, int]) -> None:
    """A header or note gives a unit and what one printed number is worth."""
    found = unit_in(text)

    assert found is not None
    assert unit == (found[0].name, found[1])


@pytest.mark.parametrize("text", ["处理决定数量", "单位：元/件", "总计", "", "单位负责人"])
def test_no_unit(text: str) -> None:
    """Other words, and units that differ, give none."""
    assert unit_in(text) is None
