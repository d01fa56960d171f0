"""The sums that a table makes itself: what is claimed, on what basis, and what is left alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from gklint import figures, weighing
from gklint.claims import total
from gklint.model.claim import Basis, Claim, Outcome, Verdict
from gklint.model.ledger import Ledger
from gklint.model.relation import Partition
from gklint.model.rule import Packs, Rule
from tests import build
from tests.tables import document

NOTHING = Packs((), ())
RULES = tuple(
    build.rule(code, id=f"core/{sort}", find=total.Find(sort, siblings, tenths))
    for code, sort, siblings, tenths in (
        ("GK150", "total", 1, 5),
        ("GK152", "subtotal", 1, 5),
        ("GK153", "balance", 6, 9),
        ("GK154", "shares", 1, 5),
        ("GK155", "pattern", 6, 9),
        ("GK157", "lone", 0, 0),
    )
)


def ledger(text: str, *, note: str = "") -> Ledger:
    return figures.read(document(text, note=note), NOTHING)


def claimed(text: str, *, note: str = "", rules: tuple[Rule, ...] = RULES) -> list[Claim]:
    return list(total.claims(ledger(text, note=note), rules))


def judged(text: str, *, note: str = "") -> list[Outcome]:
    return list(weighing.judged(claimed(text, note=note)))


def sums(text: str) -> set[str]:
    """The sums that hold, as equations of the printed numbers."""
    found = set()
    for outcome in judged(text):
        relation = outcome.claim.relation
        if outcome.verdict is Verdict.PASS and isinstance(relation, Partition):
            found.add(f"{relation.whole.raw} = {' + '.join(part.raw for part in relation.parts)}")
    return found


def faults(text: str, *, note: str = "") -> list[tuple[str, Basis]]:
    """The wholes of sums that do not hold, with their basis."""
    broken = [outcome.claim for outcome in judged(text, note=note) if outcome.verdict is Verdict.FAIL]
    return [(c.relation.whole.raw, c.basis) for c in broken if isinstance(c.relation, Partition)]


OFFICES = """
| 科室 | 一季度 | 二季度 | 三季度 | 合计 |
| 甲科 | 12 | 30 | 7 | 49 |
| 乙科 | 9 | 22 | 15 | 46 |
| 丙科 | 17 | 8 | 21 | 46 |
| 合计 | 38 | 60 | 43 | 141 |
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(OFFICES, {"49 = 12 + 30 + 7", "38 = 12 + 9 + 17", "141 = 49 + 46 + 46"}, id="rows and columns"),
        pytest.param(
            "| 镇 | 户数 | 人口 |\n| 合计 | 65 | 160 |\n| 东镇 | 25 | 71 |\n| 西镇 | 40 | 89 |",
            {"65 = 25 + 40", "160 = 71 + 89"},
            id="total first",
        ),
        pytest.param(
            "| 校 | 男 | 女 |\n| 一中 | 310 | 295 |\n| 二中 | 280 | 301 |\n| 小计 | 590 | 596 |\n"
            "| 一小 | 120 | 118 |\n| 二小 | 131 | 125 |\n| 小计 | 251 | 243 |\n| 总计 | 841 | 839 |",
            {"590 = 310 + 280", "251 = 120 + 131", "841 = 590 + 251"},
            id="total of subtotals",
        ),
        pytest.param(
            "| 类 | 款 | 科目 | 数 |\n| 201 | | 服务 | 700 |\n| 201 | 05 | 统计 | 450 |\n| 201 | 29 | 团体 | 250 |\n"
            "| 204 | | 安全 | 931 |\n| 204 | 06 | 司法 | 300 |\n| 204 | 99 | 其他 | 631 |\n| | | 合计 | 1631 |",
            {"700 = 450 + 250", "931 = 300 + 631", "1631 = 700 + 931"},
            id="hierarchy by codes",
        ),
        pytest.param(
            "| 项目 | 甲 | 乙 |\n| 收入 | 900 | 811 |\n| \u3000税 | 620 | 500 |\n| \u3000费 | 280 | 311 |\n"
            "| 支出 | 700 | 640 |\n| \u3000人员 | 410 | 395 |\n| \u3000公用 | 290 | 245 |",
            {"900 = 620 + 280", "640 = 395 + 245"},
            id="hierarchy by indents",
        ),
        pytest.param(
            "| 来源 | 部门 | 件数 |\n| 来函 | 共计 | 11 |\n| \u3000甲县 | 公安 | 2 |\n| \u3000乙县 | 公安 | 3 |\n"
            "| | 税务 | 4 |\n| \u3000丙县 | 公安 | 2 |\n| 传票 | 共计 | 5 |\n| \u3000丁县 | 法院 | 5 |",
            {"11 = 2 + 3 + 4 + 2"},
            id="blank label goes on from the one above",
        ),
        pytest.param(
            "| 国 | 数 | 比 |\n| 东 | 1,310 | 44.9 |\n| 西 | 1,607 | 55.1 |\n| Total | 2,917 | 100.0 |",
            {"2,917 = 1,310 + 1,607", "100.0 = 44.9 + 55.1"},
            id="thousands and shares",
        ),
        pytest.param(
            "| 镇 | 件数 |\n| 东镇 | 41 |\n| 西镇 | |\n| 南镇 | 29 |\n| 合计 | 70 |", {"70 = 41 + 29"}, id="blank part"
        ),
    ],
)
def test_sums_that_hold(table, expected):
    """The sums of a table are found whichever way it is laid out."""
    assert expected <= sums(table)


