"""One line for each finding, to grep and to jump to: ``path:line:col: 错误 GK102 …``."""

from __future__ import annotations

from gklint.model.finding import Finding, Report, Standing
from gklint.reporters.places import anchor
from gklint.reporters.story import message
from gklint.reporters.style import Style
from gklint.reporters.summary import summary
from gklint.reporters.suspects import brief
from gklint.reporters.wording import Words


def render(report: Report, style: Style) -> str:
    """The findings in the order of the report, then the summary."""
    words = Words(style.language)
    lines = [line(finding, words) for finding in report.findings if finding.is_live]
    return "".join(f"{line}\n" for line in (*lines, *summary(report, words)))


def line(finding: Finding, words: Words) -> str:
    """One finding: place, severity, code, message, and the figure that is probably wrong if it is known."""
    severity = words(f"severity.{finding.severity.word}")
    since = words("standing.updated") if finding.standing is Standing.UPDATED else ""
    told = message(finding, words) + brief(finding, words) + since
    return f"{finding.path}:{anchor(finding.location)}: {severity} {finding.rule.code} {told}"
