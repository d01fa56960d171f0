"""Zeros in words against counts, and sentences that leave nothing out."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# 某县2021年政府信息公开工作年度报告\n\n"

DENIED = [
    pytest.param(
        "全县未收到政府信息公开申请。\n\n受理政府信息公开申请3件。",
        [("GK320", "warning", ("未收到", "3件"))],
        id="requests",
    ),
    pytest.param(
        "2021年全县未收到政府信息公开申请。\n\n2021年全县收到政府信息公开申请3件。",
        [("GK320", "error", ("未收到", "3件"))],
        id="whole and year in both places",
    ),
    pytest.param(
        "没有发生因政府信息公开引起的行政复议。\n\n受理涉及政府信息公开的行政复议案件2件。",
        [("GK320", "warning", ("没有发生", "2件"))],
        id="reconsiderations",
    ),
    pytest.param("未收到因政府信息公开引起的投诉。\n\n市长热线受理投诉658件。", [], id="complaints about anything"),
    pytest.param("县财政局未收到政府信息公开申请。\n\n全县收到政府信息公开申请3件。", [], id="one bureau"),
    pytest.param("上半年未收到政府信息公开申请。\n\n全年收到政府信息公开申请3件。", [], id="half of the year"),
    pytest.param("未收到政府信息公开申请。\n\n上年结转政府信息公开申请3件。", [], id="carried in"),
    pytest.param("未发生政府信息公开行政诉讼。\n\n收到政府信息公开申请3件。", [], id="another thing"),
]


@pytest.mark.parametrize(("text", "expected"), DENIED)
def test_denied_yet_counted(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """What is denied in one place is not counted in another, if matter, scope and period agree."""
    assert expected == told("zero", TITLE + text)


ENTIRE = [
    pytest.param(
        "收到群众来信48件，均已答复，共答复46件。", [("GK325", "error", ("48件", "46件"))], id="two are missing"
    ),
    pytest.param("收到群众来信48件，全部办结48件。", [("GK325", "pass", ("48件", "48件"))], id="all of them"),
    pytest.param(
        "收到群众来信48件，上年结转2件，全部办结50件。",
        [("GK325", "pass", ("48件", "2件", "50件"))],
        id="and carried over",
    ),
    pytest.param("收到群众来信48件，办结46件。", [], id="not all"),
    pytest.param("收到群众来信48件，均已答复，其中涉及城建的31件已答复28件。", [], id="a part of them"),
    pytest.param("收到群众来信48件，均已答复。", [], id="one figure"),
    pytest.param("收到群众来信48件，收到提案12件，均已答复，答复提案12件。", [], id="several things"),
    pytest.param(
        "We received 48 letters, all of which were answered; 46 were answered by post.", [], id="english list"
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENTIRE)
def test_all_of_them(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """全部 and 均 make what came in equal to what was done, where the sentence prints both."""
    assert expected == told("entire", TITLE + text)
