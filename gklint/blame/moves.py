"""
Moves: what one fault of a hand, undone, would change. Each is a set of figures with the values that were meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gklint.blame import priors
from gklint.blame.channel import slipped
from gklint.blame.evidence import Evidence
from gklint.blame.lines import Lines
from gklint.blame.meant import is_rate, likelihood
from gklint.blame.miscount import excess, miscounted
from gklint.blame.move import Move
from gklint.blame.near import Near, near
from gklint.blame.places import Places
from gklint.blame.repeats import repeated
from gklint.blame.solve import values
from gklint.blame.substitution import Changes
from gklint.model.claim import Verdict
from gklint.model.figure import Figure
from gklint.model.finding import Reason
from gklint.model.interval import Exact
from gklint.model.relation import Same

NEAR = 3
"""How many of the likeliest slips are tried where claims only say what is too much or too little."""


class Moves:
    """The moves that bear on a broken claim."""

    def __init__(self, evidence: Evidence, lines: Lines) -> None:
        self._evidence = evidence
        self._lines = lines
        self._places = Places(evidence, lines)
        self._neighbours: dict[int, tuple[Near, ...]] = {}

    def on(self, target: int, broken: Sequence[int], changes: Changes) -> Iterator[Move]:
        """Moves of the figures of claim *target*, to values that would repair it or another of *broken*."""
        evidence, places = self._evidence, self._places
        for member in evidence.members[target]:
            figure = evidence.figures[member]
            if member in changes or figure.numeral is None:
                continue
            mine = [number for number in broken if number in evidence.claims_of[member]]
            proposed: dict[Exact, list[int]] = {}
            for number in mine:
                for value in values(evidence, number, figure, changes):
                    proposed.setdefault(value, []).append(number)
            for value, numbers in proposed.items():
                yield from self._set(figure, value, numbers, changes)
                yield from places.exchanged(figure, value, changes)
                yield from places.shifted(figure, value, broken, changes)
            if figure.numeral.approximators:
                yield from places.exchanged(figure, None, changes)
            elif not any(evidence.is_equation(number) for number in mine):
                yield from self._lowered(figure, mine, changes)
                if not is_rate(figure):
                    yield from self._near(figure, mine, changes)
        yield from places.within(target, changes)

    def _set(self, figure: Figure, value: Exact, numbers: Sequence[int], changes: Changes) -> Iterator[Move]:
        numeral = figure.numeral
        way = slipped(value, numeral) if numeral else None
        if way is None:
            return
        score, slip = way
        is_bound = not any(self._evidence.settles(number) for number in numbers)
        if slip is None and not any(self._evidence.is_equation(number) for number in numbers):
            score = priors.ANY_RATE
        reason = Reason(slip) if slip else None
        others = (
            miscounted(self._evidence, self._lines, figure, value, numbers),
            repeated(self._evidence, self._lines, figure),
        )
        for other_score, other in others:
            if other is not None and other_score > score:
                score, reason = other_score, other
        score += priors.fault(figure) + likelihood(self._evidence, figure, value, numbers)
        score += priors.AT_BOUND if is_bound else 0
        reasons = ((figure.id, reason),) if reason else ()
        yield from self._repeated(Move(((figure.id, value),), score, reasons, not is_bound), changes)

    def _repeated(self, move: Move, changes: Changes) -> Iterator[Move]:
        """*move* alone, and together with the mentions that may have taken its fault over."""
        yield move
        ((figure, value),) = move.changes
        twins = self._twins(self._evidence.figures[figure], changes)
        if twins:
            copies = tuple((twin, value) for twin in twins)
            yield replace(move, changes=(*move.changes, *copies), score=move.score + priors.COPY * len(twins))

    def _twins(self, figure: Figure, changes: Changes) -> list[int]:
        """Mentions elsewhere that say the same, by claims that hold: they may repeat the fault."""
        evidence, found, queue = self._evidence, [figure.id], [figure.id]
        while queue:
            for number in evidence.claims_of[queue.pop()]:
                outcome = evidence.outcomes[number]
                if outcome.verdict is not Verdict.PASS or not isinstance(outcome.claim.relation, Same):
                    continue
                for other in evidence.members[number]:
                    same = evidence.value(other, changes) == evidence.value(figure.id, changes)
                    if other not in found and other not in changes and same:
                        found.append(other)
                        queue.append(other)
        # Cells of one table that are equal were typed each for itself.
        table = figure.cell and figure.cell.table
        others = (evidence.figures[other] for other in sorted(found[1:]))
        return [other.id for other in others if table is None or other.cell is None or other.cell.table != table]

    def _lowered(self, figure: Figure, numbers: Sequence[int], changes: Changes) -> Iterator[Move]:
        """A total above all that its parts can come to, if the excess tells how it came about."""
        for number in numbers:
            value = excess(self._evidence, number, figure, changes)
            if value is not None:
                score, reason = miscounted(self._evidence, self._lines, figure, value, (number,))
                if reason is not None:
                    score += priors.fault(figure)
                    yield from self._repeated(Move(((figure.id, value),), score, ((figure.id, reason),)), changes)

    def _near(self, figure: Figure, numbers: Sequence[int], changes: Changes) -> Iterator[Move]:
        """The likeliest slips that satisfy claims which say only what is too much or too little."""
        found = 0
        if figure.id not in self._neighbours:
            self._neighbours[figure.id] = tuple(near(figure))
        for value, score, slip in self._neighbours[figure.id]:
            after = {**changes, figure.id: value}
            if all(self._evidence.holds(number, after) for number in numbers):
                prior = priors.fault(figure) + priors.UNKNOWN
                chance = score + likelihood(self._evidence, figure, value, numbers)
                reasons = ((figure.id, Reason(slip)),) if slip else ()
                yield Move(((figure.id, value),), prior + chance, reasons, unique=False)
                found += 1
                if found == NEAR:
                    return
