"""Report -> exit code, the same for every output format."""

from __future__ import annotations

from gklint.cli.guard import BUG, INTERRUPTED, USAGE
from gklint.model.finding import Report, Status
from gklint.model.rule import Severity
from gklint.start.records import dataclass

CLEAN, FOUND, GAP = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Policy:
    """
    What a run is to fail for: findings at or above *fail_on*, more than *max_warnings* warnings; *no_claims_ok*: a
    run that could judge nothing is fine; *lenient*: only mistakes of the user count.
    """

    fail_on: Severity = Severity.ERROR
    max_warnings: int | None = None
    no_claims_ok: bool = False
    lenient: bool = False


def exit_code(report: Report, policy: Policy, *, is_misused: bool = False) -> int:
    """Precedence: an interrupt, bugs of gklint, mistakes of the user, findings, gaps."""
    if report.is_interrupted:
        return INTERRUPTED
    if report.failures or any(audit.status is Status.FAILED for audit in report.audits):
        return BUG
    if is_misused:
        return USAGE
    if policy.lenient:
        return CLEAN
    if _fails(report, policy):
        return FOUND
    return GAP if _has_gap(report, policy) else CLEAN


def exit_code_unread(report: Report) -> int:
    """That of a command that needs one document which *report* does not have: a bug, an interrupt or a gap."""
    return exit_code(report, Policy()) or GAP


def _fails(report: Report, policy: Policy) -> bool:
    # What kept a document from being read (GK0) is a gap of the run, never a fault of the figures.
    severities = [
        finding.severity for finding in report.findings if finding.is_live and not finding.rule.code.startswith("GK0")
    ]
    if any(severity >= policy.fail_on for severity in severities):
        return True
    return policy.max_warnings is not None and severities.count(Severity.WARNING) > policy.max_warnings


def _has_gap(report: Report, policy: Policy) -> bool:
    if policy.no_claims_ok:
        return any(audit.status is not Status.READ for audit in report.audits)
    return report.has_gap
