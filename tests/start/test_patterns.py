from __future__ import annotations

import re

import pytest

from gklint.start.patterns import lazy


def test_pattern_is_compiled_when_used() -> None:
    """A pattern that nobody uses costs nothing, not even if it is wrong."""
    wrong = lazy("(")

    with pytest.raises(re.error):
        wrong.search("(")


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("[一-鿿]{2}rate", "办结RATE", "办结RATE"),
        (r"[\u4e00-\u9fff、]+a", "甲、乙A", "甲、乙A"),
        ("[^一-龥]+", "ab甲", "ab"),
        ("[一-鿿a-c]+", "甲AB", "甲AB"),
    ],
    ids=["range", "escaped range", "negated", "range with letters"],
)
def test_case_is_folded_around_chinese(pattern: str, text: str, found: str) -> None:
    """Keeping classes of Chinese characters out of case folding changes nothing that a pattern finds."""
    assert found == lazy(pattern, re.IGNORECASE).search(text)[0] == re.search(pattern, text, re.IGNORECASE)[0]  # type: ignore[index]
