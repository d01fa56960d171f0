"""Printed dates, read."""

from __future__ import annotations

import pytest

from gklint.numbers.calendar import Day, day, document_year

CASES = [
    pytest.param("2018 年 1 月 20 日", Day(2018, 1, 20), id="letter-spaced"),
    pytest.param("2018-02-01", Day(2018, 2, 1), id="hyphens"),
    pytest.param("２０１６年１月１日", Day(2016, 1, 1), id="full width"),
    pytest.param("二〇一八年一月二十日", Day(2018, 1, 20), id="characters"),
    pytest.param("2018年11月", Day(2018, 11), id="a month"),
    pytest.param("2018年度", Day(2018), id="a year"),
    pytest.param("2016—2018年", None, id="a span of years"),
    pytest.param("12月31日", None, id="no year"),
]


@pytest.mark.parametrize(("raw", "expected"), CASES)
def test_day(raw: str, expected: Day | None):
    """As much of the date as is printed; nothing without a year."""
    assert expected == day(raw)


@pytest.mark.parametrize("raw", ["〔2018〕61号", "[2018] 61 号", "（２０１８）61号"])
def test_document_year(raw: str):
    """The year of a document's number, whatever the brackets."""
    assert document_year(raw) == 2018
