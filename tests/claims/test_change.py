"""Changes from an old figure to a new one: amount, rate, direction; each shape of sentence, right and wrong."""

from __future__ import annotations

import pytest

from tests.prose import judged, told

TITLE = "# 某县2023年政府信息公开工作年度报告\n\n"

SHAPES = [
    pytest.param("材料由以前的120件精简为现在的90件，缩减率为{}。", "25%", "30%", "error", id="由…精简为"),
    pytest.param("时限由7243个工作日缩减至4683个工作日，压缩率达到{}。", "35.3%", "35.4%", "warning", id="last digit"),
    pytest.param("受理申请从120件增加到150件，增长{}。", "25%", "20%", "error", id="从…增加到"),
    pytest.param("受理申请从120件增加到150件，增加{}。", "30件", "20件", "error", id="amount"),
    pytest.param("热线由2000件增加到6000件，增长{}。", "2倍", "4倍", "error", id="times more"),
    pytest.param("热线由2万件增加到4万件，翻了{}。", "一番", "两番", "error", id="doubled"),
    pytest.param("网办比例由40%提高到50%，提高{}。", "10个百分点", "25个百分点", "warning", id="points for per cent"),
    pytest.param("网办比例由40%提高到50%，提高{}。", "25%", "10%", "warning", id="per cent for points"),
    pytest.param("上年收到申请120件，今年收到申请150件，比上年增长{}。", "25%", "52%", "error", id="上年…今年"),
    pytest.param("2022年公开800条，2023年公开920条，同比增长{}。", "15%", "51%", "error", id="two years"),
    pytest.param(
        "2022年执行数为60.13万元，2023年安排25.77万元，比2022年执行数减少{}。", "57.14%", "75.14%", "error", id="budget"
    ),
    pytest.param("今年受理150件，较上年的120件增加{}。", "30件", "50件", "error", id="old inside"),
    pytest.param("今年收到申请150件（上年为120件），增长{}。", "25%", "35%", "error", id="old in brackets"),
    pytest.param("收到申请120件，同比下降{}（2022年为150件）。", "20%", "25%", "error", id="old behind"),
    pytest.param("运行经费110万元，比2022年增加10万元，增长{}。", "10%", "8.5%", "error", id="amount and rate"),
    pytest.param("运行经费90万元，较上年减少10万元，下降{}。", "10%", "11.1%", "error", id="amount and rate of a fall"),
    pytest.param(
        "支出总计90万元。与上年相比，支出总计减少10万元，下降{}。", "10%", "20%", "warning", id="sentence before"
    ),
    pytest.param("与上年相比，申请量减少30件，下降{}，降至120件。", "20%", "30%", "error", id="new behind"),
    pytest.param("起始价1000万元，成交价1300万元，增值率{}。", "30%", "23%", "error", id="增值率"),
    pytest.param("送审金额500万元，审定金额450万元，核减率{}。", "10%", "11.1%", "error", id="核减率"),
    pytest.param("收到申请150件，是上年100件的{}。", "1.5倍", "2.5倍", "error", id="a multiple"),
    pytest.param("材料由3595件精简为2405件，精简比{}。", "33.1%", "31.3%", "warning", id="a rate of any name"),
    pytest.param("投诉量由120件下降25%，降至{}。", "90件", "95件", "error", id="rate before the new figure"),
    pytest.param("下降25%，由120件降至{}。", "90件", "95件", "error", id="rate before both"),
    pytest.param("网办量由20000件增长到60000件，是上年的{}。", "3倍", "4倍", "warning", id="a multiple behind"),
    pytest.param(
        "粮食产量52.3万吨，比上年多打{}，增长1.6%。", "0.8万吨", "8.0万吨", "warning", id="a verb of any kind"
    ),
    pytest.param(
        "今年招生1200人，比去年扩招200人，扩招率{}。", "20%", "22%", "warning", id="verb and rate of any kind"
    ),
    pytest.param(
        "一般收入累计732.7亿元，较“十三五”期间的715.9亿元增收{}。", "16.8亿元", "18.6亿元", "error", id="a printed span"
    ),
    pytest.param("蔬菜产量186.3万吨，比上年减少7.4万吨，减产{}。", "3.8%", "8.3%", "error", id="a rate of yields"),
    pytest.param("比上年的120件减少30件，下降{}。", "25%", "52%", "error", id="old alone"),
    pytest.param(
        "服务业增长17.1%，上半年增长17.3%，增速比上半年放缓{}。", "0.2个百分点", "1.2个百分点", "warning", id="slower"
    ),
    pytest.param(
        "The grant fell by {}, from $400,000 to $350,000.", "12.5%", "15.5%", "error", id="english, rate first"
    ),
    pytest.param("Requests increased from 200 to 250, a {} increase.", "25%", "30%", "error", id="english, rate first"),
    pytest.param("We had 6,173 users, {} more than the 3,595 of 2016.", "72%", "27%", "error", id="english, more than"),
    pytest.param("There was an increase of {} in agreement (3:1 → 13:1).", "333%", "433%", "error", id="ratios"),
    pytest.param(
        "Visits rose from 300 cases to 340 cases, an increase of {}.", "13.3%", "12.3%", "error", id="english"
    ),
]


@pytest.mark.parametrize(("shape", "right", "wrong", "severity"), SHAPES)
def test_shape(shape: str, right: str, wrong: str, severity: str) -> None:
    """A right change is a passed check, a wrong one a finding; the other figures stay as they are."""
    clean = told("change", TITLE + shape.format(right))
    broken = told("change", TITLE + shape.format(wrong))

    assert {"pass"} == {word for _, word, _ in clean}
    assert severity in {word for _, word, operands in broken if wrong in operands}


