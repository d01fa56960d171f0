"""
Outcomes -> Findings: each broken relation told once, at the place to look first.

Naming the figure that is probably wrong is the next thing to live here; today a finding lists its operands only.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gklint.errors import ReadError
from gklint.model.claim import Outcome, Verdict
from gklint.model.document import Location, Span, Table, TextLocation
from gklint.model.figure import Figure, Quote
from gklint.model.finding import Finding
from gklint.model.ledger import Ledger
from gklint.model.relation import AtLeastZero, Cover, Required, Subset
from gklint.model.rule import Rule, Severity
from gklint.severity import severity

Graded = tuple[Severity, Outcome]
TOGETHER = ("swapped:", "detail:")
"""Beginnings of notes that claims share if they are to be told as one."""


def findings(ledger: Ledger, outcomes: Iterable[Outcome]) -> tuple[Finding, ...]:
    """The findings of one document, in the order of their places, then codes; ids are unique among them."""
    found = [_finding(ledger, group) for group in _groups(outcomes)]
    found.sort(key=lambda pair: (pair[0], pair[1].rule.code))
    return tuple(_named([finding for _, finding in found]))


def unread(rule: Rule, path: str, error: ReadError) -> Finding:
    """The finding for a document that could not be read at all."""
    finding = Finding(
        rule=rule,
        severity=Severity.NOTE,
        path=path,
        location=TextLocation(1, 1, 1, 1),
        quote=Quote("", "", ""),
        message=f"unread-{error.obstacle}",
        args={"detail": error.detail},
        fingerprint=_digest(rule.id, path),
        values=_digest(rule.id, path),
    )
    return replace(finding, id=finding.fingerprint[:8])


def _groups(outcomes: Iterable[Outcome]) -> Iterator[list[Graded]]:
    """
    Failed outcomes that deserve a finding; relations broken between the very same figures are one fault (a list
    above its whole breaks both the bound and the expected sum), the most severe first. So are claims that say that they
    belong together: two comparisons that an exchange broke (``claims/crosscheck/swap.py``), a sum and its terms.
    """
    groups: dict[object, list[Graded]] = {}
    for index, outcome in enumerate(outcomes):
        if outcome.verdict is not Verdict.FAIL:
            continue
        degree = severity(outcome)
        if degree is None:
            continue
        figures = frozenset(figure.id for _, figure in outcome.operands)
        is_template = isinstance(outcome.claim.relation, Required)
        together = next((note for note in outcome.claim.notes if note.startswith(TOGETHER)), None)
        groups.setdefault(together or (index if is_template else figures), []).append((degree, outcome))
    for group in groups.values():
        yield sorted(group, key=lambda graded: (-graded[0], graded[1].claim.rule.code))


def _finding(ledger: Ledger, group: list[Graded]) -> tuple[tuple[int, int, int], Finding]:
    degree, first = group[0]
    figures = [figure for _, figure in first.operands]
    block, location, quote = _place(ledger, first, figures)
    key = _key(ledger, first, figures)
    values = "|".join(figure.raw if figure.numeral is None else str(figure.numeral.value) for figure in figures)
    finding = Finding(
        rule=first.claim.rule,
        severity=degree,
        path=ledger.document.name,
        location=location,
        quote=quote,
        message=_message(first),
        args=_args(first),
        outcomes=tuple(outcome for _, outcome in group),
        confidence={Severity.ERROR: "certain", Severity.WARNING: "probable", Severity.NOTE: "possible"}[degree],
        fingerprint=_digest(first.claim.rule.id, key),
        values=_digest(first.claim.rule.id, key, values),
    )
    cell = figures[0].cell if figures else None
    order = (block, cell.row if cell else 0, cell.column if cell else figures[0].span.start if figures else 0)
    return order, finding


def _place(ledger: Ledger, outcome: Outcome, figures: list[Figure]) -> tuple[int, Location, Quote]:
    """Where to look first: the part that breaks its whole, else the first operand, else the block itself."""
    if figures:
        first = outcome.breach or figures[0]
        return first.block, ledger.locate(first), ledger.quote(first)
    relation = outcome.claim.relation
    block = relation.block if isinstance(relation, Required) else 0
    if not ledger.document.blocks:
        return 0, TextLocation(1, 1, 1, 1), Quote("", "", "")
    block = min(max(block, 0), len(ledger.document.blocks) - 1)
    item = ledger.document.blocks[block]
    if isinstance(item, Table):
        cell = next((cell for row in item.grid for cell in row if cell and cell.text), None)
        if cell is None:
            return block, TextLocation(1, 1, 1, 1), Quote("", "", "")
        return block, cell.origin.locate(Span(0, len(cell.text))), Quote("", cell.text[:48], "")
    return block, item.origin.locate(Span(0, len(item.text))), Quote("", item.text[:48], "")


def _message(outcome: Outcome) -> str:
    match outcome.claim.relation:
        case Required(element=element):
            return f"required-{element}"
        case Cover() | Subset() if outcome.breach:
            return "part-above-whole"
        case AtLeastZero():
            return "below-zero"
        case relation:
            return f"{type(relation).__name__.lower()}-broken"


def _args(outcome: Outcome) -> dict[str, str]:
    args = {"about": outcome.claim.about}
    if outcome.difference is not None:
        args["left"] = str(outcome.left)
        args["right"] = str(outcome.right)
        args["difference"] = str(outcome.difference)
    if isinstance(outcome.claim.relation, Required):
        args["details"] = "、".join(outcome.claim.relation.details)
    return args


def _key(ledger: Ledger, outcome: Outcome, figures: list[Figure]) -> str:
    """What the finding means: who, when, which form, which indicators; no place and no value."""
    names = [figure.indicator or _label(figure) for figure in figures]
    relation = outcome.claim.relation
    if isinstance(relation, Required):
        names.append(relation.element)
    form = ledger.form.id if ledger.form else ""
    return "|".join((form, ledger.subject or "", str(ledger.year or ""), outcome.claim.about, *names))


def _label(figure: Figure) -> str:
    return f"{figure.cell.row_label}×{figure.cell.column_label}" if figure.cell else ""


def _digest(*texts: str) -> str:
    joined = "\n".join("".join(text.split()) for text in texts)
    return hashlib.sha256(joined.encode()).hexdigest()[:32]


def _named(found: list[Finding]) -> Iterator[Finding]:
    """Give each finding its id; faults with equal meaning are numbered in the order of their places."""
    seen: Counter[str] = Counter()
    for finding in found:
        seen[finding.fingerprint] += 1
        count = seen[finding.fingerprint]
        if count > 1:
            finding = replace(finding, fingerprint=_digest(finding.fingerprint, str(count)))
        yield replace(finding, id=finding.fingerprint[:8])
