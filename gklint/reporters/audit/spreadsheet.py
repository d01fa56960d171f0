"""The list of units for Excel and WPS: CSV with a byte order mark, one row per unit."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from gklint.model.claim import Verdict
from gklint.reporters.audit.units import Unit
from gklint.reporters.display import one_line
from gklint.reporters.wording import Words

COLUMNS = (
    "unit",
    "file",
    "year",
    "form",
    "grade",
    "errors",
    "warnings",
    "notes",
    "first",
    "checks",
    "passed",
    "loose",
    "failed",
    "undecided",
    "figures",
    "exact",
    "bounded",
    "unchecked",
    "page",
)
_FORMULA = ("=", "+", "-", "@")


def spreadsheet(found: Sequence[Unit], words: Words) -> bytes:
    """In the order of the run, so that two runs can be laid side by side."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(words(f"audit.list.{name}") for name in COLUMNS)
    writer.writerows(map(_inert, _row(unit, words)) for unit in found)
    return out.getvalue().encode("utf-8-sig", "replace")


def _row(unit: Unit, words: Words) -> Iterator[object]:
    tally, ledger = unit.audit.tally, unit.audit.ledger
    yield from (unit.name, unit.audit.path, (ledger.year if ledger else None) or "")
    yield words.of(ledger.form.title) if ledger and ledger.form else ""
    yield from (words(f"audit.grade.{unit.grade}"), unit.errors, unit.warnings, unit.notes, unit.first)
    passed, failed, undecided = (tally.verdicts.get(v, 0) for v in (Verdict.PASS, Verdict.FAIL, Verdict.OPEN))
    yield from (tally.checks, passed - tally.loose, tally.loose, failed, undecided)
    yield from (tally.read, tally.count("exact"), tally.count("bounded"), tally.unchecked, unit.page)


def _inert(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets the mark that makes it text."""
    if not isinstance(value, str):
        return value
    text = one_line(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
