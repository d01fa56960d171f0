"""Values that would satisfy a broken claim."""

from __future__ import annotations

import pytest

from gklint.blame.evidence import Evidence
from gklint.blame.solve import values
from gklint.judge import judge
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.relation import Change, Count, Hundred, Mean, Partition, Relation, Share
from tests.build import claim, figure, rate


def solved(relation: Relation, at: Figure) -> list[Exact]:
    return list(values(Evidence([judge(claim(relation))]), 0, at, {}))


def test_sum_is_solved_for_each_term() -> None:
    """The whole becomes what the parts come to, a part what the others leave of the whole."""
    whole, one, two = figure(50), figure(20), figure(25)

    assert [45] == solved(Partition(whole, (one, two)), whole)
    assert [25] == solved(Partition(whole, (one, two)), one)


def test_nothing_below_zero_is_proposed() -> None:
    """A count cannot make up for more than it is."""
    whole, one, two = figure(10), figure(4), figure(25)

    assert [] == solved(Partition(whole, (one, two)), one)


@pytest.mark.parametrize(
    ("relation", "at", "expected"),
    [
        pytest.param(lambda s, a, b: Share(s, (a,), ((b,),)), 0, "25.0", id="share"),
        pytest.param(lambda s, a, b: Share(s, (a,), ((b,),)), 1, "88", id="part of a share"),
        pytest.param(lambda s, a, b: Share(s, (a,), ((b,),)), 2, "136", id="base of a share"),
        pytest.param(lambda s, a, b: Change(s, b, a, "percent", -1), 0, "75.0", id="fall in percent"),
    ],
)
def test_rates_are_solved(relation: object, at: int, expected: str) -> None:
    """A rate becomes the rounded quotient, its terms what the rate makes of each other."""
    figures = (rate("44.0"), figure(60), figure(240)) if at != 1 else (rate("44.0"), figure(60), figure(200))

    found = solved(relation(*figures), figures[at])  # type: ignore[operator]  # a lambda of the table above

    assert figure(expected).numeral.value in found  # type: ignore[union-attr]  # it is known


def test_shares_of_a_whole_are_solved() -> None:
    """One share becomes what the others leave of a hundred."""
    shares = tuple(rate(text) for text in ("25", "35", "50"))

    assert 40 in solved(Hundred(shares), shares[2])


def test_mean_and_count_are_solved() -> None:
    """A mean becomes the quotient, a stated number the length of its list."""
    mean, whole, number = figure(9), figure(24), figure(3)
    stated, names = figure(5), tuple(figure(None) for _ in range(3))

    assert 8 in solved(Mean(mean, whole, number), mean)
    assert [3] == solved(Count(stated, names, closed=True), stated)
