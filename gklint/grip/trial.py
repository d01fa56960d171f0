"""Where no closed form is known, every slip is judged; it is also the measure of all closed forms."""

from __future__ import annotations

from fractions import Fraction

from gklint.blame.substitution import substituted
from gklint.grip.slips import NONE, distances, step
from gklint.judge import judge
from gklint.model.claim import Claim, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact


def tried(outcome: Outcome, figure: Figure) -> Fraction:
    """The share of the slips of *figure* that break the check."""
    printed = figure.numeral
    known = distances(printed) if printed else ()
    if printed is None or not known:
        return NONE
    values = (printed.value + distance * step(printed) for distance in known)
    return Fraction(sum(_breaks(outcome.claim, figure, value) for value in values), len(known))


def _breaks(claim: Claim, figure: Figure, value: Exact) -> bool:
    whole = value.numerator if value.denominator == 1 else value
    return judge(substituted(claim, {figure.id: whole})).verdict is Verdict.FAIL
