"""Means of a whole over a number, both in one sentence."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# 某县2023年政府信息公开工作年度报告\n\n"

SHAPES = [
    pytest.param("举办培训8场，参训1200人次，平均每场{}。", "150人次", "160人次", "error", id="平均每场"),
    pytest.param("累计分红120万元，惠及400人，人均分红{}。", "3000元", "2500元", "error", id="人均"),
    pytest.param("3个月共受理申请100件，月均{}。", "33.3件", "36.3件", "error", id="月均"),
    pytest.param("两期培训共8场、12场，参训1200人次，场均{}。", "150人次", "130人次", "open", id="one of two numbers"),
    pytest.param(
        "生产总值1222.62亿元，年末人口312.67万人，按常住人口计算人均生产总值{}。",
        "39102元",
        "3910元",
        "warning",
        id="per head",
    ),
]


@pytest.mark.parametrize(("shape", "right", "wrong", "severity"), SHAPES)
def test_shape(shape: str, right: str, wrong: str, severity: str) -> None:
    """A right mean is a passed check, a wrong one a finding."""
    ((_, clean, _),) = told("mean", TITLE + shape.format(right))
    ((code, broken, operands),) = told("mean", TITLE + shape.format(wrong))

    assert ("pass", "GK336", severity, wrong) == (clean, code, broken, operands[0])


SILENT = [
    pytest.param("投入资金120万元，惠及400人，人均增收5000元。", id="another sum"),
    pytest.param("生产总值1222.62亿元，年末人口312.67万人，人均生产总值39202元。", id="over the year's average"),
    pytest.param("人均可支配收入25000元，常住人口40万人，总收入90亿元。", id="a statistic"),
    pytest.param("全年发布会24场，平均每月2场。", id="the number is not printed"),
    pytest.param("公开信息1200条。共8场，平均每场80人次。", id="the whole is of another kind"),
]


@pytest.mark.parametrize("text", SILENT)
def test_no_mean(text: str) -> None:
    """Without its whole and number in the sentence a mean is no claim."""
    assert [] == told("mean", TITLE + text)