DIRECTIONS = [
    pytest.param("审批环节由90个精简为120个。", id="move"),
    pytest.param("上年收到申请120件，今年收到申请100件，比上年增长20%。", id="comparison"),
    pytest.param("赤字率从2.3%提高到2.1%。", id="percentages"),
    pytest.param("Visits rose from 340 cases to 300 cases.", id="english"),
]


COMPARED = [
    pytest.param("2023年办理复议{}，2022年办理38件，与上年持平。", "38件", "53件", id="level"),
    pytest.param("今年办理复议{}，与上年持平（上年38件）。", "38件", "53件", id="level, old behind"),
    pytest.param(
        "年初预算为1200万元，决算为{}，决算数大于年初预算数的主要原因是追加。", "1380万元", "1180万元", id="above"
    ),
    pytest.param("年初预算为1200万元，决算为{}，决算数与年初预算数持平。", "1200万元", "1380万元", id="named, level"),
]


@pytest.mark.parametrize(("shape", "right", "wrong"), COMPARED)
def test_compared(shape: str, right: str, wrong: str) -> None:
    """A word between two figures is checked without a rate."""
    assert ["pass"] == [word for _, word, _ in told("change", TITLE + shape.format(right))]
    assert ["warning"] == [word for _, word, _ in told("change", TITLE + shape.format(wrong))]


def test_sign_said_twice() -> None:
    """A fall by less than nothing is remarked upon where the figures tell that it was a fall."""
    (outcome,) = judged("change", TITLE + "全年投诉由400件降至350件，同比下降-12.5%。")

    assert "sign-twice" == outcome.why


@pytest.mark.parametrize("text", DIRECTIONS)
def test_direction(text: str) -> None:
    """A word of growth over a fall is said first."""
    assert ["direction"] == [outcome.why for outcome in judged("change", TITLE + text)]


REASONS = [
    pytest.param("主要原因是：宣传事务经费增加。", ["pass", "warning"], id="against"),
    pytest.param("主要原因是：宣传事务经费减少。", ["pass", "pass"], id="with"),
    pytest.param("主要原因是：结余资金增加。", ["pass"], id="something else grew"),
    pytest.param("主要原因是压减一般性支出。", ["pass"], id="no direction"),
]


@pytest.mark.parametrize(("reason", "verdicts"), REASONS)
def test_reason(reason: str, verdicts: list[str]) -> None:
    """A reason that repeats the thing itself has to go the same way."""
    text = "宣传事务2022年执行数为120.00万元，2023年预算安排110.00万元，比2022年执行数减少8.33%。" + reason

    assert verdicts == [word for _, word, _ in told("change", TITLE + text)]


SILENT = [
    pytest.param("支出9.8亿元，下降53.6%，减支11.3亿元（主要是2022年发债16.2亿元）。", id="a reason in brackets"),
    pytest.param("发布信息900条，同比增长12.5%。", id="old is not printed"),
    pytest.param("地区生产总值由54亿元增加到82.7亿元，年均增长7.1%。", id="年均"),
    pytest.param("地区生产总值100亿元，增加6亿元，增长5.2%。", id="constant prices"),
    pytest.param("2022年执行数为0.00万元，2023年安排25.00万元，比2022年执行数增加100%。", id="old is zero"),
    pytest.param("公开信息3000条，同比增长15%；受理申请50件，同比下降10%。", id="two growths"),
    pytest.param("申请量从2021年的80件到2023年的120件，三年增长80%。", id="three years"),
    pytest.param("居民收入分别增长4.3%、5.7%，高出全国0.5个百分点。", id="respectively"),
    pytest.param("全年公开信息1000条，其中微信200条，比上年增加50条，增长33.3%。", id="either figure may have grown"),
    pytest.param("满意度95%，比上年提高3个百分点。", id="points without old"),
    pytest.param("满意度排名由10名上升至5名。", id="a rank"),
    pytest.param("网办比例由40%提高到50%，提高10个百分点，同比提高3个百分点。", id="two comparisons"),
    pytest.param(
        "2022年收到申请100件，2023年收到150件、办结120件，比2022年增长50%。", id="the nearest is another thing"
    ),
    pytest.param("留言1200条，比去年1000条增长20%，回复1188条，下降3%。", id="another thing fell"),
    pytest.param("留言1200条，比去年1000条增长20%，回复1188条，比去年下降3%。", id="another thing fell since then"),
    pytest.param("留言1200条，比去年1000条增长20%，平均时长3天，较去年缩短1天，缩短25%。", id="another unit"),
    pytest.param("县由3个到5个乡镇轮流值守。", id="no change at all"),
    pytest.param("今年招生1200人，比去年扩招200人，就业率95%。", id="a rate of something else"),
    pytest.param("材料由3595件精简为2405件，满意率98%。", id="a rate of something else behind a move"),
    pytest.param("利润390亿元，同比增长17.1%（按可比口径计算），上年同期372亿元。", id="another base, said behind"),
    pytest.param("地区生产总值由54亿元增加到82.7亿元，按不变价格计算，增长35.6%。", id="constant prices behind a move"),
    pytest.param("We had 6,173 users, 70% more than the 3,595 of 2016.", id="to the nearest ten"),
    pytest.param("2023年办理38件，2022年办理53件，与上年基本持平。", id="nearly level"),
    pytest.param("车辆1417辆，比上年减编121辆，覆盖面94.3%。", id="a rate of something else, near by chance"),
]


@pytest.mark.parametrize("text", SILENT)
def test_no_change(text: str) -> None:
    """What the printed figures cannot tell is no claim that fails."""
    assert not [claim for claim in told("change", TITLE + text) if claim[1] not in ("pass", "open")]
