"""Figures of headings and paragraphs, the sentences they stand in, and the words around them."""

from __future__ import annotations

import pytest

from gklint.figures import prose
from gklint.model.document import Paragraph, Span, TextOrigin
from gklint.model.numeral import Identifier
from gklint.model.statement import Level, Mention, Term
from tests.prose import ledger, mentions

TITLE = "# 某县2021年工作总结\n\n"


def test_figures_and_names_of_a_paragraph() -> None:
    """Quantities become figures numbered from the given id; the other digits are kept with their block."""
    block = Paragraph("2020年公开近280条。", TextOrigin((0,), ((1, 1),)))

    (figure,), (other,) = prose.figures(block, 4, 7)

    assert (7, 4, Span(8, 11), "近280条") == (figure.id, figure.block, figure.span, figure.raw)
    assert isinstance(other[2], Identifier)
    assert (4, None, "2020年") == (other[0], other[1], other[2].raw)


SENTENCES = [
    pytest.param("收到12件。办结11件！还有1件？", ["收到12件。", "办结11件！", "还有1件？"], id="marks"),
    pytest.param(
        "信息9条（条例1个。指南1则）。其余略", ["信息9条（条例1个。指南1则）。", "其余略"], id="inside brackets"
    ),
    pytest.param("他说：“收到12件。”随后离开。", ["他说：“收到12件。”", "随后离开。"], id="end of a quotation"),
    pytest.param("依据《办法。试行》办理3件。", ["依据《办法。试行》办理3件。"], id="inside a title"),
    pytest.param(
        "信息9条（条例1个，指南1则。其余8条。", ["信息9条（条例1个，指南1则。", "其余8条。"], id="bracket never closed"
    ),
    pytest.param("信息9条）。其余8条。", ["信息9条）。", "其余8条。"], id="bracket never opened"),
    pytest.param(
        "We got 12 requests. Of these 3 failed.", ["We got 12 requests.", " Of these 3 failed."], id="full stop"
    ),
    pytest.param("See No. 5 and e.g. Annex 2.5 pages.", ["See No. 5 and e.g. Annex 2.5 pages."], id="abbreviations"),
    pytest.param("增长3.5%，共1,204件。", ["增长3.5%，共1,204件。"], id="decimal point"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    """A sentence ends at its mark, outside of brackets and titles that close."""
    assert expected == [sentence.text for sentence in ledger(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "全年收到申请近12件，办结11件（按时10件，延期1件），其余结转。",
        "三项制度分别为12、7件和约3.5万件。",
        "We received 1,234 requests in 2016 and closed about 900 of them.",
    ],
    ids=["brackets", "list", "english"],
)
def test_pieces_make_up_the_sentence(text: str) -> None:
    """Leads, mentions and the last tail are the sentence, character by character."""
    (sentence,) = ledger(text).sentences

    pieces = [mention.lead + text[mention.start : mention.end] for mention in sentence.mentions]

    assert text == "".join(pieces) + sentence.mentions[-1].tail
    assert all(text[m.end :].startswith(m.tail) for m in sentence.mentions)


def test_depth_counts_open_brackets() -> None:
    """Half and full brackets nest; one without partner does not count."""
    found = mentions("共30件（甲20件(其中乙5件)，丙10件），（丁4件。")

    assert [0, 1, 2, 1, 0] == [mention.depth for mention in found]


NOUNS = [
    pytest.param("全年公开信息 665条。", "公开信息", "", id="before"),
    pytest.param("配备3名专职人员，负责联络。", "配备", "专职人员", id="behind"),
    pytest.param("涉及16个部门和企业。", "涉及", "部门", id="measure word that is a noun"),
    pytest.param("其中，全县累计受理各类信件共计48件。", "受理各类信件", "", id="scope and sum"),
    pytest.param("处罚信息（含简易程序）27条。", "处罚信息", "", id="note between"),
    pytest.param("19个乡（镇）建成服务站。", "", "乡镇建成服务站", id="bracket inside a word"),
    pytest.param("在线答复44次。", "在线答复", "", id="a word that begins like another"),
]


@pytest.mark.parametrize(("text", "before", "after"), NOUNS)
def test_nouns(text: str, before: str, after: str) -> None:
    """The noun phrases next to a figure, without what is no part of a name."""
    first = mentions(text)[0]

    assert (before, after) == (first.before, first.after)


SAME_TOPIC = [
    pytest.param("We received 1,234 requests.", "Total: 1,250 requests received.", id="english"),
    pytest.param("涉及19个乡（镇）。", "19个乡镇建成服务站。", id="bodies, whatever they did"),
    pytest.param("共受理各类群众来信48件。", "受理群众来信达48件。", id="fillers"),
    pytest.param("回应社会关注热点和舆情3次。", "回应关注热点或舆情3次。", id="conjunctions"),
    pytest.param("发布招标公告51条。", "公布招标公告51条。", id="one act in two words"),
    pytest.param("县财政局制发规范性文件4件。", "全县制发规范性文件4件。", id="whoever did it"),
]


@pytest.mark.parametrize(("one", "two"), SAME_TOPIC)
def test_same_topic(one: str, two: str) -> None:
    """What says the same in other words is compared as equal."""
    assert mentions(one)[0].topic == mentions(two)[0].topic


OTHER_TOPIC = [
    pytest.param("举办政务公开培训班4期。", "举办政务公开现场会4期。", id="names that hold an act"),
    pytest.param("制发规范性文件4件。", "公开规范性文件4件。", id="issued is not published"),
    pytest.param("受理来信4件。", "办结来信4件。", id="received is not concluded"),
    pytest.param("公开行政处罚信息4条。", "公开行政许可信息4条。", id="nouns"),
    pytest.param("原创微博信息4条。", "转载微博信息4条。", id="written here or taken over"),
]


@pytest.mark.parametrize(("one", "two"), OTHER_TOPIC)
def test_other_topic(one: str, two: str) -> None:
    """What counts another thing, or another act, is not compared."""
    assert mentions(one)[0].topic != mentions(two)[0].topic


def only(text: str) -> Mention:
    return mentions(TITLE + text)[-1]


SCOPES = [
    pytest.param("全县收到申请12件。", Level.WHOLE, "", True, id="whole"),
    pytest.param("全市收到申请12件。", Level.NAMED, "全市", True, id="a larger territory"),
    pytest.param("我局收到申请12件。", Level.OWN, "", True, id="own"),
    pytest.param("县本级收到申请12件。", Level.OWN, "", True, id="own level"),
    pytest.param("县教育局收到申请12件。", Level.NAMED, "县教育局", True, id="named"),
    pytest.param("收到申请12件（县本级）。", Level.OWN, "", True, id="note behind"),
    pytest.param("全县收到申请20件，办结12件。", Level.WHOLE, "", False, id="clause before"),
    pytest.param("全县收到申请20件。其中网络申请12件。", Level.WHOLE, "", False, id="sentence before"),
    pytest.param(
        "具体负责全县的审核监督，收到申请12件。", Level.UNKNOWN, "", False, id="an object of the clause before"
    ),
    pytest.param("收到申请12件。", Level.UNKNOWN, "", False, id="none"),
    pytest.param("全面公开信息12条。", Level.UNKNOWN, "", False, id="a word that begins like one"),
    pytest.param("## 县本级情况\n\n收到申请12件。", Level.OWN, "", False, id="heading"),
]


@pytest.mark.parametrize(("text", "level", "name", "stated"), SCOPES)
def test_scope(text: str, level: Level, name: str, stated: bool) -> None:
    """The clause says whose figure it is, else the subject before it, else the heading."""
    scope = only(text).scope

    assert (level, name, stated) == (scope.level, scope.name, scope.stated)


PERIODS = [
    pytest.param("2021年收到申请12件。", Term.CURRENT, True, id="year of the report"),
    pytest.param("2020年收到申请12件。", Term.PRIOR, True, id="year before"),
    pytest.param("2022年计划举办培训12次。", Term.NEXT, True, id="year after"),
    pytest.param("全年收到申请12件。", Term.CURRENT, True, id="all year"),
    pytest.param("截至12月底，收到申请12件。", Term.UNTIL, False, id="stock"),
    pytest.param("自开通以来发布信息12条。", Term.SINCE, True, id="since"),
    pytest.param("上半年收到申请12件。", Term.PART, True, id="half a year"),
    pytest.param("上年结转3件，新收12件。", Term.UNKNOWN, False, id="last year speaks of one clause"),
    pytest.param("较上年增长12件。", Term.UNKNOWN, False, id="compared with last year"),
    pytest.param("## 三、下一步打算\n\n全年举办培训12次。", Term.NEXT, True, id="plans"),
    pytest.param("收到申请12件。", Term.UNKNOWN, False, id="none"),
]


@pytest.mark.parametrize(("text", "term", "stated"), PERIODS)
def test_period(text: str, term: Term, stated: bool) -> None:
    """The marker that governs the figure's clause says when, seen from the report's year."""
    period = only(text).period

    assert (term, stated) == (period.term, period.stated)


ZEROS = [
    pytest.param("全年未收到政府信息公开申请。", ["未收到"], id="not received"),
    pytest.param("没有发生行政复议、行政诉讼案件。", ["没有发生"], id="did not happen"),
    pytest.param("收到申请3件，无行政复议案件。", ["无"], id="none"),
    pytest.param("公开信息全部免费。", ["免费"], id="free"),
    pytest.param("群众免费领取宣传册500册。", [], id="given away free"),
    pytest.param("工作中没有得到足够重视。", [], id="nothing countable"),
    pytest.param("无正当理由大量反复，请补正申请0件。", [], id="without reason"),
]


@pytest.mark.parametrize(("text", "expected"), ZEROS)
def test_zero_words(text: str, expected: list[str]) -> None:
    """A word that denies something countable is a figure of value 0, beside the mentions."""
    (sentence,) = ledger(text).sentences

    assert expected == [zero.figure.raw for zero in sentence.zeros]
    assert all(zero.figure.numeral and zero.figure.numeral.value == 0 for zero in sentence.zeros)
    assert not {zero.figure.id for zero in sentence.zeros} & {mention.figure.id for mention in sentence.mentions}
