"""Tables as sheets: which cells hold labels, which hold figures, and what each figure measures."""

from __future__ import annotations

from fractions import Fraction

import pytest

from gklint.model.interval import Interval
from gklint.model.numeral import Identifier, Kind, Measure, Misprint
from tests.tables import tabulated

PLAIN = """
| 镇 | 受理 | 办结 |
| 东镇 | 25 | 20 |
| 西镇 | 40 | — |
"""


def grid(text: str, *, note: str = "") -> list[list[object]]:
    """The values of the sheet: numbers, "?" for an unknown one, None for a label."""
    sheet = tabulated(text, note=note).sheet
    return [[f and (f.numeral.value if f.numeral else "?") for f in row] for row in sheet.figures]


def test_labels_and_figures():
    """Numbers below the header and beside the labels are figures, a dash among them is an unknown one."""
    assert [[None, None, None], [None, 25, 20], [None, 40, "?"]] == grid(PLAIN)


def test_merged_headers_spread():
    """A merged header belongs to the path of every column that it spans."""
    sheet = tabulated("| 镇 | 2022 | = |\n| ^ | 男 | 女 |\n| 东镇 | 25 | 20 |").sheet

    assert (("镇",), ("2022", "男"), ("2022", "女")) == sheet.column_paths


def test_groups_name_their_rows():
    """A row of labels without values heads the rows below it."""
    sheet = tabulated("| 项目 | 数量 |\n| 一、申请 | |\n| 1.当面 | 3 |\n| 2.网络 | 4 |").sheet

    assert [("一、申请", "1.当面"), ("一、申请", "2.网络")] == list(sheet.row_paths[2:])


def test_halves_side_by_side():
    """In a table of two halves a figure is named by the label nearest to its left."""
    read = tabulated("| 收入 | 数 | 支出 | 数 |\n| 拨款 | 30 | 人员 | 28 |\n| 其他 | 5 | 公用 | 7 |")

    labels = [figure.cell.row_label for figure in read.figures if figure.cell]

    assert ["拨款", "人员", "其他", "公用"] == labels


@pytest.mark.parametrize(
    ("text", "note", "unit", "value"),
    [
        pytest.param("| 项目 | 金额 |\n| 甲 | 12.5 |", "单位：万元", "元", 125000, id="note above"),
        pytest.param("| 项目 | 金额（万元） |\n| 甲 | 12.5 |", "", "元", 125000, id="column header"),
        pytest.param("| 项目 | 单位 | 数 |\n| 甲 | 件 | 12 |", "", "件", 12, id="unit column"),
        pytest.param(
            "| 项目 | 占比（%） |\n| 甲 | 12.5 |", "单位：万元", "%", Fraction(25, 2), id="column before note"
        ),
    ],
)
def test_inherited_units(text, note, unit, value):
    """A number takes its unit from the nearest words: its row, its column, the note over the table."""
    (figure,) = (f for f in tabulated(text, note=note).figures if f.cell and f.cell.row)

    assert (unit, value) == (figure.numeral.unit.name, figure.numeral.value)


@pytest.mark.parametrize(
    ("head", "cell", "measure"),
    [
        pytest.param("占预算的%", "98.5", Measure.PERCENT, id="a sign at the end"),
        pytest.param("% of budget", "98.5", Measure.PERCENT, id="a sign in front"),
        pytest.param("完成率", "98.5", Measure.PERCENT, id="a rate above one"),
        pytest.param("完成率", "0.985", Measure.BARE, id="a quotient"),
        pytest.param("出生率", "9.85", Measure.BARE, id="a rate per thousand"),
    ],
)
def test_rates_by_their_heads(head: str, cell: str, measure: Measure) -> None:
    """What a head calls a rate is a percentage where no bracket says its unit; the level of a row is no unit."""
    sheet = tabulated(f"| 项目 | 决算数 | {head} |\n| 教育（款） | 45 | {cell} |\n| 卫生（款） | 51 | {cell} |").sheet

    amount, rate = sheet.figures[1][1:]
    assert amount is not None
    assert rate is not None
    assert amount.numeral is not None
    assert rate.numeral is not None
    assert (Measure.BARE, measure) == (amount.numeral.unit.measure, rate.numeral.unit.measure)


def test_rate_takes_no_amount():
    """The note over a table of amounts does not speak of its rates."""
    (figure,) = tabulated("| 项目 | 完成率 |\n| 甲 | 12.5 |", note="单位：万元").figures[-1:]

    assert figure.numeral.unit.measure is not Measure.AMOUNT


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("| 序号 | 项目 | 数 |\n| 1 | 甲 | 5 |\n| 2 | 乙 | 7 |", Kind.ORDINAL, id="ordinals"),
        pytest.param("| 代码 | 项目 | 数 |\n| 101 | 甲 | 5 |\n| 107 | 乙 | 7 |", Kind.CODE, id="codes by head"),
        pytest.param("| | 项目 | 数 |\n| 01 | 甲 | 5 |\n| 02 | 乙 | 7 |", Kind.CODE, id="codes by zeros"),
        pytest.param("| 年份 | 数 |\n| 2021 | 5 |\n| 2022 | 7 |", Kind.DATE, id="years"),
    ],
)
def test_naming_columns(text, kind):
    """Numbers that name their rows are no figures."""
    read = tabulated(text)

    assert [5, 7] == [figure.numeral.value for figure in read.figures]
    assert {kind} == {item.kind for _, _, item in read.others if isinstance(item, Identifier)}


