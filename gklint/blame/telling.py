"""One Finding for the broken relations that have one cause: which of them tells it, and where to look first."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.blame import fingerprints
from gklint.blame.evidence import RANK
from gklint.model.claim import Outcome
from gklint.model.document import Location, Span, Table, TextLocation
from gklint.model.figure import Figure, Quote
from gklint.model.finding import Finding, Suspect
from gklint.model.ledger import Ledger
from gklint.model.relation import AtLeastZero, Cover, Required, Subset
from gklint.model.rule import Severity

Graded = tuple[Severity, Outcome]
Place = tuple[int, int, int]
"""Block, row, column or character: findings are told in this order."""

CONFIDENCE = {Severity.ERROR: "certain", Severity.WARNING: "probable", Severity.NOTE: "possible"}


def told(ledger: Ledger, group: Sequence[Graded], suspects: tuple[Suspect, ...] = ()) -> tuple[Place, Finding]:
    """The finding of *group*, as its most severe and best founded relation tells it, and its place."""
    ranked = sorted(group, key=_precedence)
    degree, first = ranked[0]
    figures = [figure for _, figure in first.operands]
    block, location, quote = _place(ledger, first, figures, suspects)
    finding = Finding(
        rule=first.claim.rule,
        severity=degree,
        path=ledger.document.name,
        location=location,
        quote=quote,
        message=_message(first),
        args=_args(first),
        outcomes=tuple(outcome for _, outcome in ranked),
        suspects=suspects,
        confidence=CONFIDENCE[degree],
        fingerprint=fingerprints.fingerprint(ledger, first),
        values=fingerprints.values(ledger, [outcome for _, outcome in ranked]),
    )
    cell = figures[0].cell if figures else None
    return (block, cell.row if cell else 0, cell.column if cell else figures[0].span.start if figures else 0), finding


def _precedence(graded: Graded) -> tuple[object, ...]:
    degree, outcome = graded
    ids = tuple(figure.id for _, figure in outcome.operands)
    return -degree, RANK[outcome.claim.basis], outcome.claim.rule.code, ids


def _place(
    ledger: Ledger, outcome: Outcome, figures: list[Figure], suspects: Sequence[Suspect]
) -> tuple[int, Location, Quote]:
    """
    Where to look first: the figure that is named, the part that breaks its whole, the first operand, the block itself.
    """
    if figures:
        named = next((suspect.figure for suspect in suspects if suspect.confident), None)
        first = named or outcome.breach or figures[0]
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
