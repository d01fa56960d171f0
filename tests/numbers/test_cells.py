"""Cells: their own value, their notes, and what states no number."""

from fractions import Fraction

import pytest

from gklint.model.numeral import Identifier, Measure, Misprint, Numeral, Unit
from gklint.numbers.cells import is_numeric, marks_in, read_cell
from gklint.numbers.missing import is_unknown
from gklint.numbers.printed import Marks

YUAN = Unit("元", Measure.AMOUNT, "元")

VALUES = {
    "plain": ("665", 665),
    "blanks around": (" 35,418 ", 35418),
    "full width": ("６６５", 665),
    "note": ("22（其中修订16件）", 22),
    "note in words": ("1（新闻通气会）", 1),
    "plus": ("+21", 21),
    "wide plus": ("＋3", 3),
    "less in a word": ("减4", -4),
    "more in a word": ("增21", 21),
    "minus": ("-3", -3),
    "accountant's minus": ("(1,234)", -1234),
    "accountant's minus per cent": ("(12.5)%", Fraction(-25, 2)),
    "money": ("$1,234", 1234),
    "minus before money": ("-$5", -5),
    "thousands by blanks": ("7\u00a0286", 7286),
    "footnote": ("12*", 12),
    "estimate": ("10.9E", Fraction("10.9")),
    "no leading zero": (".5", Fraction("0.5")),
    "scale": ("3.5万", 35000),
    "characters": ("十二件", 12),
    "approximate": ("近2000", 2000),
    "office decimals": ("231664.0", 231664),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_value_of_a_cell(text: str, value: int) -> None:
    """The first reading is the cell's own value; the cell is numeric."""
    first = read_cell(text)[0]

    assert isinstance(first, Numeral)
    assert value == first.value
    assert is_numeric(text)


def test_note_follows_the_value() -> None:
    """Numbers in a note come after the value, at their own places."""
    value, note = read_cell("22（其中修订16件）")

    assert ((0, 2), (7, 9)) == ((value.start, value.end), (note.start, note.end))


UNITS = {
    "inherited": ("15", 150000, 145000, 155000),
    "inherited decimals": ("12.30", 123000, 122950, 123050),
    "printed unit wins": ("86000元", 86000, 86000, 86000),
    "printed scale wins": ("3万元", 30000, 25000, 35000),
}


@pytest.mark.parametrize(("text", "value", "low", "high"), UNITS.values(), ids=UNITS)
def test_unit_of_the_table(text: str, value: int, low: int, high: int) -> None:
    """单位：万元 scales a bare number; a unit in the cell wins over it."""
    first = read_cell(text, YUAN, 10000)[0]

    assert isinstance(first, Numeral)
    assert (value, low, high) == (first.value, first.bounds.low, first.bounds.high)


@pytest.mark.parametrize("text", ["", " ", "/", "—", "——", "-", "---", "－", "无", "n/a", "N/A", "...", "\n"])
def test_unknown(text: str) -> None:
    """A blank, a dash or 无 states no number and is not read as one."""
    assert is_unknown(text)
    assert not is_numeric(text)
    assert () == read_cell(text)


NOT_NUMBERS = {
    "date": ("2018年", Identifier),
    "day": ("2018-01-20", Identifier),
    "ordinal": ("第3次", Identifier),
    "code": ("01", Identifier),
    "misprint": ("12,34,567", Misprint),
    "words first": ("合计12件", Numeral),
}


@pytest.mark.parametrize(("text", "kind"), NOT_NUMBERS.values(), ids=NOT_NUMBERS)
def test_other_cells_are_read_like_prose(text: str, kind: type) -> None:
    """A cell that does not begin with a number has no value of its own."""
    assert not is_numeric(text)
    assert isinstance(read_cell(text)[0], kind)


def test_split_digits_are_doubtful() -> None:
    """Digits of one cell that a blank parts are joined, in doubt."""
    (first,) = read_cell("1 2")

    assert isinstance(first, Numeral)
    assert (12, True) == (first.value, first.doubtful)


STYLES = {
    "points": (["6.8", "1,234"], Marks.POINT),
    "commas": (["6,8", "4\u00a0131,02"], Marks.COMMA),
    "whole numbers": (["12", "1,234"], Marks.POINT),
}


@pytest.mark.parametrize(("cells", "marks"), STYLES.values(), ids=STYLES)
def test_marks_of_a_table(cells: list[str], marks: Marks) -> None:
    """A comma is decimal only where some cell shows it and none contradicts."""
    assert marks is marks_in(cells)


def test_decimal_commas() -> None:
    """With decimal commas blanks and points part thousands."""
    values = [reading.value for text in ("7\u00a0286,07", "1.234,5") for reading in read_cell(text, marks=Marks.COMMA)]

    assert [Fraction("7286.07"), Fraction("1234.5")] == values
