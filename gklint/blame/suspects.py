"""The figures that may be at fault, ranked: each with the best explanation that blames it."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.blame.evidence import Evidence
from gklint.blame.move import Move
from gklint.blame.reasons import reasons
from gklint.blame.substitution import Changes
from gklint.model.figure import Figure
from gklint.model.finding import Reason, Slip
from gklint.model.interval import Exact
from gklint.start.records import dataclass

SHOWN = 5
"""Suspects beyond the fifth help nobody."""


@dataclass(frozen=True, slots=True)
class Rival:
    """
    A move beside the other *changes* of an explanation, the score of that explanation, what the move alone repairs and
    breaks.
    """

    move: Move
    changes: Changes
    score: int
    repairs: frozenset[int]
    breaks: frozenset[int]

    @property
    def gain(self) -> int:
        return len(self.repairs) - len(self.breaks)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure under suspicion, as the best explanation that blames it has it; *repairs* are numbers of claims."""

    figure: Figure
    confident: bool = False
    suggest: Exact | None = None
    reasons: tuple[Reason, ...] = ()
    repairs: tuple[int, ...] = ()


def ranked(
    evidence: Evidence,
    claims: Sequence[int],
    rivals: Sequence[Rival],
    chosen: Rival | None,
    *,
    is_sure: bool,
    is_lost: bool,
) -> tuple[Candidate, ...]:
    """
    Operands of *claims*, those first whom *chosen* blames, with confidence if *is_sure*; then by the best of *rivals*
    that blames them, then as they stand. *is_lost*: the search was cut short, so that a rank says little.
    """
    operands = {member: evidence.figures[member] for number in claims for member in evidence.members[number]}
    found: dict[int, Candidate] = {}
    for rival in rivals if chosen is None else (chosen, *rivals):
        fits = _fits(evidence, rival, claims, operands)
        for member, value in rival.move.changes:
            if member in operands and member not in found:
                figure = operands[member]
                why = reasons(evidence, figure, value, rival.move, claims)
                # One of several figures of a rival's move: its value alone, without a word why, would mislead.
                speaks = fits and (rival is chosen or bool(why) or len(rival.move.changes) == 1)
                found[member] = Candidate(
                    figure,
                    confident=is_sure and rival is chosen,
                    suggest=value if speaks else None,
                    reasons=(*why, Reason(Slip.UNLOCATED)) if is_lost else why,
                    repairs=tuple(sorted(rival.repairs)),
                )
    for member, figure in operands.items():
        if figure.numeral is not None:
            found.setdefault(member, Candidate(figure, reasons=(Reason(Slip.UNLOCATED),) if is_lost else ()))
    return tuple(found.values())[:SHOWN]


def _fits(evidence: Evidence, rival: Rival, claims: Sequence[int], operands: dict[int, Figure]) -> bool:
    """
    Whether typing in the values of *rival* at the operands makes everything agree, by the verdict of ``judge``; what
    other faults have broken may stay so.
    """
    move = rival.move
    if not move.unique or rival.breaks or not rival.repairs.issuperset(claims):
        return False
    typed = {**rival.changes, **{member: value for member, value in move.changes if member in operands}}
    due = [number for number in evidence.touched(move.figures) if number in claims or evidence.holds(number, {})]
    return all(evidence.confirmed(number, typed) for number in due)
