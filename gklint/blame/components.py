"""
Which broken claims may have one cause.

Those that share a figure, or figures that a claim which holds calls one; and those that one slip of place may have
broken, because a value which would mend the one stands beside its figure, in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gklint.blame.evidence import Evidence
from gklint.blame.lines import Lines
from gklint.blame.solve import values
from gklint.model.claim import Verdict
from gklint.model.relation import Same

TOGETHER = ("swapped:", "detail:")
"""Beginnings of notes that claims share if they are to be told as one."""


def components(evidence: Evidence, lines: Lines, broken: Sequence[int]) -> list[tuple[int, ...]]:
    """*broken*, in order, as sets that have no cause in common."""
    sets = _Sets()
    for number in broken:
        sets.join(evidence.members[number])
    for number in evidence.touched(sorted(sets.known)):
        outcome = evidence.outcomes[number]
        if outcome.verdict is Verdict.PASS and isinstance(outcome.claim.relation, Same):
            sets.join(evidence.members[number])
    for alike in _bonded(evidence, broken):
        sets.join(alike)
    if len({sets.root(evidence.members[number][0]) for number in broken}) > 1:
        for pair in _misplaced(evidence, lines, broken):
            sets.join(pair)
    found: dict[int, list[int]] = {}
    for number in sorted(broken):
        found.setdefault(sets.root(evidence.members[number][0]), []).append(number)
    return [tuple(numbers) for numbers in found.values()]


def _bonded(evidence: Evidence, broken: Sequence[int]) -> Iterator[list[int]]:
    """One figure of each claim of those that say themselves that they belong together."""
    found: dict[str, list[int]] = {}
    for number in broken:
        for note in evidence.claim(number).notes:
            if note.startswith(TOGETHER):
                found.setdefault(note, []).append(evidence.members[number][0])
    yield from found.values()


def _misplaced(evidence: Evidence, lines: Lines, broken: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbours of two broken claims, one of which has the value that the other should."""
    known = {member for number in broken for member in evidence.members[number]}
    for number in broken:
        if not evidence.is_equation(number):
            continue
        for member in evidence.members[number]:
            figure = evidence.figures[member]
            beside = [other for other in lines.neighbours(figure) if other.id in known and other.numeral]
            if beside:
                meant = set(values(evidence, number, figure, {}))
                yield from ((member, other.id) for other in beside if other.numeral and other.numeral.value in meant)


class _Sets:
    """Figures in sets that only ever grow together."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    @property
    def known(self) -> tuple[int, ...]:
        return tuple(self._parents)

    def root(self, figure: int) -> int:
        while self._parents.setdefault(figure, figure) != figure:
            self._parents[figure] = figure = self._parents[self._parents[figure]]
        return figure

    def join(self, figures: Iterable[int]) -> None:
        first, *rest = map(self.root, figures)
        for other in rest:
            self._parents[self.root(other)] = self.root(first)
