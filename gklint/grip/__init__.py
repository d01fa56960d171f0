"""
Grip: which slips each passed check would notice.

The grip of a check on a figure is the share of that figure's one-keystroke slips that would break it. The judge's
arithmetic is solved for the slip (``sums``, ``rates``); where it has no closed form, each slip is judged (``trial``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from gklint.grip import rates, sums
from gklint.grip.slips import ALL, EXACTLY, NONE, noticed
from gklint.grip.sums import Tolerances
from gklint.grip.trial import tried
from gklint.model.claim import Outcome, Verdict
from gklint.model.relation import (
    AtLeastZero,
    Change,
    Count,
    Cover,
    Flow,
    Growth,
    Hundred,
    Mean,
    Order,
    Partition,
    Presence,
    Same,
    Sequence,
    Share,
    Subset,
)

__all__ = ["gripped"]


def gripped(outcome: Outcome) -> Outcome:
    """*outcome* with its grip on each of its operands, if it passed."""
    return outcome if outcome.verdict is not Verdict.PASS else replace(outcome, grips=tuple(_grips(outcome)))


def _grips(outcome: Outcome) -> Iterator[Fraction]:
    operands, tolerances = outcome.operands, _tolerances(outcome)
    if tolerances is None:
        tolerances = (None,) * len(operands)
    for (_, figure), tolerance in zip(operands, tolerances, strict=True):
        if figure.numeral is None:
            yield NONE
        elif tolerance is None:
            yield tried(outcome, figure)
        elif tolerance is EXACTLY:
            yield ALL
        else:
            yield noticed(figure.numeral, tolerance)


def _tolerances(outcome: Outcome) -> Tolerances | None:
    """By how much each operand may be off unnoticed; None for relations without a closed form."""
    claim = outcome.claim
    match claim.relation:
        case Partition(whole, parts):
            return sums.equality(outcome, (whole,), parts)
        case Flow(sources, uses):
            return sums.equality(outcome, sources, uses)
        case Same(mentions) as relation if not relation.is_converted:
            return sums.same(mentions)
        case Share(part=part, bases=bases) as relation if part and bases:
            return rates.share(relation, outcome.base)
        case Change() as relation:
            return rates.change(relation)
        case Subset(whole, parts, disjoint):
            return sums.subset(claim, whole, parts, disjoint=disjoint)
        case Cover(whole, parts, each_within):
            return sums.cover(claim, whole, parts, each_within=each_within)
        case Order(lesser, greater):
            return sums.order(claim, lesser, greater)
        case Presence(premise, conclusion):
            return sums.presence(claim, premise, conclusion)
        case AtLeastZero(terms):
            return sums.at_least_zero(claim, terms)
        case Hundred(shares):
            return sums.hundred(outcome, shares)
        case Mean() as relation:
            return rates.mean(relation)
        case Growth() as relation:
            return rates.growth(relation)
        case Count(stated, names, closed):
            return sums.count(stated, names, closed=closed)
        case Sequence(ordinals):
            return (EXACTLY,) * len(ordinals)
        case _:
            return None
