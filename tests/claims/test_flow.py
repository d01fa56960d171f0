"""Flows of prose: what came in and went out leaves what is said."""

from __future__ import annotations

import pytest

from tests.prose import told

SHAPES = [
    # a sentence, what it rightly says, what a slip makes of it
    pytest.param("基金收入478.2万元，支出435.6万元，当年结余{}万元。", "42.6", "46.2", id="balance"),
    pytest.param(
        "基金收入478.2万元。支出435.6万元，其中待遇支出420.1万元。年末结余{}万元。", "42.6", "43.6", id="sentences"
    ),
    pytest.param(
        "收入预算为500.0万元，实际完成478.2万元；支出预算为450.0万元，实际完成435.6万元，结余{}万元。",
        "42.6",
        "42.9",
        id="role goes on",
    ),
    pytest.param(
        "年初结转和结余22.5万元，本年收入310.0万元，支出290.0万元，年末结转和结余{}万元。", "42.5", "52.5", id="opening"
    ),
    pytest.param("出口81.4亿元，增长5%；进口42.1亿元，增长2%。贸易顺差{}亿元。", "39.3", "38.3", id="surplus"),
    pytest.param("出口42.1亿元；进口81.4亿元，逆差{}亿元。", "39.3", "33.3", id="deficit"),
    pytest.param("上年结转124件，收到1350件，办结1310件，结转下年{}件。", "164", "146", id="cases"),
    pytest.param("上年末共有412家，新增135家，注销28家，年末共有{}家。", "519", "591", id="stock"),
    pytest.param(
        "1—10月收入累计8420万元，11月当月收入760万元，1—11月收入累计{}万元。", "9180", "9280", id="running total"
    ),
    pytest.param("上年结转124件，收到1350件，办结1310件，{}件结转下年。", "164", "146", id="number first"),
    pytest.param(
        "基金收入704.4亿元，同比增长5.8%，增收35.7亿元。基金支出{}亿元，同比增长8.4%，增支27.4亿元。当年收支结余39.3亿元。",
        "665.1",
        "685.1",
        id="changes are no terms",
    ),
    pytest.param("迁入1330人，迁出1120人，净增{}人。", "210", "120", id="net"),
    pytest.param("用工比年初减少410人，其中增员企业增加570人；减员企业减少{}人。", "980", "880", id="net ahead"),
    pytest.param("全年收到{}件，上半年收到1480件，下半年收到2100件。", "3580", "3680", id="halves"),
    pytest.param("一季度120件、二季度135件、三季度150件、四季度118件，全年共{}件。", "523", "532", id="quarters"),
]


@pytest.mark.parametrize(("shape", "right", "wrong"), SHAPES)
def test_shape(shape: str, right: str, wrong: str) -> None:
    """What holds passes, and a slip of the hand in it is told."""
    clean, broken = (told("flow", shape.format(word)) for word in (right, wrong))

    assert {"pass"} == {word for _, word, _ in clean}
    assert {"error", "warning"} & {word for _, word, _ in broken}


SILENT = [
    pytest.param("基金收入478.2万元，支出435.6万元，滚存结余912.4万元。", id="of more than this year"),
    pytest.param("收入478.2万元，支出435.6万元，年末结余203.9万元。", id="a stock that no place explains"),
    pytest.param("贷款比年初增加1183.4亿元，其中住户减少59.4亿元；企业增加1240.9亿元。", id="not all that is inside"),
    pytest.param("全年收到申请42件，答复40件，其中公开12件、不予公开28件；结转下年5件。", id="of few digits"),
]


@pytest.mark.parametrize("text", SILENT)
def test_far_misses_are_no_flows(text: str) -> None:
    """What misses by far was never meant to close."""
    assert not {word for _, word, _ in told("flow", text)} - {"pass", "open"}
