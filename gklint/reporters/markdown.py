"""A report to read in a merge request or a job summary: Markdown, a table for each document."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.finding import Audit, Finding, Report
from gklint.reporters.places import anchor
from gklint.reporters.spots import slashed, told
from gklint.reporters.style import Style
from gklint.reporters.summary import summary
from gklint.reporters.wording import Words

SPECIAL = "\\`*_{}[]<>|#~$&"


def render(report: Report, style: Style) -> str:
    """The live findings by document, then the summary."""
    words = Words(style.language)
    lines = ["## gklint", ""]
    for audit in report.audits:
        lines += _document(audit, words)
    lines += [f"{escaped(line)}  " for line in summary(report, words)]
    return "".join(f"{line}\n" for line in lines)


def escaped(text: str) -> str:
    """*text* so that Markdown shows its characters and nothing else."""
    return "".join(f"\\{c}" if c in SPECIAL else " " if c in "\r\n" else c for c in text)


def _document(audit: Audit, words: Words) -> Iterator[str]:
    live = [finding for finding in audit.findings if finding.is_live]
    if not live:
        return
    yield f"### {escaped(slashed(audit.path))}"
    yield ""
    yield "| " + " | ".join(words(f"csv.{name}") for name in ("level", "code", "place", "message")) + " |"
    yield "|---|---|---|---|"
    for finding in live:
        yield _row(finding, words)
    yield ""


def _row(finding: Finding, words: Words) -> str:
    severity = words(f"severity.{finding.severity.word}")
    cells = (severity, finding.rule.code, anchor(finding.location), told(finding, words))
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"
