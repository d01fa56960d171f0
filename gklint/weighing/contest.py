"""Readings of the same figures compete: the best is claimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.model.claim import Outcome, Verdict
from gklint.model.relation import AtLeastZero, Cover, Flow, Order, Partition, Subset
from gklint.weighing.scale import BELIEVED, LISTS

BOUNDS = Subset | Order | Cover | AtLeastZero
"""Relations that notice only what is too much."""
SHARED = 1
"""Parts that two lists have in common if they are one list, read in two ways."""
AGREES = 200
"""Hundredths of a nat by which a reading that agrees outweighs a rival that would be a fault: most figures hold."""

IDENTITIES = frozenset({"same", "row"})
"""Forms that say of two figures that they are one fact: with another mention, with a cell."""

Anchor = tuple[str, tuple[int, ...]]


def contest(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """The outcomes that have no better rival; a sum of a table, by its heads and by its other lines, only once."""
    kept = list(_without_rivals(outcomes))
    best: dict[frozenset[int], Outcome] = {}
    for outcome in kept:
        if (figures := _summed(outcome)) and (
            figures not in best or _is_believed(outcome) > _is_believed(best[figures])
        ):
            best[figures] = outcome
    for outcome in kept:
        figures = _summed(outcome)
        if not figures or best[figures] is outcome:
            yield outcome


def _summed(outcome: Outcome) -> frozenset[int]:
    """The figures of a sum in a table, none for anything else: a = b + c is b = a − c."""
    figures = [figure for _, figure in outcome.operands]
    if not isinstance(outcome.claim.relation, Partition | Flow) or not all(figure.cell for figure in figures):
        return frozenset()
    return frozenset(figure.id for figure in figures)


def _is_believed(outcome: Outcome) -> bool:
    belief = outcome.claim.belief
    return belief is None or belief.confidence >= BELIEVED


def _without_rivals(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """*outcomes* in their order; of those whose readings have one anchor only the best."""
    best: dict[Anchor, Outcome] = {}
    for outcome in outcomes:
        if anchor := _anchor(outcome):
            rival = best.get(anchor)
            if rival is None or _strength(outcome) > _strength(rival):
                best[anchor] = outcome
    kept = [outcome for outcome in outcomes if (anchor := _anchor(outcome)) is None or best[anchor] is outcome]
    spoken_for = [parts for outcome in kept if (parts := _agreeing_parts(outcome))]
    for outcome in kept:
        if not _is_spoken_for(outcome, spoken_for):
            yield outcome


def _agreeing_parts(outcome: Outcome) -> frozenset[int]:
    """The parts of a sum that holds and is believed."""
    is_believed = outcome.claim.belief is not None and outcome.claim.belief.confidence >= BELIEVED
    is_kept = outcome.verdict is Verdict.PASS and isinstance(outcome.claim.relation, Partition)
    return _parts(outcome) if _is_list(outcome) and is_believed and is_kept else frozenset()


def _is_list(outcome: Outcome) -> bool:
    """Whether it is a list of prose: a cell is part of its row and of its column, a part of a list has one whole."""
    reading = outcome.claim.reading
    return reading is not None and reading.form.startswith(LISTS)


def _is_spoken_for(outcome: Outcome, sums: Sequence[frozenset[int]]) -> bool:
    """Whether *outcome* would break a list whose parts make another whole."""
    if not _is_list(outcome) or outcome.verdict is not Verdict.FAIL:
        return False
    mine = _parts(outcome)
    return any(len(mine & parts) >= SHARED for parts in sums)


def _parts(outcome: Outcome) -> frozenset[int]:
    return frozenset(figure.id for role, figure in outcome.operands if role == "part")


def _anchor(outcome: Outcome) -> Anchor | None:
    """What the reading explains. That two figures are one fact excludes nothing: each may be a part, a share too."""
    claim = outcome.claim
    if claim.reading is None or claim.belief is None or not claim.reading.anchor:
        return None
    kind = claim.reading.form.partition(".")[0]
    return (kind if kind in IDENTITIES else "", claim.reading.anchor)


def _strength(outcome: Outcome) -> tuple[bool, bool, int]:
    """A believed equation says more than a bound that holds; of two of a kind the likelier one is meant."""
    belief = outcome.claim.belief
    assert belief
    is_believed = belief.confidence >= BELIEVED
    odds = sum(weight for _, weight in belief.reasons)
    says_more = not isinstance(outcome.claim.relation, BOUNDS) or outcome.verdict is Verdict.FAIL
    agrees = outcome.verdict is Verdict.PASS
    return is_believed, is_believed and says_more, odds + (AGREES if agrees else 0)
