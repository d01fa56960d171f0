"""Maxima of a form for self-assessment, as text that has lost its columns."""

from __future__ import annotations

import pytest

from tests.prose import told

FORM = """
2020年度自查自评表（总分{total}分）

组织建设
（16分）

机构设置（{office}分）未设立的扣4分；未公布的扣3分。

人员配备（5分）每少一人扣2分；未培训的扣1分。

业务培训（{training}分）

平台建设（14分）

网站（9分），新媒体（5分）

政策解读（{last}分）解读（11分），回应（9分）
"""


def text(*, total: int = 50, office: int = 7, training: int = 4, last: int = 20, score: int = 48) -> str:
    form = FORM.format(total=total, office=office, training=training, last=last)
    return f"# 工作情况报告\n\n我镇自查得分{score}分。\n{form}"


def words(**changes: int) -> list[tuple[str, str]]:
    return sorted((code, word) for code, word, _ in told("scoresheet", text(**changes)) if word != "pass")


def test_all_adds_up() -> None:
    """The total, each category, the deductions that reach their item and the score are checks."""
    outcomes = told("scoresheet", text())

    assert {"pass"} == {word for _, word, _ in outcomes}
    assert ("50", "16", "14", "20") in [tuple(raw.rstrip("分") for raw in operands) for _, _, operands in outcomes]
    assert 6 == len(outcomes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"training": 3}, [("GK167", "note")], id="an item of its category"),
        pytest.param({"office": 2}, [("GK167", "warning")], id="an item with deductions"),
        pytest.param({"last": 19}, [("GK167", "note"), ("GK167", "note")], id="a category: its items, the total"),
        pytest.param({"total": 60}, [("GK167", "warning")], id="the total"),
        pytest.param({"score": 52}, [("GK169", "warning")], id="a score above the total"),
        pytest.param({"training": 3, "last": 19}, [], id="two faults, so that nothing is sure"),
    ],
)
def test_fault(changes: dict[str, int], expected: list[tuple[str, str]]) -> None:
    """One fault is told; a form that can be read in several ways says nothing."""
    assert expected == words(**changes)


def test_no_form() -> None:
    """Points in brackets without a total above them are no form."""
    assert [] == told("scoresheet", "网站（9分），新媒体（5分），解读（11分），回应（9分），共34分。")
