"""What a yearly report has to have, and what strays into it."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# 某县2016年政府信息公开工作年度报告\n\n"
BODY = "\n\n".join(
    f"## {number}、{topic}情况\n\n全县各级各部门认真落实要求。公开渠道进一步拓宽。"
    for number, topic in zip("一二三四", ("总体", "依申请公开", "复议诉讼", "收费和减免"), strict=True)
)
FEELESS = BODY.replace("收费和减免", "其他")
LINE = "编制公开指南和公开目录，规范各级各部门公开程序、步骤和方式，完善工作机制。"
NOTICE = "| 招标单位 | 某公司 |\n|---|---|\n| 费率 | 2.9 |"
ANNOUNCED = "附件：某县2016年政府信息公开情况统计表"

LACKING = [
    pytest.param(BODY, {("GK830", "note")}, id="no sheet"),
    pytest.param("全年受理依申请公开信息200余件。", {("GK831", "warning")}, id="requests not exact"),
    pytest.param("全年主动公开信息5000余条。", {("GK832", "note")}, id="disclosures not exact"),
    pytest.param(
        f"{BODY.replace('收费和减免', '其他')}\n\n{ANNOUNCED}", {("GK833", "note"), ("GK834", "note")}, id="fees"
    ),
    pytest.param(f"{LINE}\n\n强化监督。\n\n{LINE}", {("GK835", "note")}, id="a line twice"),
    pytest.param(f"{LINE[:-1]}，采购项目在\n\n{NOTICE}\n\n采购网发布。", {("GK836", "note")}, id="a notice inside"),
]
COMPLETE = [
    pytest.param("全年受理依申请公开信息213件。近三年受理依申请公开信息600余件。", id="an exact number"),
    pytest.param(f"{LINE}\n\n{LINE.replace('指南', '手册')}", id="similar lines"),
    pytest.param(f"{LINE[:-1]}，情况如下：\n\n{NOTICE}\n\n采购网发布。", id="a table of the sentence"),
    pytest.param("全年公开信息12条。", id="a few lines are no report"),
]


@pytest.mark.parametrize(("text", "expected"), LACKING)
def test_lacking(text: str, expected: set[tuple[str, str]]):
    """What the template asks for is asked for, never called an error."""
    assert expected == {(code, word) for code, word, _ in told("required", TITLE + text)}


@pytest.mark.parametrize("text", COMPLETE)
def test_complete(text: str):
    """What is there is not asked for."""
    assert [] == told("required", TITLE + text)


def test_other_documents_are_asked_nothing():
    """The template of one kind of report binds no other."""
    assert [] == told("required", f"# 某县2016年工作总结\n\n{BODY}")
