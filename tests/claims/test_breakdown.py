"""Totals with their parts and shares of one whole: what a sentence asserts, how strictly, and what it does not."""

from __future__ import annotations

import pytest

from gklint import figures, readers, weighing
from gklint.claims import breakdown
from gklint.model.claim import Outcome, Verdict
from gklint.model.relation import Hundred, Partition, Subset, operands
from gklint.model.rule import Packs, Rule, Severity, Strength
from gklint.severity import severity
from tests import build

NOTHING = Packs((), ())
SETS = (("专职", "兼职"), ("按时", "延期"), ("建议", "提案"))
FAULTS: tuple[tuple[breakdown.Fault, Strength], ...] = (
    ("not-total", Strength.EXACT),
    ("above-total", Strength.BOUND),
    ("short", Strength.EXPECTED),
    ("total-behind", Strength.EXACT),
    ("not-hundred", Strength.EXACT),
    ("above-hundred", Strength.EXPECTED),
    ("stretched", Strength.HINT),
)


def rule(fault: breakdown.Fault, strength: Strength) -> Rule:
    find = breakdown.Find(fault, SETS if fault == "not-total" else ())
    return build.rule(f"GK3{len(fault):02}", id=f"core/{fault}", find=find, strength=strength)


RULES = tuple(rule(*row) for row in FAULTS)


def judged(text: str, name: str = "report.md") -> list[Outcome]:
    ledger = figures.read(readers.read(text.encode(), name), NOTHING)
    return list(weighing.judged(breakdown.claims(ledger, RULES)))


def faults(text: str) -> list[tuple[str, str]]:
    """The severity and the first operand of each broken claim."""
    found = []
    for outcome in judged(text):
        degree = severity(outcome) if outcome.verdict is Verdict.FAIL else None
        if degree:
            found.append((degree.word, operands(outcome.claim.relation)[0][1].raw))
    return found


def sums(text: str) -> set[str]:
    """What holds: partitions with =, subsets with ≥, shares of the whole with 100."""
    found = set()
    for outcome in judged(text):
        relation = outcome.claim.relation
        if outcome.verdict is not Verdict.PASS:
            continue
        printed = [figure.raw for _, figure in operands(relation)]
        match relation:
            case Partition():
                found.add(f"{printed[0]} = {' + '.join(printed[1:])}")
            case Subset():
                found.add(f"{printed[0]} ≥ {' + '.join(printed[1:])}")
            case Hundred():
                found.add(f"100 = {' + '.join(printed)}")
    return found


