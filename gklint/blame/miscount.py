"""Totals that are off by just one of their terms: counted twice, left out, on the wrong side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.blame import priors
from gklint.blame.channel import LN
from gklint.blame.evidence import Evidence
from gklint.blame.lines import Lines
from gklint.blame.substitution import Changes
from gklint.model.figure import Figure
from gklint.model.finding import Reason, Slip
from gklint.model.interval import Exact
from gklint.model.relation import Cover, Partition

SMALL = 10
"""A difference below ten equals some term by chance."""

Miscounted = tuple[int, Reason | None]


def miscounted(evidence: Evidence, lines: Lines, figure: Figure, value: Exact, numbers: Sequence[int]) -> Miscounted:
    """How likely a total that should be *value* was added up as *figure* says, and the term that tells."""
    best: Miscounted = (0, None)
    for number in numbers:
        relation = evidence.claim(number).relation
        if not isinstance(relation, Partition | Cover) or relation.whole.id != figure.id or figure.numeral is None:
            continue
        apart = figure.numeral.value - value
        chance = priors.REPEATED if -SMALL < apart < SMALL else 0
        for score, reason in (
            (priors.MISCOUNTED - LN[min(len(relation.parts), 19)] + chance, _part(relation, apart)),
            (priors.MISCOUNTED, _beside(lines, relation, apart)),
        ):
            if reason is not None and (best[1] is None or score > best[0]):
                best = score, reason
    return best


def excess(evidence: Evidence, number: int, figure: Figure, changes: Changes) -> Exact | None:
    """The most that *figure* can be as a total of overlapping parts, None where it is no such total or not above it."""
    relation = evidence.claim(number).relation
    if not isinstance(relation, Cover) or relation.whole.id != figure.id:
        return None
    known = [evidence.value(part.id, changes) for part in relation.parts]
    most = sum((value for value in known if value is not None), 0)
    now = evidence.value(figure.id, changes)
    return most if None not in known and now is not None and most < now else None


def _part(relation: Partition | Cover, apart: Exact) -> Reason | None:
    """The part that explains why the total is larger than the sum by *apart*."""
    for part in relation.parts:
        worth = part.numeral.value if part.numeral else 0
        if worth and apart in (worth, -worth, -2 * worth):
            return Reason({worth: Slip.COUNTED_TWICE, -worth: Slip.LEFT_OUT}.get(apart, Slip.WRONG_SIGN), part)
    return None


def _beside(lines: Lines, relation: Partition | Cover, apart: Exact) -> Reason | None:
    """The same for a figure that is no part: an 其中 row, a subtotal."""
    for other in _between(lines, relation):
        if other.numeral and apart == other.numeral.value != 0:
            return Reason(Slip.COUNTED_TWICE, other)
    return None


def _between(lines: Lines, relation: Partition | Cover) -> Iterator[Figure]:
    """Figures in the line of a total and its parts that are no terms of it: 其中 rows, subtotals."""
    terms = {relation.whole.id, *(part.id for part in relation.parts)}
    for line in lines.of(relation.whole):
        places = [index for index, figure in enumerate(line) if figure.id in terms]
        if len(places) > 1:
            yield from (figure for figure in line[places[0] : places[-1] + 2] if figure.id not in terms)
