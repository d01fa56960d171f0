"""Shares that make a hundred: lists that are all of one whole, and lists that are not."""

from __future__ import annotations

import pytest

from tests.prose import told

SHAPES = [
    # a sentence, its last share, a slip in it
    pytest.param("甲、乙、丙三类企业占比分别为31.3%、35.3%、{}。", "33.4%", "34.4%", "warning", id="in turn"),
    pytest.param("产业结构为12.5∶40.3∶{}。", "47.2", "49.2", "error", id="ratio"),
    pytest.param("三者对增长的贡献率分别为12.5%、40.3%、{}。", "47.2%", "49.2%", "error", id="contribution"),
    pytest.param("来源中，农业占12.5%，工业占40.3%，其他占{}。", "47.2%", "49.2%", "error", id="the rest"),
    pytest.param("办件800件，其中网络480件，占60.0%；窗口320件，占{}。", "40.0%", "46.0%", "error", id="counts"),
]


@pytest.mark.parametrize(("shape", "right", "wrong", "severity"), SHAPES)
def test_shape(shape: str, right: str, wrong: str, severity: str) -> None:
    """Shares of one whole make a hundred, and a slip in one of them is told."""
    clean, broken = (
        [one for one in told("breakdown", shape.format(word)) if one[0] == "GK305"] for word in (right, wrong)
    )

    assert ["pass"] == [word for _, word, _ in clean]
    assert [severity] == [word for _, word, _ in broken]


SILENT = [
    pytest.param(
        "货物合同占货物支出的80.00%，工程合同占工程支出的72.00%，服务合同占服务支出的74.79%。", id="three wholes"
    ),
    pytest.param("高级职称占30.9%，双师型教师占61.3%，硕士以上学位占74.5%。", id="three traits"),
    pytest.param("装机容量、发电量占比分别达80%、70%。", id="two examples"),
    pytest.param("甲、乙、丙占比分别为12.5%、20.3%、18.1%。", id="some of all"),
    pytest.param("产业结构由12.5∶40.3∶47.2调整为11.5∶40.3∶48.2。", id="two ratios"),
]


@pytest.mark.parametrize("text", SILENT)
def test_other_lists(text: str) -> None:
    """Shares of several wholes, of several traits or of some parts need not make a hundred."""
    assert not {word for _, word, _ in told("breakdown", text)} - {"pass", "open"}
