"""One fact, stated twice in the prose."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# 某县2021年工作总结\n\n"

FAULTS = [
    pytest.param(
        "全县主动公开政府信息1200条。\n\n全年主动公开政府信息共计1260条。",
        ("1200条", "1260条"),
        "warning",
        id="plain noun of totals",
    ),
    pytest.param(
        "配备了便民查询终端330个。\n\n便民查询终端350个。", ("330个", "350个"), "warning", id="one act left unsaid"
    ),
    pytest.param("全县回应社会关注热点14次。\n\n全年共回应关注热点9次。", ("14次", "9次"), "warning", id="two counts"),
    pytest.param(
        "2021年全县举办消防安全演练114场。\n\n2021年，全县共举办消防安全演练141场。",
        ("114场", "141场"),
        "error",
        id="whole and year in both places",
    ),
    pytest.param(
        "整合各类热线电话33个。\n\n整合了热线电话35个。", ("33个", "35个"), "warning", id="a number of things"
    ),
    pytest.param(
        "设立产业引导基金1200万元。\n\n设立了产业引导基金1300万元。", ("1200万元", "1300万元"), "warning", id="money"
    ),
    pytest.param(
        "报送政务专报材料30余篇。\n\n报送政务专报材料52篇。", ("30余篇", "52篇"), "note", id="an approximator"
    ),
    pytest.param(
        "开通便民服务热线，聘请社会监督员参与评议，群众满意率98%。\n\n"
        "开通了便民服务热线，聘请社会监督员参与评议，群众满意率达89%。",
        ("98%", "89%"),
        "warning",
        id="a rate in two like sentences",
    ),
    pytest.param(
        "We received 1,234 subpoena requests.\n\nIn total, 1,324 subpoena requests were received.",
        ("1,234 subpoena requests", "1,324 subpoena requests"),
        "warning",
        id="english",
    ),
]


@pytest.mark.parametrize(("text", "figures", "severity"), FAULTS)
def test_two_values(text: str, figures: tuple[str, ...], severity: str) -> None:
    """Noun, act, unit, period and scope agree, the values do not."""
    ((code, found, operands),) = told("same", TITLE + text)

    assert ("GK310", severity) == (code, found)
    assert [figure[:4].strip() for figure in figures] == [operand[:4].strip() for operand in operands]


SILENT = [
    pytest.param("公开政府信息120条。\n\n公开政府信息98条。", id="plain noun of nobody knows what"),
    pytest.param(
        "开展春季农资市场检查，检查门店88家，立案5起。\n\n开展秋季农资市场检查，检查门店64家，立案3起。",
        id="one form of words",
    ),
    pytest.param("整治一次，出动执法人员90人次。\n\n又整治一次，出动执法人员120人次。", id="campaigns"),
    pytest.param("全县出动执法人员300人次。\n\n节前整治出动执法人员120人次。", id="a campaign within the year"),
    pytest.param("全县召开通气会议14次。\n\n县本级召开通气会议3次。", id="the office and the whole"),
    pytest.param("县财政局举办专题讲座14次。\n\n县教育局举办专题讲座3次。", id="two units"),
    pytest.param("全年受理消费投诉信件214件。\n\n自2015年以来受理消费投诉信件1309件。", id="the year and all years"),
    pytest.param("上半年举办专题讲座4次。\n\n全年举办专题讲座9次。", id="half of the year"),
    pytest.param("2020年举办专题讲座4次。\n\n2021年举办专题讲座9次。", id="two years"),
    pytest.param("制发规范性文件30件。\n\n公开规范性文件28件。", id="issued and published"),
    pytest.param("受理群众来信30件。\n\n答复群众来信28件。", id="received and answered"),
    pytest.param("公开财政信息30条。\n\n公开环保信息28条。", id="two topics"),
    pytest.param("原创推送文章30篇。\n\n转载推送文章28篇。", id="written and taken over"),
    pytest.param("公开信息30条。\n\n公开信息28条。", id="a noun that says nothing"),
    pytest.param("群众满意率98%。\n\n群众满意率99%。", id="rates of nobody knows whom"),
    pytest.param("涉及22个政府部门。\n\n涉及34个政府部门。", id="other sets of offices"),
    pytest.param("专题讲座4次，其中专题讲座进机关3次。", id="one sentence"),
    pytest.param("东片开展联合检查3次。\n\n西片开展联合检查5次。\n\n南片开展联合检查9次。", id="three of a kind"),
    pytest.param("举办专题讲座9次。\n\n计划举办专题讲座12次。", id="a plan"),
    pytest.param("举办专题讲座9次。\n\n## 三、下一步打算\n\n举办专题讲座12次。", id="a section of plans"),
    pytest.param("发展志愿服务队员90人。\n\n志愿服务队员增加12人。", id="a change"),
    pytest.param("举办专题讲座9次。\n\n举办专题讲座参加人员120人次。", id="times and people"),
    pytest.param("坚持一个窗口受理。\n\n坚持一个窗口办结。", id="an article"),
]


@pytest.mark.parametrize("text", SILENT)
def test_not_the_same(text: str) -> None:
    """Where anything differs that makes another fact of it, nothing is claimed to fail."""
    assert not [claim for claim in told("same", TITLE + text) if claim[1] != "pass"]


PASSES = [
    pytest.param("全县回应社会关注热点14次。\n\n全年共回应关注热点14次。", ("14次", "14次"), id="counts"),
    pytest.param("报送政务专报材料50余篇。\n\n报送政务专报材料52篇。", ("50余篇", "52篇"), id="about and exactly"),
    pytest.param("全县19个乡镇建成服务站。\n\n全县19个乡镇开展评议。", ("19个", "19个"), id="all of the towns"),
]


@pytest.mark.parametrize(("text", "figures"), PASSES)
def test_agreement_is_a_check(text: str, figures: tuple[str, ...]) -> None:
    """Two places that agree are a check that was passed."""
    assert [("GK310", "pass", figures)] == told("same", TITLE + text)


def items(changed: str = "") -> str:
    """Twelve paragraphs that repeat the amount that opens them; the third with *changed* instead."""
    lines = []
    for number in range(1, 13):
        amount = f"{number * 7}.35万元"
        again = changed if changed and number == 3 else amount
        lines.append(f"{number}. 第{number}类经费{amount}，用于办公。本年安排{again}，比上年增加1万元。")
    return "\n\n".join(lines)


def test_siblings_agree() -> None:
    """Paragraphs built alike are so many checks."""
    assert [("GK311", "pass")] * 12 == [claim[:2] for claim in told("same", items())]


def test_two_siblings_differ() -> None:
    """Where most agree, each that does not is told."""
    found = items("24.35万元").replace("本年安排49.35万元", "本年安排94.35万元").replace("\n\n", "\n\n\n")

    assert {"21.35万元", "49.35万元"} == {operands[0] for _, word, operands in told("same", found) if word != "pass"}


def test_one_sibling_differs() -> None:
    """The paragraph that breaks the pattern of its siblings is told."""
    found = [claim for claim in told("same", items("25.31万元")) if claim[1] != "pass"]

    assert [("GK311", "warning", ("21.35万元", "25.31万元"))] == found
