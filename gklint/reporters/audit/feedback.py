"""What is sent back to a unit, as plain text to paste: courteous, the faults numbered, the arithmetic in full."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.claim import Verdict
from gklint.model.finding import Finding
from gklint.model.rule import Severity
from gklint.reporters.advice import advice
from gklint.reporters.audit.units import Unit, live, title_of
from gklint.reporters.display import one_line
from gklint.reporters.places import place, spot
from gklint.reporters.story import message
from gklint.reporters.suspects import suspicions
from gklint.reporters.wording import Words

CHAPTERS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
LACKING = ("missing", "unknown")
"""Why a relation is open that the unit can do something about."""
SHOWN_NOTES = 5
"""A note for each of forty blank cells would bury what matters."""


def feedback(unit: Unit, words: Words) -> str:
    """The text for one unit, without a line end at its end."""
    return "\n".join(_lines(unit, words))


def _lines(unit: Unit, words: Words) -> Iterator[str]:
    audit = unit.audit
    yield words("audit.feedback.to", name=unit.name)
    title = title_of(audit, words)
    found = live(audit)
    if audit.ledger is None:
        reason = message(found[0], words) if found else words("audit.grade.unread")
        yield words("audit.feedback.unread", title=title, reason=reason)
        return
    loose = audit.tally.loose
    held = audit.tally.verdicts.get(Verdict.PASS, 0) - loose
    key = "nothing" if not audit.tally.judged and not found else "found" if found else "clean"
    bounded = words("audit.feedback.loose", count=loose) if loose else ""
    yield words(f"audit.feedback.{key}", title=title, checks=audit.tally.checks, held=held, loose=bounded)
    chapter = 0
    for severity in CHAPTERS:
        of_it = [finding for finding in found if finding.severity is severity]
        if not of_it:
            continue
        chapter += 1
        yield words(f"audit.feedback.{severity.word}", number=words("audit.numerals")[chapter - 1])
        shown = of_it if severity is not Severity.NOTE else of_it[:SHOWN_NOTES]
        for number, finding in enumerate(shown, start=1):
            yield f"{number}. {told(finding, unit, words)}"
        if len(of_it) > len(shown):
            yield words("audit.feedback.more", count=len(of_it) - len(shown))
    open_ones = sum(audit.tally.reasons.get(reason, 0) for reason in LACKING)
    if open_ones:
        yield words("audit.feedback.open", count=open_ones)
    if found:
        yield words("audit.feedback.please")


def told(finding: Finding, unit: Unit, words: Words) -> str:
    """Place, fault, suspect and what to verify, as one paragraph."""
    ledger = unit.audit.ledger
    figures = [figure for outcome in finding.outcomes[:1] for _, figure in outcome.operands]
    sentences = [message(finding, words)]
    if ledger is not None:
        where = place(ledger, figures[0], words) if figures else spot(finding.location, words)
        sentences[0] = words("audit.feedback.at", place=where, told=sentences[0])
        sentences += suspicions(finding, ledger, words)
    if asked := advice(finding, words):
        sentences.append(asked)
    stop = words("audit.stop")
    return one_line("".join(f"{sentence[:1].upper()}{sentence[1:].removesuffix(stop)}{stop}" for sentence in sentences))
