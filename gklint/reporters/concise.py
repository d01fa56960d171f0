"""One line for each finding, to grep and to jump to: ``path:line:col: 错误 GK102 …``."""

from __future__ import annotations

from gklint.model.finding import Finding, Report
from gklint.reporters.places import anchor
from gklint.reporters.story import message
from gklint.reporters.style import Style
from gklint.reporters.summary import summary
from gklint.reporters.wording import Words


def render(report: Report, style: Style) -> str:
    """The findings in the order of the report, then the summary."""
    words = Words(style.language)
    lines = [_line(finding, words) for finding in report.findings]
    return "".join(f"{line}\n" for line in (*lines, *summary(report, words)))


def _line(finding: Finding, words: Words) -> str:
    severity = words(f"severity.{finding.severity.word}")
    return f"{finding.path}:{anchor(finding.location)}: {severity} {finding.rule.code} {message(finding, words)}"
