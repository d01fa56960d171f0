from __future__ import annotations

from string import Formatter

import pytest

from gklint.reporters.audit.words_en import WORDS as EN
from gklint.reporters.audit.words_zh import WORDS as ZH


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_languages_have_the_same_words() -> None:
    """What can be said in one language can be said in the other."""
    assert list(ZH) == list(EN)


@pytest.mark.parametrize("key", sorted(ZH))
def test_languages_fill_in_the_same_fields(key: str) -> None:
    """A sentence tells the same facts in both languages."""
    assert fields(ZH[key]) == fields(EN[key])


@pytest.mark.parametrize("key", sorted(key for key in ZH if key.startswith("audit.tree")))
def test_words_of_the_tree_survive_a_gbk_console(key: str) -> None:
    """What a Chinese Windows console shows is in its character set."""
    assert ZH[key] == ZH[key].encode("gbk").decode("gbk")
