"""
Kinds of claims: the closed vocabulary of rules.

A kind is a module with a frozen dataclass ``Find`` (what ``[find]`` of its rules holds) and ``claims``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from gklint.claims import (
    attainable,
    avowal,
    bounded,
    breakdown,
    change,
    countable,
    crosscheck,
    crosstable,
    entire,
    equation,
    flow,
    headed,
    listing,
    mean,
    misprint,
    omission,
    order,
    period,
    phrasing,
    quotient,
    reading,
    required,
    same,
    scoresheet,
    sequence,
    share,
    subset,
    tabled,
    template,
    total,
    twice,
    upkeep,
    zero,
)
from gklint.model.claim import Claim
from gklint.model.ledger import Ledger
from gklint.model.rule import Rule


class Kind(Protocol):
    """What a module in KINDS offers."""

    @property
    def Find(self) -> type:  # noqa: N802  # a class, seen through a module
        """The dataclass of its rules' settings."""

    def claims(self, ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
        """Every claim of *ledger* that one of *rules*, all of this kind, looks for."""


KINDS: dict[str, Kind] = {
    "reading": reading,
    "equation": equation,
    "countable": countable,
    "template": template,
    "headed": headed,
    "total": total,
    "breakdown": breakdown,
    "flow": flow,
    "order": order,
    "scoresheet": scoresheet,
    "crosstable": crosstable,
    "sequence": sequence,
    "share": share,
    "change": change,
    "attainable": attainable,
    "mean": mean,
    "quotient": quotient,
    "same": same,
    "twice": twice,
    "entire": entire,
    "zero": zero,
    "subset": subset,
    "bounded": bounded,
    "crosscheck": crosscheck,
    "avowal": avowal,
    "tabled": tabled,
    "listing": listing,
    "period": period,
    "required": required,
    "phrasing": phrasing,
    "misprint": misprint,
    "omission": omission,
    "upkeep": upkeep,
}
