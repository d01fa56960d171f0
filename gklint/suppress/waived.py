"""Entries of ``gklint-waivers.toml``, applied to the findings of a run, and their undoing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from gklint.blame.upkeep import Fault, Remark, is_upkeep, told
from gklint.model.document import TextLocation
from gklint.model.finding import Audit, Finding, Report, Status, Waiver
from gklint.model.rule import Rule
from gklint.suppress.directed import excusable
from gklint.suppress.entries import Entry


def waived(report: Report, entries: Sequence[Entry], path: str, rules: Collection[Rule]) -> Report:
    """
    *report* with the findings waived that *entries* of the file *path* excuse, and with findings about entries that
    are unused, lapsed or without a reason: each at the report that it speaks of, if that was read in this run and the
    entry's rule is one of *rules*.
    """
    if not entries:
        return report
    good = {entry.values: entry for entry in reversed(entries) if entry.reason.strip()}
    audits = [
        replace(audit, findings=tuple(_excused(f, good, path) for f in audit.findings)) for audit in report.audits
    ]
    remarks = _remarks(audits, entries, path, rules)
    for index, found in remarks.items():
        audits[index] = replace(audits[index], findings=(*audits[index].findings, *told(found, rules)))
    return replace(report, audits=tuple(audits))


def unsilenced(report: Report) -> Report:
    """*report* as if nobody had excused anything."""
    audits = tuple(replace(audit, findings=tuple(_told_again(audit))) for audit in report.audits)
    return replace(report, audits=audits)


def _told_again(audit: Audit) -> list[Finding]:
    return [replace(finding, waived=None) for finding in audit.findings if not is_upkeep(finding)]


def _excused(finding: Finding, good: dict[str, Entry], path: str) -> Finding:
    entry = good.get(finding.values)
    if entry is None or finding.waived or not excusable(finding):
        return finding
    return replace(finding, waived=Waiver(entry.reason.strip(), f"{path}:{entry.line}"))


def idle(report: Report, entries: Sequence[Entry], rules: Collection[Rule]) -> Iterator[Entry]:
    """Those of *entries* that excuse nothing though this run has looked for it: unused or lapsed."""
    values = {finding.values for finding in report.findings}
    return (entry for entry in _covered(report.audits, entries, rules) if entry.values not in values)


def _covered(audits: Sequence[Audit], entries: Sequence[Entry], rules: Collection[Rule]) -> Iterator[Entry]:
    where, running = _readers(audits), {rule.code for rule in rules}
    return (entry for entry in entries if entry.report in where and entry.rule in running)


def _remarks(
    audits: Sequence[Audit], entries: Sequence[Entry], path: str, rules: Collection[Rule]
) -> dict[int, list[Remark]]:
    """What is wrong with *entries*, by the index of the audit where it is told."""
    findings = [finding for audit in audits for finding in audit.findings]
    values, meanings = {f.values for f in findings}, {f.fingerprint for f in findings}
    where = _readers(audits)
    found: dict[int, list[Remark]] = defaultdict(list)
    for entry in _covered(audits, entries, rules):
        if fault := _fault(entry, values, meanings):
            place = TextLocation(entry.line, 1, entry.line, 1)
            quote = f"{entry.rule} {entry.shown}".strip()
            found[where[entry.report]].append(Remark(fault, path, place, quote, entry.reason, entry.report))
    return found


def _fault(entry: Entry, values: set[str], meanings: set[str]) -> Fault | None:
    if not entry.reason.strip():
        return "reasonless"
    if entry.values in values:
        return None
    return "lapsed" if entry.fingerprint in meanings else "unused"


def _readers(audits: Sequence[Audit]) -> dict[str, int]:
    """The index of the first audit of each report that was read, by what it is about."""
    where: dict[str, int] = {}
    for index, audit in enumerate(audits):
        if audit.status is Status.READ:
            where.setdefault(audit.about, index)
    return where
