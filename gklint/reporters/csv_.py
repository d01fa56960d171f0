"""A table for Excel and WPS, one row for each finding: UTF-8 with a mark, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from gklint.model.finding import Finding, Report
from gklint.reporters.advice import advice
from gklint.reporters.amounts import in_units_of
from gklint.reporters.places import label
from gklint.reporters.spots import slashed, where
from gklint.reporters.story import message
from gklint.reporters.style import Style
from gklint.reporters.wording import Words

COLUMNS = (
    "file",
    "level",
    "code",
    "rule",
    "place",
    "cell",
    "figure",
    "message",
    "suspect",
    "suggest",
    "verify",
    "state",
    "id",
)
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""Half and full width: OWASP, CSV Injection."""


def render(report: Report, style: Style) -> str:
    """Every finding, what is excused or known marked as such."""
    words = Words(style.language)
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(words(f"csv.{name}") for name in COLUMNS)
    for finding in report.findings:
        table.writerow([inert(value) for value in _row(finding, words)])
    return "\ufeff" + text.getvalue()


def inert(value: str) -> str:
    """*value* as text to a spreadsheet, whatever it begins with."""
    return f"'{value}" if value.startswith(FORMULA) else value


def _row(finding: Finding, words: Words) -> Iterator[str]:
    first = next((suspect for suspect in finding.suspects if suspect.confident), None)
    figure = first.figure if first else next((f for o in finding.outcomes[:1] for _, f in o.operands), None)
    yield slashed(finding.path)
    yield words(f"severity.{finding.severity.word}")
    yield finding.rule.code
    yield words.of(finding.rule.title)
    yield where(finding, words)  # 12:8 would be a time to a spreadsheet
    yield label(figure) if figure else ""
    yield finding.quote.exact
    yield message(finding, words)
    yield first.figure.raw if first else ""
    known = first.figure.numeral if first else None
    yield in_units_of(first.suggest, known) if first and known and first.suggest is not None else ""
    yield advice(finding, words) or ""
    yield _state(finding, words)
    yield finding.id


def _state(finding: Finding, words: Words) -> str:
    if finding.waived:
        return words("state.waived", reason=finding.waived.reason)
    return words(f"state.{finding.standing.value}")
