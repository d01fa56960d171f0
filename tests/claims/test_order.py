"""Stages of one thing in two columns or rows: which heads make a pair, and when a greater later stage is accused."""

from __future__ import annotations

import pytest

from tests.prose import told

NORTH, SOUTH, EAST, WEST = (41, 22), (26, 31), (18, 9), (33, 30)


def table(first: str, last: str, *lines: tuple[int, int], extra: str = "") -> str:
    """A Markdown table of two stages; *extra* is the head of a third column, of zeros."""
    heads = ["office", first, last, *([extra] if extra else [])]
    rows = [[f"unit {i}", str(a), str(b), *(["0"] if extra else [])] for i, (a, b) in enumerate(lines)]
    return "\n".join("|" + "|".join(row) + "|" for row in (heads, ["---"] * len(heads), *rows))


PAIRS = [
    pytest.param("requests received", "disclosed", "error", id="received and disclosed"),
    pytest.param("count_requests_received", "count_disclosed", "error", id="names of variables"),
    pytest.param("Requests", "Complied with", "error", id="a thing without its stage"),
    pytest.param("Samples tested", "Samples passed", "error", id="tested and passed"),
    pytest.param("Accounts potentially affected", "Accounts actually affected", "error", id="potentially and actually"),
    pytest.param("收到申请数", "予以公开数", "error", id="申请 and 公开"),
    pytest.param("发放问卷（份）", "收回问卷（份）", "error", id="发放 and 收回"),
    pytest.param("应到人数", "实到人数", "error", id="应到 and 实到"),
    pytest.param("抽检批次", "不合格批次", "error", id="抽检 and 不合格"),
    pytest.param("受理件数", "办结件数", "warning", id="受理 and 办结"),
    pytest.param("Complaints received", "Complaints resolved", "warning", id="received and resolved"),
]


@pytest.mark.parametrize(("first", "last", "severity"), PAIRS)
def test_pair(first: str, last: str, severity: str) -> None:
    """The one line whose later stage is greater is accused, the others are passed checks."""
    outcomes = told("order", table(first, last, NORTH, SOUTH, EAST, WEST))

    broken = [(word, operands) for _, word, operands in outcomes if word != "pass"]
    assert 3 == sum(word == "pass" for _, word, _ in outcomes)
    assert [severity] == [word for word, _ in broken]
    assert all(operand.startswith(("31", "26")) for operand in broken[0][1])


STRANGERS = [
    pytest.param("requests received", "accounts disclosed", "", id="another thing"),
    pytest.param("收到申请数", "主动公开数", "", id="public without being asked"),
    pytest.param("收到申请数", "公开信息条数", "", id="another noun"),
    pytest.param("受理件数", "办结件数", "上年结转", id="carried over in the table"),
    pytest.param("requests received", "disclosed", "carried over", id="carried over in english"),
    pytest.param("2021年受理", "2022年办结", "", id="two years"),
    pytest.param("受理件数", "办结率", "", id="a rate"),
    pytest.param("计划数", "完成数", "", id="a plan can be surpassed"),
    pytest.param("disclosed", "published", "", id="no earlier stage"),
]


@pytest.mark.parametrize(("first", "last", "extra"), STRANGERS)
def test_strangers(first: str, last: str, extra: str) -> None:
    """Columns that are not two stages of one thing, or of one year, are never compared."""
    assert [] == told("order", table(first, last, NORTH, SOUTH, EAST, WEST, extra=extra))


def test_most_lines_break() -> None:
    """Where most lines break the order, the heads mean something else, and nothing is claimed."""
    assert [] == told("order", table("received", "disclosed", (9, 12), (26, 31), (18, 9)))


def test_alone() -> None:
    """A single line that no other confirms is only to be checked."""
    (outcome,) = told("order", table("received", "disclosed", SOUTH))

    assert "warning" == outcome[1]


def test_rows() -> None:
    """Stages in two rows are compared column by column."""
    sent, back = "| 发放问卷 | 50 | 60 | 40 |", "| 收回问卷 | 48 | 66 | 39 |"

    outcomes = told("order", f"| 项目 | 一季度 | 二季度 | 三季度 |\n|---|---|---|---|\n{sent}\n{back}\n")

    assert ["pass", "pass", "error"] == sorted((word for _, word, _ in outcomes), key=["pass", "error"].index)
