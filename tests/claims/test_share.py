"""Shares of a whole, rates of acts, savings and completions: each shape of sentence, right and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.prose import judged, told

TITLE = "# 某县2023年政府信息公开工作年度报告\n\n"

SHAPES = [
    # a sentence, what it rightly says, what is wrong, and how severe that is
    pytest.param("全年收到申请120件，其中网络申请90件，占{}；当面申请30件，占25%。", "75%", "78%", "error", id="占"),
    pytest.param("收到申请120件，网络申请90件，占比{}。", "75%", "70%", "warning", id="占比"),
    pytest.param("全年收到申请120件。其中，网络申请90件，占{}。", "75%", "57%", "warning", id="after a full stop"),
    pytest.param("公开信息1203条，其中网站802条，占公开总数的{}。", "66.7%", "67.6%", "error", id="占总数的"),
    pytest.param(
        "公开信息1203条，政策文件802条，占公开总数的{}。", "66.7%", "67.6%", "error", id="only the whole says it"
    ),
    pytest.param("县级事项800项，占全部事项1000项的{}。", "80%", "88%", "error", id="whole inside"),
    pytest.param("9个县通路，占全省22个山区县的{}。", "40.9%", "49.9%", "error", id="whole inside, with its noun"),
    pytest.param("公开信息1200条，其中图解400条，占{}。", "三分之一", "四分之一", "warning", id="ratio in words"),
    pytest.param("公开信息1200条，图解400条，约占{}。", "33%", "63%", "warning", id="约占"),
    pytest.param("公开信息1200条，其中图解400条（占{}）。", "33.3%", "35.3%", "error", id="占 in brackets"),
    pytest.param("共公开信息1200条，其中图解400条（{}）。", "33.3%", "35.3%", "warning", id="bare brackets"),
    pytest.param(
        "出口额100亿元，增长5%，其中民企60亿元，增长9%，占比{}。", "60%", "66%", "warning", id="past a growth"
    ),
    pytest.param("教育支出120万元，占{}；医疗支出180万元，占60%。", "40%", "40.5%", "warning", id="sum of the list"),
    pytest.param(
        "本年支出合计800万元。基本支出300万元，占本年支出合计的{}。", "37.5%", "35.7%", "warning", id="named whole"
    ),
    pytest.param("受理诉求400件，办结390件，办结率{}。", "97.5%", "98.5%", "error", id="办结率"),
    pytest.param(
        "热线受理诉求400件，答复390件，回复率达到{}。", "97.5%", "79.5%", "error", id="another word for the act"
    ),
    pytest.param("应公开单位86个，实际公开82个，公开率{}。", "95.3%", "100%", "error", id="公开率"),
    pytest.param("收到申请60件，按时办结54件，按时办结率{}。", "90%", "95%", "error", id="按时办结率"),
    pytest.param("发现隐患1200项，已整改1180项，整改率{}。", "98.3%", "93.8%", "error", id="整改率"),
    pytest.param("隐患229处，已整改215处，整改率{}，剩余14处。", "93.9%", "99.3%", "warning", id="what is left behind"),
    pytest.param("接访186批，化解积案42件，化解率{}，剩余3件。", "93.3%", "39.3%", "warning", id="done and left"),
    pytest.param("起诉336人，不起诉92人，不起诉率{}。", "21.5%", "25.1%", "warning", id="a rate of those not"),
    pytest.param("优秀卷96卷、合格卷132卷、不合格卷12卷，合格率{}。", "95%", "59%", "warning", id="better than asked"),
    pytest.param("承办建议36件、提案48件，办复84件，办复率{}。", "100%", "98%", "warning", id="a list asked for"),
    pytest.param("抽查网站50家，合格48家，合格率{}。", "96%", "69%", "error", id="合格率"),
    pytest.param(
        "采购预算500万元，成交450万元，节约50万元，节约率{}。", "10%", "12.5%", "error", id="节约率 of the budget"
    ),
    pytest.param("中标450万元，节约资金50万元，节约率{}。", "11.1%", "12.5%", "error", id="节约率 of the price"),
    pytest.param("年初预算为250万元，支出决算为220.5万元，完成年初预算的{}。", "88.2%", "82.8%", "error", id="outturn"),
    pytest.param("收入完成120.5亿元，为年度预算118亿元的{}。", "102.1%", "101.2%", "error", id="more than planned"),
    pytest.param("We answered 90 out of 120 requests ({}).", "75%", "57%", "error", id="out of"),
    pytest.param("Of 120 requests, 90 ({}) were answered.", "75%", "57%", "warning", id="of all at first"),
    pytest.param("It got 120 appeals, of which 90 were late, representing {}.", "75%", "57%", "warning", id="of which"),
    pytest.param("We granted 90 cases ({}) of the 120 cases.", "75%", "57%", "error", id="percentage before the whole"),
]


@pytest.mark.parametrize(("shape", "right", "wrong", "severity"), SHAPES)
def test_shape(shape: str, right: str, wrong: str, severity: str) -> None:
    """A right percentage is a passed check, a wrong one a finding; the other figures stay as they are."""
    clean = told("share", TITLE + shape.format(right))
    broken = told("share", TITLE + shape.format(wrong))

    assert {"pass"} == {word for _, word, _ in clean}
    assert severity in {word for _, word, operands in broken if operands[0].endswith(wrong)}


SILENT = [
    pytest.param("收到申请60件，办结54件，其余6件未到期，办结率100%。", id="the rest is explained"),
    pytest.param("收到申请60件，办结54件，按时办结率100%。", id="on time is another act"),
    pytest.param("承办建议84件，办结80件，满意率99%。", id="a survey"),
    pytest.param("实现产值30亿元，占全省的4.2%。", id="the whole is not in the text"),
    pytest.param(
        "新聘职工86人，其中女职工21人；轮训126人，占在册职工的15.2%。", id="the whole named is less than the part"
    ),
    pytest.param("公开财政信息500条，扶贫信息200条，占全年公开信息总量的14%。", id="a sibling is no whole"),
    pytest.param("基本支出300万元，项目支出500万元，占支出总额的50%。", id="two of a kind"),
    pytest.param("全年收到申请120件，同比增长20%，网络申请占比不断提高。", id="a growth"),
    pytest.param("全年受理申请120件。机构职能类占25%，财政类占75%。", id="no part is printed"),
    pytest.param("网站占600条，微信占400条。访问来自手机的占60%。", id="the part is of another kind"),
    pytest.param("教育支出120万元，占20%；医疗支出180万元，占30%。", id="a list that is not all"),
    pytest.param("预算为0.95万元，决算为0.95万元，其中：接待费决算为0.10万元，完成预算的50%。", id="another budget"),
    pytest.param("一、二、三季度各120件，分别占25%、35%、40%。", id="respectively"),
]


@pytest.mark.parametrize("text", SILENT)
def test_no_share(text: str) -> None:
    """What the printed figures cannot tell is no claim that fails."""
    assert not [claim for claim in told("share", TITLE + text) if claim[1] not in ("pass", "open")]


def test_a_changed_figure_is_a_whole() -> None:
    """What something fell to is what its parts are shares of, not what it fell from."""
    found = told("share", TITLE + "受理申请由上年的58件下降至49件，其中企业9件，占18.4%。")

    assert [("GK330", "pass")] == [claim[:2] for claim in found]


EXCESSES = [
    pytest.param("全年群众诉求办结率102.5%。", ["error"], id="办结率"),
    pytest.param("网络申请占比达120%。", ["error"], id="占比"),
    pytest.param("全年公开任务完成率105%，公开信息为上年的120%。", [], id="more than planned"),
    pytest.param("诉求办结率100%。", [], id="all"),
]


@pytest.mark.parametrize(("text", "severities"), EXCESSES)
def test_more_than_all(text: str, severities: list[str]) -> None:
    """No part is more than its whole, even where neither is printed."""
    assert severities == [word for _, word, _ in told("share", TITLE + text)]


def test_whole_in_another_paragraph() -> None:
    """A whole that the share calls by name is found wherever the report states that total."""
    text = TITLE + "本年支出合计800万元。\n\n财政拨款支出600万元，占本年支出合计的{}。"

    assert [("GK330", "pass", ("75%", "600万元", "800万元"))] == told("share", text.format("75%"))
    assert [("GK330", "warning", ("57%", "600万元", "800万元"))] == told("share", text.format("57%"))


WHOLES = [
    pytest.param("收到申请66件。办结申请65件，公开24件。自然人申请58件，占87.9%。", id="a total two sentences back"),
    pytest.param("办结申请65件，公开24件。自然人申请58件，占89.2%。", id="the sentence before"),
]


@pytest.mark.parametrize("text", WHOLES)
def test_any_total_of_the_paragraph(text: str) -> None:
    """Where a sentence does not say what its shares are of, any total before it may be meant."""
    assert ["pass"] == [word for _, word, _ in told("share", TITLE + text)]


def test_whole_in_the_form() -> None:
    """A share of the requests passes on any of the bases that the form's table prints."""
    report = (Path(__file__).parents[2] / "examples" / "qinghe-2023.md").read_text("utf-8")
    text = report.replace("（三）平台建设。", "全年办结申请65件，公开24件。自然人申请58件，占{}。\n\n（三）平台建设。")

    assert "pass" in [word for _, word, _ in told("share", text.replace("{}", "87.9%"))]
    assert "warning" in [word for _, word, _ in told("share", text.replace("{}", "78.9%"))]


