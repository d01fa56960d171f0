"""Why a figure is suspected: the slip that explains its digits, the place that it lags behind."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.blame.evidence import Evidence
from gklint.blame.move import Move
from gklint.model.claim import Basis
from gklint.model.figure import Figure
from gklint.model.finding import Reason, Slip
from gklint.model.interval import Exact
from gklint.model.relation import Same

LEAST = 10
"""Smaller numbers are equal too often to mean the same."""


def reasons(evidence: Evidence, figure: Figure, value: Exact, move: Move, claims: Sequence[int]) -> tuple[Reason, ...]:
    """What speaks for *move* as far as it changes *figure* to *value*."""
    found = [reason for changed, reason in move.reasons if changed == figure.id]
    table = _table_twin(evidence, figure, value, claims)
    if table is not None:
        found.append(Reason(Slip.TEXT_BEHIND, table))
    elif not found and (other := _other_fact(evidence, figure, claims)) is not None:
        found.append(Reason(Slip.OTHER_FACT, other))
    return tuple(found)


def _other_fact(evidence: Evidence, figure: Figure, claims: Sequence[int]) -> Figure | None:
    """A cell outside *claims* that says what *figure* of the text says, where only words tie that figure to them."""
    numeral = figure.numeral
    if figure.cell is not None or numeral is None or -LEAST < numeral.value < LEAST:
        return None
    if any(evidence.claim(number).basis is Basis.DECLARED for number in claims):
        return None
    other = evidence.said(in_table=True).get(numeral.value)
    return None if other is None or any(other.id in evidence.members[number] for number in claims) else other


def _table_twin(evidence: Evidence, figure: Figure, value: Exact, claims: Sequence[int]) -> Figure | None:
    """The cell that says *value* of the same fact, if *figure* stands in the text."""
    if figure.cell is not None:
        return None
    for number in claims:
        if isinstance(evidence.claim(number).relation, Same) and figure.id in evidence.members[number]:
            for member in evidence.members[number]:
                other = evidence.figures[member]
                if other.cell is not None and other.numeral and other.numeral.value == value:
                    return other
    return None
