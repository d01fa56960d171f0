"""A report in one format; a document that a format fails at costs that document, not the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gklint.errors import ReadError
from gklint.failure import Failure, attempt
from gklint.model.finding import Audit, Report
from gklint.reporters import Reporter
from gklint.reporters.style import Style

Lost = Callable[[Audit, ReadError, str], Audit]
"""What is left to say of a document: how it came, and what programmers need to know."""


def rendered(reporter: Reporter, report: Report, style: Style, lost: Lost) -> tuple[str, Report]:
    """
    *report* as *reporter* prints it, and as it was printed: documents that cannot be printed are told to have failed.

    What no single document is to blame for is raised as it is.
    """
    done = attempt(lambda: reporter.render(report, style))
    if isinstance(done, str):
        return done, report
    sound = replace(report, audits=tuple(_sound(reporter, audit, style, lost) for audit in report.audits))
    return reporter.render(sound, style), sound


def _sound(reporter: Reporter, audit: Audit, style: Style, lost: Lost) -> Audit:
    done = attempt(lambda: reporter.render(Report((audit,)), style))
    if isinstance(done, Failure):
        return lost(audit, ReadError("failed", done.where), done.traceback)
    return audit
