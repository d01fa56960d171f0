"""Single facts: one fact in several places, whole numbers, the length of a list, the order of ordinals."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gklint.judge.quotient import read
from gklint.model.claim import Claim, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Interval
from gklint.model.relation import Same


def same(claim: Claim, relation: Same) -> Outcome:
    """Mentions of one fact have a value in common; those in several units (亩, 公顷) in the smallest of them."""
    numerals = [figure.numeral for figure in relation.mentions if figure.numeral]
    known = [read(n).scaled(n.unit.worth) if relation.is_converted else read(n) for n in numerals]
    if len(known) < 2:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    first = known[0]
    for other in known[1:]:
        # Intervals on a line that meet pairwise have a common point (Helly), so pairs are enough.
        rivals = [one for one in known if not one.bounds.meets(other.bounds)]
        if rivals:
            rival = rivals[0]
            return Outcome(claim, Verdict.FAIL, rival.value, other.value, rival.bounds, other.bounds)
    last = known[-1]
    rounded = any(one.value != first.value for one in known)
    return Outcome(claim, Verdict.PASS, first.value, last.value, first.bounds, last.bounds, rounded=rounded)


def countable(claim: Claim, figure: Figure) -> Outcome:
    if figure.numeral is None:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    value = figure.numeral.value
    is_count = value >= 0 and Fraction(value).denominator == 1
    return Outcome(claim, Verdict.PASS if is_count else Verdict.FAIL, value, None, figure.numeral.bounds)


def count(claim: Claim, stated: Figure, names: Sequence[Figure], *, closed: bool) -> Outcome:
    """A closed list has just the stated number of members, one that goes on (等) no more than that."""
    if stated.numeral is None or not names:
        return Outcome(claim, Verdict.OPEN, why="unknown")
    bounds, named = stated.numeral.bounds, Interval.point(len(names))
    holds = bounds.meets(named) if closed else not named.exceeds(bounds)
    verdict = Verdict.PASS if holds else Verdict.FAIL
    return Outcome(claim, verdict, stated.numeral.value, len(names), bounds, named)


def sequence(claim: Claim, ordinals: Sequence[Figure]) -> Outcome:
    """Ordinals under one parent count up from 1 by 1; the first that does not is the breach."""
    for expected, ordinal in enumerate(ordinals, start=1):
        if ordinal.numeral is None or ordinal.numeral.value != expected:
            return Outcome(claim, Verdict.FAIL, breach=ordinal)
    return Outcome(claim, Verdict.PASS)
