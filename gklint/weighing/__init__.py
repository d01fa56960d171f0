"""
Which readings are believed: kinds of claims propose, this room decides, ``judge`` computes.

::

    claims with readings -judge-> arithmetic -scale-> beliefs -contest-> the best of each anchor

A reading is a hypothesis of what the writer meant. Its form and features give the odds that it was meant, what the
numbers say of it moves them: things that belong together agree or miss each other by a slip, others miss by far. What
is not believed is no finding and no pass: it stays open, and its figures count as not checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gklint.judge import judge
from gklint.model.claim import Claim, Outcome, Verdict
from gklint.model.relation import Same
from gklint.weighing.contest import contest
from gklint.weighing.scale import BELIEVED, UNLIKELY, believed

__all__ = ["judged"]


def judged(claims: Iterable[Claim]) -> Iterator[Outcome]:
    """What becomes of *claims*, in their order: those that lose against a rival of the same anchor are left out."""
    outcomes = [_weighed(judge(claim)) for claim in claims]
    yield from (_settled(outcome) for outcome in contest(outcomes) if not _is_nothing(outcome))


def _weighed(outcome: Outcome) -> Outcome:
    claim = outcome.claim
    if claim.reading is None or outcome.verdict not in (Verdict.PASS, Verdict.FAIL):
        return outcome
    return replace(outcome, claim=replace(claim, belief=believed(claim.reading, outcome)))


def _is_nothing(outcome: Outcome) -> bool:
    """Whether two figures that disagree are hardly thought to be one fact: then they are just two figures."""
    belief = outcome.claim.belief
    return (
        belief is not None
        and outcome.verdict is Verdict.FAIL
        and isinstance(outcome.claim.relation, Same)
        and belief.confidence < UNLIKELY
    )


def _settled(outcome: Outcome) -> Outcome:
    """*outcome*, left open where its reading is not believed."""
    belief = outcome.claim.belief
    if belief is None or belief.confidence >= BELIEVED:
        return outcome
    return replace(outcome, verdict=Verdict.OPEN, why="doubtful-reading", rounded=False, breach=None, cap=None)
