"""Chinese numerals as numbers."""

import pytest

from gklint.numbers.chinese import Range, Vague, chinese
from gklint.numbers.printed import Printed

VALUES = {
    "六百六十五": 665,
    "十": 10,
    "十二": 12,
    "廿三": 23,
    "两": 2,
    "〇": 0,
    "二〇一八": 2018,
    "一千零五十": 1050,
    "三百二": 320,
    "三百零二": 302,
    "三万五千": 35000,
    "十三万二": 132000,
    "一亿三千万": 130000000,
    "三万亿": 3 * 10**12,
    "三点五万": 35000,
}


@pytest.mark.parametrize(("run", "value"), VALUES.items(), ids=VALUES)
def test_values(run: str, value: int) -> None:
    """A well-formed numeral has the value that a reader gives it."""
    number = chinese(run)

    assert isinstance(number, Printed)
    assert value == number.value


@pytest.mark.parametrize("run", ["一九", "十百", "六五", "数", "万百万亿" * 20])
def test_no_numbers(run: str) -> None:
    """Digits in a row that no one says are no number."""
    assert chinese(run) is None


RANGES = {
    "三五": Range(3, 5),
    "两三": Range(2, 3),
    "十七八": Range(17, 18),
    "二三十": Range(20, 30),
    "三四百": Range(300, 400),
    "十几": Vague(10, 20),
    "几十": Vague(20, 100),
    "数百": Vague(200, 1000),
    "十几万": Vague(100000, 200000),
}


@pytest.mark.parametrize(("run", "expected"), RANGES.items(), ids=RANGES)
def test_ranges(run: str, expected: Range | Vague) -> None:
    """Neighbouring digits and 几 are ranges."""
    assert expected == chinese(run)
