"""GitLab's Code Quality report. It wants a line of every issue: those of Word and PDF say their place in words."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from gklint.model.finding import Finding, Report
from gklint.model.rule import Severity
from gklint.reporters.spots import lines, placed, slashed
from gklint.reporters.style import Style
from gklint.reporters.wording import Words

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(report: Report, style: Style) -> str:
    """The live findings; their fingerprints hold no line, so that an issue stays the same when text moves."""
    words = Words(style.language)
    issues = [_issue(finding, words) for finding in report.findings if finding.is_live]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, words: Words) -> dict[str, Any]:
    path, place = slashed(finding.path), lines(finding.location)
    # GitLab shows one issue for each fingerprint, whatever its file: the same report twice is two of them.
    fingerprint = sha256(f"{path}\0{finding.fingerprint}".encode("utf-8", "surrogateescape")).hexdigest()
    return {
        "description": f"{finding.rule.code} {placed(finding, words)}",
        "check_name": finding.rule.id,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": place.line if place else 1}},
    }