HOLDS = {
    "of which": ("发布信息90条，其中网站50条、微信40条。", "90条 = 50条 + 40条"),
    "of which, with a colon": ("发布信息90条，其中：网站50条；微信40条。", "90条 = 50条 + 40条"),
    "over a full stop": (
        "发布信息90条。其中通过网站发布50条；通过微信发布30条；通过公告栏发布10条。",
        "90条 = 50条 + 30条 + 10条",
    ),
    "each part its own sentence": (
        "发布信息90条。其中通过网站发布50条。通过微信发布30条。通过公告栏发布10条。",
        "90条 = 50条 + 30条 + 10条",
    ),
    "over a paragraph end": ("本年发布信息90条。\n\n其中网站发布50条，微信发布40条。", "90条 = 50条 + 40条"),
    "respectively": ("收到来信30件，分别为咨询18件、投诉12件。", "30件 = 18件 + 12件"),
    "respectively, one unit": ("收到来信30件，其中咨询、投诉、建议分别为15、9、6件。", "30件 = 15 + 9 + 6件"),
    "in brackets": ("上传文件7件（决定2个、通知4则、公告1篇）。", "7件 = 2个 + 4则 + 1篇"),
    "the nested part is not added": (
        "发布信息90条，其中网站50条（其中解读8条），微信40条。",
        "90条 = 50条 + 40条",
    ),
    "shares between the parts": (
        "发布信息90条，其中网站45条，占50%；微信45条，占50%。",
        "90条 = 45条 + 45条",
    ),
    "changes between the parts": (
        "总收入90万元，比上年增加5万元，其中拨款80万元，增加4万元；其他收入10万元，增加1万元。",
        "90万元 = 80万元 + 10万元",
    ),
    "another statement behind the list": (
        "发布信息90条，其中网站50条、微信40条，回应关切3次。",
        "90条 = 50条 + 40条",
    ),
    "an aside in another unit": (
        "开通账号90个。其中甲类50个，累计推送图文812条；乙类40个，累计推送图文465条。",
        "90个 = 50个 + 40个",
    ),
    "members with their shares, over a full stop": (
        "发布信息900条。其中，机关和学校发布810条，占90%。街道发布90条，占10%。",
        "900条 = 810条 + 90条",
    ),
    "the plan that the whole is a share of": (
        "收入完成1038万元，为年初预算1084万元的95.76%，其中：税收收入503万元，非税收入535万元。",
        "1038万元 = 503万元 + 535万元",
    ),
    "the kinds are counted in between": (
        "发布信息90条。按类别共分三类，其中甲类30条，乙类35条，丙类25条。",
        "90条 = 30条 + 35条 + 25条",
    ),
    "the word for more is a part of another": (
        "加强管理，对53件文件进行清理，其中49件保留、3件修改、1件废止。",
        "53件 = 49件 + 3件 + 1件",
    ),
    "two scales of money": (
        "安排资金1.5亿元，其中中央资金9000万元、地方资金6000万元。",
        "1.5亿元 = 9000万元 + 6000万元",
    ),
    "an approximate part": ("发布信息94条，其中网站50条，微信40余条。", "94条 = 50条 + 40余条"),
    "divided by kind": ("受理申请20件。按受理方式分类，当面5件，网络9件，信函6件。", "20件 = 5件 + 9件 + 6件"),
    "no word at all": ("办结申请20件，按时办结18件，延期办结2件。", "20件 = 18件 + 2件"),
    "the total behind": ("窗口有4名专职、3名兼职共7名人员。", "7名 = 4名 + 3名"),
    "the total behind, summed up": ("编印简报5期、专刊3期，合计8期。", "8期 = 5期 + 3期"),
    "the first figure is the whole": (
        "征集意见83条，采纳52条，其中网络征集61条，座谈征集22条。",
        "83条 = 61条 + 22条",
    ),
    "a lone part": ("举办培训12期，其中线上培训5期。", "12期 ≥ 5期"),
    "examples": ("发布信息90条，主要包括财政20条、人事15条等。", "90条 ≥ 20条 + 15条"),
    "shares of one whole": ("网络申请占55%、信函申请占25%，其他占20%。", "100 = 55% + 25% + 20%"),
}


@pytest.mark.parametrize(("text", "expected"), HOLDS.values(), ids=HOLDS)
def test_reads(text: str, expected: str):
    """A breakdown is read with its own whole and all of its parts, and holds."""
    assert expected in sums(text)


@pytest.mark.parametrize(("text", "expected"), HOLDS.values(), ids=HOLDS)
def test_clean_is_silent(text: str, expected: str):
    """A breakdown that holds accuses nobody."""
    assert not faults(text)


