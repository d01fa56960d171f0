"""Sentences against the official form: what is tied to which cell, what is found, what stays silent."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from gklint import figures, readers, weighing
from gklint.claims import KINDS
from gklint.claims.crosscheck import claims
from gklint.model.claim import Outcome, Verdict
from gklint.model.relation import operands
from gklint.model.rule import Packs, Severity
from gklint.packs.find import rules_root
from gklint.packs.load import load
from gklint.severity import severity

REPORTS = Path(__file__).parent / "reports"

CURRENT = "form-of-2021.md"
SHEET = "form-of-2014.md"

AGREES: tuple[tuple[str, str, str, int], ...] = (
    # name, report, sentence, how many of its figures are tied
    ("received", CURRENT, "2022年，全县共收到政府信息公开申请42件。", 1),
    ("received with those carried in", CURRENT, "全年受理政府信息公开申请45件（含上年结转3件）。", 2),
    ("figure before its noun", CURRENT, "2022年，我县新收42件政府信息公开申请。", 1),
    ("balance told in words", CURRENT, "收到政府信息公开申请42件，上年结转3件，办结40件，结转下年度继续办理5件。", 4),
    (
        "named by its law",
        CURRENT,
        "2022年度，全县各级行政机关共收到公民、法人和其他组织提出的政府信息公开申请 42 件。",
        1,
    ),
    (
        "results",
        CURRENT,
        "对政府信息公开申请予以公开20件，部分公开6件，不予公开4件，无法提供6件，不予处理2件，其他处理2件。",
        6,
    ),
    ("two results as one", CURRENT, "办理依申请公开40件，其中予以公开和部分公开26件。", 2),
    ("applicants", CURRENT, "收到政府信息公开申请42件，其中自然人30件，法人或其他组织12件。", 3),
    ("review in all", CURRENT, "全县因政府信息公开被申请行政复议7件。", 1),
    ("review as far as settled", CURRENT, "全县因政府信息公开引发的行政复议案件6件。", 1),
    (
        "review by result",
        CURRENT,
        "政府信息公开行政复议7件，其中结果维持3件，结果纠正1件，其他结果2件，尚未审结1件。",
        5,
    ),
    ("lawsuits of both kinds", CURRENT, "政府信息公开行政诉讼5件，其中结果维持3件，其他结果1件，尚未审结1件。", 4),
    ("disputes in one breath", CURRENT, "全年共发生政府信息公开行政复议、行政诉讼案件12件。", 1),
    ("documents", CURRENT, "全县制发行政规范性文件8件，废止规范性文件3件，现行有效规范性文件41件。", 3),
    ("decisions", CURRENT, "全年作出行政许可决定1200件，作出行政处罚决定35件，实施行政强制4件。", 3),
    ("charges in another unit", CURRENT, "全年行政事业性收费965000元。", 1),
    ("channels", SHEET, "2016年，全县通过政府网站公开政府信息800条，政务微博发布信息200条，政务微信发布信息300条。", 3),
    ("weibo and wechat together", SHEET, "2016年，全县通过政务微博、微信公开政府信息500条。", 1),
    ("all channels", SHEET, "2016年，全县通过政府网站、政务微博等渠道主动公开政府信息1400条。", 1),
    ("rounded up to a round number", SHEET, "2016年，全县主动公开政府信息1400余条。", 1),
    ("request channels", SHEET, "全县受理政府信息公开申请35件，其中当面申请7件，网络申请10件，信函申请18件。", 4),
    ("request answers", SHEET, "依申请公开办结35件，按时办结33件，延期办结2件，其中同意公开8件，不同意公开3件。", 5),
    ("joint disputes", SHEET, "全年受理因政府信息公开引起的复议诉讼7件。", 1),
    ("staff", SHEET, "全县承担政务公开工作的专门机构30个，工作人员60人，其中专职20人，兼职40人。", 4),
    ("courses that add up", SHEET, "全县举办政务公开培训班2次，相关单位举办培训班7次，培训人员300人次。", 3),
    ("briefings", SHEET, "2016年，全县召开新闻发布会6场。", 1),
    ("responses", SHEET, "2016年，全县回应公众关注热点12次。", 1),
    (
        "nobody asked by fax",
        SHEET,
        "全县受理政府信息公开申请35件，其中当面申请7件，传真申请0件，网上申请10件，信函申请18件。",
        5,
    ),
    (
        "channels after their total",
        SHEET,
        "全县主动公开政府信息1400条，其中政府网站公开800条，政务微博200条，政务微信300条，其他方式60条。",
        5,
    ),
    (
        "results in brackets",
        CURRENT,
        "因政府信息公开引发的行政复议7件（维持3件，纠正1件，其他结果2件，尚未审结1件）。",
        5,
    ),
    (
        "settled with results in brackets",
        CURRENT,
        "依申请公开办结40件（其中予以公开20件、部分公开6件、不予公开4件），5件结转下年度办理。",
        5,
    ),
    ("two kinds of dispute", CURRENT, "因政府信息公开被提起行政复议7件、行政诉讼5件。", 2),
    ("lost cases", CURRENT, "政府信息公开行政诉讼5件，未发生败诉案件。", 2),
    ("decisions in a row", CURRENT, "全年办理行政许可1200件、行政处罚35件、行政强制4件。", 3),
    ("a department speaks of itself", CURRENT, "本年度我县共收到政府信息公开申请42件，比上年增长20%。", 1),
    ("leaders at briefings", SHEET, "全县召开新闻发布会6场次，其中主要负责同志参加2次。", 2),
    ("the office within the county", CURRENT, "县政府办公室收到政府信息公开申请9件。", 1),
)  # fmt: skip

BREAKS: tuple[tuple[str, str, str, str], ...] = (
    # name, report, sentence, severity
    ("received", CURRENT, "2022年，全县共收到政府信息公开申请24件。", "error"),
    ("received, no scope", CURRENT, "收到政府信息公开申请44件。", "error"),
    ("carried over", CURRENT, "2022年，全县收到政府信息公开申请42件，结转下年度继续办理15件。", "error"),
    ("a result", CURRENT, "2022年，全县收到政府信息公开申请42件，其中予以公开22件。", "error"),
    ("a person's requests", CURRENT, "2022年，全县收到政府信息公开申请42件，其中自然人31件。", "error"),
    ("review", CURRENT, "2022年，全县政府信息公开行政复议8件。", "error"),
    ("joint disputes miss a block", CURRENT, "2022年，全县共发生政府信息公开行政复议、诉讼9件。", "error"),
    ("documents", CURRENT, "2022年，全县制发行政规范性文件18件。", "error"),
    ("charges", CURRENT, "2022年，全县行政事业性收费95.6万元。", "error"),
    ("disclosed", SHEET, "2016年，全县主动公开政府信息1440条。", "error"),
    ("one channel", SHEET, "2016年，全县政务微博发布信息210条。", "error"),
    ("courses, no scope", SHEET, "为提高政务公开人员素质，全年共举办3次培训班。", "warning"),
    ("articles", SHEET, "2016年，政府网站刊登政策解读文件52件。", "warning"),
    ("approximate", SHEET, "2016年，全县政务微信发布信息400余条。", "warning"),
    ("joint disputes", SHEET, "全年受理因政府信息公开引起的复议诉讼5件。", "error"),
    ("nothing received", SHEET, "2016年，全县未收到政府信息公开申请。", "error"),
    ("no dispute", SHEET, "2016年，全县未发生因政府信息公开引起的行政复议。", "error"),
    ("asked for by one", CURRENT, "全年未收到公民、法人和其他组织提出的公开政府信息申请。", "warning"),
    ("the case behind its number", CURRENT, "2022年，全县收到14份有关政府信息公开的行政复议申请。", "error"),
    ("a channel without figures", SHEET, "2016年，全县受理政府信息公开申请35件，其中传真申请3件。", "error"),
)  # fmt: skip

SILENT: tuple[tuple[str, str, str], ...] = (
    ("another year", CURRENT, "2021年，全县共收到政府信息公开申请31件。"),
    ("last year as a base", CURRENT, "2022年，全县共收到政府信息公开申请42件，较上年的31件增加11件。"),
    ("an office of the county", CURRENT, "县政府办公室收到政府信息公开申请9件。"),
    ("a bureau of the county", CURRENT, "县教育局制发规范性文件2件。"),
    (
        "some received none",
        CURRENT,
        "收到政府信息公开申请42件，12个乡镇未收到政府信息公开申请，个别单位未收到政府信息公开申请。",
    ),
    ("the most of one bureau", CURRENT, "县住建局收到政府信息公开申请最多，为15件；平均办理时间8天。"),
    ("accounts, not items", SHEET, "全县主动公开政府信息1400条，开通政务微博3个，政务微信12个，政府网站2个。"),
    ("a part behind 其中", CURRENT, "收到政府信息公开申请42件，其中，财政系统收到政府信息公开申请9件。"),
    ("other requests", CURRENT, "收到低保申请310件，办结298件。"),
    ("proposals", CURRENT, "办理人大代表建议51件、政协提案31件，办结82件，办结率100%。"),
    ("hotline", CURRENT, "12345热线受理群众诉求6200件，办结6150件。"),
    ("documents reviewed", CURRENT, "备案审查规范性文件17件，清理规范性文件60件。"),
    ("decisions published", CURRENT, "公开行政许可信息890条、行政处罚信息33条。"),
    ("a part of the year", CURRENT, "上半年收到政府信息公开申请20件。"),
    ("reviews of all kinds", CURRENT, "全县共办理行政复议案件180件，行政应诉案件66件。"),
    ("information without a form's cell", CURRENT, "全年主动公开政府信息3200条，其中门户网站2100条。"),
    ("processing fee", CURRENT, "收取政府信息公开信息处理费380元。"),
    ("staff of one office", SHEET, "政务公开办公室配备了3名专职、2名兼职共5名工作人员。"),
    ("briefings of the city itself", SHEET, "县本级召开新闻发布会2场。"),
    ("followers", SHEET, "政务微博粉丝3.2万人，政务微信关注人数1.1万人。"),
    ("one field", SHEET, "就业创业领域主动公开政府信息52条。"),
    ("courses of others", SHEET, "组织农民技能培训班40期，培训2000人次；选派5人参加全省政务公开培训班3期。"),
    ("channels summed with a third", SHEET, "通过微信、微博和客户端公开各类信息1万余条。"),
    ("government meetings", SHEET, "全年召开政府常务会议16次，专题会议30次。"),
    ("a part of the total", SHEET, "全县主动公开政府信息1400条，其中县直1078条，各乡镇主动公开政府信息322条。"),
    ("the number of the towns alone", SHEET, "各乡镇主动公开政府信息322条。"),
    ("an office's own number", SHEET, "2016年，县政府公开办主动公开信息数为322条。"),
    (
        "how documents are classed",
        SHEET,
        "全县制作信息473条，其中主动公开123条，依申请公开信息数245条，不予公开105条。",
    ),
    ("answers of another kind", CURRENT, "收到政府信息公开申请42件，其它公开答复数3件。"),
    ("work of the hotline", SHEET, "市长热线共受理电话投诉事项658项，回复658项。"),
)  # fmt: skip


@pytest.mark.parametrize(("report", "sentence", "tied"), [row[1:] for row in AGREES], ids=[row[0] for row in AGREES])
def test_admissible_reading_passes(report: str, sentence: str, tied: int):
    """A sentence passes under any reading that practice admits, and each of its figures is tied to a cell."""
    outcomes = outcomes_of(report, sentence)

    assert [str(outcome.claim.relation) for outcome in outcomes if outcome.verdict is not Verdict.PASS] == []
    assert len(told(outcomes)) == tied


@pytest.mark.parametrize(("report", "sentence", "degree"), [row[1:] for row in BREAKS], ids=[row[0] for row in BREAKS])
def test_no_reading_fits(report: str, sentence: str, degree: str):
    """A figure that no reading admits is found once, as severe as its scope is certain."""
    failed = [outcome for outcome in outcomes_of(report, sentence) if outcome.verdict is Verdict.FAIL]

    assert [severity(outcome) for outcome in failed] == [Severity[degree.upper()]]


@pytest.mark.parametrize(("report", "sentence"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_other_things_are_not_compared(report: str, sentence: str):
    """What has another scope, period or noun than the form is never found."""
    failed = [outcome for outcome in outcomes_of(report, sentence) if outcome.verdict is Verdict.FAIL]

    assert [str(outcome.claim.relation) for outcome in failed] == []


def test_exchange_is_one_fault():
    """Two figures that stand in each other's cell are noted as one exchange."""
    sentence = "2016年，全县政务微博发布信息300条，政务微信发布信息200条。"

    failed = [outcome for outcome in outcomes_of(SHEET, sentence) if outcome.verdict is Verdict.FAIL]

    assert len(failed) == 2
    assert len({outcome.claim.notes for outcome in failed}) == 1
    assert "swapped" in failed[0].claim.notes


def outcomes_of(report: str, sentence: str) -> list[Outcome]:
    """The judged claims of this kind on *report* with *sentence* in its narrative."""
    text = (REPORTS / report).read_text(encoding="utf-8").replace("{text}", sentence)
    known = packs()
    ledger = figures.read(readers.read(text.encode(), "report.md"), known)
    form = ledger.form.id if ledger.form else ""
    mine = [rule for rule in known.rules if rule.kind == "crosscheck" and (not rule.forms or form in rule.forms)]
    return list(weighing.judged(claims(ledger, mine)))


def told(outcomes: list[Outcome]) -> set[int]:
    """The figures of prose among the operands."""
    return {figure.id for o in outcomes for _, figure in operands(o.claim.relation) if not figure.cell}


@cache
def packs() -> Packs:
    return load(rules_root(), {name: kind.Find for name, kind in KINDS.items()})
