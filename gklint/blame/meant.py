"""How likely a figure was to have a value, before looking at what is printed there: by what stands elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.blame import priors
from gklint.blame.evidence import Evidence
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.numeral import Measure
from gklint.model.relation import Partition

RATES = (Measure.PERCENT, Measure.POINTS, Measure.MULTIPLE)


def likelihood(evidence: Evidence, figure: Figure, value: Exact, numbers: Sequence[int]) -> int:
    """What speaks for *value*, and against the printed one, at *figure*, an operand of claims *numbers*."""
    score = _said_again(evidence, figure, value, numbers)
    if figure.numeral is not None:
        score -= _said_again(evidence, figure, figure.numeral.value, numbers)
    if value == 0 and any(_mostly_zero(evidence, figure, number) for number in numbers):
        score += priors.EMPTY
    if is_rate(figure) or any(_is_total(evidence, figure, number) for number in numbers):
        score += priors.COMPUTED if figure.cell else priors.ADDED_UP
    return score


def is_rate(figure: Figure) -> bool:
    """Whether it is a percentage or a ratio in words, which is worked out from other figures."""
    return figure.numeral is not None and figure.numeral.unit.measure in RATES


def _said_again(evidence: Evidence, figure: Figure, value: Exact, numbers: Sequence[int]) -> int:
    """
    Whether the other medium, text or table, has a figure of this value; long numbers hardly agree by chance. A figure
    that *numbers* compare with this one is no witness: it says what it says on either side.
    """
    witness = evidence.said(in_table=figure.cell is None).get(value)
    if witness is None or any(witness.id in evidence.members[number] for number in numbers):
        return 0
    return priors.SAID_AGAIN[min(len(str(abs(int(value)))), len(priors.SAID_AGAIN) - 1)]


def _mostly_zero(evidence: Evidence, figure: Figure, number: int) -> bool:
    others = [evidence.value(member, {}) for member in evidence.members[number] if member != figure.id]
    return 2 * others.count(0) >= len(others)


def _is_total(evidence: Evidence, figure: Figure, number: int) -> bool:
    relation = evidence.claim(number).relation
    return isinstance(relation, Partition) and relation.whole.id == figure.id
