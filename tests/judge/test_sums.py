"""Sums and bounds: partition, cover, subset, flow, order, presence, and sums that stay above zero."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.judge import judge
from gklint.model.claim import Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Interval
from gklint.model.relation import AtLeastZero, Cover, Flow, Order, Partition, Presence, Relation, Subset
from tests.build import YUAN, claim, figure


def parts(*values: int | None) -> tuple[Figure, ...]:
    return tuple(figure(value) for value in values)


def over(value: int) -> Figure:
    """超过 value"""
    return figure(value, bounds=Interval(value, None, low_open=True), approximators=("超过",))


def about(value: int, half: int) -> Figure:
    return figure(value, half=half, approximators=("约",))


RELATIONS: dict[str, tuple[Relation, Verdict]] = {
    "sum that adds up": (Partition(figure(7), parts(3, 4)), Verdict.PASS),
    "sum that does not": (Partition(figure(8), parts(3, 4)), Verdict.FAIL),
    "sum with an unknown part": (Partition(figure(8), parts(3, None)), Verdict.OPEN),
    "known parts alone above the whole": (Partition(figure(8), parts(9, None)), Verdict.FAIL),
    "unknown whole": (Partition(figure(None), parts(3, 4)), Verdict.OPEN),
    "negative part leaves the bound open": (Partition(figure(8), parts(9, -3, None)), Verdict.OPEN),
    "approximate parts added up as they stand": (Partition(figure(100), (over(50), over(50))), Verdict.PASS),
    "approximate parts that cannot make it": (Partition(figure(100), (over(50), over(51))), Verdict.FAIL),
    "approximate parts that may make it": (Partition(figure(100), (over(50), figure(45))), Verdict.PASS),
    "overlapping channels": (Cover(figure(9), parts(5, 6)), Verdict.PASS),
    "whole above its channels": (Cover(figure(12), parts(5, 6)), Verdict.FAIL),
    "whole above its channels by face": (Cover(over(11), parts(5, 6), each_within=False), Verdict.PASS),
    "channel above the whole": (Cover(figure(5), parts(1, 6)), Verdict.FAIL),
    "act above the events it answers": (Cover(figure(5), parts(1, 6), each_within=False), Verdict.PASS),
    "cover with an unknown channel": (Cover(figure(12), parts(5, None)), Verdict.OPEN),
    "cover without its whole": (Cover(figure(None), parts(5, 6)), Verdict.OPEN),
    "part within": (Subset(figure(5), parts(5)), Verdict.PASS),
    "part above": (Subset(figure(5), parts(6)), Verdict.FAIL),
    "part surely above by an open end": (Subset(figure(5), (over(5),)), Verdict.FAIL),
    "disjoint parts together above": (Subset(figure(5), parts(3, 3)), Verdict.FAIL),
    "disjoint parts above by no more than their words": (Subset(figure(6), (over(3), over(3))), Verdict.PASS),
    "overlapping parts, each within": (Subset(figure(5), parts(3, 3), disjoint=False), Verdict.PASS),
    "overlapping parts, one above": (Subset(figure(5), parts(3, 6), disjoint=False), Verdict.FAIL),
    "known parts above with one unknown": (Subset(figure(5), parts(3, 3, None)), Verdict.FAIL),
    "known parts within with one unknown": (Subset(figure(9), parts(3, 3, None)), Verdict.OPEN),
    "negative part of a subset": (Subset(figure(5), parts(7, -3, None)), Verdict.OPEN),
    "part of an unknown whole": (Subset(figure(None), parts(3)), Verdict.OPEN),
    "balanced flow": (Flow(parts(5, 2), parts(6, 1)), Verdict.PASS),
    "unbalanced flow": (Flow(parts(5, 2), parts(6, 2)), Verdict.FAIL),
    "flow with a gap": (Flow(parts(5, None), parts(6, 2)), Verdict.OPEN),
    "in order": (Order(figure(3), figure(3)), Verdict.PASS),
    "out of order": (Order(figure(4), figure(3)), Verdict.FAIL),
    "out of order by an open end": (Order(over(3), figure(3)), Verdict.FAIL),
    "in order within bounds": (Order(about(4, 1), figure(3)), Verdict.PASS),
    "order with a gap": (Order(figure(4), figure(None)), Verdict.OPEN),
    "premise without conclusion": (Presence(figure(2), figure(0)), Verdict.FAIL),
    "no premise": (Presence(figure(0), figure(0)), Verdict.PASS),
    "premise with conclusion": (Presence(figure(2), figure(1)), Verdict.PASS),
    "premise with unknown conclusion": (Presence(figure(2), figure(None)), Verdict.OPEN),
    "decrease larger than the stock": (AtLeastZero(parts(3, -4)), Verdict.FAIL),
    "decrease within the stock": (AtLeastZero(parts(4, -4)), Verdict.PASS),
    "unknown decrease": (AtLeastZero(parts(4, None)), Verdict.OPEN),
}


@pytest.mark.parametrize(("relation", "expected"), RELATIONS.values(), ids=RELATIONS)
def test_verdict(relation: Relation, expected: Verdict) -> None:
    """Each relation fails only where no admissible values satisfy it."""
    outcome = judge(claim(relation))

    assert expected == outcome.verdict


MISSING: dict[str, tuple[Relation, Verdict]] = {
    "sum": (Partition(figure(7), parts(3, 4)), Verdict.OPEN),
    "sum whose rest is too much": (Partition(figure(6), parts(3, 4)), Verdict.FAIL),
    "flow": (Flow(parts(7), parts(3, 4)), Verdict.OPEN),
    "cover": (Cover(figure(9), parts(3, 4)), Verdict.OPEN),
    "subset": (Subset(figure(9), parts(3, 4)), Verdict.OPEN),
    "order": (Order(figure(9), figure(3)), Verdict.OPEN),
    "presence": (Presence(figure(9), figure(0)), Verdict.OPEN),
    "zero": (AtLeastZero(parts(-3)), Verdict.OPEN),
}


@pytest.mark.parametrize(("relation", "expected"), MISSING.values(), ids=MISSING)
def test_missing_row_is_open(relation: Relation, expected: Verdict) -> None:
    """A relation whose row is absent from the document says so, unless what is left of it breaks already."""
    outcome = judge(claim(relation, missing=("延期办结数",)))

    assert expected == outcome.verdict
    assert (outcome.why == "missing") == (expected is Verdict.OPEN)


def test_rounded_parts_pass_as_rounded() -> None:
    """A total that agrees only within the printed precision passes by rounding."""
    half = Fraction(1, 20)
    tenths = (figure("1.1", YUAN, half=half), figure("2.2", YUAN, half=half))

    outcome = judge(claim(Partition(figure("3.4", YUAN, half=half), tenths)))

    assert (Verdict.PASS, True) == (outcome.verdict, outcome.rounded)


def test_face_values_that_agree_are_no_rounding() -> None:
    """31339余 + 35212 = 66551 holds by its face, not by what 余 admits."""
    loose = figure(31339, bounds=Interval(31339, 31340, high_open=True), approximators=("余",))

    outcome = judge(claim(Partition(figure(66551), (loose, figure(35212)))))

    assert (Verdict.PASS, False) == (outcome.verdict, outcome.rounded)


def test_rounding_note_spares_amounts_not_counts() -> None:
    """A rounding note beside a table widens its amounts by half a printed unit and leaves counts exact."""
    amounts = Partition(figure(10, YUAN), (figure(4, YUAN), figure(5, YUAN)))
    counts = Partition(figure(10), parts(4, 5))

    verdicts = [judge(claim(relation, notes=("rounded",))).verdict for relation in (amounts, counts)]

    assert [Verdict.PASS, Verdict.FAIL] == verdicts


def test_breach_names_the_largest_part_above() -> None:
    """Where single parts lie above their whole, the outcome names the largest of them."""
    high = figure(9)

    outcome = judge(claim(Cover(figure(5), (figure(6), high, figure(2)))))

    assert outcome.breach is high


counts = st.integers(0, 500)
listed = st.lists(st.tuples(counts, st.integers(0, 20)), min_size=1, max_size=6)


def sums(whole: int, terms: list[tuple[int, int]], extra: int = 0, factor: int = 1) -> tuple[Relation, ...]:
    """Every relation of a whole and its parts; each part admits its own half width and *extra*, all times *factor*."""
    total = figure(whole * factor)
    rest = tuple(figure(value * factor, half=(half + extra) * factor) for value, half in terms)
    return (
        Partition(total, rest),
        Cover(total, rest),
        Cover(total, rest, each_within=False),
        Subset(total, rest),
        Subset(total, rest, disjoint=False),
        Flow((total,), rest),
        Order(total, rest[0]),
        Presence(total, rest[0]),
    )


def verdicts(relations: tuple[Relation, ...]) -> list[Verdict]:
    return [judge(claim(relation)).verdict for relation in relations]


@given(whole=counts, terms=listed, data=st.data())
def test_order_of_parts_does_not_matter(whole: int, terms: list[tuple[int, int]], data: st.DataObject) -> None:
    """A sum is judged alike however its parts are listed."""
    shuffled = data.draw(st.permutations(terms))

    assert verdicts(sums(whole, terms)[:6]) == verdicts(sums(whole, shuffled)[:6])


@given(whole=counts, terms=listed, extra=st.integers(1, 50))
def test_wider_prints_never_fail_more(whole: int, terms: list[tuple[int, int]], extra: int) -> None:
    """What passes still passes when its figures may mean more."""
    before, after = verdicts(sums(whole, terms)), verdicts(sums(whole, terms, extra))

    assert [] == [
        pair for pair in zip(before, after, strict=True) if pair[0] is Verdict.PASS and pair[1] is Verdict.FAIL
    ]


@given(whole=counts, terms=listed, factor=st.sampled_from([2, 10, 10**4, 10**8]))
def test_unit_does_not_matter(whole: int, terms: list[tuple[int, int]], factor: int) -> None:
    """The same sum in 元 and 万元 is judged alike."""
    assert verdicts(sums(whole, terms)) == verdicts(sums(whole, terms, factor=factor))