def test_requests_by_telephone_are_counted():
    """Below 电话 stand telephone numbers, or how many requests came that way."""
    counted = "| 类别 | 电话 | 网络 |\n| 咨询 | 402 | 131 |\n| 投诉 | 1196 | 41 |"
    called = "| 窗口 | 电话 | 件数 |\n| 一号 | 5550126 | 31 |\n| 二号 | 12345 | 41 |"

    assert [[None, None, None], [None, 402, 131], [None, 1196, 41]] == grid(counted)
    assert [[None, None, None], [None, None, 31], [None, None, 41]] == grid(called)


def test_column_numbers_belong_to_the_header():
    """A row that counts the columns is part of the header."""
    sheet = tabulated("| 项目 | 甲 | 乙 | 丙 |\n| 栏次 | 1 | 2 | 3 |\n| 数 | 4 | 5 | 9 |").sheet

    assert 2 == sheet.header_rows


def test_row_of_column_numbers_below_stems() -> None:
    """Columns of labels are numbered 甲, 乙 where those of values are 1, 2, 3."""
    sheet = tabulated("| 编码 | 名称 | 基本 | 项目 | 合计 |\n| 甲 | 乙 | 1 | 2 | 3 |\n| 201 | 教育 | 4 | 5 | 9 |").sheet

    assert 2 == sheet.header_rows


@pytest.mark.parametrize(
    ("row", "header_rows"),
    [
        pytest.param("| 栏次 | 1 | 2 | 3=1+2 |", 2, id="with a formula"),
        pytest.param("| 甲 | 1 | 2 | 3 |", 1, id="of the first of two things"),
        pytest.param("| | 1 | 2 | 3 |", 2, id="below nothing"),
        pytest.param("| 教育 | 1 | 2 | 3 |", 1, id="of a thing with a name"),
        pytest.param("| 栏次 | 1 | 2 | 4 |", 1, id="with a gap"),
    ],
)
def test_row_of_column_numbers(row: str, header_rows: int) -> None:
    """Only a row that has no name of its own numbers the columns."""
    sheet = tabulated(f"| 项目 | 甲类 | 乙类 | 合计 |\n{row}\n| 乙 | 4 | 5 | 9 |").sheet

    assert header_rows == sheet.header_rows


def test_note_in_a_cell():
    """A number behind the first is a figure of its own and stays out of the grid."""
    read = tabulated("| 项目 | 件数 |\n| 甲 | 22（其中修订16件） |\n| 乙 | 5 |")

    assert [22, 16, 5] == [figure.numeral.value for figure in read.figures]
    assert 22 == read.sheet.figures[1][1].numeral.value


def test_misprint_is_unknown():
    """A number that is none stays unread, and its cell unknown."""
    read = tabulated("| 项目 | 数 |\n| 甲 | 1.234.567 |\n| 乙 | 5 |\n| 丙 | 6 |")

    assert read.sheet.figures[1][1].numeral is None
    assert any(isinstance(item, Misprint) for _, _, item in read.others)


def test_text_is_no_unknown_number():
    """A remark in a column of remarks is no missing number."""
    assert [[None, None, None], [None, 5, None], [None, 6, None]] == grid(
        "| 项目 | 数 | 备注 |\n| 甲 | 5 | 新增 |\n| 乙 | 6 | |"
    )


def test_blank_form_is_all_unknown():
    """Where nothing is filled in, the cells beside labels and under heads are unknown."""
    assert [[None, None, None], [None, "?", "?"]] == grid("| 项目 | 甲 | 乙 |\n| 一、新收 | | |")


@pytest.mark.parametrize(
    ("cells", "unit", "half"),
    [
        pytest.param(("231664.00000", "5.00000"), "", 0, id="office decimals say nothing"),
        pytest.param(("12.50", "5.25"), "", Fraction(1, 200), id="two decimals"),
        pytest.param(("12.50", "5.00"), "", Fraction(1, 20), id="one decimal is used"),
        pytest.param(("3", "5"), "（件）", 0, id="counts are exact"),
        pytest.param(("3", "5"), "（万元）", 5000, id="amounts are rounded"),
        pytest.param(("1100", "5300", "2900"), "（元）", Fraction(1, 2), id="round sums are meant"),
        pytest.param(("0", "5", "7"), "（万元）", 0, id="nothing is not rounded"),
        pytest.param(("0.0", "5.2", "7.1"), "（%）", Fraction(1, 20), id="a share of nearly nothing"),
    ],
)
def test_grain_of_a_series(cells, unit, half):
    """How precise a cell is follows from its whole column."""
    rows = "\n".join(f"| 项{i} | {cell} |" for i, cell in enumerate(cells))

    first = tabulated(f"| 项目 | 数{unit} |\n{rows}").figures[0]

    assert Interval.around(first.numeral.value, half) == first.numeral.bounds


def test_ids_are_reading_order():
    """Figures are numbered as they are read, from the first number that is free."""
    assert list(range(3)) == [figure.id for figure in tabulated(PLAIN).figures[:3]]


def test_decimal_commas_of_a_table():
    """A table that writes 6,8 anywhere writes decimals with a comma everywhere."""
    values = grid("Kreis | Fläche | Anteil\nNord | 1,250 | 6,8\nSüd | 2,500 | 7,1")

    assert [Fraction(5, 4), Fraction(5, 2)] == [row[1] for row in values[1:]]
