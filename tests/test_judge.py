"""Relations by intervals: what passes, what fails, what stays open."""

from fractions import Fraction

import pytest

from gklint.judge import judge
from gklint.model.claim import (
    AtLeastZero,
    Countable,
    Cover,
    Flow,
    Order,
    Partition,
    Presence,
    Relation,
    Required,
    Same,
    Share,
    Subset,
    Verdict,
)
from gklint.model.interval import Interval
from tests.build import PERCENT, YUAN, claim, figure


def parts(*values: int | None) -> tuple:
    return tuple(figure(value) for value in values)


RELATIONS: dict[str, tuple[Relation, Verdict]] = {
    "sum that adds up": (Partition(figure(7), parts(3, 4)), Verdict.PASS),
    "sum that does not": (Partition(figure(8), parts(3, 4)), Verdict.FAIL),
    "sum with an unknown part": (Partition(figure(8), parts(3, None)), Verdict.OPEN),
    "known parts alone above the whole": (Partition(figure(8), parts(9, None)), Verdict.FAIL),
    "unknown whole": (Partition(figure(None), parts(3, 4)), Verdict.OPEN),
    "negative part leaves the bound open": (Partition(figure(8), parts(9, -3, None)), Verdict.OPEN),
    "overlapping channels": (Cover(figure(9), parts(5, 6)), Verdict.PASS),
    "whole above its channels": (Cover(figure(12), parts(5, 6)), Verdict.FAIL),
    "channel above the whole": (Cover(figure(5), parts(1, 6)), Verdict.FAIL),
    "act above the events it answers": (Cover(figure(5), parts(1, 6), each_within=False), Verdict.PASS),
    "cover with an unknown channel": (Cover(figure(12), parts(5, None)), Verdict.OPEN),
    "part within": (Subset(figure(5), parts(5)), Verdict.PASS),
    "part above": (Subset(figure(5), parts(6)), Verdict.FAIL),
    "disjoint parts together above": (Subset(figure(5), parts(3, 3)), Verdict.FAIL),
    "overlapping parts, each within": (Subset(figure(5), parts(3, 3), disjoint=False), Verdict.PASS),
    "known parts above with one unknown": (Subset(figure(5), parts(3, 3, None)), Verdict.FAIL),
    "balanced flow": (Flow(parts(5, 2), parts(6, 1)), Verdict.PASS),
    "unbalanced flow": (Flow(parts(5, 2), parts(6, 2)), Verdict.FAIL),
    "flow with a gap": (Flow(parts(5, None), parts(6, 2)), Verdict.OPEN),
    "in order": (Order(figure(3), figure(3)), Verdict.PASS),
    "out of order": (Order(figure(4), figure(3)), Verdict.FAIL),
    "premise without conclusion": (Presence(figure(2), figure(0)), Verdict.FAIL),
    "no premise": (Presence(figure(0), figure(0)), Verdict.PASS),
    "premise with conclusion": (Presence(figure(2), figure(1)), Verdict.PASS),
    "one fact twice": (Same(parts(4, 4)), Verdict.PASS),
    "one fact, two values": (Same(parts(4, 4, 5)), Verdict.FAIL),
    "one mention only": (Same(parts(4, None)), Verdict.OPEN),
    "decrease larger than the stock": (AtLeastZero(parts(3, -4)), Verdict.FAIL),
    "decrease within the stock": (AtLeastZero(parts(4, -4)), Verdict.PASS),
    "half a person": (Countable(figure("1.5")), Verdict.FAIL),
    "whole number": (Countable(figure(2)), Verdict.PASS),
    "absent element": (Required("table", 0), Verdict.FAIL),
}


@pytest.mark.parametrize(("relation", "expected"), RELATIONS.values(), ids=RELATIONS)
def test_verdict(relation: Relation, expected: Verdict) -> None:
    """Each relation fails only where no admissible values satisfy it."""
    outcome = judge(claim(relation))

    assert expected == outcome.verdict


def test_missing_row_is_open() -> None:
    """A sum whose row is absent from the document is open and says so."""
    outcome = judge(claim(Partition(figure(7), parts(3, 4)), missing=("延期办结数",)))

    assert (Verdict.OPEN, "missing") == (outcome.verdict, outcome.why)


def test_rounded_parts_pass_as_rounded() -> None:
    """A total that agrees only within the printed precision passes by rounding."""
    half = Fraction(1, 20)
    tenths = (figure("1.1", YUAN, half=half), figure("2.2", YUAN, half=half))

    outcome = judge(claim(Partition(figure("3.4", YUAN, half=half), tenths)))

    assert (Verdict.PASS, True) == (outcome.verdict, outcome.rounded)


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


def test_open_ends_decide() -> None:
    """More than seven cannot be seven."""
    above = figure(7, bounds=Interval(7, None, low_open=True), approximators=("超过",))

    outcome = judge(claim(Same((above, figure(7)))))

    assert Verdict.FAIL == outcome.verdict


@pytest.mark.parametrize(("printed", "verdict"), [("35.3", "pass"), ("35.4", "fail"), ("33", "fail")])
def test_share(printed: str, verdict: str) -> None:
    """A rate agrees with its two figures if it rounds or truncates to the printed digits."""
    decimals = len(printed.partition(".")[2])
    share = figure(printed, PERCENT, half=Fraction(1, 2 * 10**decimals), decimals=decimals)

    outcome = judge(claim(Share(share, (figure(2560),), ((figure(7243),),))))

    assert verdict == outcome.verdict.value
