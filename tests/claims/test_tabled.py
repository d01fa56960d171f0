"""Sentences against tables without a form: rows by their full name, lists in a cell."""

from __future__ import annotations

from functools import cache

import pytest

from gklint import figures, readers, weighing
from gklint.claims import KINDS
from gklint.claims.tabled import claims
from gklint.model.claim import Basis, Outcome, Verdict
from gklint.model.rule import Packs
from gklint.packs.find import rules_root
from gklint.packs.load import load

REPORT = """# 某县图书馆2023年部门决算

{text}

图书馆收入支出决算总表

| 项目 | 决算数（万元） | 项目 | 决算数（万元） |
|---|---|---|---|
| 一、财政拨款收入 | 640.50 | 一、公共图书馆支出 | 582.01 |
| 二、事业收入 | 20.00 | 二、住房公积金 | 60.49 |
| 三、其他收入 | 1.00 | 三、学术交流活动 | 19.00 |
| 总计 | 661.50 | 总计 | 661.50 |

| Kind | Number |
|---|---|
| 少年儿童读物 | 3120 |
| Reference works | 450 |
"""

AGREES = (
    ("name of a row", "2023年，财政拨款收入640.50万元。", 1),
    ("rounded", "2023年，财政拨款收入641万元。", 1),
    ("in another unit", "2023年，财政拨款收入6405000元。", 1),
    ("quoted with its kind", "“文化支出（类）图书馆（款）公共图书馆支出（项）”582.01万元。", 1),
    ("right half of the table", "住房公积金60.49万元，学术交流活动19万元。", 2),
    ("total by the table's title", "某县图书馆2023年度图书馆收入支出总计661.50万元。", 1),
    ("count without unit in the table", "少年儿童读物3120册。", 1),
    ("English name", "We hold 450 reference works.", 1),
)

BREAKS = (
    ("another value", "2023年，财政拨款收入604.50万元。", Basis.INHERITED),
    ("a unit too large", "住房公积金60.49亿元。", Basis.INHERITED),
    ("total of the titled table", "某县图书馆2023年度图书馆收入支出总计6.6万元。", Basis.LABELLED),
    ("English name", "We hold 540 reference works.", Basis.INHERITED),
)

SILENT = (
    ("another year", "2022年，财政拨款收入610.00万元。"),
    ("a change", "财政拨款收入比上年减少30.50万元。"),
    ("a longer name", "县级财政拨款收入补助资金12.00万元。"),
    ("a general name", "其他收入6.00万元，支出2.00万元。"),
    ("another thing", "少年儿童读物书架42组。"),
    ("equal value of another noun", "接待读者66150人次，购置书架582.01万元。"),
)

LISTS = """# 某县图书馆2023年工作报告

{text}

| 指标 | 说明 |
|---|---|
| 读者构成 | 其中学生占比40%、职工占比25%、退休人员占比20%、其他占比15% |
"""


@pytest.mark.parametrize(("text", "tied"), [row[1:] for row in AGREES], ids=[row[0] for row in AGREES])
def test_cell_of_that_name_agrees(text: str, tied: int):
    """A figure passes if a cell of the row that it names has its value, to the digits printed."""
    outcomes = outcomes_of(REPORT, text, "rows")

    assert [outcome.verdict for outcome in outcomes] == [Verdict.PASS] * tied


@pytest.mark.parametrize(("text", "basis"), [row[1:] for row in BREAKS], ids=[row[0] for row in BREAKS])
def test_no_cell_of_that_name_agrees(text: str, basis: Basis):
    """A figure that no cell of its row has is found, for certain only if its clause gives the year too."""
    outcomes = outcomes_of(REPORT, text, "rows")

    assert [(outcome.verdict, outcome.claim.basis) for outcome in outcomes] == [(Verdict.FAIL, basis)]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_other_names_are_not_compared(text: str):
    """A name that is not the row's own, another year or a change is compared with nothing."""
    assert [outcome for outcome in outcomes_of(REPORT, text, "rows") if outcome.verdict is not Verdict.OPEN] == []


def test_list_of_a_cell_is_repeated():
    """A sentence that names three things of a cell's list is held against each of them."""
    outcomes = outcomes_of(LISTS, "读者中，学生占40%，职工占25%，退休人员占20%，其他占10%。", "lists")

    assert [outcome.verdict for outcome in outcomes] == [Verdict.PASS] * 3 + [Verdict.FAIL]


def test_two_shared_names_are_no_list():
    """Two common names are not enough to take two lists for one."""
    assert outcomes_of(LISTS, "藏书中，教材占60%，职工占5%，其他占35%。", "lists") == []


def outcomes_of(report: str, text: str, by: str) -> list[Outcome]:
    known = packs()
    ledger = figures.read(readers.read(report.replace("{text}", text).encode(), "report.md"), known)
    mine = [rule for rule in known.rules if rule.kind == "tabled" and rule.find.by == by]
    return list(weighing.judged(claims(ledger, mine)))


@cache
def packs() -> Packs:
    return load(rules_root(), {name: kind.Find for name, kind in KINDS.items()})
