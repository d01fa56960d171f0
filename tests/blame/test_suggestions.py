"""Suggestions, typed in by hand: their findings go away and none comes."""

from __future__ import annotations

import pytest

from gklint.model.finding import Audit
from gklint.model.rule import Severity
from tests.blame.planted import Planted, as_typed, confident, planted

CASES = [
    pytest.param(case, id=f"{form}, {case.kind}, report {seed}")
    for form in ("F1", "F3")
    for seed in range(24)
    if (case := planted(form, seed)) is not None
]
SEVERAL = [
    pytest.param(case, id=f"{count} faults, report {seed}")
    for count in (2, 3)
    for seed in range(8)
    if (case := planted("F3", seed, count)) is not None
]


@pytest.mark.parametrize("case", CASES)
def test_suggestions_remove_their_findings(case: Planted) -> None:
    """Every suggestion of a finding, typed over its figures, removes that finding and adds none."""
    before = case.audit()
    for finding in before.findings:
        typed = {
            slot: as_typed(suspect.suggest)
            for suspect in finding.suspects
            if suspect.confident and suspect.suggest is not None and (slot := case.slot_of(suspect.figure))
        }
        if not typed:
            continue

        after = case.audit(typed)

        assert finding.fingerprint not in fingerprints(after)
        assert fingerprints(after) < fingerprints(before)


@pytest.mark.parametrize("case", SEVERAL)
def test_suggestions_of_several_faults_go_together(case: Planted) -> None:
    """All confident suggestions of a report with several faults, typed in at once, add no finding."""
    before = case.audit()
    typed = {
        slot: as_typed(suspect.suggest)
        for suspect in confident(before)
        if suspect.suggest is not None and (slot := case.slot_of(suspect.figure))
    }

    after = case.audit(typed)

    assert fingerprints(after) <= fingerprints(before)
    assert len(fingerprints(after)) < len(fingerprints(before)) or not typed


def fingerprints(audit: Audit) -> set[str]:
    """What is told above 提示."""
    return {finding.fingerprint for finding in audit.findings if finding.severity > Severity.NOTE}
