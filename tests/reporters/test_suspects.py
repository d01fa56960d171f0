"""The suspect as a person reads it: named where that is certain, else with its equals, else not at all."""

from __future__ import annotations

import pytest

from gklint.model.finding import Slip
from gklint.reporters.suspects import brief, related, suspicions
from gklint.reporters.wording import Words
from tests.factory import evidence

TABLE = """# 云川县接待情况统计

| 单位 | 一季度 | 二季度 | 三季度 | 合计 |
|---|---|---|---|---|
| 教育局 | {a} | 112 | 90 | 346 |
| 水利局 | 71 | 20 | 15 | 106 |
| 民政局 | 63 | 54 | 81 | 198 |
| 合计 | 278 | 186 | 186 | {total} |
"""


def lines(text: str, language: str = "zh") -> tuple[list[str], list[str], str]:
    """Suspects, related relations and the brief of the one finding of *text*."""
    audit = evidence.lint(("case.md", text.encode()))
    (finding,) = audit.findings
    assert audit.ledger is not None
    words = Words(language)
    return [*suspicions(finding, audit.ledger, words)], [*related(finding, words)], brief(finding, words)


def test_cell_of_two_sums_is_named() -> None:
    """Row and column meet at the suspect: it is named with its slip and the value that repairs both."""
    suspects, others, short = lines(TABLE.format(a="414", total="650"))

    assert [
        "疑点 表 1 第 2 行 教育局 × 一季度（文本第 5 行）：414 疑似数字颠倒，若为 144 则这 2 条关系都成立"
    ] == suspects
    assert ["同一原因：一季度：合计 278 ≠ 414 + 71 + 63 = 548，少 270"] == others
    assert "；疑点 教育局 × 一季度 414，若为 144 则相符" == short


def test_english_names_the_same() -> None:
    """The suspect is named in English too."""
    suspects, _, _ = lines(TABLE.format(a="414", total="650"), "en")

    assert ["414 two digits seem to be swapped, 144 would make all 2 relations hold"] == [
        text[text.index("414") :] for text in suspects
    ]


def test_lone_sum_names_nobody() -> None:
    """Where nothing but one sum is broken and no slip explains it, only candidates of equal standing are told."""
    suspects, others, short = lines("# 报告\n\n全年收到申请300件，其中自然人150件、企业90件、社会组织91件。\n")

    assert all(text.startswith("疑点 以下数字之一可能有误") for text in suspects)
    assert ([], "") == (others, short)


def test_single_candidate_is_no_choice() -> None:
    """Where a slip would explain one figure only, it is told as a possibility beside the others."""
    suspects, _, _ = lines("# 报告\n\n全年收到申请95件，其中网上申请153件。\n")

    assert all("之一" not in text for text in suspects)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("slip", Slip, ids=lambda slip: slip.value)
def test_every_slip_has_words(slip: Slip, language: str) -> None:
    """Whatever blame can suspect can be said."""
    key = "suspect.unlocated" if slip is Slip.UNLOCATED else f"slip.{slip.value}"

    assert Words(language).has(key)
