"""Marks of lists and the numbers that they say."""

from __future__ import annotations

import pytest

from gklint.numbers.ordinals import ordinals

CASES = [
    pytest.param("一、总体情况", [("section", 1)], id="section"),
    pytest.param("十二、附则", [("section", 12)], id="two characters"),
    pytest.param("（三）加强培训", [("part", 3)], id="full brackets"),
    pytest.param("(三)加强培训", [("part", 3)], id="half brackets"),
    pytest.param("4．完善制度", [("point", 4)], id="point"),
    pytest.param("3.5%的增幅", [], id="a decimal"),
    pytest.param("②明确责任", [("circle", 2)], id="circled"),
    pytest.param("第三，强化督查", [("first", 3)], id="第三"),
    pytest.param("一是快，二是准；**三是**稳。", [("item", 1), ("item", 2), ("item", 3)], id="items"),
    pytest.param("统一是前提，说一是一。", [], id="parts of words"),
    pytest.param("方法（一）见后", [], id="not at the beginning"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ordinals(text: str, expected: list[tuple[str, int]]):
    """The mark that a block opens with, and every 一是 in it."""
    assert expected == [(mark.style, mark.number) for mark in ordinals(text)]
