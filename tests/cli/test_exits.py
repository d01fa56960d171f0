from __future__ import annotations

from dataclasses import replace

import pytest

from gklint.cli.exits import Policy, exit_code
from gklint.model.finding import Report
from gklint.model.rule import Severity
from tests.reporters import sample

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


def found(*severities: Severity) -> Report:
    """A run that judged something and found *severities*."""
    finding = sample.finding(sample.broken())
    return Report((sample.audit(sample.kept(), findings=tuple(replace(finding, severity=s) for s in severities)),))


CLEAN, EMPTY = found(), Report(())
UNJUDGED = Report((sample.audit(sample.unknown()),))
HALF_READ = Report((*CLEAN.audits, sample.unread()))
BROKEN_AND_UNREAD = Report((*found(ERROR).audits, sample.unread()))


@pytest.mark.parametrize(
    ("report", "policy", "expected"),
    [
        (CLEAN, Policy(), 0),
        (found(ERROR), Policy(), 1),
        (found(WARNING, NOTE), Policy(), 0),
        (found(WARNING), Policy(fail_on=WARNING), 1),
        (found(NOTE), Policy(fail_on=NOTE), 1),
        (found(WARNING, WARNING), Policy(max_warnings=1), 1),
        (found(WARNING, WARNING), Policy(max_warnings=2), 0),
        (UNJUDGED, Policy(), 3),
        (EMPTY, Policy(), 3),
        (UNJUDGED, Policy(no_claims_ok=True), 0),
        (HALF_READ, Policy(), 3),
        (HALF_READ, Policy(fail_on=NOTE), 3),
        (HALF_READ, Policy(no_claims_ok=True), 3),
        (BROKEN_AND_UNREAD, Policy(), 1),
        (BROKEN_AND_UNREAD, Policy(lenient=True), 0),
        (HALF_READ, Policy(lenient=True), 0),
    ],
    ids=[
        "clean",
        "an error",
        "less than an error",
        "a warning that counts",
        "a note that counts",
        "too many warnings",
        "as many warnings as allowed",
        "nothing judged",
        "nothing read",
        "nothing judged and fine",
        "one file unread",
        "an unread file is no finding to fail for",
        "no claims are fine but an unread file is not",
        "findings before gaps",
        "exit zero over findings",
        "exit zero over gaps",
    ],
)
def test_exit_code(report: Report, policy: Policy, expected: int) -> None:
    """Findings give 1, gaps 3, in this order; everything read, judged and in order gives 0."""
    assert expected == exit_code(report, policy)


def test_a_mistake_of_the_user_comes_first() -> None:
    """A missing path gives 2 whatever else was found."""
    assert 2 == exit_code(found(ERROR), Policy(lenient=True), is_misused=True)
