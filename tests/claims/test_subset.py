"""Figures that cannot exceed another one of the prose."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# 某县2021年工作总结\n\n"

CASES = [
    pytest.param(
        "全县制发行政规范性文件36件。\n\n县财政局制发行政规范性文件52件。",
        [("GK315", "error", ("36件", "52件"))],
        id="a bureau above its county",
    ),
    pytest.param(
        "全县举办消防演练36场，其中县教育局举办63场。",
        [("GK315", "error", ("36场", "63场"))],
        id="the noun said once",
    ),
    pytest.param(
        "全县制发行政规范性文件36件。\n\n县财政局制发行政规范性文件12件。",
        [("GK315", "pass", ("36件", "12件"))],
        id="a bureau within its county",
    ),
    pytest.param("全县制发行政规范性文件36件。\n\n县财政局公开行政规范性文件52件。", [], id="another act"),
    pytest.param("全县召开通气会议3次。\n\n去年县财政局召开通气会议5次。", [], id="another year"),
    pytest.param("制发行政规范性文件36件。\n\n县财政局制发行政规范性文件52件。", [], id="no word of the whole"),
    pytest.param(
        "全年受理群众来信406件，办结回复416件。",
        [("GK316", "warning", ("406件", "416件"))],
        id="more answered",
    ),
    pytest.param("全年受理群众来信406件，办结回复396件。", [("GK316", "pass", ("406件", "396件"))], id="less answered"),
    pytest.param("制发公文314件，标明公开215件。", [("GK316", "pass", ("314件", "215件"))], id="published of issued"),
    pytest.param("网上问政50次，在线回复44次。", [("GK316", "pass", ("50次", "44次"))], id="a bare answer"),
    pytest.param("全年受理群众来信406件，上年结转12件，办结416件。", [], id="carried over"),
    pytest.param("全年受理群众来信406件，答复网民留言1200件。", [], id="another thing answered"),
    pytest.param("全年受理群众来信406件；办结416件。", [], id="another statement"),
    pytest.param("发放宣传册406份，回复416次。", [], id="other units"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_part_and_whole(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """A part is compared with its whole where both say what they are."""
    assert expected == told("subset", TITLE + text)