def test_obeying_sibling_makes_a_fault():
    """A labelled total is wrong where other lines show that it should hold."""
    assert [("48", Basis.LABELLED)] == faults(OFFICES.replace("| 49 |", "| 48 |"))[:1]


def test_lone_total_asserts():
    """A label says that a total is the sum of its items; no other line need confirm it."""
    assert [("88", Basis.LABELLED)] == faults("| 方式 | 件数 |\n| 网络 | 41 |\n| 信函 | 29 |\n| 合计 | 88 |")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "| 室 | 咨询 | 投诉 | 合计 |\n| 甲 | 400 | 500 | 900 |\n| 乙 | 300 | 250 | 550 |\n| 丙 | 700 | 100 | 900 |",
            "900",
            id="round figures",
        ),
        pytest.param("| 类 | 件数 |\n| 甲 | 713 |\n| 乙 | 208 |\n| 合计 | 9210 |", "9210", id="ten times"),
        pytest.param("| 类 | 件数 |\n| 甲 | -713 |\n| 乙 | -208 |\n| 合计 | 921 |", "921", id="wrong sign"),
        pytest.param(
            "| 编码 | 名称 | 支出 |\n| 301 | 甲 | 84.30 |\n| 30101 | 甲一 | 44.10 |\n| 30102 | 甲二 | 40.20 |\n"
            "| 302 | 乙 | 71.90 |\n| 30201 | 乙一 | 16.60 |\n| 30202 | 乙二 | 56.30 |",
            "71.90",
            id="a family of codes",
        ),
        pytest.param(
            "| 项目 | 金额 |\n| 合计 | 98.50 |\n| 一、甲 | 36.20 |\n| 二、乙 | 53.30 |\n| 其中：乙一 | 20.10 |",
            "98.50",
            id="a total above a list with 其中",
        ),
        pytest.param(
            "| 收入 | 数 | 支出 | 数 |\n| 甲 | 300.4 | 丙 | 211.3 |\n| 乙 | 52.5 | 丁 | 141.6 |\n"
            "| 合计 | 352.9 | 合计 | 325.9 |",
            "325.9",
            id="one of two sides",
        ),
        pytest.param(
            "| 项目 | 行次 | 数 |\n| 甲 | 1 | 300.4 |\n| 乙 | 2 | 52.5 |\n| 合计 | 3 | 325.9 |",
            "325.9",
            id="numbered lines",
        ),
        pytest.param(
            "| 地区 | 数 |\n| 全国 | 1305.2 |\n| 第一批 | 402.1 |\n| 第二批 | 511.8 |\n| 第三批 | 491.3 |",
            "1305.2",
            id="parts that count up",
        ),
    ],
)
def test_what_is_said_is_claimed(table, expected):
    """A label or the build of a table asserts its sum, though no other line confirms it."""
    assert expected in [raw for raw, _ in faults(table)]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("| 镇 | 评分 | 排名 |\n| 东 | 88 | 2 |\n| 西 | 91 | 1 |\n| 南 | 70 | 3 |", id="no totals"),
        pytest.param(
            "| 方式 | 件数 |\n| 网络 | 41 |\n| 其中：手机 | 20 |\n| 信函 | 29 |\n| 合计 | 70 |", id="part of a part"
        ),
        pytest.param(
            "| 镇 | 受理件数 | 办结率（%） |\n| 东 | 25 | 80.0 |\n| 西 | 40 | 97.5 |\n| 合计 | 65 | 90.8 |", id="rates"
        ),
        pytest.param("| 指标 | 数 |\n| 甲 | 3 |\n| 乙 | — |\n| 合计 | 9 |", id="unknown part"),
        pytest.param(
            "| 单位 | 数 |\n| 全市 | 731.2 |\n| 市本级 | 219.5 |\n| 县合计 | 511.7 |",
            id="a total that is a part itself",
        ),
        pytest.param(
            "| 项目 | 数 |\n| 一、甲 | 310.2 |\n| 二、乙 | 150.6 |\n| 减：丙 | 40.9 |\n| 合计 | 419.9 |",
            id="a line taken away",
        ),
        pytest.param(
            "| 科目 | 数 |\n| 三、丙 | 84.1 |\n| 四、丁 | 22.7 |\n| 合计 | 310.5 |",
            id="a list whose head is on another page",
        ),
        pytest.param(
            "| 科目 | 完成预算的（%） |\n| 甲类 | 100.0 |\n| 甲一 | 100.0 |\n| 甲二 | 100.0 |\n| 合计 | 100.0 |",
            id="rates of one hundred",
        ),
        pytest.param(
            "| 科目 | 数 |\n| 全部经费 | 91.65 |\n| 水费 | 30.25 |\n| 电费 | 61.40 |\n| 合计 | 91.65 |",
            id="a head among the items",
        ),
        pytest.param(
            "| 收入 | 数 | 支出 | 数 |\n| 拨款 | 300 | 人员 | 280 |\n| 其他 | 50 | 公用 | 60 |\n"
            "| 合计 | 350 | 结余 | 10 |\n| 上年 | 11 | 总计 | 350 |",
            id="halves side by side",
        ),
    ],
)
def test_no_fault(table):
    """What need not add up is not accused."""
    assert [] == faults(table)


