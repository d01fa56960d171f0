"""Quotients by their names: made of two figures of the passage, printed with a unit or without one."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# 某县2023年国民经济和社会发展统计公报\n\n"

SHAPES = [
    pytest.param("出生率9.88‰，死亡率6.33‰，自然增长率为{}。", "3.55‰", "4.55‰", id="a difference"),
    pytest.param("出生率5.10‰，死亡率6.33‰，自然增长率为{}。", "-1.23‰", "-1.32‰", id="a difference below zero"),
    pytest.param("男性51.20万人，女性48.80万人，性别比为{}（以女性为100）。", "104.92", "109.42", id="per hundred"),
    pytest.param("研发经费1.29亿元，与生产总值122.62亿元之比为{}。", "1.05%", "1.50%", id="the ratio of two"),
    pytest.param("消费价格指数为{}（上年=100），上涨2.3%。", "102.3", "103.2", id="an index"),
    pytest.param("出厂价格指数为{}（上年=100），下降2.3%。", "97.7", "92.7", id="an index of a fall"),
    pytest.param("城镇居民收入38210元，农村居民收入17890元，收入比值为{}。", "2.14", "2.41", id="without a unit"),
    pytest.param("常住人口45.62万人，其中城镇常住人口22.10万人，城镇化率{}。", "48.44%", "44.84%", id="of two nouns"),
]


@pytest.mark.parametrize(("shape", "right", "wrong"), SHAPES)
def test_shape(shape: str, right: str, wrong: str) -> None:
    """A right quotient is a passed check, one that a slip has changed is a finding."""
    ((_, clean, _),) = told("quotient", TITLE + shape.format(right))
    ((code, broken, operands),) = told("quotient", TITLE + shape.format(wrong))

    assert ("pass", "GK339") == (clean, code)
    assert "warning" == broken
    assert wrong in operands


SILENT = [
    pytest.param("常住人口45.62万人，其中城镇常住人口22.10万人，户籍城镇化率38.9%。", id="of other people"),
    pytest.param("城镇居民收入38210元。农村居民收入17890元，消费支出比值为1.62。", id="of other amounts"),
    pytest.param("消费价格指数为102.3，上涨3.2%。", id="an index of another base"),
    pytest.param("上年男性51.20万人，女性48.80万人，性别比为106.32。", id="of another year"),
]


@pytest.mark.parametrize("text", SILENT)
def test_no_quotient(text: str) -> None:
    """What may be made of figures that are not printed is not told."""
    assert not [claim for claim in told("quotient", TITLE + text) if claim[1] not in ("pass", "open")]
