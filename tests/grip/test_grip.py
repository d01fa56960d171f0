"""Grip: what each passed check would notice; closed forms against the judge asked about every slip."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gklint.grip import gripped
from gklint.grip.trial import tried
from gklint.judge import judge
from gklint.model.claim import LEAST_GRIP, Outcome, Verdict
from gklint.model.document import Span
from gklint.model.figure import Figure, mark
from gklint.model.interval import Interval
from gklint.model.numeral import Measure, Unit
from gklint.model.relation import (
    AtLeastZero,
    Attainable,
    Change,
    Count,
    Cover,
    Flow,
    Growth,
    Hundred,
    Mean,
    Mode,
    Order,
    Partition,
    Presence,
    Relation,
    Same,
    Share,
    Subset,
)
from tests.build import YUAN, claim, figure, rate

TIMES = Unit("倍", Measure.MULTIPLE, "倍")
NAMES = tuple(mark(0, Span(at, at + 1), name) for at, name in enumerate("甲乙丙"))


def amount(text: str) -> Figure:
    """An amount as printed, rounded at its last digit."""
    decimals = len(text.partition(".")[2])
    return figure(text, YUAN, half=Fraction(1, 2 * 10**decimals), decimals=decimals)


def over(value: int) -> Figure:
    """超过 value"""
    return figure(value, bounds=Interval(value, None, low_open=True), approximators=("超过",))


def more(value: int, place: int) -> Figure:
    """*value* 余"""
    return figure(value, bounds=Interval(value, value + place, high_open=True), approximators=("余",))


def checked(relation: Relation, *notes: str) -> Outcome:
    outcome = gripped(judge(claim(relation, notes=notes)))
    assert outcome.verdict is Verdict.PASS
    return outcome


RELATIONS: dict[str, Relation] = {
    "sum of counts": Partition(figure(357), (figure(220), figure(137))),
    "sum of amounts": Partition(amount("12.35"), (amount("8.10"), amount("4.26"))),
    "sum of a rough whole": Partition(more(300, 100), (figure(220), figure(137))),
    "sum that agrees by its face alone": Partition(figure(100), (over(50), over(50))),
    "sum with a part below zero": Partition(figure(83), (figure(120), figure(-37))),
    "flow": Flow((amount("17.5"), amount("2.1")), (amount("19.0"), amount("0.6"))),
    "repeat": Same((figure(1204), figure(1204), figure(1204))),
    "rough repeat": Same((figure(1235), more(1200, 100), amount("1235.0"))),
    "order": Order(figure(120), figure(134)),
    "order against an open end": Order(over(120), figure(134)),
    "part of its whole": Subset(figure(120), (figure(96),)),
    "overlapping parts": Subset(figure(119), (figure(47), figure(28), figure(55)), disjoint=False),
    "parts that name some": Subset(figure(119), (figure(47), figure(28))),
    "rough parts that name some": Subset(figure(119), (more(40, 10), figure(79))),
    "parts below zero that name some": Subset(figure(119), (figure(147), figure(-28))),
    "channels": Cover(figure(90), (figure(47), figure(28), figure(55))),
    "acts over their events": Cover(figure(40), (figure(47), figure(28)), each_within=False),
    "presence": Presence(figure(3), figure(12)),
    "presence that is not asked for": Presence(figure(0), figure(0)),
    "terms above zero": AtLeastZero((figure(120), figure(-37))),
    "share": Share(rate("35.3"), (figure(2560),), ((figure(7243),),)),
    "share of a whole that holds its part": Share(rate("30"), (figure(12),), ((figure(12), figure(28)),)),
    "share of one of two bases": Share(rate("35.3"), (figure(2560),), ((figure(7242),), (figure(8900),))),
    "share of two bases that both fit": Share(rate("35.3"), (figure(2560),), ((figure(7243),), (figure(7244),))),
    "cut off": Share(rate("35.3"), (figure(3539),), ((figure(10000),),)),
    "all": Share(rate("100"), (figure(38),), ((figure(38),),)),
    "none": Share(rate("0.0"), (figure(0),), ((figure(38),),)),
    "share without its part": Share(rate("35.3"), (), ()),
    "mean": Mean(figure("7.5", half=Fraction(1, 20), decimals=1), figure(90), figure(12)),
    "shares of a whole": Hundred((rate("33.3"), rate("33.3"), rate("33.3"))),
    "a percentage that a count can give": Attainable(rate("62.50"), figure(8)),
    "percent": Change(rate("5.6"), figure(1071), figure(1131), "percent", 1),
    "percent of amounts": Change(rate("5.6"), amount("107.1"), amount("113.1"), "percent", 1),
    "percent down": Change(rate("5.3"), figure(1131), figure(1071), "percent", -1),
    "percent either way": Change(rate("5.3"), figure(1131), figure(1071), "percent", 0),
    "no change": Change(rate("0.0"), figure(1131), figure(1131), "percent", 1),
    "amount": Change(figure(60), figure(1071), figure(1131), "amount", 1),
    "amount down": Change(amount("0.6"), amount("11.3"), amount("10.7"), "amount", -1),
    "points": Change(rate("6.0", Unit("百分点", Measure.POINTS, "")), rate("10.7"), rate("16.7"), "points", 1),
    "times": Change(figure(2, TIMES, half=Fraction(1, 2)), figure(107), figure(214), "times", 1),
    "times more": Change(figure(2, TIMES, half=Fraction(1, 2)), figure(107), figure(321), "times-more", 1),
    "doubled": Change(figure(1, TIMES), figure(107), figure(214), "doublings", 1),
    "said twice": Change(rate("-5.3"), figure(1071), figure(1128), "percent", -1),
    "on a level": Change(None, figure(1071), figure(1078), "level", 0),
    "on a level to a hair": Change(figure(7), figure(1071), figure(1078), "level", 0),
    "direction": Change(None, figure(107), figure(214), "percent", 1),
    "growth": Growth(rate("5.6"), figure(60), figure(1131), 1),
    "growth down": Growth(rate("5.3"), figure(60), figure(1071), -1),
    "closed list": Count(figure(3), NAMES, closed=True),
    "list that goes on": Count(figure(5), NAMES, closed=False),
}


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=RELATIONS)
def test_closed_form_is_the_judge_asked_about_every_slip(relation: Relation) -> None:
    """The grip on each figure is the share of its slips that the judge says no to."""
    outcome = checked(relation)

    asked = tuple(tried(outcome, operand) for _, operand in outcome.operands)

    assert asked == outcome.grips


def test_rounding_note_loosens_amounts_only() -> None:
    """With a note on rounding a sum of amounts has less grip than without, as much as the judge says."""
    sums = Partition(figure(1235, YUAN), (figure(810, YUAN), figure(425, YUAN)))

    noted = checked(sums, "rounded")

    assert tuple(tried(noted, operand) for _, operand in noted.operands) == noted.grips
    assert (noted.grip or 0) < (checked(sums).grip or 0)


numbers = st.integers(0, 99999)


@given(st.lists(numbers, min_size=2, max_size=6))
def test_exact_partition_grips(parts: list[int]) -> None:
    """A sum of counts notices at least nine slips of ten in every figure."""
    outcome = checked(Partition(figure(sum(parts)), tuple(figure(part) for part in parts)))

    assert min(outcome.grips) >= Fraction(9, 10)
    assert outcome.is_exact


@given(st.lists(numbers, min_size=2, max_size=6), numbers)
def test_bound_never_verifies(parts: list[int], rest: int) -> None:
    """That the largest part lies within the whole is a bound, however near the two are."""
    relation = Subset(figure(max(parts) + rest), tuple(figure(part) for part in parts), disjoint=False)

    assert not checked(relation).is_exact


def test_bound_has_little_grip() -> None:
    """Of a list far below its whole that is only held part by part, hardly a slip would be noticed."""
    outcome = checked(RELATIONS["overlapping parts"])

    assert (outcome.grip or 1) < LEAST_GRIP


percents = st.integers(1, 1500).map(lambda tenths: rate(f"{tenths // 10}.{tenths % 10}"))
counted = st.integers(1, 99999).map(figure)
rough = st.tuples(st.integers(1, 999), st.sampled_from([1, 10, 100])).map(lambda made: more(*made))
paid = st.integers(1, 99999).map(lambda cents: amount(f"{cents // 100}.{cents % 100:02}"))
any_figure = st.one_of(counted, rough, paid)
modes = st.sampled_from(["percent", "points", "amount", "times", "times-more"])


@settings(deadline=None)
@given(percents, any_figure, any_figure, any_figure)
def test_shares_of_any_figures(printed: Figure, part: Figure, base: Figure, other: Figure) -> None:
    """Wherever a share passes, its closed form is what the judge says slip by slip."""
    outcome = gripped(judge(claim(Share(_printed_of(part, base, printed), (part,), ((base,), (other,))))))
    assume(outcome.verdict is Verdict.PASS)

    assert tuple(tried(outcome, operand) for _, operand in outcome.operands) == outcome.grips


@settings(deadline=None)
@given(any_figure, any_figure, modes, st.sampled_from([-1, 0, 1]))
def test_changes_of_any_figures(old: Figure, new: Figure, mode: Mode, sense: int) -> None:
    """Wherever a change passes, its closed form is what the judge says slip by slip."""
    outcome = gripped(judge(claim(Change(_changed(old, new, mode, sense), old, new, mode, sense))))
    assume(outcome.verdict is Verdict.PASS)

    assert tuple(tried(outcome, operand) for _, operand in outcome.operands) == outcome.grips


def _printed_of(part: Figure, base: Figure, otherwise: Figure) -> Figure:
    assert part.numeral
    assert base.numeral
    tenths = int(1000 * part.numeral.value / base.numeral.value)
    return rate(f"{tenths // 10}.{tenths % 10}") if tenths < 100000 else otherwise


def _changed(old: Figure, new: Figure, mode: Mode, sense: int) -> Figure:
    """The rate that makes the change true, cut to a tenth; a ratio has its own unit."""
    assert old.numeral
    assert new.numeral
    before, after = old.numeral.value, new.numeral.value
    rise = after - before if sense >= 0 else before - after
    value = {"percent": 100 * rise / before, "times": after / before, "times-more": rise / before}.get(mode, rise)
    tenths = abs(int(10 * Fraction(value)))
    unit = TIMES if mode in ("times", "times-more") else None
    made = rate(f"{tenths // 10}.{tenths % 10}")
    return made if unit is None else replace(made, numeral=made.numeral and replace(made.numeral, unit=unit))
