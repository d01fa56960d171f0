"""The same document, the same findings: whatever the order in which its claims were found."""

from __future__ import annotations

import random

import pytest

from gklint.blame import findings
from tests.blame.planted import Planted, planted

CASES = [
    pytest.param(case, id=f"{form}, {count} faults, report {seed}")
    for form, count in (("F1", 1), ("F3", 1), ("F3", 3))
    for seed in range(6)
    if (case := planted(form, seed, count)) is not None  # type: ignore[arg-type]  # a name of the tuple above
]


@pytest.mark.parametrize("case", CASES)
def test_order_of_claims_does_not_matter(case: Planted) -> None:
    """Findings, suspects and suggestions stay when the claims are shuffled."""
    audit = case.audit()
    assert audit.ledger
    shuffled = list(audit.outcomes)
    random.Random(7).shuffle(shuffled)

    again = findings(audit.ledger, shuffled)

    assert [(f.id, f.message, f.suspects) for f in audit.findings] == [(f.id, f.message, f.suspects) for f in again]


@pytest.mark.parametrize("case", CASES)
def test_suspects_are_operands(case: Planted) -> None:
    """Every suspect is an operand of its finding, and wherever there are two operands there is a suspect."""
    for finding in case.audit().findings:
        operands = {figure.id for outcome in finding.outcomes for _, figure in outcome.operands}
        compared = [outcome for outcome in finding.outcomes if outcome.claim.rule.kind not in ("required", "template")]

        assert {suspect.figure.id for suspect in finding.suspects} <= operands
        assert finding.suspects or len(operands) < 2 or not compared


@pytest.mark.parametrize("case", CASES)
def test_one_fault_is_told_once(case: Planted) -> None:
    """No broken relation is told by two findings."""
    told = [id(outcome) for finding in case.audit().findings for outcome in finding.outcomes]

    assert len(set(told)) == len(told)
