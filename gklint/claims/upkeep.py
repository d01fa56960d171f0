"""
Kind "upkeep": gklint's own waivers and baseline (GK9).

They are no claims of a report: what these rules tell is found out behind the findings, by suppress and baseline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from gklint.model.claim import Claim
from gklint.model.ledger import Ledger
from gklint.model.rule import Rule
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Find:
    """*fault*: what is wrong with a waiver, or with an entry of the baseline."""

    fault: Literal["unused", "lapsed", "reasonless", "unclear", "stale"]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """None at all."""
    return iter(())
