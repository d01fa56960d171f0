"""Everything that ``gklint audit -o DIR`` writes: names and bytes, nothing touched on the way."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.finding import Report
from gklint.reporters.audit.feedback import feedback
from gklint.reporters.audit.overview import index, summary
from gklint.reporters.audit.page import page
from gklint.reporters.audit.run import Run
from gklint.reporters.audit.spreadsheet import spreadsheet
from gklint.reporters.audit.units import units
from gklint.reporters.wording import Words


def files(report: Report, run: Run, words: Words) -> Iterator[tuple[str, bytes]]:
    """
    A page and a text to send back for each report, then the list of units (HTML, CSV) and the page for the leader.

    The same files whether one report was audited or two hundred: who opens the folder finds the same things.
    """
    found = units(report, words)
    for unit in found:
        yield unit.page, page(unit, run, words)
        yield unit.letter, _text(feedback(unit, words) + "\n")
    yield "index.html", index(found, run, words)
    yield "summary.html", summary(found, run, words)
    yield "units.csv", spreadsheet(found, words)


def _text(text: str) -> bytes:
    """For the editors of Windows 7: a byte order mark, and lines that end their way."""
    return text.replace("\n", "\r\n").encode("utf-8-sig", "replace")
