"""Numbers that bound each other by what they count."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# 某县2021年工作总结\n\n"

CASES = [
    pytest.param(
        "为全县17个乡镇制作公开橱窗。\n\n21个乡（镇）成立了工作机构。",
        [("GK319", "warning", ("17个", "21个"))],
        id="more townships than there are",
    ),
    pytest.param(
        "为全县17个乡镇制作公开橱窗。\n\n9个乡（镇）均成立了工作机构。",
        [("GK319", "pass", ("17个", "9个"))],
        id="some townships",
    ),
    pytest.param("为全县17个乡镇制作公开橱窗。\n\n改造21个乡镇卫生院。", [], id="hospitals in townships"),
    pytest.param("为全县17个乡镇制作公开橱窗。\n\n去年21个乡镇成立了工作机构。", [], id="last year"),
    pytest.param("17个乡镇成立了工作机构。\n\n21个乡镇完成了培训。", [], id="no word of all"),
    pytest.param(
        "全年召开政府常务会议13次，邀请人大代表列席6次、邀请群众代表16次。",
        [("GK313", "pass", ("13次", "6次")), ("GK313", "warning", ("13次", "16次"))],
        id="guests at more meetings than held",
    ),
    pytest.param("全年召开政府常务会议13次，邀请群众代表85人次。", [], id="people, not meetings"),
    pytest.param("全年召开政府常务会议13次；举办培训班4次，邀请专家授课9次。", [], id="invited to something else"),
    pytest.param("保留26类行政职权8项。", [("GK314", "warning", ("26类", "8项"))], id="kinds and things exchanged"),
    pytest.param("保留8类行政职权26项。", [("GK314", "pass", ("8类", "26项"))], id="things of several kinds"),
    pytest.param("整合12类档案，新增4项。", [], id="two statements"),
    pytest.param(
        "共梳理政务服务事项820项。\n\n可不见面办理事项930项。",
        [("GK312", "warning", ("820项", "930项"))],
        id="more eased than listed",
    ),
    pytest.param(
        "共梳理政务服务事项820项，共梳理公共服务事项31项。\n\n窗口即办即结事项640项。",
        [("GK312", "pass", ("820项", "640项"))],
        id="the longest list",
    ),
    pytest.param("共梳理政务服务事项820项。\n\n网上办件9300件。", [], id="acts, not services"),
    pytest.param("三类内部信息1件。", [], id="a kind by its name"),
    pytest.param("在全省14个市州中排名第15位。", [("GK340", "warning", ("第15", "14个"))], id="a rank too far"),
    pytest.param("在全省14个市州中排名第5位。", [("GK340", "pass", ("第5", "14个"))], id="a rank"),
    pytest.param("全省14个市州中，第20届运动会由我市承办。", [], id="an ordinal of something else"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_lesser_and_greater(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """A part is held against its whole only where what it counts leaves no other reading."""
    assert expected == told("bounded", TITLE + text)
