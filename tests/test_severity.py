"""The severity of a broken relation follows from what is known."""

from __future__ import annotations

import pytest

from gklint.judge import judge
from gklint.model.claim import Basis
from gklint.model.figure import Figure
from gklint.model.interval import Interval
from gklint.model.relation import Partition, Required, Share
from gklint.model.rule import Severity, Strength
from gklint.severity import severity
from tests.build import BARE, YUAN, claim, figure, rate, rule

EXACT = (figure(100), figure(40))
ROUNDED = (figure(100, YUAN, half=1), figure(40, YUAN, half=1))
APPROXIMATE = (figure(100), figure(40, bounds=Interval(40, 50, high_open=True), approximators=("余",)))
DOUBTFUL = (figure(100), figure(40, doubtful=True))

TABLE: dict[str, tuple[tuple[Figure, Figure], Basis, Severity | None]] = {
    "declared, exact": (EXACT, Basis.DECLARED, Severity.ERROR),
    "declared, rounded": (ROUNDED, Basis.DECLARED, Severity.ERROR),
    "labelled, exact": (EXACT, Basis.LABELLED, Severity.ERROR),
    "labelled, approximate": (APPROXIMATE, Basis.LABELLED, Severity.WARNING),
    "inherited, exact": (EXACT, Basis.INHERITED, Severity.WARNING),
    "inherited, approximate": (APPROXIMATE, Basis.INHERITED, Severity.NOTE),
    "induced, exact": (EXACT, Basis.INDUCED, Severity.WARNING),
    "induced, rounded": (ROUNDED, Basis.INDUCED, Severity.NOTE),
    "induced, approximate": (APPROXIMATE, Basis.INDUCED, None),
    "declared, doubtful reading": (DOUBTFUL, Basis.DECLARED, Severity.WARNING),
}


@pytest.mark.parametrize(("figures", "basis", "expected"), TABLE.values(), ids=TABLE)
def test_basis_and_precision(figures: tuple[Figure, Figure], basis: Basis, expected: Severity | None) -> None:
    """Who states the relation and how exact its figures are decide together."""
    whole, part = figures

    assert expected == severity(judge(claim(Partition(whole, (part,)), basis)))


@pytest.mark.parametrize(
    ("strength", "expected"),
    [
        (Strength.EXACT, Severity.ERROR),
        (Strength.BOUND, Severity.ERROR),
        (Strength.EXPECTED, Severity.WARNING),
        (Strength.HINT, Severity.NOTE),
    ],
    ids=["exact", "bound", "expected", "hint"],
)
def test_strength_caps(strength: Strength, expected: Severity) -> None:
    """No finding is more severe than its rule's strength allows."""
    broken = claim(Partition(figure(9), (figure(4),)), rule=rule(strength=strength))

    assert expected == severity(judge(broken))


def test_absence_has_the_severity_of_its_rule() -> None:
    """A missing element is as severe as its rule says."""
    absent = claim(Required("table", 0), rule=rule(strength=Strength.HINT))

    assert Severity.NOTE == severity(judge(absent))


@pytest.mark.parametrize(("whole", "expected"), [(101, Severity.WARNING), (109, Severity.ERROR)], ids=["one", "nine"])
def test_off_by_rounding_is_one_level_down(whole: int, expected: Severity) -> None:
    """Whole numbers without a unit may be rounded thousands: a miss of half a unit each weighs less."""
    off = Partition(figure(whole, BARE), (figure(60, BARE), figure(40, BARE)))

    assert expected == severity(judge(claim(off, Basis.LABELLED)))


@pytest.mark.parametrize(
    ("printed", "expected"), [("28.7", Severity.WARNING), ("28.1", Severity.ERROR)], ids=["one digit", "five digits"]
)
def test_rate_is_as_severe_as_its_digits_say(printed: str, expected: Severity) -> None:
    """One unit in the last place caps a rate; amounts in whole units do not make it a matter of rounding."""
    off = Share(rate(printed), (figure(2, YUAN),), ((figure(7, YUAN),),))

    assert expected == severity(judge(claim(off, Basis.LABELLED)))
