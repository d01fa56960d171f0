"""What is to be said at which figure, whatever the format of the copy."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.document import Location
from gklint.model.figure import Figure
from gklint.model.finding import Audit, Finding
from gklint.model.ledger import Ledger
from gklint.reporters.advice import advice
from gklint.reporters.display import clip, one_line
from gklint.reporters.places import label, place
from gklint.reporters.story import message
from gklint.reporters.suspects import related, suspicions
from gklint.reporters.wording import Words
from gklint.start.records import dataclass

ELSEWHERE = 5
"""More places than this are counted: the arithmetic names them all."""


@dataclass(frozen=True, slots=True)
class Remark:
    """*lines* for the characters at *location*, printed as *raw*; *is_suspect*: this figure is probably wrong."""

    location: Location
    raw: str
    lines: tuple[str, ...]
    is_suspect: bool = False


def remarks(audit: Audit, words: Words) -> Iterator[Remark]:
    """One for each operand of each live finding; one at the finding's place where it speaks of no figure."""
    if audit.ledger is None:
        return
    for finding in audit.findings:
        if finding.is_live and finding.path == audit.path:
            yield from _of(finding, audit.ledger, words)


def operands(finding: Finding) -> tuple[Figure, ...]:
    """The figures of all broken relations of *finding*, each once."""
    return tuple(figure for _, figure in finding.operands)


def _of(finding: Finding, ledger: Ledger, words: Words) -> Iterator[Remark]:
    figures = operands(finding)
    suspect = next((suspect.figure.id for suspect in finding.suspects if suspect.confident), None)
    told = _told(finding, ledger, words)
    if not figures:
        yield Remark(finding.location, finding.quote.exact, (_head(finding, words, is_suspect=False), *told))
    for figure in figures:
        others = sorted((f for f in figures if f.id != figure.id), key=lambda other: other.id != suspect)
        places = [_seen_from(figure, other, ledger, words) for other in others]
        is_suspect = figure.id == suspect
        head = _head(finding, words, is_suspect=is_suspect)
        yield Remark(ledger.locate(figure), figure.raw, (head, *told, *_elsewhere(places, words)), is_suspect)


def _head(finding: Finding, words: Words, *, is_suspect: bool) -> str:
    severity = words(f"severity.{finding.severity.word}")
    head = words("remark.head", severity=severity, code=finding.rule.code, title=words.of(finding.rule.title))
    return head + words("remark.suspect") if is_suspect else head


def _told(finding: Finding, ledger: Ledger, words: Words) -> list[str]:
    """The arithmetic, what has the same cause, the suspect, what to verify; a line that says no more is left out."""
    lines = [message(finding, words), *related(finding, words), *suspicions(finding, ledger, words)]
    lines += [asked] if (asked := advice(finding, words)) else []
    return [line for line in dict.fromkeys(lines) if line != words.of(finding.rule.title)]


def _seen_from(here: Figure, other: Figure, ledger: Ledger, words: Words) -> str:
    """The place of *other*; inside one table the row says enough."""
    where = place(ledger, other, words)
    if here.cell and other.cell and here.cell.table == other.cell.table:
        where = f"{words('place.row', row=other.cell.row + 1)} {label(other)}".strip()
    return words("at", place=where, raw=clip(one_line(other.raw), 24) or words("cell.blank"))


def _elsewhere(places: list[str], words: Words) -> Iterator[str]:
    shown = places if len(places) <= ELSEWHERE else places[: ELSEWHERE - 1]
    if shown:
        more = words("remark.more", count=len(places) - len(shown)) if len(places) > len(shown) else ""
        yield words("remark.elsewhere", places=words("remark.joint").join(shown)) + more
