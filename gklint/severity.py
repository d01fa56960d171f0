"""
How severe a broken relation is: a table by who states it and how exact its figures are, and the caps on it.

Severity follows from what is known, never from how large the difference is.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gklint.model.claim import Basis, Claim, Outcome
from gklint.model.interval import Exact
from gklint.model.numeral import Measure, Numeral
from gklint.model.relation import AtLeastZero, Cover, Flow, Order, Partition, Required, Same, Sequence, Subset
from gklint.model.rule import Severity, Strength

_NOTE, _WARNING, _ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR

BY_BASIS: dict[Basis, tuple[Severity | None, Severity | None, Severity | None]] = {
    # operands:        exact     rounded   approximate
    Basis.DECLARED: (_ERROR, _ERROR, _ERROR),
    Basis.LABELLED: (_ERROR, _ERROR, _WARNING),
    Basis.INHERITED: (_WARNING, _WARNING, _NOTE),
    Basis.INDUCED: (_WARNING, _NOTE, None),
}

CAPS: dict[Strength, Severity] = {
    Strength.EXACT: _ERROR,
    Strength.BOUND: _ERROR,
    Strength.EXPECTED: _WARNING,
    Strength.HINT: _NOTE,
}

NOTE_CAPS: dict[str, Severity] = {"rounded": _WARNING, "round": _WARNING, "estimate": _WARNING, "scope": _WARNING}
"""What softens a claim: words near it (由于四舍五入…, 不完全统计, 市本级…), or round figures all over its table."""

_SUMS = Partition | Cover | Subset | Flow | Order | Same | AtLeastZero
"""Relations whose two sides are in the unit of their figures; a rate has been judged by its printed digits."""

CERTAIN = Decimal("0.99")
"""From this confidence on a reading is as good as declared."""

CENTS = 2
STATED = Decimal("0.8")
"""The same of a relation that its words assert outright."""

SURELY_COUNTED = 1000
"""One fact in two places is rounded alike in both, unless one is a sum; and small numbers are not rounded at all."""


def severity(outcome: Outcome) -> Severity | None:
    """The severity of a failed *outcome*, None where it is to stay silent."""
    claim = outcome.claim
    cap = CAPS[claim.rule.strength]
    if isinstance(claim.relation, Required | Sequence):
        return cap
    numerals = [figure.numeral for _, figure in outcome.operands if figure.numeral]
    degree = BY_BASIS[claim.basis][_precision(numerals)]
    if degree is None:
        return None
    if any(numeral.doubtful for numeral in numerals):
        cap = min(cap, _WARNING)
    if outcome.cap is not None:
        cap = min(cap, outcome.cap)
    asserts = claim.reading is not None and claim.reading.asserts
    if claim.belief is not None and claim.belief.confidence < (STATED if asserts else CERTAIN):
        cap = min(cap, _WARNING)
    degree = min(degree, cap, *(NOTE_CAPS.get(note, _ERROR) for note in claim.notes), _ERROR)
    if _may_be_rounding(outcome, claim, numerals):
        # What was weighed has been marked down for its few digits already.
        is_weighed = claim.belief is not None and claim.basis is not Basis.INDUCED
        degree = min(degree, _WARNING) if is_weighed else Severity(max(_NOTE, degree - 1))
    return degree


def _precision(numerals: list[Numeral]) -> int:
    """Column of BY_BASIS: 0 exact, 1 rounded, 2 an approximator takes part."""
    if any(numeral.approximators for numeral in numerals):
        return 2
    return 0 if all(numeral.bounds.is_point for numeral in numerals) else 1


def _may_be_rounding(outcome: Outcome, claim: Claim, numerals: list[Numeral]) -> bool:
    """
    Whether whole numbers of unknown unit miss each other by no more than rounding could do: n parts and their total,
    each off by half a unit. A form declares counts; elsewhere such a table may be in thousands.
    """
    if claim.basis is Basis.DECLARED or outcome.difference is None or not isinstance(claim.relation, _SUMS):
        return False
    if any(numeral.unit.measure is Measure.COUNT for numeral in numerals):
        return False
    if isinstance(claim.relation, Same) and all(
        -SURELY_COUNTED < numeral.value < SURELY_COUNTED for numeral in numerals
    ):
        return False
    slack: Exact = 0
    for numeral in numerals:
        slack += numeral.scale if _is_whole(numeral) else 0
    return -slack <= 2 * outcome.difference <= slack


def _is_whole(numeral: Numeral) -> bool:
    """Whether it is printed to the unit; more zeros than cents have are how a spreadsheet prints whole numbers."""
    if not numeral.decimals:
        return True
    return numeral.decimals > CENTS and (Fraction(numeral.value) / numeral.scale).denominator == 1
