"""Rates against their figures: shares, means, shares of a whole, and percentages that no count can give."""

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
from gklint.model.relation import Attainable, Hundred, Mean, Share
from gklint.model.rule import Severity
from tests.build import PERCENT, YUAN, claim, figure, rate

RATIO = Unit("比", Measure.MULTIPLE, "比")
TIMES = Unit("倍", Measure.MULTIPLE, "倍")
THIRD = figure("1/3", RATIO, bounds=Interval(Fraction(3, 10), Fraction(11, 30)))
OVER_90 = figure("90", PERCENT, bounds=Interval(90, None), approximators=("以上",))
OVER_1000 = figure(1000, bounds=Interval(1000, 2000, high_open=True), approximators=("余",))
AT_LEAST_1000 = figure(1000, bounds=Interval(1000, None), approximators=("以上",))

Told = tuple[Verdict, Severity | None, str | None]
PASS: Told = (Verdict.PASS, None, None)
CUT: Told = (Verdict.PASS, None, "truncated")
FAIL: Told = (Verdict.FAIL, None, None)
NEAR: Told = (Verdict.FAIL, Severity.WARNING, None)
LOOSE: Told = (Verdict.FAIL, Severity.NOTE, None)
UNKNOWN: Told = (Verdict.OPEN, None, "unknown")
OF_NOTHING: Told = (Verdict.FAIL, Severity.NOTE, "of-nothing")
POWERLESS: Told = (Verdict.OPEN, None, "no-power")


def told(outcome: Outcome) -> Told:
    return outcome.verdict, outcome.cap, outcome.why


def share(printed: Figure, part: Exact | Figure | None, *bases: Exact | Figure | None) -> Share:
    def one(value: Exact | Figure | None) -> Figure:
        return value if isinstance(value, Figure) else figure(value)

    return Share(printed, (one(part),), tuple((one(base),) for base in bases))


SHARES: dict[str, tuple[Share, Told]] = {
    "exact": (share(rate("25"), 25, 100), PASS),
    "rounded down": (share(rate("35.3"), 2560, 7243), PASS),
    "rounded to hundredths": (share(rate("35.34"), 2560, 7243), PASS),
    "half up": (share(rate("12.5"), 1245, 10000), PASS),
    "half even": (share(rate("12.4"), 1245, 10000), PASS),
    "cut off": (share(rate("66"), 2, 3), CUT),
    "one unit in the last place": (share(rate("35.4"), 2560, 7243), NEAR),
    "one unit below a cut": (share(rate("65"), 2, 3), FAIL),
    "farther": (share(rate("33"), 2560, 7243), FAIL),
    "whole thing": (share(rate("100"), 7, 7), PASS),
    "all but a few": (share(rate("100"), 1999, 2000), LOOSE),
    "all but some": (share(rate("100"), 994, 1000), NEAR),
    "all but many": (share(rate("100"), 90, 100), FAIL),
    "part above its base": (share(rate("100"), 12, 10), FAIL),
    "at least so much": (share(OVER_90, 95, 100), PASS),
    "less than at least so much": (share(OVER_90, 89, 100), FAIL),
    "a third in words": (share(THIRD, 32, 100), PASS),
    "a third in words of too little": (share(THIRD, 29, 100), FAIL),
    "a third in words of too much": (share(THIRD, 40, 100), FAIL),
    "twice in words": (share(figure(2, TIMES, half=Fraction(1, 2)), 210, 100), PASS),
    "twice in words of much more": (share(figure(2, TIMES, half=Fraction(1, 2)), 450, 100), FAIL),
    "second base fits": (share(rate("50"), 5, 7, 10), PASS),
    "no base fits": (share(rate("50"), 5, 7, 8), FAIL),
    "nearest of two bases": (share(rate("35.4"), 2560, 9000, 7243), NEAR),
    "unknown base beside one that fits": (share(rate("50"), 5, None, 10), PASS),
    "unknown base beside one that does not": (share(rate("50"), 5, None, 8), UNKNOWN),
    "unknown part": (share(rate("50"), None, 10), UNKNOWN),
    "no base": (Share(rate("50"), (figure(5),), ()), POWERLESS),
    "base of zero": (share(rate("50"), 5, 0), OF_NOTHING),
    "base below zero": (share(rate("50"), 5, -10), POWERLESS),
    "approximate base": (share(rate("20"), 300, OVER_1000), PASS),
    "approximate base that is too large": (share(rate("31"), 300, OVER_1000), NEAR),
    "approximate base without end": (share(rate("2"), 300, AT_LEAST_1000), PASS),
    "approximate base that cannot be": (share(rate("50"), 300, AT_LEAST_1000), FAIL),
    "nothing of an approximate base": (share(rate("0"), 0, AT_LEAST_1000), PASS),
    "sum over a sum": (Share(rate("50"), (figure(2), figure(3)), ((figure(4), figure(6)),)), PASS),
}