def test_truncation_is_accepted() -> None:
    """A share cut off in its last digit passes, and says so."""
    (outcome,) = judged("share", TITLE + "收到申请300件，其中网络申请200件，占66.6%。")

    assert ("pass", "truncated") == (outcome.verdict.value, outcome.why)


def test_one_last_digit_is_worth_a_look() -> None:
    """A miss by one in the last place is a warning even inside one sentence."""
    assert [("GK330", "warning", ("66.6%", "803条", "1203条"))] == told(
        "share", TITLE + "公开信息1203条，其中网站803条，占66.6%。"
    )


def test_estimates_are_softened() -> None:
    """A paragraph that calls its figures incomplete is no error."""
    ((_, severity, _),) = told("share", TITLE + "据不完全统计，收到来信120件，其中建议90件，占70%。")

    assert "warning" == severity


def test_nearest_base_that_fits() -> None:
    """Of several wholes any may be meant: the share passes if one fits."""
    found = told("share", TITLE + "公开政策120件，其中图解40件，占三分之一，图解中视频10件，占25%。")

    assert ["pass", "pass"] == [word for _, word, _ in found]


BASES = [
    pytest.param("全月收到来件8200件。当场办结5330件，转办2870件，占35%。", "8200件", id="the head, not a sibling"),
    pytest.param(
        "全月收到来件8200件。\n\n前两位是：水务2460件，占30%；电力1640件，占20%。", "8200件", id="a paragraph back"
    ),
    pytest.param("男生1230人、女生820人，占比分别为60%、40%。", "1230人, 820人", id="in turn"),
    pytest.param(
        "总产值92.4亿元。其中甲业19.8亿元，乙业27.1亿元，丙业45.5亿元。结构为21.4:29.3:49.2。", "92.4亿元", id="ratio"
    ),
    pytest.param("支出80万元，其中基本支出50万元（含补助20万元），占62.5%。", "80万元", id="past a bracket"),
]


