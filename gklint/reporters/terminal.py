"""
The report for a person at a terminal: one line for the fault, one for the arithmetic, then the places.

Only glyphs that a GBK console has; colour repeats what the words say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from gklint.model.document import Heading
from gklint.model.figure import Figure
from gklint.model.finding import Finding, Report, Standing
from gklint.model.ledger import Ledger
from gklint.model.relation import Required
from gklint.model.rule import Severity
from gklint.reporters.advice import advice
from gklint.reporters.display import clip, one_line, paint, width, wrap
from gklint.reporters.places import names, place, rows_of, spot
from gklint.reporters.story import message, required
from gklint.reporters.style import Style
from gklint.reporters.summary import summary
from gklint.reporters.suspects import related, suspicions
from gklint.reporters.wording import Words

INDENT = "  "
SHOWN_PLACES = 5
SHOWN_OPERANDS = 12
SHOWN_UNREAD = 10


def render(report: Report, style: Style) -> str:
    """Every document that has findings, those that were not read in one line, then the summary."""
    words = Words(style.language)
    lines: list[str] = []
    for audit in report.audits:
        live = tuple(finding for finding in audit.findings if finding.is_live)
        if audit.ledger is not None and live:
            lines += [_header(audit.path, audit.ledger, words, style), ""]
            lines += _findings(live, audit.ledger, words, style)
    unread = [f for audit in report.audits if audit.ledger is None for f in audit.findings if f.is_live]
    lines += _listed_unread(unread, words, style)
    lines += [""] * bool(unread)
    lines += summary(report, words)
    return "".join(f"{line}\n" for line in lines)


def _header(path: str, ledger: Ledger, words: Words, style: Style) -> str:
    form = words.of(ledger.form.title) if ledger.form else words("header.no-form")
    title = " · ".join(part for part in (_title(ledger), form) if part)
    return f"{paint(one_line(path), 'strong', colour=style.colour)}  {title}"


def _listed_unread(findings: Sequence[Finding], words: Words, style: Style) -> Iterator[str]:
    """One line each; of many of one kind, such as a folder of workbooks, the first few and how many more there are."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule.code, []).append(finding)
    for alike in by_rule.values():
        yield from (_unread(finding, words, style) for finding in alike[:SHOWN_UNREAD])
        if len(alike) > SHOWN_UNREAD:
            yield INDENT + words("unread-more", count=len(alike) - SHOWN_UNREAD)


def _unread(finding: Finding, words: Words, style: Style) -> str:
    severity = words(f"severity.{finding.severity.word}")
    told = words("at", place=one_line(finding.path), raw=message(finding, words))
    return f"{paint(severity, finding.severity.word, colour=style.colour)} {finding.rule.code} {told}"


def _title(ledger: Ledger) -> str:
    """The document's first heading, else its subject and year."""
    heading = next((block.text for block in ledger.document.blocks if isinstance(block, Heading)), "")
    title = one_line(heading) or " ".join(str(part) for part in (ledger.subject, ledger.year) if part)
    return clip(title, 48)


def _findings(findings: tuple[Finding, ...], ledger: Ledger, words: Words, style: Style) -> Iterator[str]:
    """
    Findings by place. Notes of one rule are told once, at the first of them, with the places of the others: a
    table with forty blank cells is one thing to a reader.
    """
    notes: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.NOTE:
            notes.setdefault(finding.rule.code, []).append(finding)
    for finding in findings:
        group = [finding] if finding.severity is not Severity.NOTE else notes.pop(finding.rule.code, [])
        if group:
            yield from _finding(finding, ledger, words, style, alike=group[1:])
            yield ""


def _finding(finding: Finding, ledger: Ledger, words: Words, style: Style, *, alike: list[Finding]) -> Iterator[str]:
    yield _headline(finding, words, style, repeated=len(alike) + 1)
    for line in wrap(_body(finding, words), style.width - len(INDENT)):
        yield INDENT + line
    notes = [*_places(finding, ledger, words)]
    notes += [f"{spot(other.location, words)} {_body(other, words)}".strip() for other in alike[:SHOWN_PLACES]]
    if len(alike) > SHOWN_PLACES:
        notes.append(words("more-places", count=len(alike) - SHOWN_PLACES))
    notes += _reasons(finding, ledger, words, style)
    yield from _tree(notes, style)


