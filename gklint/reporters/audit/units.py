"""One unit in one row: how its report stands, for the index, the CSV list and the page for the leader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from gklint.model.document import Heading
from gklint.model.finding import Audit, Finding, Report
from gklint.model.rule import Severity
from gklint.reporters.audit.filenames import stems
from gklint.reporters.display import one_line
from gklint.reporters.story import message
from gklint.reporters.wording import Words
from gklint.start.records import dataclass

Grade = Literal["fix", "verify", "clean", "nothing", "unread"]
GRADES: tuple[Grade, ...] = ("fix", "verify", "unread", "nothing", "clean")
"""From what needs a person most to what needs nobody."""
FIXED_FILES = ("index", "summary")


@dataclass(frozen=True, slots=True)
class Unit:
    """
    *name* is the unit, or the report's title where it does not say; *stem* names its files. *first* is the worst
    fault in one sentence, *excused* how many findings a person has excused or had before.
    """

    audit: Audit
    stem: str
    name: str
    grade: Grade
    errors: int
    warnings: int
    notes: int
    excused: int
    first: str

    @property
    def page(self) -> str:
        return f"{self.stem}.html"

    @property
    def letter(self) -> str:
        return f"feedback/{self.stem}.txt"


def units(report: Report, words: Words) -> tuple[Unit, ...]:
    """Every input of the run, in its order."""
    names = stems([audit.path for audit in report.audits], FIXED_FILES)
    return tuple(_unit(audit, stem, words) for audit, stem in zip(report.audits, names, strict=True))


def by_need(found: Iterable[Unit]) -> list[Unit]:
    """The worst first: what has to be corrected, then what has to be explained, then what could not be checked."""
    return sorted(found, key=lambda unit: (GRADES.index(unit.grade), -unit.errors, -unit.warnings))


def live(audit: Audit) -> list[Finding]:
    """The findings that count, the most severe first."""
    return sorted((finding for finding in audit.findings if finding.is_live), key=lambda finding: -finding.severity)


def title_of(audit: Audit, words: Words) -> str:
    """The report's first heading, else its subject and year, else its path."""
    ledger = audit.ledger
    if ledger is None:
        return one_line(audit.path)
    heading = next((one_line(block.text) for block in ledger.document.blocks if isinstance(block, Heading)), "")
    known = " ".join(str(part) for part in (ledger.subject, ledger.year) if part)
    return heading or known or one_line(audit.path)


def _unit(audit: Audit, stem: str, words: Words) -> Unit:
    told = live(audit)
    errors, warnings, notes = (
        sum(finding.severity is severity for finding in told)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    )
    subject = audit.ledger.subject if audit.ledger else None
    return Unit(
        audit=audit,
        stem=stem,
        name=one_line(subject or title_of(audit, words)),
        grade=_grade(audit, errors, warnings),
        errors=errors,
        warnings=warnings,
        notes=notes,
        excused=len(audit.findings) - len(told),
        first=message(told[0], words) if told else "",
    )


def _grade(audit: Audit, errors: int, warnings: int) -> Grade:
    if audit.ledger is None:
        return "unread"
    if errors:
        return "fix"
    if warnings:
        return "verify"
    return "clean" if audit.tally.judged else "nothing"
