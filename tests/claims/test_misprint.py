"""Digits that make no number are told once for each document."""

from __future__ import annotations

import pytest

from gklint.model.relation import operands
from tests.prose import judged, told

LONG = "7" * 400
MISPRINTS = [
    pytest.param("公开信息12,34,56条。", ("12,34,56",), id="separators"),
    pytest.param(f"公开信息{LONG}条。", (LONG,), id="four hundred digits"),
    pytest.param(f"| 栏目 | 条数 |\n|---|---|\n| 网站 | {LONG} |\n| 微信 | 12 |", (LONG,), id="a cell"),
    pytest.param("公开量增长1.2.3%。", ("1.2.3",), id="two points and a unit"),
    pytest.param("公开12,34,56条。\n\n受理1,23件，办结1,23件。", ("12,34,56", "1,23", "1,23"), id="three places"),
]
CLEAN = [
    pytest.param("公开信息1,234,567条，网站改版为V1.2.3。", id="well formed"),
    pytest.param("数据截至202112月。", id="a lost character of a date has a rule of its own"),
    pytest.param("文号〔20219号。", id="a document number that has lost its bracket"),
    pytest.param("See section 2.5.1, pages 3,4,5.", id="sections and pages"),
    pytest.param("电话0100-1234567，文号〔2021〕12号。", id="identifiers"),
]


@pytest.mark.parametrize(("text", "raw"), MISPRINTS)
def test_misprints(text: str, raw: tuple[str, ...]):
    """All misprints of a document are one note that names each of them as printed."""
    (found,) = told("misprint", text)

    assert found == ("GK762", "note", raw)


@pytest.mark.parametrize("text", CLEAN)
def test_numbers_and_names(text: str):
    """What is a number, an identifier or told by another rule is no claim."""
    assert told("misprint", text) == []


def test_long_run_is_shown_by_its_beginning():
    """The element of a run of hundreds of digits is short, its figure spans all of them."""
    (outcome,) = judged("misprint", f"公开信息{LONG}条。")

    ((_, figure),) = operands(outcome.claim.relation)
    assert len(getattr(outcome.claim.relation, "element", LONG)) == 24
    assert len(figure.raw) == 400
