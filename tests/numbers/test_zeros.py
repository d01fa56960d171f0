"""Zeros in words."""

import pytest

from gklint.numbers.zeros import ZERO_WORDS, zeros


@pytest.mark.parametrize("word", ZERO_WORDS)
def test_every_zero_word_is_found(word: str) -> None:
    """Each row of the table is found, whole."""
    assert [word] == [zero.raw for zero in zeros(f"本年 {word} 申请")]


@pytest.mark.parametrize("text", ["无法提供", "零件", "二零一八年", "一百零五件", "毫无疑问", "nothing"])
def test_parts_of_words_are_none(text: str) -> None:
    """Characters of other words state no zero."""
    assert [] == list(zeros(text))
