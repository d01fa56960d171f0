"""Counts of a document outlive the document."""

from __future__ import annotations

import pytest

from gklint.model.claim import Verdict
from gklint.model.finding import Audit
from gklint.pipeline import audit
from tests.factory.evidence import packs

REPORT = """# 情况

本月受理申请 12 件，其中一月 5 件、二月 7 件，办理 3 天。

| 月份 | 件数 |
|---|---|
| 一月 | 5 |
| 二月 | 7 |
| 三月 | / |
| 合计 | 13 |
"""


@pytest.fixture(scope="module")
def whole() -> Audit:
    return audit(REPORT.encode(), "report.md", packs())


def test_figures_are_counted_by_source_and_state(whole: Audit) -> None:
    """What an equation holds is exact, what nothing compares is not checked; a cell without a number is not read."""
    tally = whole.tally

    assert (7, 6, 1) == (tally.read, tally.tied, tally.unchecked)
    assert {
        ("prose", "exact"): 3,
        ("prose", "untied"): 1,
        ("table", "exact"): 3,
        ("table", "unknown"): 1,
    } == tally.figures


def test_checks_are_counted_by_verdict(whole: Audit) -> None:
    """Every check has a verdict, every open one a reason."""
    tally = whole.tally

    assert tally.checks == len(list(whole.checks))
    assert tally.verdicts.get(Verdict.OPEN, 0) == sum(tally.reasons.values())


def test_a_brief_audit_counts_the_same(whole: Audit) -> None:
    """Without ledger and outcomes the findings and all counts are still there."""
    brief = whole.brief()

    assert (whole.tally, whole.findings, whole.judged) == (brief.tally, brief.findings, brief.judged)
    assert (False, True) == (whole.is_brief, brief.is_brief)


def test_a_brief_audit_does_not_pretend(whole: Audit) -> None:
    """Asked for its checks, a brief audit does not answer that there are none."""
    with pytest.raises(ValueError, match="brief"):
        _ = whole.brief().checks
