"""Broken relations as faults: found to have one cause, or, where no figure is to blame, because they say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.blame import fingerprints
from gklint.blame.components import TOGETHER, components
from gklint.blame.decide import faults
from gklint.blame.echoes import absorbed
from gklint.blame.evidence import Evidence, compares
from gklint.blame.lines import Lines
from gklint.blame.moves import Moves
from gklint.blame.suspects import SHOWN, Candidate
from gklint.blame.telling import Graded
from gklint.model.claim import Outcome, Verdict
from gklint.model.finding import Suspect
from gklint.model.ledger import Ledger
from gklint.model.relation import Required
from gklint.severity import severity

Group = tuple[list[Graded], tuple[Suspect, ...]]


def groups(ledger: Ledger, outcomes: Sequence[Outcome]) -> Iterator[Group]:
    """Failed outcomes that deserve a finding, those of one cause together, with the suspects."""
    failed = [outcome for outcome in outcomes if outcome.verdict is Verdict.FAIL]
    graded = [(degree, outcome) for outcome in failed if (degree := severity(outcome)) is not None]
    compared = [pair for pair in graded if compares(pair[1])]
    pieces = [*_explained(ledger, outcomes, compared)] if compared else []
    pieces += [(group, _unranked(group)) for group in _alike([pair for pair in graded if not compares(pair[1])])]
    yield from _joined(pieces)


def _explained(ledger: Ledger, outcomes: Sequence[Outcome], compared: Sequence[Graded]) -> Iterator[Group]:
    passed = [outcome for outcome in outcomes if outcome.verdict is Verdict.PASS and compares(outcome)]
    evidence = Evidence([*passed, *(outcome for _, outcome in compared)], ledger.figures)
    broken = [n for n, outcome in enumerate(evidence.outcomes) if outcome.verdict is Verdict.FAIL]
    degrees = {id(outcome): degree for degree, outcome in compared}
    lines = Lines(ledger)
    moves = Moves(evidence, lines)
    found = [fault for part in components(evidence, lines, broken) for fault in faults(evidence, moves, part)]
    for fault in absorbed(evidence, found):
        told = [evidence.outcomes[number] for number in fault.claims]
        suspects = tuple(_suspect(ledger, evidence, candidate) for candidate in fault.candidates)
        yield [(degrees[id(outcome)], outcome) for outcome in told], suspects


def _unranked(group: Sequence[Graded]) -> tuple[Suspect, ...]:
    """Claims about names, dates and ordinals: the one that breaks the order first, else as they stand."""
    outcome = group[0][1]
    known = [figure for _, figure in outcome.operands if figure.numeral is not None]
    if isinstance(outcome.claim.relation, Required) or len(outcome.operands) < 2:
        return ()
    return tuple(Suspect(figure, False) for figure in sorted(known, key=lambda one: one != outcome.breach)[:SHOWN])


def _joined(pieces: Sequence[Group]) -> Iterator[Group]:
    """Groups whose claims say that they belong together are one; the suspects of the larger one speak for both."""
    found: dict[object, Group] = {}
    for index, (group, suspects) in enumerate(pieces):
        key = next((bond for _, outcome in group if (bond := _bond(outcome))), index)
        if key in found:
            other, known = found[key]
            found[key] = ([*other, *group], known)
        else:
            found[key] = (list(group), suspects)
    yield from found.values()


def _alike(graded: Sequence[Graded]) -> Iterator[list[Graded]]:
    """
    Relations that no figure's value could mend: those between the very same figures are one fault, and what the
    template lacks is told one by one.
    """
    found: dict[object, list[Graded]] = {}
    for index, (degree, outcome) in enumerate(graded):
        figures = frozenset(figure.id for _, figure in outcome.operands)
        is_template = isinstance(outcome.claim.relation, Required)
        found.setdefault(index if is_template else figures, []).append((degree, outcome))
    yield from found.values()


def _bond(outcome: Outcome) -> str | None:
    return next((note for note in outcome.claim.notes if note.startswith(TOGETHER)), None)


def _suspect(ledger: Ledger, evidence: Evidence, candidate: Candidate) -> Suspect:
    repaired = [fingerprints.fingerprint(ledger, evidence.outcomes[number]) for number in candidate.repairs]
    return Suspect(
        candidate.figure, candidate.confident, candidate.suggest, candidate.reasons, tuple(dict.fromkeys(repaired))
    )
