"""Rows: sums and bounds as an inequality system that agrees with judge."""

from __future__ import annotations

import random

import pytest

from gklint.blame.evidence import Evidence
from gklint.judge import judge
from gklint.model.claim import Verdict
from gklint.model.figure import Figure
from gklint.model.relation import Cover, Flow, Order, Partition, Relation, Same, Subset
from tests.build import claim, figure

RELATIONS = {
    "partition": lambda f: Partition(f[0], tuple(f[1:])),
    "cover": lambda f: Cover(f[0], tuple(f[1:])),
    "subset": lambda f: Subset(f[0], tuple(f[1:])),
    "parts singly": lambda f: Subset(f[0], tuple(f[1:]), disjoint=False),
    "flow": lambda f: Flow(tuple(f[:2]), tuple(f[2:])),
    "order": lambda f: Order(f[0], f[1]),
    "same": lambda f: Same(tuple(f)),
}


def drawn(rng: random.Random) -> list[Figure]:
    return [figure(rng.randrange(6), half=rng.choice((0, 0, 1))) for _ in range(4)]


@pytest.mark.parametrize("kind", RELATIONS)
def test_rows_agree_with_judge(kind: str) -> None:
    """A claim holds by its rows just where judge passes it, whatever values are supposed."""
    rng = random.Random(kind)
    for _ in range(200):
        figures = drawn(rng)
        relation: Relation = RELATIONS[kind](figures)
        evidence = Evidence([judge(claim(relation))])
        changes = {rng.choice(evidence.members[0]): rng.randrange(8)}

        assert evidence.confirmed(0, changes) == evidence.holds(0, changes)
        assert evidence.holds(0, {}) == (evidence.outcomes[0].verdict is Verdict.PASS)


def test_approximate_figures_are_left_to_judge() -> None:
    """What 近 admits does not move with the value: no row is made of it."""
    about = figure(280, approximators=("近",))

    evidence = Evidence([judge(claim(Same((about, figure(300)))))])

    assert evidence.rows(0) is None
