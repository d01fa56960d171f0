"""One fault is one finding: related relations are told together, unrelated ones apart."""

from __future__ import annotations

from gklint.model.relation import Partition
from gklint.model.rule import Severity
from tests.blame.books import blamed, book
from tests.blame.planted import planted
from tests.build import claim


def test_generated_faults_are_told_once() -> None:
    """Planted faults, one in each report, give hardly more than one finding each."""
    cases = [case for form in ("F1", "F3") for seed in range(40) if (case := planted(form, seed))]  # type: ignore[arg-type]

    told = [sum(one.severity > Severity.NOTE for one in case.audit().findings) for case in cases]

    assert 0 < sum(told) <= 1.1 * len(cases)


def test_unrelated_faults_stay_apart() -> None:
    """Two sums that share no figure and no slip of place are two faults."""
    ledger, cells = book([[412, 37, 460], [0, 0, 0], [55, 21, 80]])
    sums = [claim(Partition(row[2], (row[0], row[1]))) for row in cells]

    found = blamed(ledger, sums)

    assert 2 == len(found)


def test_text_that_lost_its_cell_is_told_with_it() -> None:
    """A narrative figure whose cell is wrong is part of the cell's fault."""
    case = planted("F3", 115)
    assert case
    place = "N.c7"
    wrong = {place: str(int(case.sample.printed[place]) + 5_000)}

    audit = type(case)(case.sample, "any", {**case.sample.printed, **wrong}, (place,)).audit()

    (finding,) = [one for one in audit.findings if one.severity > Severity.NOTE]
    assert (place, True) == (case.slot_of(finding.suspects[0].figure), finding.suspects[0].confident)
