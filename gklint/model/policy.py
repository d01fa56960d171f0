"""What a person has decided about the rules and their findings, beside the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gklint.model.claim import Outcome, Verdict
from gklint.model.finding import Finding
from gklint.model.rule import Severity
from gklint.start.records import dataclass

CONFIDENCES = ("possible", "probable", "certain")
"""How sure a finding is, the least first."""


@dataclass(frozen=True, slots=True)
class Policy:
    """
    *severities* by code of a rule take the place of what is known of a finding; findings below *least* confidence are
    not told; *cut_off*: a rate whose digits were cut off instead of rounded is as good as any.
    """

    severities: tuple[tuple[str, Severity], ...] = ()
    least: str = CONFIDENCES[0]
    cut_off: bool = True

    def on_outcomes(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """*outcomes*, with those that hold only as cut off worth a look where that is no habit."""
        for outcome in outcomes:
            if not self.cut_off and outcome.verdict is Verdict.PASS and outcome.why == "truncated":
                outcome = replace(outcome, verdict=Verdict.FAIL, rounded=False, why=None, cap=Severity.NOTE)
            yield outcome

    def on_findings(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """*findings* as far as they are to be told, with the severities that they are to have."""
        severities = dict(self.severities)
        for finding in findings:
            if CONFIDENCES.index(finding.confidence) < CONFIDENCES.index(self.least):
                continue
            severity = severities.get(finding.rule.code)
            yield finding if severity is None else replace(finding, severity=severity)
