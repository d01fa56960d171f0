"""What the settings of a document decide on its findings: which rules run, and what is made of what they find."""

from __future__ import annotations

from dataclasses import replace

from gklint.config.configuration import Configuration
from gklint.config.layer import Judging
from gklint.config.settings import OFF
from gklint.model.finding import Audit, Report
from gklint.model.policy import Policy
from gklint.model.rule import Packs, Severity


def terms(packs: Packs, judging: Judging) -> tuple[Packs, Policy]:
    """
    The rules and forms of *packs*, as *judging* has them, and how their outcomes are taken.

    Raises:
        ConfigError: a selector fits no rule.
    """
    from gklint.cli.select import selected

    chosen = selected(packs, judging.choices, judging.severity)
    if judging.blank != "form":
        chosen = replace(chosen, forms=tuple(form.with_blanks(judging.blank) for form in chosen.forms))
    return chosen, Policy(cut_off=judging.rounding == "any")


def told(report: Report, configuration: Configuration) -> Report:
    """
    *report* with the severities that were set, and without what is less certain than asked for.

    The last step before printing: what is left out here was found, so that neither its waiver is unused nor its entry
    in the baseline stale.
    """
    audits = tuple(_told(audit, configuration.of(audit.path).judging) for audit in report.audits)
    return replace(report, audits=audits)


def _told(audit: Audit, judging: Judging) -> Audit:
    if not judging.severity and judging.min_confidence == Judging().min_confidence:
        return audit
    from gklint.cli.select import grade  # which a warm run that grades nothing need not load

    grades = {finding.rule.code: grade(judging.severity, finding.rule) for finding in audit.findings}
    severities = tuple((code, Severity[word.upper()]) for code, word in grades.items() if word and word != OFF)
    policy = Policy(severities, judging.min_confidence)
    return replace(audit, findings=tuple(policy.on_findings(audit.findings)))
