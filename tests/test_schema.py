"""TOML values against the dataclasses that describe them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Literal

import pytest

from gklint.errors import PackError
from gklint.schema import build


class Colour(Enum):
    RED = "R"
    BLUE = "B"


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    weight: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Thing:
    label: str
    parts: tuple[Part, ...] = ()
    count: int = 0
    spare: bool = False
    colour: Colour = Colour.RED
    side: Literal["left", "right"] = "left"
    note: str | None = None

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError(f"count: {self.count} is below zero")


def test_builds_nested_values():
    """Lists of tables, enums by value and optional keys become the fields of the dataclass."""
    data = {"label": "x", "parts": [{"name": "a", "weight": 2}], "colour": "B", "note": "n"}

    thing = build(Thing, data, "f.toml")

    assert Thing("x", (Part("a", Decimal(2)),), colour=Colour.BLUE, note="n") == thing


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "f.toml: label: missing"),
        ({"label": "x", "cuont": 1}, "f.toml: cuont: unknown key, did you mean 'count'?"),
        ({"label": 1}, "f.toml: label: 1 found, text would be right"),
        ({"label": "x", "count": True}, "f.toml: count: True found, a whole number would be right"),
        ({"label": "x", "parts": [{"name": "a"}, {}]}, "f.toml: parts[1].name: missing"),
        ({"label": "x", "parts": {"name": "a"}}, "f.toml: parts: {'name': 'a'} found, a list would be right"),
        ({"label": "x", "colour": "G"}, "f.toml: colour: 'G' found, one of R, B would be right"),
        ({"label": "x", "side": "lift"}, "f.toml: side: 'lift' found, did you mean 'left'?"),
        ({"label": "x", "count": -1}, "f.toml: count: -1 is below zero"),
    ],
    ids=["missing", "misspelt", "type", "bool", "nested", "no list", "enum", "literal", "refused"],
)
def test_says_what_would_be_right(data, message):
    """A fault is told with its place, what was found and what would be right."""
    with pytest.raises(PackError) as caught:
        build(Thing, data, "f.toml")

    assert message == str(caught.value)
