"""Values that stand where another should because they were copied, or left there from an earlier year."""

from __future__ import annotations

from gklint.blame import priors
from gklint.blame.evidence import Evidence
from gklint.blame.lines import Lines
from gklint.model.figure import Figure
from gklint.model.finding import Reason, Slip

EARLIER = ("上年", "去年", "上一年", "前一年", "last year", "previous", "prior")
"""Words in a column's label that say that its values are of an earlier year."""

LEAST = 10
"""Smaller numbers repeat their neighbours by chance."""


def repeated(evidence: Evidence, lines: Lines, figure: Figure) -> tuple[int, Reason | None]:
    """How likely the print of *figure* is a copy of a neighbour's, with that neighbour; no reason if it is none."""
    value = figure.numeral.value if figure.numeral else 0
    if -LEAST < value < LEAST:
        return 0, None
    for other in lines.neighbours(figure):
        if other.numeral and other.numeral.value == value and not _belong(evidence, figure, other):
            label = other.cell.column_label.lower() if other.cell else ""
            slip = Slip.STALE if any(word in label for word in EARLIER) else Slip.COPIED
            return priors.REPEATED, Reason(slip, other)
    return 0, None


def _belong(evidence: Evidence, one: Figure, two: Figure) -> bool:
    """Whether the two may well be equal: a total beside its only part that is not zero."""
    for number in evidence.claims_of.get(one.id, ()):
        if any(row.weights.get(one.id, 0) * row.weights.get(two.id, 0) < 0 for row in evidence.rows(number) or ()):
            return True
    return False
