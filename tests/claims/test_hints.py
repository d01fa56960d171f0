"""Hints of ``claims/share/running.py``: fast patterns that miss nothing which the fragments themselves find."""

from __future__ import annotations

import re

import pytest

from gklint.claims.share.running import any_of, hints

FRAGMENTS = (
    "增",
    "增加",
    "扩大",
    "[一-龥]{0,4}?(?:降|减少?)(?:到|至)",
    "(?:是|为)(?:上一?年|去年)的",
    r"(?:up|increas\w+)(?: by)?",
    r"\bfewer",
)

TEXTS = [
    pytest.param("受理申请比上年增加三成", id="longer word that holds a shorter one"),
    pytest.param("覆盖面扩大", id="plain word"),
    pytest.param("办理时间降至2天", id="words behind an optional start"),
    pytest.param("90件，是去年的两倍", id="branch at the start"),
    pytest.param("Requests INCREASED by 3", id="English in capitals"),
    pytest.param("收到fewer requests", id="English after Chinese"),
    pytest.param("全年受理申请120件，办结118件", id="none"),
    pytest.param("", id="no text"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_hints_find_what_fragments_find(text: str) -> None:
    """One of the hints finds something exactly where a fragment does."""
    found = any(hint.search(text) for hint in hints(FRAGMENTS))

    assert found is bool(re.search(any_of(FRAGMENTS).pattern, text, re.IGNORECASE))
