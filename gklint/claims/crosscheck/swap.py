"""Two figures of a text that each stand in the other's cell: one slip of the writer, told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gklint.model.claim import Basis, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.relation import Same

SWAPPED = "swapped"


def exchanged(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """*outcomes*, those of an exchange noted as such: each claim then names both figures and both cells."""
    broken = [(index, pair) for index, outcome in enumerate(outcomes) if (pair := _pair(outcome))]
    result = list(outcomes)
    taken: set[int] = set()
    for first, (text, cell) in broken:
        for second, (other_text, other_cell) in broken:
            if second <= first or {first, second} & taken:
                continue
            if _agree(text, other_cell) and _agree(other_text, cell):
                taken |= {first, second}
                for index in (first, second):
                    claim = result[index].claim
                    partners = (SWAPPED, f"{SWAPPED}:{text.id}:{other_text.id}")
                    # Two coincidences at once are none: an approximator leaves no doubt here.
                    basis = Basis.DECLARED if claim.basis is Basis.LABELLED else claim.basis
                    claim = replace(claim, basis=basis, notes=(*claim.notes, *partners))
                    result[index] = replace(result[index], claim=claim)
    return tuple(result)


def _pair(outcome: Outcome) -> tuple[Figure, Figure] | None:
    """The figure and the cell of a broken comparison."""
    relation = outcome.claim.relation
    if outcome.verdict is not Verdict.FAIL or not isinstance(relation, Same) or len(relation.mentions) != 2:
        return None
    return relation.mentions[0], relation.mentions[1]


def _agree(one: Figure, other: Figure) -> bool:
    return bool(one.bounds and other.bounds and one.bounds.meets(other.bounds))
