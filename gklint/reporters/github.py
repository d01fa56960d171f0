"""Annotations of GitHub Actions: a workflow command for each live finding, then the summary as plain log lines."""

from __future__ import annotations

from gklint.model.finding import Finding, Report
from gklint.model.rule import Severity
from gklint.reporters.spots import lines, placed, slashed
from gklint.reporters.style import Style
from gklint.reporters.summary import summary
from gklint.reporters.wording import Words

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, style: Style) -> str:
    """The commands in the order of the report; a Word or PDF file is annotated as a whole, the place in words."""
    words = Words(style.language)
    commands = [_command(finding, words) for finding in report.findings if finding.is_live]
    return "".join(f"{line}\n" for line in (*commands, *summary(report, words)))


def _command(finding: Finding, words: Words) -> str:
    properties = {"file": slashed(finding.path)}
    if place := lines(finding.location):
        properties |= {"line": str(place.line), "endLine": str(place.end_line), "col": str(place.column)}
        if place.line == place.end_line:
            properties["endColumn"] = str(place.end_column)
    properties["title"] = f"{finding.rule.code} {words.of(finding.rule.title)}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {listed}::{_data(placed(finding, words))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
