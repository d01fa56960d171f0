"""Findings by document, a line each: what ``concise`` says, without the path before every line."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.finding import Audit, Report
from gklint.reporters.display import one_line, pad, paint, width
from gklint.reporters.places import anchor
from gklint.reporters.spots import told
from gklint.reporters.style import Style
from gklint.reporters.summary import summary
from gklint.reporters.wording import Words


def render(report: Report, style: Style) -> str:
    """The documents with live findings in the order of the report, then the summary."""
    words = Words(style.language)
    lines = [line for audit in report.audits for line in _document(audit, words, style)]
    return "".join(f"{line}\n" for line in (*lines, *summary(report, words)))


def _document(audit: Audit, words: Words, style: Style) -> Iterator[str]:
    live = [finding for finding in audit.findings if finding.is_live]
    if not live:
        return
    yield paint(one_line(audit.path), "strong", colour=style.colour)
    places = [anchor(finding.location) for finding in live]
    longest = max(map(width, places))
    for place, finding in zip(places, live, strict=True):
        severity = paint(words(f"severity.{finding.severity.word}"), finding.severity.word, colour=style.colour)
        yield f"  {pad(place, longest)}  {severity} {finding.rule.code} {told(finding, words)}"
    yield ""
