"""
Claim -> Outcome: relation by intervals, the only arithmetic between figures.

A claim fails only if no values inside the printed intervals can satisfy its relation. Source: XBRL
Calculations 1.1 (2023).
"""

from __future__ import annotations

from typing import assert_never

from gklint.judge import changes, facts, rates, sums
from gklint.model.claim import Claim, Outcome, Verdict
from gklint.model.relation import (
    AtLeastZero,
    Attainable,
    Change,
    Count,
    Countable,
    Cover,
    Flow,
    Growth,
    Hundred,
    Mean,
    Order,
    Partition,
    Presence,
    Required,
    Same,
    Sequence,
    Share,
    Subset,
)

__all__ = ["judge"]


def judge(claim: Claim) -> Outcome:
    """The verdict on *claim*, with what both sides of its equation come to."""
    match claim.relation:
        case Partition(whole, parts):
            return sums.partition(claim, whole, parts)
        case Cover(whole, parts, each_within):
            return sums.cover(claim, whole, parts, each_within=each_within)
        case Subset(whole, parts, disjoint):
            return sums.subset(claim, whole, parts, disjoint=disjoint)
        case Flow(sources, uses):
            return sums.flow(claim, sources, uses)
        case Order(lesser, greater):
            return sums.order(claim, lesser, greater)
        case Presence(premise, conclusion):
            return sums.presence(claim, premise, conclusion)
        case AtLeastZero(terms):
            return sums.at_least_zero(claim, terms)
        case Share() as relation:
            return rates.share(claim, relation)
        case Hundred() as relation:
            return rates.hundred(claim, relation)
        case Mean() as relation:
            return rates.mean(claim, relation)
        case Attainable() as relation:
            return rates.attainable(claim, relation)
        case Change() as relation:
            return changes.change(claim, relation)
        case Growth() as relation:
            return changes.growth(claim, relation)
        case Same() as relation:
            return facts.same(claim, relation)
        case Countable(figure):
            return facts.countable(claim, figure)
        case Count(stated, names, closed):
            return facts.count(claim, stated, names, closed=closed)
        case Sequence(ordinals):
            return facts.sequence(claim, ordinals)
        case Required():
            return Outcome(claim, Verdict.FAIL)
        case _:
            assert_never(claim.relation)