@pytest.mark.parametrize(("relation", "expected"), SHARES.values(), ids=SHARES)
def test_share(relation: Share, expected: Told) -> None:
    """A rate agrees with its figures rounded or cut off; what is one unit off is no more than worth a look."""
    assert expected == told(judge(claim(relation)))


def test_base_that_fits_is_named() -> None:
    """The outcome of a share speaks of the base that fits, else of the nearest."""
    fits, misses = share(rate("50"), 5, 7, 10), share(rate("35.4"), 2560, 9000, 7243)

    assert [1, 1] == [judge(claim(relation)).base for relation in (fits, misses)]


MEANS: dict[str, tuple[Mean, Told]] = {
    "exact": (Mean(figure(4), figure(12), figure(3)), PASS),
    "rounded to a whole number": (Mean(figure(4), figure(13), figure(3)), PASS),
    "cut to a whole number": (Mean(figure(4), figure(14), figure(3)), CUT),
    "next whole number": (Mean(figure(6), figure(14), figure(3)), NEAR),
    "rounded to a tenth": (Mean(rate("4.7", YUAN), figure(14), figure(3)), PASS),
    "far off": (Mean(rate("5.7", YUAN), figure(14), figure(3)), FAIL),
    "unknown number": (Mean(figure(4), figure(12), figure(None)), UNKNOWN),
    "number of zero": (Mean(figure(4), figure(12), figure(0)), POWERLESS),
}


@pytest.mark.parametrize(("relation", "expected"), MEANS.values(), ids=MEANS)
def test_mean(relation: Mean, expected: Told) -> None:
    """A mean is a rate like any other, also where it is printed as a whole number."""
    assert expected == told(judge(claim(relation)))


HUNDREDS: dict[str, tuple[tuple[Figure, ...], Verdict, bool]] = {
    "exact": ((rate("60"), rate("40")), Verdict.PASS, False),
    "within five halves": (tuple(rate(text) for text in ("21", "21", "20", "20", "20")), Verdict.PASS, True),
    "beyond five halves": (tuple(rate(text) for text in ("21", "21", "21", "20", "20")), Verdict.FAIL, False),
    "tenths within": ((rate("33.4"), rate("33.4"), rate("33.3")), Verdict.PASS, True),
    "tenths beyond": ((rate("33.4"), rate("33.4"), rate("33.4")), Verdict.FAIL, False),
    "too little": ((rate("60"), rate("30")), Verdict.FAIL, False),
    "tenths in words": (
        (
            figure("3/10", RATIO, bounds=Interval(Fraction(27, 100), Fraction(33, 100))),
            figure("7/10", RATIO, bounds=Interval(Fraction(63, 100), Fraction(77, 100))),
        ),
        Verdict.PASS,
        False,
    ),
    "one unknown": ((rate("60"), figure(None)), Verdict.OPEN, False),
}


@pytest.mark.parametrize(("shares", "verdict", "rounded"), HUNDREDS.values(), ids=HUNDREDS)
def test_hundred(shares: tuple[Figure, ...], verdict: Verdict, rounded: bool) -> None:
    """Shares of one whole make 100 % within the sum of their half units."""
    outcome = judge(claim(Hundred(shares)))

    assert (verdict, rounded) == (outcome.verdict, outcome.rounded)


