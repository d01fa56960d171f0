"""How a report is to look."""

from __future__ import annotations

from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """*language* is "zh" or "en"; *width* counts terminal columns. Programs' formats use the language only."""

    language: str = "zh"
    width: int = 100
    colour: bool = False
