"""
The scale: log-odds that a reading was meant, as a sum of weights.

Weights are data (``weights.toml``), in hundredths of a nat: log P(fact | meant) − log P(fact | not meant), with the
counts they were fitted from. ``benchmarks/weights.py`` refits them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from functools import cache
from importlib.resources import files

from gklint.model.claim import Outcome
from gklint.model.reading import Belief, Reading, Reason
from gklint.weighing.arithmetic import evidence, family

BELIEVED = Decimal("0.6")
"""From this confidence on a reading is claimed."""
UNLIKELY = Decimal("0.2")
"""Below this confidence two figures that disagree were not compared by anybody."""

LISTS = ("sum.", "bound.")
"""Forms of prose, whose lists miss their whole in other ways than the columns of a table."""

_CONTEXT = Context(prec=12)
_PLACES = Decimal("0.0001")
_FARTHEST = 900
"""Hundredths of a nat beyond which four places tell no difference."""


def believed(reading: Reading, outcome: Outcome) -> Belief:
    """How far *reading* is believed in view of what the numbers of *outcome* say."""
    reasons = tuple(_reasons(reading, outcome))
    return Belief(confidence(sum(weight for _, weight in reasons)), reasons)


def confidence(odds: int) -> Decimal:
    """The probability that has log-odds of *odds* hundredths of a nat, to four places."""
    odds = max(-_FARTHEST, min(_FARTHEST, odds))
    against = _CONTEXT.exp(Decimal(-odds) / 100)
    return _CONTEXT.divide(Decimal(1), 1 + against).quantize(_PLACES)


def _reasons(reading: Reading, outcome: Outcome) -> Iterator[Reason]:
    table = weights()
    names = (f"form.{reading.form}", *(f"feature.{feature}" for feature in reading.features))
    lists = "list-" if reading.form.startswith(LISTS) else ""
    for name in (*names, f"arithmetic.{lists}{family(outcome)}.{evidence(outcome)}"):
        yield name, table[name]


@cache
def weights() -> Mapping[str, int]:
    """Every row of the table by its full name."""
    text = files("gklint.weighing").joinpath("weights.toml").read_text("utf-8")
    return dict(_rows("", tomllib.loads(text)))


def _rows(name: str, table: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    weight = table.get("weight")
    if isinstance(weight, int):
        yield name, weight
    for key, inner in table.items():
        if isinstance(inner, dict):
            yield from _rows(f"{name}.{key}" if name else key, inner)