def test_note_softens():
    """A note about rounding beside the table travels with its claims."""
    notes = {claim.notes for claim in claimed(OFFICES, note="注：由于四舍五入，合计与分项略有差异。")}

    assert {("rounded",)} == notes


def test_counted_once_is_no_partition():
    """Where one thing may stand in several lines, a sum that is off is left alone."""
    table = OFFICES.replace("| 49 |", "| 40 |")

    assert [] == faults(table, note="同一信息通过不同渠道公开的计1条。")


@pytest.mark.parametrize(
    ("obeying", "expected"),
    [pytest.param(9, [("1402", Basis.INDUCED)], id="nine obey"), pytest.param(4, [], id="four are not enough")],
)
def test_induced_sums_need_siblings(obeying, expected):
    """Numbers alone accuse a line only if many others obey."""
    rows = [(1000 + 37 * i + 100 * i * i, 500 + 91 * i, 77 + 13 * i) for i in range(obeying)]
    lines = [f"| 站{i} | {sum(row)} | {row[0]} | {row[1]} | {row[2]} |" for i, row in enumerate(rows)]
    broken = "| 湖站 | 1402 | 655 | 571 | 158 |"

    assert expected == faults("\n".join(["| 站点 | 甲 | 乙 | 丙 | 丁 |", *lines, broken]))


def test_bound_figures_are_left_to_their_form():
    """What an official form declares is not claimed a second time."""
    read = ledger(OFFICES)
    (sheet,) = read.sheets
    bound = tuple(tuple(f and replace(f, indicator="requests.received") for f in row) for row in sheet.figures)

    found = total.claims(replace(read, sheets=(replace(sheet, figures=bound),)), RULES)

    assert [] == list(found)


def test_rule_decides_axis():
    """A rule for rows takes no sums down a column."""
    rows_only = (build.rule("GK150", find=total.Find("total", 1, 5, "row")),)

    abouts = Counter(claim.about for claim in claimed(OFFICES, rules=rows_only))

    assert {"甲科": 1, "乙科": 1, "丙科": 1, "合计": 1} == dict(abouts)
