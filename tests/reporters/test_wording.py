from __future__ import annotations

from string import Formatter
from typing import get_args

import pytest

from gklint.errors import Obstacle
from gklint.model.claim import Verdict
from gklint.model.numeral import Kind
from gklint.model.relation import Relation
from gklint.model.rule import Severity
from gklint.model.tally import State
from gklint.reporters.equation import NAMES
from gklint.reporters.wording import LANGUAGES, Words
from gklint.reporters.words_en import WORDS as EN
from gklint.reporters.words_zh import WORDS as ZH


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_languages_have_the_same_words() -> None:
    """What can be said in one language can be said in the other."""
    assert list(ZH) == list(EN)


@pytest.mark.parametrize("key", sorted(ZH))
def test_languages_fill_in_the_same_fields(key: str) -> None:
    """A sentence tells the same facts in both languages."""
    assert fields(ZH[key]) == fields(EN[key])


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_case_has_its_words(language: str) -> None:
    """No verdict, severity, obstacle, relation, state or kind of identifier is without words."""
    keys = [
        *(f"verdict.{verdict.value}" for verdict in Verdict),
        *(f"severity.{severity.word}" for severity in Severity),
        *(f"unread-{obstacle}" for obstacle in get_args(Obstacle)),
        *(f"advice.{relation.__name__.lower()}" for relation in get_args(Relation)),
        *(f"state.{state}" for state in get_args(State)),
        *(f"kind.{kind.name}" for kind in Kind),
    ]

    assert [] == [key for key in keys if not Words(language).has(key)]


def test_every_relation_has_a_name_for_programs() -> None:
    """A new relation cannot be forgotten in the JSON schema."""
    assert set(get_args(Relation)) == set(NAMES)


def test_words_survive_a_gbk_console() -> None:
    """Every character that gklint prints of its own is there on a Chinese Windows console."""
    assert "" == "".join(c for text in ZH.values() for c in text if c.encode("gbk", "replace") == b"?" and c != "?")
