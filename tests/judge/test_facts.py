"""Single facts: repeats, counted lists, ordinals, whole numbers, and what a template asks for."""

from __future__ import annotations

import pytest

from gklint.judge import judge
from gklint.model.claim import Verdict
from gklint.model.document import Span
from gklint.model.figure import Figure, mark
from gklint.model.interval import Interval
from gklint.model.relation import Count, Countable, Relation, Required, Same, Sequence
from tests.build import claim, figure

NEARLY_300 = figure(300, bounds=Interval(270, 300), approximators=("近",))
OVER_SEVEN = figure(7, bounds=Interval(7, None, low_open=True), approximators=("超过",))


def names(count: int) -> tuple[Figure, ...]:
    return tuple(mark(0, Span(place, place + 1), "名") for place in range(count))


def ordinals(*numbers: int) -> tuple[Figure, ...]:
    return tuple(mark(place, Span(0, 2), f"{number}.", number) for place, number in enumerate(numbers))


RELATIONS: dict[str, tuple[Relation, Verdict]] = {
    "one fact twice": (Same((figure(4), figure(4))), Verdict.PASS),
    "one fact, two values": (Same((figure(4), figure(4), figure(5))), Verdict.FAIL),
    "one mention only": (Same((figure(4), figure(None))), Verdict.OPEN),
    "approximate mention of the same": (Same((NEARLY_300, figure(285))), Verdict.PASS),
    "approximate mention of another": (Same((NEARLY_300, figure(301))), Verdict.FAIL),
    "more than seven is not seven": (Same((OVER_SEVEN, figure(7))), Verdict.FAIL),
    "closed list of its length": (Count(figure(3), names(3), closed=True), Verdict.PASS),
    "closed list too short": (Count(figure(5), names(3), closed=True), Verdict.FAIL),
    "closed list too long": (Count(figure(2), names(3), closed=True), Verdict.FAIL),
    "open list shorter than stated": (Count(figure(5), names(3), closed=False), Verdict.PASS),
    "open list longer than stated": (Count(figure(2), names(3), closed=False), Verdict.FAIL),
    "list of an approximate length": (Count(NEARLY_300, names(3), closed=False), Verdict.PASS),
    "list without names": (Count(figure(2), (), closed=True), Verdict.OPEN),
    "count not given": (Count(figure(None), names(2), closed=True), Verdict.OPEN),
    "ordinals in order": (Sequence(ordinals(1, 2, 3)), Verdict.PASS),
    "ordinal left out": (Sequence(ordinals(1, 2, 4)), Verdict.FAIL),
    "ordinal twice": (Sequence(ordinals(1, 2, 2, 3)), Verdict.FAIL),
    "ordinals that start at two": (Sequence(ordinals(2, 3)), Verdict.FAIL),
    "ordinals exchanged": (Sequence(ordinals(1, 3, 2)), Verdict.FAIL),
    "half a person": (Countable(figure("1.5")), Verdict.FAIL),
    "less than nobody": (Countable(figure(-1)), Verdict.FAIL),
    "whole number": (Countable(figure(2)), Verdict.PASS),
    "nothing to count": (Countable(figure(None)), Verdict.OPEN),
    "absent element": (Required("table", 0), Verdict.FAIL),
}


@pytest.mark.parametrize(("relation", "expected"), RELATIONS.values(), ids=RELATIONS)
def test_verdict(relation: Relation, expected: Verdict) -> None:
    """Each relation fails only where no admissible values satisfy it."""
    outcome = judge(claim(relation))

    assert expected == outcome.verdict


def test_rivals_of_a_repeat_are_told() -> None:
    """Where mentions differ, the outcome speaks of two that cannot be one fact."""
    outcome = judge(claim(Same((NEARLY_300, figure(285), figure(301)))))

    assert (301, 285) == (outcome.left, outcome.right)
