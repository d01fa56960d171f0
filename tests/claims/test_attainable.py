"""Percentages that no whole number of things can give."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# 某县2023年政府信息公开工作年度报告\n\n"

FAULTS = [
    pytest.param("全年受理申请12件，按内容分，征地拆迁占20%，财政预算占80%。", "warning", id="one sentence"),
    pytest.param("全年受理申请35件。按内容分类，征地拆迁占35%，其他占65%。", "note", id="the sentence before"),
    pytest.param("共收到申请86件，其中财政预算占12.3%。", "warning", id="one decimal"),
]


@pytest.mark.parametrize(("text", "severity"), FAULTS)
def test_impossible_shares(text: str, severity: str) -> None:
    """A list with shares that no count gives is one finding."""
    failed = [claim for claim in told("attainable", TITLE + text) if claim[1] not in ("pass", "open")]

    assert [("GK337", severity)] == [claim[:2] for claim in failed]


SILENT = [
    pytest.param("全年受理申请12件，按内容分，征地拆迁占25%，财政预算占75%。", id="possible"),
    pytest.param("全年受理申请860件，按内容分，征地拆迁占20%，财政预算占80%。", id="too many to tell"),
    pytest.param("全年受理申请12件，其中征地拆迁3件，占21%。", id="the part is printed"),
    pytest.param("收到问卷12份（可多选），认为及时的占21%。", id="several answers"),
    pytest.param("全年受理申请10余件，征地拆迁占21%。", id="about ten"),
    pytest.param("当面受理7件，网络受理5件，征地拆迁占21%。", id="two counts"),
    pytest.param("专项经费12万元，设备采购占21%。", id="an amount"),
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_to_say(text: str) -> None:
    """Where the base is not surely an exact count of the same things, nothing is claimed to fail."""
    assert not [claim for claim in told("attainable", TITLE + text) if claim[1] not in ("pass", "open")]
