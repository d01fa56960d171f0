"""How often each rule found something: where to begin in a folder of old reports."""

from __future__ import annotations

from collections import Counter

from gklint.model.finding import Report
from gklint.reporters.style import Style
from gklint.reporters.summary import summary
from gklint.reporters.wording import Words


def render(report: Report, style: Style) -> str:
    """A line for each rule that found something, the most frequent first, then the summary."""
    words = Words(style.language)
    live = [finding.rule for finding in report.findings if finding.is_live]
    counts = Counter(rule.code for rule in live)
    rules = {rule.code: rule for rule in live}
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    lines = [f"{counts[code]:>6}  {code} {rules[code].title[style.language]}" for code in ranked]
    return "".join(f"{line}\n" for line in (*lines, *summary(report, words)))
