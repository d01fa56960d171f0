"""Figures written in a way that contradicts itself."""

from __future__ import annotations

import pytest

from tests.prose import told

CASES = [
    pytest.param("发布信息2347多条。", ["GK760"], id="an exact number and more"),
    pytest.param("解读文件105余篇。", ["GK760"], id="three digits"),
    pytest.param("发布信息1640多条、1.2万余字。", [], id="round numbers"),
    pytest.param("约2347人参加，培训35余人。", [], id="about, and loose speech"),
    pytest.param("配备2个工作人员。", ["GK761"], id="people in 个"),
    pytest.param("设2个工作岗位、3个工作组。", [], id="posts"),
]


@pytest.mark.parametrize(("text", "codes"), CASES)
def test_phrasing(text: str, codes: list[str]):
    """A slip of wording is a note."""
    assert [(code, "note") for code in codes] == [(code, word) for code, word, _ in told("phrasing", text)]
