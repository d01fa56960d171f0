"""
From explanations to faults: which broken claims one fault accounts for, and whom to name.

A figure is named with confidence only where the best explanation that blames another is at least three nats worse, and
where more than its length speaks for it: a slip that explains its digits, or a claim more that it repairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.blame import priors
from gklint.blame.evidence import Evidence
from gklint.blame.move import Move
from gklint.blame.moves import Moves
from gklint.blame.search import Hypothesis, Search
from gklint.blame.suspects import Candidate, Rival, ranked
from gklint.model.interval import Exact
from gklint.start.records import dataclass

NEVER = -(10**9)


@dataclass(frozen=True, slots=True)
class Fault:
    """Numbers of broken claims that have one cause, and who may have caused it, the likeliest first."""

    claims: tuple[int, ...]
    candidates: tuple[Candidate, ...]


def faults(evidence: Evidence, moves: Moves, component: Sequence[int]) -> Iterator[Fault]:
    """The faults that the best explanation of *component* names, then what it leaves, claim by claim."""
    search = Search(evidence, moves, component)
    explanations = search.explanations()
    best = explanations[0]
    rest = set(component)
    for move in best.moves:
        base = _undone(search, best, move)
        claims = tuple(sorted((base.broken & rest) - best.broken))
        if not claims:
            continue
        rest.difference_update(claims)
        chosen = _rival(search, base, move)
        rivals = [chosen, *_rivals(moves, search, base, claims)]
        is_sure = not search.exhausted and _is_sure(evidence, chosen, rivals, explanations)
        yield Fault(claims, ranked(evidence, claims, rivals, chosen, is_sure=is_sure, is_lost=search.exhausted))
    for claims in evidence.alike(sorted(rest)):
        rivals = _rivals(moves, search, best, claims)
        yield Fault(claims, ranked(evidence, claims, rivals, None, is_sure=False, is_lost=search.exhausted))


def _undone(search: Search, best: Hypothesis, without: Move) -> Hypothesis:
    """*best* but for one of its moves."""
    hypothesis = search.start
    for move in best.moves:
        if move is not without:
            hypothesis = search.moved(hypothesis, move)
    return hypothesis


def _rivals(moves: Moves, search: Search, base: Hypothesis, claims: Sequence[int]) -> list[Rival]:
    """Every single move that repairs one of *claims* where *base* holds, the best first."""
    found: dict[tuple[tuple[int, Exact], ...], Rival] = {}
    for target in claims:
        for move in moves.on(target, claims, base.changes):
            rival = _rival(search, base, move)
            known = found.get(move.changes)
            if not rival.repairs.isdisjoint(claims) and (known is None or known.score < rival.score):
                found[move.changes] = rival
    return sorted(found.values(), key=lambda rival: (-rival.score, rival.move.changes))


def _rival(search: Search, base: Hypothesis, move: Move) -> Rival:
    after = search.closed(search.moved(base, move))
    return Rival(move, base.changes, after.score, base.broken - after.broken, after.broken - base.broken)


def _is_sure(evidence: Evidence, chosen: Rival, rivals: Sequence[Rival], explanations: Sequence[Hypothesis]) -> bool:
    """Whether *chosen* lies far enough above everything that blames another figure, or this one for another value."""
    against = [rival for rival in rivals if _differs(dict(rival.move.changes), chosen.move)]
    others = [one.score for one in explanations if _differs(one.changes, chosen.move)]
    margin = chosen.score - max([NEVER, *others, *(rival.score for rival in against)])
    has_more = chosen.gain > max((rival.gain for rival in against), default=0)
    if has_more:
        return chosen.move.unique and margin >= priors.CONFIDENT
    # A rate fits many values of what it is a rate of, a sum only one of each term.
    is_sum = all(evidence.is_equation(number) for number in chosen.repairs)
    return chosen.move.unique and is_sum and chosen.move.is_explained and margin >= priors.ALONE


def _differs(changes: dict[int, Exact], move: Move) -> bool:
    """Whether an explanation does not say of the figures that *move* blames what *move* says of them."""
    blamed = move.changes if len(move.reasons) > 1 else move.changes[:1]
    return any(changes.get(figure) != value for figure, value in blamed)
