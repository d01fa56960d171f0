"""Changes from an old figure to a new one: direction, rate, points, multiples, doublings."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.judge import judge
from gklint.model.claim import Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Measure, Unit
from gklint.model.relation import Change, Growth, Mode
from gklint.model.rule import Severity
from tests.build import PERCENT, claim, figure, rate

POINTS = Unit("百分点", Measure.POINTS, "百分点")
TIMES = Unit("倍", Measure.MULTIPLE, "倍")
DOUBLINGS = Unit("番", Measure.MULTIPLE, "番")
THREE_TENTHS = figure("3/10", Unit("比", Measure.MULTIPLE, "比"), bounds=Interval(Fraction(27, 100), Fraction(33, 100)))
NEARLY_TWICE = figure(2, TIMES, bounds=Interval(1, 2), approximators=("近",))
NEARLY_ONCE = figure(1, DOUBLINGS, bounds=Interval(0, 1), approximators=("近",))

Told = tuple[Verdict, Severity | None, str | None]
PASS: Told = (Verdict.PASS, None, None)
CUT: Told = (Verdict.PASS, None, "truncated")
FAIL: Told = (Verdict.FAIL, None, None)
NEAR: Told = (Verdict.FAIL, Severity.WARNING, None)
REVERSED: Told = (Verdict.FAIL, None, "direction")
UNEVEN: Told = (Verdict.FAIL, Severity.WARNING, "direction")
TWICE: Told = (Verdict.FAIL, Severity.NOTE, "sign-twice")
UNKNOWN: Told = (Verdict.OPEN, None, "unknown")
POWERLESS: Told = (Verdict.OPEN, None, "no-power")


def told(outcome: Outcome) -> Told:
    return outcome.verdict, outcome.cap, outcome.why


def change(by: Figure | None, old: Exact | Figure | None, new: Exact | Figure | None, mode: Mode, sense: int) -> Change:
    was, now = (value if isinstance(value, Figure) else figure(value) for value in (old, new))
    return Change(by, was, now, mode, sense)


def times(value: int) -> Figure:
    return figure(value, TIMES, half=Fraction(1, 2))


def doublings(value: int) -> Figure:
    return figure(value, DOUBLINGS, half=Fraction(1, 2))


CHANGES: dict[str, tuple[Change, Told]] = {
    "rise by its percentage": (change(rate("25"), 100, 125, "percent", 1), PASS),
    "fall by its percentage": (change(rate("35.3"), 7243, 4683, "percent", -1), PASS),
    "fall one unit off": (change(rate("35.4"), 7243, 4683, "percent", -1), NEAR),
    "fall by another percentage": (change(rate("53.4"), 7243, 4683, "percent", -1), FAIL),
    "percentage cut off": (change(rate("16"), 6, 7, "percent", 1), CUT),
    "doubling rounded to 100%": (change(rate("100"), 1000, 1999, "percent", 1), PASS),
    "said to rise and fell": (change(rate("25"), 125, 100, "percent", 1), REVERSED),
    "said to fall and rose": (change(rate("25"), 100, 125, "percent", -1), REVERSED),
    "rise of less than none": (change(rate("-20"), 125, 100, "percent", 1), PASS),
    "fall of less than none, said twice": (change(rate("-20"), 125, 100, "percent", -1), TWICE),
    "on a level, and is": (change(None, 100, 100, "level", 0), PASS),
    "on a level, give or take": (change(None, 100, 102, "level", 0), PASS),
    "on a level, and is not": (change(None, 100, 103, "level", 0), UNEVEN),
    "no direction said, a fall": (change(rate("20"), 125, 100, "percent", 0), PASS),
    "no direction said, a rise": (change(rate("25"), 100, 125, "percent", 0), PASS),
    "rise of nothing": (change(rate("0.0"), 100, 100, "percent", 1), PASS),
    "three tenths more in words": (change(THREE_TENTHS, 100, 129, "percent", 1), PASS),
    "three tenths more, in fact four": (change(THREE_TENTHS, 100, 140, "percent", 1), FAIL),
    "from nothing": (change(rate("100"), 0, 7, "percent", 1), POWERLESS),
    "from below nothing": (change(rate("100"), -5, 7, "percent", 1), POWERLESS),
    "old not given": (change(rate("25"), None, 125, "percent", 1), UNKNOWN),
    "rate not given": (change(figure(None), 100, 125, "percent", 1), UNKNOWN),
    "points between percentages": (change(rate("8.0", POINTS), rate("80.0"), rate("88.0"), "points", 1), PASS),
    "points that are off": (change(rate("6.0", POINTS), rate("80.0"), rate("88.0"), "points", 1), FAIL),
    "points printed as percent": (
        change(rate("8.0"), rate("80.0"), rate("88.0"), "percent", 1),
        (Verdict.FAIL, Severity.WARNING, "points"),
    ),
    "percent printed as points": (
        change(rate("10.0", POINTS), rate("80.0"), rate("88.0"), "points", 1),
        (Verdict.FAIL, Severity.WARNING, "percent"),
    ),
    "amount": (change(figure(25), 100, 125, "amount", 1), PASS),
    "amount of a fall": (change(figure(25), 125, 100, "amount", -1), PASS),
    "amount that is off": (change(figure(24), 100, 125, "amount", 1), FAIL),
    "times as much": (change(times(3), 100, 300, "times", 1), PASS),
    "times as much, off": (change(times(3), 100, 700, "times", 1), FAIL),
    "twice more": (change(times(2), 100, 300, "times-more", 1), PASS),
    "twice more, meant as twice as much": (
        change(times(2), 100, 200, "times-more", 1),
        (Verdict.PASS, None, "times"),
    ),
    "twice more, neither": (change(times(2), 100, 800, "times-more", 1), FAIL),
    "nearly twice more": (change(NEARLY_TWICE, 100, 290, "times-more", 1), PASS),
    "doubled": (change(doublings(1), 100, 203, "doublings", 1), PASS),
    "doubled twice": (change(doublings(2), 100, 400, "doublings", 1), PASS),
    "doubled, in fact half more": (change(doublings(1), 100, 150, "doublings", 1), FAIL),
    "nearly doubled": (change(NEARLY_ONCE, 100, 150, "doublings", 1), POWERLESS),
    "doubled beyond reason": (change(doublings(10**6), 100, 150, "doublings", 1), POWERLESS),
    "only a rise": (change(None, 100, 125, "amount", 1), PASS),
    "only a rise, in fact a fall": (change(None, 125, 100, "amount", 1), REVERSED),
    "only a fall, in fact standing still": (change(None, 100, 100, "amount", -1), REVERSED),
    "only a rise between rounded equals": (
        change(None, figure(100, half=5), figure(100, half=5), "amount", 1),
        PASS,
    ),
    "only that something changed": (change(None, 100, 125, "amount", 0), POWERLESS),
}


@pytest.mark.parametrize(("relation", "expected"), CHANGES.values(), ids=CHANGES)
def test_change(relation: Change, expected: Told) -> None:
    """A change is judged by its direction first, then by its rate in the reading that its words allow."""
    assert expected == told(judge(claim(relation)))


GROWTHS: dict[str, tuple[Growth, Told]] = {
    "rise": (Growth(rate("25"), figure(200), figure(1000), 1), PASS),
    "fall": (Growth(rate("20"), figure(200), figure(800), -1), PASS),
    "rise taken of the new figure": (Growth(rate("20"), figure(200), figure(1000), 1), FAIL),
    "rise of all there is": (Growth(rate("20"), figure(200), figure(200), 1), POWERLESS),
    "amount not given": (Growth(rate("20"), figure(None), figure(200), 1), UNKNOWN),
}


@pytest.mark.parametrize(("relation", "expected"), GROWTHS.values(), ids=GROWTHS)
def test_growth(relation: Growth, expected: Told) -> None:
    """A rate beside its amount is of what there was before."""
    assert expected == told(judge(claim(relation)))


@given(old=st.integers(1, 10**6), new=st.integers(0, 10**6), decimals=st.integers(0, 2))
def test_every_true_change_passes(old: int, new: int, decimals: int) -> None:
    """A change computed from its own figures is never accused, whichever way it goes."""
    tens = 10**decimals
    digits = int(Fraction(100 * abs(new - old), old) * tens + Fraction(1, 2))
    printed = figure(Fraction(digits, tens), PERCENT, half=Fraction(1, 2 * tens), decimals=decimals)
    sense = 1 if new >= old else -1

    outcome = judge(claim(change(printed, old, new, "percent", sense)))

    assert Verdict.PASS is outcome.verdict
