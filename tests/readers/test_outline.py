"""Headings by their ordinals and shape."""

from __future__ import annotations

import pytest

from gklint.readers._outline import heading_level, is_caption, is_title

LEVELS = {
    "section": ("一、总体情况", 2),
    "part": ("第二部分 部门决算", 2),
    "annex": ("附件1", 2),
    "annex with title": ("附件：统计表", 2),
    "subsection": ("（三）平台建设", 3),
    "half brackets": ("(二) 队伍建设。", 3),
    "item": ("2.完善制度", 4),
    "bracketed numeral": ("（1）来信", 5),
    "year inside": ("四、2021年工作安排", 2),
    "runs into its text": ("（一）加强领导。成立了由主要负责人任组长的小组。", None),
    "item with a figure": ("1.门户网站公开 310 条", None),
    "decimal": ("1.5倍", None),
    "prose": ("一年来，各项工作平稳推进", None),
    "ordinal alone": ("三、", None),
    "ends in a colon": ("二、包括以下内容：", None),
}


@pytest.mark.parametrize(("text", "level"), LEVELS.values(), ids=LEVELS)
def test_heading_level(text: str, level: int | None) -> None:
    """An ordinal with a few words is a heading; with a sentence or a figure it is not."""
    assert level == heading_level(text)


CAPTIONS = {
    "statistics": ("2018年度政务公开情况统计表", True),
    "with a note": ("收支决算总表（单位：万元）", False),
    "with a year": ("收支情况表（2021年）", True),
    "announcement": ("现将有关情况列表如下", False),
    "sentence": ("各单位填报了情况表，现予公布", False),
}


@pytest.mark.parametrize(("text", "expected"), CAPTIONS.values(), ids=CAPTIONS)
def test_caption(text: str, expected: bool) -> None:
    """A line that names a table and nothing else is its caption."""
    assert expected == is_caption(text)


TITLES = {
    "report": ("云川县2021年政府信息公开工作年度报告", True),
    "salutation": ("各位代表：", False),
    "sentence": ("现将有关情况报告如下。", False),
    "section": ("一、总体情况", False),
}


@pytest.mark.parametrize(("text", "expected"), TITLES.values(), ids=TITLES)
def test_title(text: str, expected: bool) -> None:
    """A title is no sentence, no address and no section."""
    assert expected == is_title(text)
