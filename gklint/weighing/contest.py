"""Readings of the same figures compete: the best is claimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gklint.model.claim import Outcome
from gklint.model.relation import AtLeastZero, Cover, Order, Subset
from gklint.weighing.scale import BELIEVED

BOUNDS = Subset | Order | Cover | AtLeastZero
"""Relations that notice only what is too much."""

IDENTITIES = frozenset({"same", "row"})
"""Forms that say of two figures that they are one fact: with another mention, with a cell."""

Anchor = tuple[str, tuple[int, ...]]


def contest(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """*outcomes* in their order; of those whose readings have one anchor only the best."""
    best: dict[Anchor, Outcome] = {}
    for outcome in outcomes:
        if anchor := _anchor(outcome):
            rival = best.get(anchor)
            if rival is None or _strength(outcome) > _strength(rival):
                best[anchor] = outcome
    for outcome in outcomes:
        anchor = _anchor(outcome)
        if anchor is None or best[anchor] is outcome:
            yield outcome


def _anchor(outcome: Outcome) -> Anchor | None:
    """What the reading explains. That two figures are one fact excludes nothing: each may be a part, a share too."""
    claim = outcome.claim
    if claim.reading is None or claim.belief is None or not claim.reading.anchor:
        return None
    kind = claim.reading.form.partition(".")[0]
    return (kind if kind in IDENTITIES else "", claim.reading.anchor)


def _strength(outcome: Outcome) -> tuple[bool, bool, Decimal]:
    """A believed equation says more than a believed bound; between two of a kind the likelier one is meant."""
    assert outcome.claim.belief
    confidence = outcome.claim.belief.confidence
    is_believed = confidence >= BELIEVED
    return is_believed, is_believed and not isinstance(outcome.claim.relation, BOUNDS), confidence
