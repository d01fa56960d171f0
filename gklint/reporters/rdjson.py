"""Reviewdog's diagnostics. Its columns count bytes of a line that is not kept, so that only lines are told."""

from __future__ import annotations

import json
from typing import Any

from gklint.model.finding import Finding, Report
from gklint.model.rule import Severity
from gklint.reporters.spots import lines, placed, slashed
from gklint.reporters.style import Style
from gklint.reporters.wording import Words

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report, style: Style) -> str:
    """The live findings as one DiagnosticResult."""
    words = Words(style.language)
    found = [_diagnostic(finding, words) for finding in report.findings if finding.is_live]
    return json.dumps({"source": {"name": "gklint"}, "diagnostics": found}, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(finding: Finding, words: Words) -> dict[str, Any]:
    location: dict[str, Any] = {"path": slashed(finding.path)}
    place = lines(finding.location)
    if place:
        location["range"] = {"start": {"line": place.line}, "end": {"line": place.end_line}}
    return {
        "message": placed(finding, words),
        "location": location,
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule.code},
    }
