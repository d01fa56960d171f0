"""
What was known before: findings by meaning and values, beside those of a run.

::

    Report + known -compared-> Report    each finding new, unchanged or updated; entries that are stale are GK905
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, fields, replace
from itertools import filterfalse

from gklint.blame.upkeep import Remark, is_upkeep, told
from gklint.errors import ConfigError
from gklint.model.document import TextLocation
from gklint.model.finding import Audit, Finding, Report, Standing, Status
from gklint.model.rule import Rule
from gklint.start.records import dataclass

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that was there; *report* and *shown* are for people, and tell whether it was looked for again."""

    fingerprint: str
    values: str
    rule: str
    report: str
    shown: str


KEYS = tuple(field.name for field in fields(Known))


def known(report: Report) -> tuple[Known, ...]:
    """The findings of *report* that a baseline holds: all but excused ones, unread documents and those of GK9."""
    return tuple(
        Known(finding.fingerprint, finding.values, finding.rule.code, audit.about, finding.quote.exact)
        for audit in report.audits
        for finding in audit.findings
        if _counts(finding)
    )


def compared(report: Report, baseline: Iterable[Known], path: str, rules: Sequence[Rule]) -> Report:
    """
    *report* with the standing of each finding beside *baseline*, which stands in the file *path*.

    An entry makes one finding known, not all that are like it. Findings with the very same figures are matched first;
    what is left is updated if only its figures differ.
    """
    left = Counter(baseline)
    standings = _standings([finding for finding in report.findings if _counts(finding)], left)
    audits = [replace(audit, findings=tuple(_stand(f, standings) for f in audit.findings)) for audit in report.audits]
    for index, stale in _by_audit(audits, filter(_is_covered(report, rules), left.elements())).items():
        codes = ", ".join(sorted({entry.rule for entry in stale}))
        about = audits[index].about
        remark = Remark("stale", path, TextLocation(1, 1, 1, 1), f"{about} {codes}", f"{len(stale)}", about)
        audits[index] = replace(audits[index], findings=(*audits[index].findings, *told((remark,), rules)))
    return replace(report, audits=tuple(audits))


def renewed(report: Report, baseline: Iterable[Known], rules: Iterable[Rule]) -> tuple[Known, ...]:
    """What *report* found, and the entries of *baseline* that it has not looked for."""
    return (*known(report), *filterfalse(_is_covered(report, rules), baseline))


def pruned(report: Report, baseline: Iterable[Known], rules: Iterable[Rule]) -> tuple[Known, ...]:
    """The entries of *baseline* without those that *report* has looked for and not found."""
    left = Counter(baseline)
    all_entries = Counter(left)
    _standings([finding for finding in report.findings if _counts(finding)], left)
    all_entries.subtract(filter(_is_covered(report, rules), left.elements()))
    return tuple(all_entries.elements())


def _is_covered(report: Report, rules: Iterable[Rule]) -> Callable[[Known], bool]:
    """Whether a run that gave *report* has looked for an entry."""
    read = {audit.about for audit in report.audits if audit.status is Status.READ}
    running = {rule.code for rule in rules}
    return lambda entry: entry.report in read and entry.rule in running


def load(text: str, path: str) -> tuple[Known, ...]:
    """
    The entries of the file *text*.

    Raises:
        ConfigError: it is no baseline.
    """
    try:
        data = json.loads(text)
        if data["schema_version"] != SCHEMA_VERSION:
            raise ConfigError(f"{path}: schema_version: {data['schema_version']!r} found, {SCHEMA_VERSION!r} is known")
        return tuple(Known(*(_text(item[key]) for key in KEYS)) for item in data["findings"])
    except (ValueError, LookupError, TypeError) as error:
        raise ConfigError(f"{path}: not a baseline of gklint ({type(error).__name__}: {error})") from None


def dump(entries: Iterable[Known]) -> str:
    """*entries* as a file: one line each in a fixed order, so that a difference shows what has changed."""
    ordered = sorted(
        entries, key=lambda entry: (entry.report, entry.rule, entry.shown, entry.values, entry.fingerprint)
    )
    lines = ",\n".join(f"  {json.dumps(asdict(entry), ensure_ascii=False)}" for entry in ordered)
    body = f"\n{lines}\n " if lines else ""
    return f'{{"schema_version": "{SCHEMA_VERSION}",\n "findings": [{body}]}}\n'


def _counts(finding: Finding) -> bool:
    return bool(finding.outcomes) and finding.waived is None and not is_upkeep(finding)


def _standings(findings: Sequence[Finding], left: Counter[Known]) -> dict[int, Standing]:
    """How each finding stands, by its id(); entries that were matched are taken from *left*."""
    found: dict[int, Standing] = {}
    for standing, same in ((Standing.UNCHANGED, "values"), (Standing.UPDATED, "fingerprint")):
        by_key: dict[str, list[Known]] = defaultdict(list)
        for entry in left.elements():
            by_key[getattr(entry, same)].append(entry)
        for finding in findings:
            if id(finding) not in found and (entries := by_key.get(getattr(finding, same))):
                left[entries.pop()] -= 1
                found[id(finding)] = standing
    return found


def _stand(finding: Finding, standings: dict[int, Standing]) -> Finding:
    standing = standings.get(id(finding))
    return replace(finding, standing=standing) if standing else finding


def _by_audit(audits: Sequence[Audit], entries: Iterable[Known]) -> dict[int, list[Known]]:
    """*entries* by the index of the first audit of their report."""
    where: dict[str, int] = {}
    for index, audit in enumerate(audits):
        if audit.status is Status.READ:
            where.setdefault(audit.about, index)
    found: dict[int, list[Known]] = defaultdict(list)
    for entry in entries:
        found[where[entry.report]].append(entry)
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