def _body(finding: Finding, words: Words) -> str:
    """What the headline, which has the rule's title, does not say yet."""
    if finding.outcomes and isinstance(relation := finding.outcomes[0].claim.relation, Required):
        return required(finding.outcomes[0], relation, words)
    return message(finding, words)


def _headline(finding: Finding, words: Words, style: Style, *, repeated: int) -> str:
    severity = words(f"severity.{finding.severity.word}")
    rule = finding.rule
    more = words("repeated", count=repeated) if repeated > 1 else ""
    more += words("standing.updated") if finding.standing is Standing.UPDATED else ""
    left = f"{severity} {rule.code} {rule.id.rsplit('/', 1)[-1]}  {words.of(rule.title)}{more}"
    room = style.width - len(finding.id) - 2
    text = clip(left, room)
    gap = " " * max(2, style.width - width(text) - len(finding.id))
    coloured = text.replace(severity, paint(severity, finding.severity.word, colour=style.colour), 1)
    return coloured + gap + paint(finding.id, "faint", colour=style.colour)


def _places(finding: Finding, ledger: Ledger, words: Words) -> Iterator[str]:
    """Where each operand stands: the first alone, then the others, those of one row or column together."""
    figures = [figure for outcome in finding.outcomes[:1] for _, figure in outcome.operands]
    if not figures:
        exact = clip(one_line(finding.quote.exact), 60)
        elsewhere = "" if finding.path == ledger.document.name else finding.path
        yield f"{elsewhere} {spot(finding.location, words)} {exact}".strip()
        return
    first, rest = figures[0], figures[1:]
    yield _at(first, ledger, words)
    if isinstance(finding.outcomes[0].claim.relation, Required):
        return
    for _, group in groupby(rest, key=lambda figure: (figure.cell is not None, figure.block)):
        together = list(group)
        if together[0].cell is None:
            yield from (_at(figure, ledger, words) for figure in together)
        else:
            beside = first.cell and all(f.cell and f.cell.row == first.cell.row for f in together)
            where = "" if beside else f"{rows_of(together, words)}  "
            yield where + _row(together, words)


def _at(figure: Figure, ledger: Ledger, words: Words) -> str:
    return words("at", place=place(ledger, figure, words), raw=clip(one_line(figure.raw), 60) or words("cell.blank"))


def _row(figures: list[Figure], words: Words) -> str:
    named = list(zip(names(figures), figures, strict=True))
    if len(named) > SHOWN_OPERANDS:
        named = [pair for pair in named if pair[1].numeral is None or pair[1].numeral.value]
    shown = [f"{name} {one_line(figure.raw) or words('cell.blank')}" for name, figure in named[:SHOWN_OPERANDS]]
    if len(named) > SHOWN_OPERANDS:
        return " · ".join(shown) + words("terms", count=len(figures))
    zeros = len(figures) - len(named)
    return " · ".join(shown) + (words("zeros", count=zeros) if zeros else "")


def _reasons(finding: Finding, ledger: Ledger, words: Words, style: Style) -> Iterator[str]:
    """What has the same cause, the suspect, the basis of the relation, and what to verify."""
    yield from related(finding, words)
    yield from suspicions(finding, ledger, words)
    if finding.rule.source and finding.rule.kind not in ("reading", "upkeep"):
        yield clip(words("source", source=one_line(finding.rule.source)), style.width - len(INDENT) - 3)
    if not finding.outcomes:
        return
    claim = finding.outcomes[0].claim
    if claim.evidence is not None:
        yield words("evidence", obeying=claim.evidence[0], all=claim.evidence[1])
    if asked := advice(finding, words):
        yield asked


def _tree(notes: list[str], style: Style) -> Iterator[str]:
    """
    ::

        ┌─ first
        ├─ second, which is
        │  too long for a line
        └─ last
    """
    for index, note in enumerate(notes):
        last = index == len(notes) - 1
        mark = "└─" if last else "├─" if index else "┌─"
        bar = " " if last else "│"
        for number, line in enumerate(wrap(note, style.width - len(INDENT) - 3)):
            yield f"{INDENT}{mark} {line}" if number == 0 else f"{INDENT}{bar}  {line}"