BROKEN = {
    "industries by their added value": (
        "全年地区生产总值1570.2亿元，增长4.0%。其中，第一产业增加值128.2亿元，增长3.5%；第二产业增加值493.1亿元，"
        "增长2.6%；第三产业增加值849.0亿元，增长4.4%。",
        [("warning", "1570.2亿元")],
    ),
    "seen by town and country": (
        "全年零售总额1377.83亿元，增长6.3%。分城乡看，城镇零售额1101.26亿元，增长6.4%；乡村零售额276.75亿元，增长6.1%。",
        [("warning", "1377.83亿元")],
    ),
    "the remainder is named": ("发布信息955条，其中网站507条，微信306条，其他132条。", [("error", "955条")]),
    "respectively": ("收到来信338件，分别为咨询187件、投诉121件。", [("error", "338件")]),
    "nothing else by nature": ("承办建议提案64件，其中建议40件、提案22件。", [("error", "64件")]),
    "a thing and its negation": ("审核文件64件，其中涉密文件20件、不涉密文件42件。", [("error", "64件")]),
    "brackets": ("上传文件9件（决定2个、通知4则、公告1篇）。", [("error", "9件")]),
    "shares that leave nothing": (
        "发布信息5900条。其中，机关和学校发布4720条，占80%。街道发布1080条，占20%。",
        [("error", "5900条")],
    ),
    "things named after people": (
        "更新信息218条，其中领导分工信息12条，规章信息110条，动态信息103条。",
        [("error", "218条")],
    ),
    "kinds of what a section before counts": (
        "全年主动公开政府信息1543条。\n\n其中网站1200条。\n\n主动公开政府信息的类别有：机构类594条，规划类281条，许可类653条，其他25条。",
        [("warning", "1543条")],
    ),
    "a column beside one that adds up": (
        "发生火灾157起，比上年下降7%；受伤84人，下降12%。其中，住宅84起，上升6%，受伤27人；厂房62起，受伤33人；车辆11起，受伤14人。",
        [("warning", "84人")],
    ),
    "the changes of all parts": (
        "经费4567万元，比上年减少1128万元。其中：购置费1164万元，比上年减少140万元；运行费3403万元，比上年减少889万元。",
        [("error", "1128万元")],
    ),
    "a total, one part of it in another unit": (
        "收入总计1038362万元，其中：本级收入566579万元，上级补助收入309109万元，上年结余收入66989万元，调入资金95685元。",
        [("warning", "1038362万元")],
    ),
    "the whole that all parts name": (
        "出口38.88亿元，增长3.8%；进口87.99亿元，增长1.9%。分方式看，一般贸易出口34.32亿元，加工贸易出口4.65亿元。",
        [("warning", "38.88亿元")],
    ),
    "above the whole": ("受理来电90件，其中咨询60件、投诉25件、求助10余件。", [("error", "90件")]),
    "kinds that may overlap": ("客车71.3万辆，其中自用客车66.1万辆，小型客车38.2万辆。", [("warning", "71.3万辆")]),
    "two parts far above": ("培训学员310人，其中女学员620人、教师55人。", [("warning", "310人")]),
    "an open list above": ("审核稿件604件，其中文字410件、图片380件等。", [("error", "604件")]),
    "far from its own remainder": (
        "接收来函1890件，其中纪检类612件、城建类377件、其他类420件。",
        [("error", "1890件")],
    ),
    "one part above": ("举办培训12期，其中线上培训15期。", [("error", "12期")]),
    "the total behind": ("窗口有4名专职、3名兼职共8名人员。", [("warning", "8名")]),
    "the total behind, larger": ("窗口解答来信3714件、来电2553件，共6367件。", [("error", "6367件")]),
    "short": ("发布信息994条，其中图解531条、视频363条。", [("warning", "994条")]),
    "no word, nothing else by nature": ("办结申请20件，按时办结17件，延期办结2件。", [("warning", "20件")]),
    "shares": ("网络申请占55%、信函申请占25%，其他占30%。", [("error", "55%")]),
    "shares of all there is": ("专职人员占62.5%，兼职人员占27.5%。", [("warning", "62.5%")]),
    "shares above, list open": ("网络申请占55%、信函申请占25%、当面申请占30%。", [("warning", "55%")]),
    "money may overlap": ("完成投资90亿元，其中工业60亿元、农业35亿元。", [("error", "90亿元")]),
    "stretched": ("发布信息2万余条，其中网站18000条、微信11500条。", [("note", "2万余条")]),
    "estimated": (
        "据不完全统计，受理来电90件，其中咨询60件、投诉25件、求助10件。",
        [("warning", "90件")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN)
def test_accuses(text: str, expected: list[tuple[str, str]]):
    """A breakdown that cannot hold is told, as severely as the sentence is clear."""
    assert expected == faults(text)


SILENT = {
    "another total before the total": "基金收入0.4亿元，结余0.2亿元，收入总计0.6亿元；支出0.5亿元，支出总计0.5亿元。",
    "a main item behind a part": "初中招生5.2万人，其中随迁子女1.1万人，在校生15.3万人。",
    "a part that is all, behind others": "检测机构41家，其中国家级2家，法定计量机构6家，电梯制造单位41家。",
    "a bracket that tells of more": "我市2人获一等奖（全省共5人获奖）。特教在校生810人（另有936人随班就读）。",
    "a bracket that tells of others": "特教在校生810人（另有936人随班就读）。",
    "a word that holds 共": "全区有剧团9个，文化馆9个，公共图书馆9个。",
    "the measure word of another": "招录学生292人，增配教师83名，其中甲类97人。",
    "less than half is named": "发布信息90条，其中网站20条、微信15条。",
    "the list goes on, a keystroke short": "审核稿件1204件，其中文字410件、图片380件、视频364件等。",
    "the list goes on": "发布信息90条，其中网站50条、微信30条等。",
    "overlapping kinds": "工作人员50人，其中党员40人、女性30人。",
    "a second division": "技术人员900人，其中，检测师500人，工程师380人，基层站技术人员112人，校准站技术人员30人。",
    "shares of a whole further up": (
        "在法人中，企业268个，占82%；社团37个，占11%。\n\n按行业分，批发96个，占30%；制造64个，占20%；其他行业160个，占50%。"
    ),
    "changes of some parts": (
        "粮食76.0万吨，比上年增加1.0万吨。其中，水稻39.4万吨，比上年增加0.1万吨；玉米35.1万吨，比上年增加0.9万吨。"
    ),
    "one name inside another": (
        "机构326家，资产总额86.20亿元，净资产73.90亿元。其中：行政机构126家，资产31.60亿元；事业机构200家，资产54.60亿元。"
    ),
    "stages of one thing": "受理来电90件，其中受理投诉60件，办结58件。",
    "carried over": "收到申请60件，上年结转4件，其中自然人44件、法人20件。",
    "another statement in the same sentence": "制发文件20件，其中规范性文件6件，发布解读35篇。",
    "another count of like unit": "召开发布会8场，其中负责同志出席3场，回应热点12次。",
    "the next head behind a semicolon": "收入80亿元，其中税收60亿元；支出200亿元，其中民生150亿元。",
    "last year's numbers in brackets": "召开会议5次（2021年4次、2020年3次）。",
    "heads of their own": "开通平台30个，网站、微信发布信息分别为700、500条。",
    "no total of what stands before": "走访企业14家、社区5家，共走访服务对象60家。",
    "kinds that are not disjoint by a note": "发布解读50篇，其中图解30篇、视频20篇、动漫10篇（部分形式有重复）。",
    "rates of several bodies": "大厅满意率98%，热线满意率99%，其他窗口满意率97%。",
    "several answers": "问卷（可多选）中选网站的占70%、选微信的占60%，其他占20%。",
    "two divisions": "网络申请占60%、信函申请占40%；按内容分，征地占70%、住房占30%。",
    "a set of something else than the whole": "现有职工35名，其中专职2名，兼职5名从事信息公开。",
    "sectors named in part": "粮食面积302.4万亩，其中小麦131.7万亩、玉米122.5万亩。",
    "a name with a number": "受理12345热线来电90件，其中咨询50件、投诉40件。",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_stays_silent(text: str):
    """What is legally odd, open or about something else is no fault above a note."""
    assert not [fault for fault in faults(text) if fault[0] != Severity.NOTE.word]


def test_reads_cells():
    """A list of shares inside one cell of a table is a whole of its own."""
    text = "| 指标 | 说明 |\n|---|---|\n| 申请内容 | 征地占比40%，住房占比30%，其他占比45% |\n"

    assert faults(text) == [("error", "40%")]


def test_reads_notes_of_cells():
    """The bracket behind a cell's number holds parts of it."""
    text = "| 指标 | 数量 |\n|---|---|\n| 制发文件 | 12（其中修订15件） |\n| 废止文件 | 3 |\n"

    assert [figure.raw for figure in operands(judged(text)[0].claim.relation)[0][1:]] == ["12"]


ENGLISH = {
    "including": ("The fund spent $900,000, including $600,000 on roads and $400,000 on schools.", 1),
    "of which, in full": ("The fund spent $900,000, of which $500,000 on roads and $400,000 on schools.", 0),
    "of which, a number alone": ("We closed 90 requests, of which 50 were made online and 60 by post.", 1),
    "comprising": ("The unit has 12 staff, comprising 7 full-time and 4 part-time.", 1),
    "in brackets": ("We answered 97 requests (60 in full, 25 in part and 12 not at all).", 0),
    "the total behind": ("There were 40 letters and 35 calls, a total of 80 contacts.", 1),
    "examples": ("We closed 97 requests, including 21 from journalists and 32 from students.", 0),
    "shares": ("Online requests accounted for 45%, letters for 30% and other channels for 35%.", 1),
    "shares that hold": ("Online requests accounted for 45%, letters for 30% and other channels for 25%.", 0),
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.values(), ids=ENGLISH)
def test_english(text: str, expected: int):
    """English lists are read by the same grammar with words of their own."""
    assert expected == len(faults(text))


SHORT = "发布信息994条，其中图解531条、视频363条。"


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (
            "医院310个，其中公立120个、民营91个。\n\n学校212所，其中小学60所、初中41所。\n\n车站95个，其中甲等20个、乙等11个。",
            False,
        ),
        (
            "医院211个，其中公立120个、民营91个。\n\n学校101所，其中小学60所、初中41所。\n\n车站31个，其中甲等20个、乙等11个。",
            True,
        ),
    ],
    ids=["others leave a rest", "others are complete"],
)
def test_habit_of_a_report(others: str, told: bool):
    """Whether a list that misses its whole by a slip is asked about depends on what 其中 is used for around it."""
    assert told == any(figure == "994条" for _, figure in faults(f"{others}\n\n{SHORT}"))
