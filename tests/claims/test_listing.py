"""Counted lists: where they begin and end, and when they are long enough."""

from __future__ import annotations

import pytest

from tests.prose import judged, told

FAULTS = [
    pytest.param("建立健全信息发布、保密审查、责任追究四项制度。", "GK350", id="plain names before"),
    pytest.param("印发《信息发布办法》《保密审查办法》《追责办法》两个文件。", "GK350", id="titles without separators"),
    pytest.param("修订《信息发布办法》、《追责办法》和《值班办法》四项制度。", "GK350", id="titles with 和"),
    pytest.param("网站开设“要闻”“政策”“办事”“互动”5大版块。", "GK350", id="quotation marks"),
    pytest.param("重点公开4类信息：预算、决算、许可、处罚、采购。", "GK350", id="behind a colon"),
    pytest.param("建立三项制度，即首问负责、限时办结。", "GK350", id="behind 即"),
    pytest.param("设置4个栏目（政策、办事、互动），内容丰富。", "GK350", id="in brackets"),
    pytest.param("建成四个平台，分别为网站、微博和微信。", "GK350", id="分别为"),
    pytest.param("做好以下3项工作：健全制度；强化培训。", "GK350", id="parted by semicolons"),
    pytest.param("完善信息发布、保密审查以及投诉举报4项机制。", "GK350", id="以及 always joins"),
    pytest.param("制定信息发布、保密审查、责任追究等2项制度。", "GK351", id="more than stated before 等"),
    pytest.param("邀请财政局、民政局、教育局、卫健局等3家单位参加。", "GK351", id="units before 等"),
    pytest.param("出台《甲办法》《乙办法》《丙办法》等2个文件。", "GK351", id="titles before 等"),
    pytest.param("从以下四个方面抓好落实。一是加强领导。二是健全制度。三是强化培训。", "GK352", id="points"),
    pytest.param("主要存在以下两个问题：一是不及时；二是不深入；三是不便民。", "GK352", id="points behind a colon"),
    pytest.param("市、县三级联动发布信息。", "GK353", id="levels"),
]
FITTING = [
    pytest.param("建立健全信息发布、保密审查、责任追究三项制度。", "GK350", id="plain names before"),
    pytest.param("重点公开5类信息：预算（含“三公”、绩效）、决算、许可、处罚和采购。", "GK350", id="brackets and 和"),
    pytest.param("印发《信息公开、发布办法》和《值班办法》两个文件。", "GK350", id="comma in a title"),
    pytest.param("印发《甲办法》（试行）、《乙办法》两个文件。", "GK350", id="bracket behind a title"),
    pytest.param("推行“三审”即：事前预审、事中审核、事后评审，“两查”即：自查、抽查。", "GK351", id="short names"),
    pytest.param("做好决策、执行、管理、服务、结果“五公开”。", "GK351", id="list before a short name"),
    pytest.param("开展《文明看行动》《整改看落实》电视问政2期。", "GK351", id="a noun between"),
    pytest.param("公开审批、许可、处罚等3类信息。", "GK351", id="等 behind a complete list"),
    pytest.param("建立信息发布、保密审查、责任追究等20余项制度。", "GK351", id="a round number"),
    pytest.param("设置专栏78个，包括指南、目录、年报等信息。", "GK351", id="包括 and 等"),
    pytest.param("主要存在以下3个问题：一是慢；二是浅；三是少。", "GK352", id="points"),
    pytest.param("实行县乡村三级公示。", "GK353", id="levels without separators"),
    pytest.param("市、县（区）两级设立查阅点。", "GK353", id="a bracket in a level"),
]
SILENT = [
    pytest.param("办理代表建议、政协提案41件。", id="a count of records"),
    pytest.param("在图书馆、档案馆15个站点提供查阅。", id="places, not names"),
    pytest.param("向县直部门、乡镇发放手册500份。", id="copies"),
    pytest.param("加强县、乡政务公开3个平台建设。", id="levels as an attribute"),
    pytest.param("汇总5个县（市、区）人民政府情况。", id="alternatives in brackets"),
    pytest.param("举办培训班3期，分别为甲班2期、乙班1期。", id="parts with figures"),
    pytest.param("在制度、队伍等5个方面取得进展。一是制度更全。二是队伍更强。", id="方面 with names of its own"),
    pytest.param("制定5项制度。一是明确了责任。二是细化了流程。", id="no 以下"),
    pytest.param("印发《甲办法》等12个文件。", id="one name is no list"),
    pytest.param("共收到信函、邮件、电话2000余次。", id="a large number"),
]


@pytest.mark.parametrize(("text", "code"), FAULTS)
def test_miscounted_list(text: str, code: str):
    """A list whose ends are clear and whose length is not the stated one is accused once."""
    found = [(rule, word) for rule, word, _ in told("listing", text) if word != "pass"]

    assert [(code, "note" if code == "GK353" else "warning")] == found


@pytest.mark.parametrize(("text", "code"), FITTING)
def test_fitting_list(text: str, code: str):
    """A list as long as stated is a passed check with its names as operands."""
    found = told("listing", text)

    assert (code, "pass") in [(rule, word) for rule, word, _ in found]
    assert all(word == "pass" and len(printed) > 2 for _, word, printed in found)


@pytest.mark.parametrize("text", SILENT)
def test_no_list(text: str):
    """A number beside names that it does not count is left alone."""
    assert [] == [(rule, word) for rule, word, _ in told("listing", text) if word != "pass"]


def test_parts_of_the_report():
    """The parts that the front names are compared with the numbered headings."""
    front = "# 某县2021年政府信息公开工作年度报告\n\n全文包括总体情况、公开情况，以及存在的问题和打算。\n\n"
    headings = "\n\n".join(f"## {number}、情况\n\n工作平稳。" for number in "一二三")

    (outcome,) = judged("listing", front + headings)

    assert ("GK354", "pass") == (outcome.claim.rule.code, outcome.verdict.value)
