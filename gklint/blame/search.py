"""
Best-first search for the faults that explain the broken claims of one component.

The broken claim with the fewest figures is taken first: whatever explains it must change one of them, so that the
search branches there and nowhere else. The number of questions asked is bounded, not the time: same document, same
answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.blame import priors
from gklint.blame.evidence import MOVE_COST, Evidence
from gklint.blame.move import Move
from gklint.blame.moves import Moves
from gklint.model.interval import Exact
from gklint.start.records import dataclass

BEAM = 12
DEPTH = 4
BUDGET = 6_000
"""Questions (in the units of ``evidence``) per component, about 50 ms."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """
    Some *moves*, what they would change, which claims are *broken* then, and which of them are *left* unexplained.
    *score* in thousandths of a nat, without what the broken claims that are left over cost.
    """

    moves: tuple[Move, ...]
    broken: frozenset[int]
    left: frozenset[int] = frozenset()
    score: int = 0

    @property
    def changes(self) -> dict[int, Exact]:
        return {figure: value for move in self.moves for figure, value in move.changes}


class Search:
    """One component: *initial* are its broken claims, in order."""

    def __init__(self, evidence: Evidence, moves: Moves, initial: Sequence[int]) -> None:
        self._evidence = evidence
        self._moves = moves
        self._initial = frozenset(initial)
        self._limit = evidence.spent + BUDGET
        self.start = Hypothesis((), self._initial)

    @property
    def exhausted(self) -> bool:
        """Whether the bound on questions was reached, so that better explanations may have been missed."""
        return self._evidence.spent > self._limit

    def explanations(self) -> list[Hypothesis]:
        """Explanations of the whole component, the best first; at least the one that explains nothing."""
        beam = [self.start]
        found: dict[object, Hypothesis] = {}
        self._keep(found, self.closed(self.start))
        for _ in range(DEPTH):
            children: dict[object, Hypothesis] = {}
            for hypothesis in beam:
                for child in self.children(hypothesis):
                    self._keep(children, child)
            for child in children.values():
                self._keep(found, self.closed(child))
            best = max(hypothesis.score for hypothesis in found.values())
            promising = [child for child in children.values() if self._promise(child) > best - priors.CONFIDENT]
            beam = sorted(promising, key=self._rank)[:BEAM]
            if not beam:
                break
        return sorted(found.values(), key=self._rank)

    def _keep(self, known: dict[object, Hypothesis], one: Hypothesis) -> None:
        """Of two that say the same, the likelier."""
        key = tuple(sorted(one.changes.items())), tuple(sorted(one.left))
        if key not in known or known[key].score < one.score:
            known[key] = one

    def _promise(self, hypothesis: Hypothesis) -> int:
        """More than any explanation that goes on from *hypothesis* can score; nothing where all is explained."""
        rest = hypothesis.broken & self._initial - hypothesis.left
        if not rest:
            return -(10**9)
        return hypothesis.score + priors.LIKELIEST + sum(self._worth(number) for number in rest)

    def children(self, hypothesis: Hypothesis) -> Iterator[Hypothesis]:
        """Each move on the narrowest broken claim, and that claim left as it is."""
        unexplained = sorted(hypothesis.broken & self._initial - hypothesis.left)
        if not unexplained or self.exhausted:
            return
        target = min(unexplained, key=lambda number: (len(self._evidence.members[number]), number))
        tried = set()
        for move in self._moves.on(target, unexplained, hypothesis.changes):
            if (move.changes, move.score) in tried:
                continue
            tried.add((move.changes, move.score))
            child = self.moved(hypothesis, move)
            if len(child.broken & self._initial) < len(hypothesis.broken & self._initial):
                yield child
        cost = self._loss(target)
        yield Hypothesis(hypothesis.moves, hypothesis.broken, hypothesis.left | {target}, hypothesis.score - cost)

    def moved(self, hypothesis: Hypothesis, move: Move) -> Hypothesis:
        """*hypothesis* with one more fault undone."""
        evidence = self._evidence
        evidence.spent += MOVE_COST
        changes = {**hypothesis.changes, **dict(move.changes)}
        touched = evidence.touched(move.figures)
        failing = {number for number in touched if not evidence.holds(number, changes)}
        broken = hypothesis.broken - set(touched) | failing
        score = hypothesis.score + move.score
        score += sum(self._worth(number) for number in hypothesis.broken - broken)
        score -= sum(self._worth(number) for number in broken - hypothesis.broken)
        return Hypothesis((*hypothesis.moves, move), broken, hypothesis.left, score)

    def _worth(self, number: int) -> int:
        if number in self._evidence.echoes:
            return 0
        return priors.AGREES if number in self._initial else priors.broken_anew(self._evidence.claim(number))

    def closed(self, hypothesis: Hypothesis) -> Hypothesis:
        """*hypothesis* with everything that is still broken left so."""
        rest = hypothesis.broken & self._initial - hypothesis.left
        cost = sum(self._loss(number) for number in rest)
        return Hypothesis(hypothesis.moves, hypothesis.broken, hypothesis.left | rest, hypothesis.score - cost)

    def _loss(self, number: int) -> int:
        return 0 if number in self._evidence.echoes else priors.left(self._evidence.claim(number))

    def _rank(self, hypothesis: Hypothesis) -> tuple[int, list[tuple[int, Exact]]]:
        return -hypothesis.score, sorted(hypothesis.changes.items())
