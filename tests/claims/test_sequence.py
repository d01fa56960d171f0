"""Ordinals that count up, nest and restart."""

from __future__ import annotations

import pytest

from tests.prose import judged, told

GAPS = [
    pytest.param("问题：一是慢，二是浅，四是少。", "四是", id="items"),
    pytest.param("一、概况\n\n内容。\n\n二、公开\n\n内容。\n\n二、申请\n\n内容。", "二", id="a section twice"),
    pytest.param("（一）领导。\n\n（二）制度。\n\n(四)培训。", "四", id="mixed brackets"),
    pytest.param("1．领导。\n\n3．培训。", "3", id="points"),
]
CLEAN = [
    pytest.param("问题：一是慢，二是浅，三是少。今后：一是快，二是深。", id="restart in one paragraph"),
    pytest.param("一、做法\n\n（一）领导。一是管，二是办。\n\n(二)制度。\n\n二、打算\n\n（一）学习。", id="nested"),
    pytest.param("## 一、做法\n\n内容。\n\n## 说明\n\n内容。\n\n## 二、打算\n\n内容。", id="a heading without mark"),
    pytest.param("**一是**领导有力。**二是**制度健全。", id="bold marks"),
    pytest.param("3. 另行通知。\n\n17. 另行通知。", id="no list begins here"),
    pytest.param("一、做法\n\n内容。\n\n十二、附则\n\n内容。", id="far apart: lines were lost"),
]


@pytest.mark.parametrize(("text", "ordinal"), GAPS)
def test_gap(text: str, ordinal: str):
    """One mark left out or doubled is a note at the mark that is out of order."""
    (outcome,) = [outcome for outcome in judged("sequence", text) if outcome.verdict.value == "fail"]

    assert outcome.breach is not None
    assert ordinal == outcome.breach.raw
    assert ("GK355", "note") in [(code, word) for code, word, _ in told("sequence", text)]


@pytest.mark.parametrize("text", CLEAN)
def test_in_order(text: str):
    """Lists that count up from 1 pass, what is no list is no claim."""
    assert {"pass"} >= {word for _, word, _ in told("sequence", text)}
