"""The words of waivers and baselines are complete in both languages."""

from __future__ import annotations

from string import Formatter
from typing import get_args

from gklint.blame.upkeep import Fault
from gklint.reporters.words_upkeep import EN, ZH


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_languages_say_the_same() -> None:
    """Every text is there in both languages, with the same facts."""
    assert {key: fields(text) for key, text in ZH.items()} == {key: fields(text) for key, text in EN.items()}


def test_every_fault_has_its_words() -> None:
    """What can be wrong with a waiver or a baseline can be told."""
    assert [] == [fault for fault in get_args(Fault) if f"upkeep-{fault}" not in ZH]


def test_words_survive_a_gbk_console() -> None:
    """Every character is there on a Chinese Windows console."""
    assert "".join(ZH.values()) == "".join(ZH.values()).encode("gbk").decode("gbk")
