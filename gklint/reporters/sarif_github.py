"""
SARIF for GitHub's code scanning: live failures only, for it shows every result as an alert, whatever its kind.

An alert is known again by ``primaryLocationLineHash``; gklint gives its own, made of what the finding means, so that a
paragraph inserted above changes nothing.
"""

from __future__ import annotations

from gklint.model.finding import Report
from gklint.reporters.sarif import dumped, failure, log
from gklint.reporters.style import Style
from gklint.reporters.wording import Words

HASH_LENGTH = 16


def render(report: Report, style: Style) -> str:
    """One run with the results that GitHub is to show; a Word or PDF file as a whole, without an invented line."""
    words = Words(style.language)
    results = []
    for number, audit in enumerate(report.audits):
        for finding in audit.findings:
            if finding.is_live:
                result = failure(finding, number, words)
                physical = result["locations"][0]["physicalLocation"]
                if "startLine" not in physical.get("region", {"startLine": 0}):
                    del physical["region"]  # GitHub takes a region with a line, or a file as a whole
                result["partialFingerprints"]["primaryLocationLineHash"] = f"{finding.fingerprint[:HASH_LENGTH]}:1"
                results.append(result)
    return dumped(log(report, results, words))