@pytest.mark.parametrize(("text", "base"), BASES)
def test_base(text: str, base: str) -> None:
    """A share is of the figure that it fits best, however far that one stands from it."""
    found = told("share", TITLE + text)

    assert {"pass"} == {word for _, word, _ in found}
    assert {base} == {", ".join(operands[2:]) for _, _, operands in found}


def test_siblings_vote() -> None:
    """A list whose other shares agree on one base says what the share that breaks it is of."""
    text = "全月收到来件8200件。\n\n前几位是：水务2460件，占30.0%；电力1640件，占20.0%；燃气1230件，占{}。"

    assert ("GK330", "error", ("75.0%", "1230件", "8200件")) in told("share", TITLE + text.format("75.0%"))
    assert {"pass"} == {word for _, word, _ in told("share", TITLE + text.format("15.0%"))}


STRANGERS = [
    pytest.param(
        "计划投资40亿元，完成42亿元，占计划的105%，其中省级项目完成9.3亿元，占计划的118%。", id="its own plan"
    ),
    pytest.param("上述六类合计5120件，占64.2%。", id="a number of kinds"),
    pytest.param(
        "市级收入完成31.2亿元，占预算的98.1%；区级收入完成12.7亿元，占预算的122.3%。", id="what no place prints"
    ),
]


@pytest.mark.parametrize("text", STRANGERS)
def test_far_misses_are_no_bases(text: str) -> None:
    """A figure that a share misses by far is another subject."""
    assert not [word for _, word, _ in told("share", TITLE + text) if word not in ("pass", "open")]


def test_balanced_rounding() -> None:
    """Shares told together that make just a hundred may put what rounding leaves over on one of them."""
    text = "总产值272.24亿元。其中甲业30.32亿元，乙业82.01亿元，丙业159.91亿元。结构为11.1∶30.1∶{}。"

    assert "open" in {word for _, word, _ in told("share", TITLE + text.format("58.8"))}
    assert "error" in {word for _, word, _ in told("share", TITLE + text.format("57.8"))}


def test_share_of_a_share() -> None:
    """What a part is of its own part, and that one of all, must make what it is of all."""
    text = "网办占60%，其中移动端占网办的{}，移动端占全部的42%。"

    assert ["pass"] == [word for _, word, _ in told("share", TITLE + text.format("70%"))]
    assert ["warning"] == [word for _, word, _ in told("share", TITLE + text.format("90%"))]
