"""The last lines of every run for people: what was read, what was judged and what was not. Silence is no pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from posixpath import splitext

from gklint.model.claim import Verdict
from gklint.model.finding import Audit, Report, Status
from gklint.model.rule import Severity
from gklint.model.tally import Tally
from gklint.reporters.wording import Words
from gklint.start.patterns import lazy

EXTENSION = lazy(r"\.[a-z0-9]{1,8}")
PATHS = 5
"""So many files are named one by one; of the rest the number is enough."""


def summary(report: Report, words: Words) -> Iterator[str]:
    """The counts, how many files were not read, and the names of those in which nothing could be judged."""
    if not report.audits:
        yield words("summary.no-input")
        return
    if report.is_interrupted:
        yield words("summary.interrupted")
    yield _counts(report, words)
    live = [finding for finding in report.findings if finding.is_live]
    if live:
        degrees = Counter(finding.severity for finding in live)
        yield words(
            "summary.findings",
            errors=degrees[Severity.ERROR],
            warnings=degrees[Severity.WARNING],
            notes=degrees[Severity.NOTE],
        )
    if silenced := _silenced(report, words):
        yield words("summary.silenced", parts=words.joined(silenced))
    if told := unread(report.audits, words):
        yield told
    unjudged = [audit.path for audit in report.audits if audit.status is Status.READ and not audit.judged]
    if unjudged:
        yield words("summary.nothing", paths=_listed(unjudged, words))


def unread(audits: Sequence[Audit], words: Words) -> str:
    """How many of *audits* were not read, by kind; "" if all were."""
    kinds = Counter(_kind(audit, words) for audit in audits if audit.status is not Status.READ)
    if not kinds:
        return ""
    listed = [words("summary.unread.kind", kind=kind, count=count) for kind, count in kinds.most_common()]
    return words("summary.unread", count=kinds.total(), kinds=words.joined(listed))


def _kind(audit: Audit, words: Words) -> str:
    """The extension of a format that no reader knows; else what kept the file from being read."""
    extension = splitext(audit.path)[1].lower()
    if audit.status is Status.UNSUPPORTED and EXTENSION.fullmatch(extension):
        return extension
    return words(f"summary.{audit.status.value}")


def _silenced(report: Report, words: Words) -> list[str]:
    """What was found and does not count: excused by a person, or known before."""
    waived = sum(finding.waived is not None for finding in report.findings)
    known = sum(not finding.is_live for finding in report.findings) - waived
    counts = {"summary.waived": waived, "summary.known": known}
    return [words(key, count=count) for key, count in counts.items() if count]


def _counts(report: Report, words: Words) -> str:
    known = [audit.tally for audit in report.audits]
    verdicts: Counter[Verdict] = Counter()
    for each in known:
        verdicts.update(each.verdicts)
    loose, blocked = sum(each.loose for each in known), verdicts[Verdict.BLOCKED]
    return words(
        "summary",
        inputs=sum(audit.status is Status.READ for audit in report.audits),
        figures=sum(each.read for each in known),
        exact=sum(each.count("exact") for each in known),
        bounded=sum(each.count("bounded") for each in known),
        unchecked=sum(each.unchecked for each in known),
        claims=verdicts.total(),
        passed=verdicts[Verdict.PASS] - loose,
        loose=words("summary.loose", count=loose) if loose else "",
        failed=verdicts[Verdict.FAIL],
        open=verdicts[Verdict.OPEN],
        reasons=_reasons(known, words),
        blocked=words("summary.blocked", count=blocked) if blocked else "",
    )


def _reasons(known: list[Tally], words: Words) -> str:
    why: Counter[str] = Counter()
    for each in known:
        for reason, count in each.reasons.items():
            why[words.why(reason)] += count
    if not why:
        return ""
    reasons = [words("summary.reason", why=reason, count=count) for reason, count in sorted(why.items())]
    return words("summary.reasons", reasons=words.joined(reasons))


def _listed(paths: list[str], words: Words) -> str:
    return words.joined(paths[:PATHS]) + ("…" if len(paths) > PATHS else "")