ATTAINABLES: dict[str, tuple[Figure, Figure, Told]] = {
    "quarter of forty": (rate("25"), figure(40), PASS),
    "rounded third of nine": (rate("33.3"), figure(9), PASS),
    "cut two thirds": (rate("66"), figure(3), CUT),
    "tenth of thirty-five": (rate("10"), figure(35), NEAR),
    "quarter of thirty-five, cut off": (rate("25"), figure(35), CUT),
    "half of an odd number": (rate("50.0"), figure(7), NEAR),
    "more than all": (rate("120"), figure(5), NEAR),
    "next print of a cut": (rate("32"), figure(3), NEAR),
    "too many things to tell": (rate("25"), figure(50), POWERLESS),
    "just few enough things": (rate("24"), figure(49), PASS),
    "too many things for tenths": (rate("25.3"), figure(500), POWERLESS),
    "approximate percentage": (OVER_90, figure(7), POWERLESS),
    "approximate number": (rate("25"), figure(30, half=2), POWERLESS),
    "no things": (rate("25"), figure(0), POWERLESS),
    "unknown number": (rate("25"), figure(None), UNKNOWN),
}


@pytest.mark.parametrize(("percent", "number", "expected"), ATTAINABLES.values(), ids=ATTAINABLES)
def test_attainable(percent: Figure, number: Figure, expected: Told) -> None:
    """A percentage that no whole number gives is worth a look, where most percentages are not given by any."""
    assert expected == told(judge(claim(Attainable(percent, number))))


def test_rounding_note_leaves_percentage_open() -> None:
    """Where the report says that it rounds, a percentage may be of rounded numbers."""
    outcome = judge(claim(Attainable(rate("10"), figure(35)), notes=("rounded",)))

    assert POWERLESS == told(outcome)


def test_nearest_percentage_is_told() -> None:
    """An impossible percentage is set against the nearest one that is possible."""
    outcome = judge(claim(Attainable(rate("10"), figure(35))))

    assert Fraction(300, 35) == outcome.right


@given(part=st.integers(0, 5000), base=st.integers(1, 5000), decimals=st.integers(0, 3))
def test_every_true_percentage_passes(part: int, base: int, decimals: int) -> None:
    """Whatever two counts give, printed half up or cut off, is never accused, by share or by attainability."""
    part = min(part, base)
    exact = Fraction(100 * part, base)
    tens = 10**decimals
    prints = {int(exact * tens + Fraction(1, 2)), int(exact * tens)}
    # 100% claims more than its digits do: see "all but a few".
    texts = [_decimal(digits, decimals) for digits in prints if digits != 100 * tens or part == base]

    outcomes = [judge(claim(share(rate(text), part, base))) for text in texts]
    outcomes += [judge(claim(Attainable(rate(text), figure(base)))) for text in texts]

    assert Verdict.FAIL not in {outcome.verdict for outcome in outcomes}


@given(
    part=st.integers(0, 3000),
    base=st.integers(1, 3000),
    percent=st.integers(0, 100),
    half=st.integers(0, 40),
    more=st.integers(1, 100),
    factor=st.sampled_from([1, 10, 10**4]),
)
def test_wider_or_scaled_figures_never_fail_more(
    part: int, base: int, percent: int, half: int, more: int, factor: int
) -> None:
    """A share that passes still passes when its figures may mean more, and in any unit alike."""
    narrow = share(rate(str(percent)), figure(part, half=half), figure(base, half=half))
    wide = share(rate(str(percent)), figure(part, half=half + more), figure(base, half=half + more))
    scaled = share(
        rate(str(percent)),
        figure(part * factor, half=half * factor),
        figure(base * factor, half=half * factor),
    )

    first, wider, other = (judge(claim(relation)) for relation in (narrow, wide, scaled))

    assert told(first) == told(other)
    assert not (first.verdict is Verdict.PASS and wider.verdict is Verdict.FAIL)


def _decimal(digits: int, decimals: int) -> str:
    text = str(digits).rjust(decimals + 1, "0")
    return f"{text[:-decimals]}.{text[-decimals:]}" if decimals else text
