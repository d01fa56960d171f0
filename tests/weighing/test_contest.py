"""Which of several readings is claimed, and what becomes of one that nobody would believe."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from gklint import weighing
from gklint.model.claim import Claim, Outcome, Verdict
from gklint.model.figure import CellPlace, Figure
from gklint.model.reading import Reading
from gklint.model.relation import Flow, Partition, Relation, Same, Subset
from gklint.severity import severity
from gklint.weighing import scale
from gklint.weighing.arithmetic import evidence
from tests.build import claim, figure

ANCHOR = (7,)


@pytest.fixture(autouse=True)
def weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of three forms beside the rows of arithmetic."""
    rows = {
        **scale.weights(),
        "form.sure": 400,
        "form.sum.sure": 400,
        "form.even": 0,
        "form.hardly": -900,
        "feature.helps": 100,
    }
    monkeypatch.setattr(scale, "weights", lambda: rows)


def figures(*values: int) -> tuple[Figure, ...]:
    return tuple(replace(figure(value), id=number) for number, value in enumerate(values))


def read(relation: Relation, form: str, *features: str, anchor: tuple[int, ...] = ANCHOR) -> Claim:
    return replace(claim(relation), reading=Reading(form, features, anchor))


def settled(*claims: Claim) -> list[Outcome]:
    return list(weighing.judged(claims))


def test_certain_claims_are_not_weighed() -> None:
    """What a form prints needs no belief, and has no rival."""
    whole, *parts = figures(9, 4, 4)

    (outcome,) = settled(claim(Partition(whole, tuple(parts))))

    assert (Verdict.FAIL, None) == (outcome.verdict, outcome.claim.belief)


def test_the_reading_that_adds_up_is_claimed() -> None:
    """Of two wholes for one list the one that its parts make is meant."""
    near, far, *parts = figures(4107, 5337, 2112, 3225)

    (outcome,) = settled(*(read(Partition(whole, tuple(parts)), "even") for whole in (near, far)))

    assert (Verdict.PASS, far) == (outcome.verdict, outcome.operands[0][1])


def test_a_slip_is_nearer_than_another_subject() -> None:
    """Where none adds up, the whole that one keystroke keeps from it is meant, not one that is far off."""
    far, slipped, *parts = figures(9107, 5837, 2112, 3225)

    (outcome,) = settled(*(read(Partition(whole, tuple(parts)), "even") for whole in (far, slipped)))

    assert (Verdict.FAIL, slipped) == (outcome.verdict, outcome.operands[0][1])


def test_one_sum_is_claimed_once() -> None:
    """That this year is last year and the change, and that the change is their difference, is one statement."""
    old, change, new = (replace(one, cell=CellPlace(0, 1, one.id, "", "")) for one in figures(2100, 3200, 5300))

    outcomes = settled(
        read(Partition(new, (old, change)), "sure", anchor=()), read(Flow((new,), (change, old)), "even", anchor=(1,))
    )

    assert ["sure"] == [one.claim.reading.form for one in outcomes if one.claim.reading]


def test_what_nobody_would_believe_stays_open() -> None:
    """A sum that is far off and that no words announce is neither a finding nor a pass."""
    whole, *parts = figures(9107, 2112, 3225)

    (outcome,) = settled(read(Partition(whole, tuple(parts)), "even"))

    assert (Verdict.OPEN, "doubtful-reading") == (outcome.verdict, outcome.why)


def test_a_chance_agreement_stays_open() -> None:
    """Small numbers that happen to agree are no pass of a reading that nothing else speaks for."""
    one, other = figures(4, 4)

    (outcome,) = settled(read(Same((one, other)), "hardly"))

    assert Verdict.OPEN is outcome.verdict


def test_an_equation_says_more_than_a_bound() -> None:
    """Parts that miss their whole by a slip are told as a sum, though as a bound they hold."""
    whole, *parts = figures(5837, 2112, 3225)
    bound = read(Subset(whole, tuple(parts)), "sure", "helps")

    (outcome,) = settled(bound, read(Partition(whole, tuple(parts)), "even"))

    assert isinstance(outcome.claim.relation, Partition)


def test_the_bound_is_left_where_no_sum_is_believed() -> None:
    """Parts that fall far short of their whole lie within it."""
    whole, *parts = figures(9107, 2112, 3225)
    bound = read(Subset(whole, tuple(parts)), "sure")

    (outcome,) = settled(bound, read(Partition(whole, tuple(parts)), "even"))

    assert (Verdict.PASS, "Subset") == (outcome.verdict, type(outcome.claim.relation).__name__)


def test_parts_of_one_list_make_no_other() -> None:
    """A list that breaks is not claimed of parts that make another whole; a column of cells that a row sums up is."""
    whole, far, *parts = figures(5337, 9107, 2112, 3225)
    held = read(Partition(whole, tuple(parts)), "sum.sure", anchor=(2,))
    broken = [read(Partition(far, tuple(parts)), form, "helps", "helps", anchor=(9,)) for form in ("sum.sure", "sure")]

    told = [len(settled(held, one)) for one in broken]

    assert [1, 2] == told


def test_a_doubted_reading_is_no_error() -> None:
    """Below the confidence of an error a broken relation is asked about, whoever declares it."""
    whole, *parts = figures(5837, 2112, 3225)
    doubted, sure = (settled(read(Partition(whole, tuple(parts)), form))[0] for form in ("even", "sure"))

    assert ["warning", "error"] == [degree.word for o in (doubted, sure) if (degree := severity(o))]


def test_reasons_add_up_to_the_confidence() -> None:
    """A belief names every row that moved it."""
    whole, *parts = figures(5337, 2112, 3225)
    (outcome,) = settled(read(Partition(whole, tuple(parts)), "even", "helps"))
    belief = outcome.claim.belief
    assert belief

    names = [name for name, _ in belief.reasons]

    assert ["form.even", "feature.helps", "arithmetic.sum.exact-4"] == names
    assert scale.confidence(sum(weight for _, weight in belief.reasons)) == belief.confidence


@pytest.mark.parametrize(("odds", "known"), [(0, "0.5000"), (460, "0.9900"), (-460, "0.0100"), (10**6, "0.9999")])
def test_confidence_is_the_logistic_of_the_odds(odds: int, known: str) -> None:
    """Even odds are a half, 4.6 nats are 99 in 100."""
    assert Decimal(known) == scale.confidence(odds)


@pytest.mark.parametrize(
    ("values", "known"),
    [
        ((53, 21, 32), "exact-2"),
        ((5337, 2112, 3225), "exact-4"),
        ((58, 21, 32), "keystroke-2"),
        ((5300, 2100, 3200), "exact-2"),
        ((4, 1, 1), "keystroke-1"),
        ((6, 86, 21), "beyond"),
        ((530, 21, 32), "scale"),
        ((7451, 2101, 3200, 2150, 2101), "again"),
        ((912345, 500000, 412397), "near"),
        ((81, 21, 32), "far"),
    ],
)
def test_classes_of_sums(values: tuple[int, ...], known: str) -> None:
    """Agreement, one slip of any figure, a part too many, near and far are told apart."""
    whole, *parts = figures(*values)
    (outcome,) = settled(claim(Partition(whole, tuple(parts))))

    assert known == evidence(outcome)
