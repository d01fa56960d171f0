"""Readings: why a relation is thought to be meant, and how far that is believed."""

from __future__ import annotations

from decimal import Decimal

from gklint.start.records import dataclass

Reason = tuple[str, int]
"""A row of the table of weights (``form.sum.nested``, ``feature.unit-same``) and its weight in hundredths of a nat."""


@dataclass(frozen=True, slots=True)
class Reading:
    """
    One way of taking what a passage or a table says.

    *form* is its grammatical form, *features* are facts about it: both are rows of ``weighing/weights.toml``.
    *anchor* holds the ids of the figures that it explains (a share, a mention, the first part of a list). Readings
    with one anchor compete: the best of them is claimed, the others are not. Without an anchor it has no rival.
    *asserts*: its words say the relation outright (分别为, 共计, 其他); believed, it is as good as declared.
    """

    form: str
    features: tuple[str, ...] = ()
    anchor: tuple[int, ...] = ()
    asserts: bool = False


@dataclass(frozen=True, slots=True)
class Belief:
    """*confidence* that the reading was meant, in [0, 1], and what speaks for and against it."""

    confidence: Decimal
    reasons: tuple[Reason, ...] = ()
