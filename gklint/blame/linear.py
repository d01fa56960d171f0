"""
Sums and bounds as rows of an inequality system, so that a value that would satisfy them is found without trying.

A row says: the weighted sum of its figures lies between *low* and *high*, which hold what the prints admit. Rows only
propose and pre-select; what is told has been confirmed by ``judge``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gklint.model.claim import Claim
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.relation import Cover, Flow, Order, Partition, Same, Subset
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """*low* ≤ Σ weight · value ≤ *high*; None: unbounded. *face* is what the sum comes to as printed."""

    weights: Mapping[int, int]
    face: Exact
    low: Exact | None
    high: Exact | None

    @property
    def is_equation(self) -> bool:
        return self.low is not None and self.high is not None


Term = tuple[int, Figure]


def rows(claim: Claim) -> tuple[Row, ...] | None:
    """*claim* as rows that hold just where it does; None where it is no matter of sums with plain bounds."""
    if claim.missing or "soft" in claim.notes or "rounded" in claim.notes:
        return None
    systems = list(_systems(claim))
    if not systems:
        return None
    found = [_row(terms, is_equation=is_equation) for terms, is_equation in systems]
    known = tuple(row for row in found if row is not None)
    return known if len(known) == len(found) else None


def _systems(claim: Claim) -> Iterator[tuple[list[Term], bool]]:
    """Terms whose sum is zero (True) or at least zero (False)."""
    match claim.relation:
        case Partition(whole, parts):
            yield _less(whole, parts), True
        case Flow(sources, uses):
            yield [*((1, source) for source in sources), *((-1, use) for use in uses)], True
        case Same(mentions) if not claim.relation.is_converted:
            for index, one in enumerate(mentions):
                for two in mentions[index + 1 :]:
                    yield _less(one, (two,)), True
        case Order(lesser, greater):
            yield _less(greater, (lesser,)), False
        case Subset(whole, parts, disjoint):
            if disjoint:
                yield _less(whole, parts), False
            else:
                yield from ((_less(whole, (part,)), False) for part in parts)
        case Cover(whole, parts, each_within):
            yield [(-1, whole), *((1, part) for part in parts)], False
            if each_within:
                yield from ((_less(whole, (part,)), False) for part in parts)
        case _:
            return


def _less(whole: Figure, parts: tuple[Figure, ...]) -> list[Term]:
    return [(1, whole), *((-1, part) for part in parts)]


def _row(terms: list[Term], *, is_equation: bool) -> Row | None:
    weights: dict[int, int] = {}
    face: Exact = 0
    below: Exact = 0
    above: Exact = 0
    for weight, figure in terms:
        numeral = figure.numeral
        if numeral is None or numeral.approximators:
            return None
        bounds = numeral.bounds
        if bounds.low is None or bounds.high is None or bounds.low_open or bounds.high_open:
            return None
        weights[figure.id] = weights.get(figure.id, 0) + weight
        face += weight * numeral.value
        down, up = numeral.value - bounds.low, bounds.high - numeral.value
        below += down if weight > 0 else up
        above += up if weight > 0 else down
    return Row(weights, face, -above, below if is_equation else None)
