"""
Moves of place: two neighbours exchanged, a piece of a row or column that slid by one.

They are moves of their own: changing one figure at a time never finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gklint.blame import priors
from gklint.blame.channel import LN
from gklint.blame.evidence import Evidence
from gklint.blame.lines import Line, Lines, index
from gklint.blame.move import Move
from gklint.blame.solve import values
from gklint.blame.substitution import Changes
from gklint.model.figure import Figure
from gklint.model.finding import Reason, Slip
from gklint.model.interval import Exact

LONGEST = 12
"""Cells of the longest piece that is supposed to have slid."""


class Places:
    """Exchanges and shifts of what stands side by side."""

    def __init__(self, evidence: Evidence, lines: Lines) -> None:
        self._evidence = evidence
        self._lines = lines

    def exchanged(self, figure: Figure, value: Exact | None, changes: Changes) -> Iterator[Move]:
        """*figure* and the neighbours that have just the *value* which it should have; None: whatever they have."""
        for other in self._lines.neighbours(figure):
            if other.id not in changes and other.numeral and value in (None, other.numeral.value):
                yield self._exchange(figure, other)

    def _exchange(self, one: Figure, two: Figure) -> Move:
        first, second = sorted((one, two), key=lambda figure: figure.id)
        changes = tuple(
            (figure.id, other.numeral.value) for figure, other in ((first, second), (second, first)) if other.numeral
        )
        reasons = ((first.id, Reason(Slip.EXCHANGED, second)), (second.id, Reason(Slip.EXCHANGED, first)))
        return Move(changes, priors.FAULT + priors.MISTAKEN_PLACE + priors.WHICH_WAY, reasons)

    def within(self, target: int, changes: Changes) -> Iterator[Move]:
        """Neighbours exchanged on different sides of one sum, where no other sum says what either should be."""
        evidence = self._evidence
        for row in evidence.rows(target) or ():
            if not row.is_equation:
                continue
            total = evidence.total(row, changes)
            for member, weight in row.weights.items():
                figure = evidence.figures[member]
                for other in self._lines.neighbours(figure):
                    rest = row.weights.get(other.id)
                    if rest is None or other.id < member or rest == weight or not (figure.numeral and other.numeral):
                        continue
                    apart = other.numeral.value - figure.numeral.value
                    if total + (weight - rest) * apart == 0 and not {member, other.id} & changes.keys():
                        yield self._exchange(figure, other)

    def shifted(self, figure: Figure, value: Exact, broken: Sequence[int], changes: Changes) -> Iterator[Move]:
        """Pieces of a row or column that slid by one place, so that *value* now stands beside *figure*."""
        if not value:
            return
        for line in self._lines.of(figure):
            at = index(line, figure)
            if at is None:
                continue
            for way in (line, line[::-1]):
                place = at if way is line else len(line) - 1 - at
                after = way[place + 1] if place + 1 < len(way) else None
                if after is not None and after.numeral and after.numeral.value == value:
                    yield from self._pieces(way, place, broken, changes)

    def _pieces(self, line: Line, place: int, broken: Sequence[int], changes: Changes) -> Iterator[Move]:
        """A piece that starts at a 0 (the place that it left) at or before *place*, and ends behind it."""
        values = [figure.numeral.value if figure.numeral else None for figure in line]
        for start in range(place, max(-1, place - LONGEST), -1):
            if values[start] != 0:
                continue
            for stop in range(place + 1, min(len(line), start + LONGEST)):
                back = {line[k].id: value for k in range(start, stop) if (value := values[k + 1]) is not None}
                if back.keys() & changes.keys() or line[stop].id in changes:
                    continue
                yield from self._slid(line[start : stop + 1], {**changes, **back}, back, broken)

    def _slid(self, piece: Line, after: Changes, back: dict[int, Exact], broken: Sequence[int]) -> Iterator[Move]:
        last = piece[-1]
        lost = [
            value
            for number in self._evidence.claims_of.get(last.id, ())
            if number in broken and not self._evidence.holds(number, after)
            for value in values(self._evidence, number, last, after)
        ]
        reasons = tuple((one.id, Reason(Slip.SHIFTED, two)) for one, two in pairwise(piece))
        score = priors.FAULT + 2 * priors.MISTAKEN_PLACE + priors.WHICH_WAY - LN[min(len(piece), 19)]
        for value in dict.fromkeys([*lost, last.numeral.value if last.numeral else 0]):
            meant = {**back, last.id: value}
            changed = tuple(
                (one.id, meant[one.id]) for one in piece if one.numeral and one.numeral.value != meant[one.id]
            )
            if len(changed) > 1:
                told = {figure for figure, _ in changed}
                yield Move(tuple(sorted(changed)), score, tuple(pair for pair in reasons if pair[0] in told))
