"""
Claims: relations that a report asserts between its figures, and what became of them.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.reading import Belief, Reading
from gklint.model.relation import Relation, is_bound, operands
from gklint.model.rule import Rule, Severity
from gklint.start.records import dataclass

LEAST_GRIP = Fraction(1, 2)
"""A check that would notice less than this share of the slips of a figure has not verified it."""


def verifies(grip: Fraction) -> bool:
    """Whether *grip* is enough; asked of every figure, so that it multiplies integers."""
    return grip.numerator * LEAST_GRIP.denominator >= LEAST_GRIP.numerator * grip.denominator


class Basis(Enum):
    """Who says that the relation holds."""

    DECLARED = "declared"
    """Printed on the form, or stated by one sentence."""
    LABELLED = "labelled"
    """The same indicator, or labels such as 合计, 小计, Total; scope and period explicit."""
    INHERITED = "inherited"
    """Labelled, but scope or period is inherited or unknown."""
    INDUCED = "induced"
    """From the numbers alone."""


class Verdict(Enum):
    PASS = "pass"
    FAIL = "fail"
    OPEN = "open"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Claim:
    """
    One relation that the document asserts. *missing* are names of operands that the document lacks altogether;
    a claim with missing or unknown operands can fail only by what is left of it. *about* names the line it
    belongs to in the reader's words (a row or column label). *evidence* (obeying, all) are the sibling lines that
    follow the same pattern. *notes* are words near the claim that soften it (由于四舍五入 …): keys of judge's table.
    A claim with a *reading* is weighed and then has a *belief*; one without is printed on a form or certain by itself.
    """

    rule: Rule
    relation: Relation
    basis: Basis
    missing: tuple[str, ...] = ()
    about: str = ""
    evidence: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()
    reading: Reading | None = None
    belief: Belief | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    A claim, judged. *left* and *right* are what the two sides of its equation come to (face values; None where
    unknown), *difference* = left − right; *left_bounds* and *right_bounds* all that the print admits.
    *rounded*: it holds only within the bounds. *why* says why it is open (a key of the wording). *breach* is the
    one part that alone lies above its whole, or the ordinal out of order, where that is the fault. *base* is the index
    of the share's base that the outcome speaks of. *cap*: a miss so small that a finding is at most that severe.
    *grips*, of a check that passed: for each operand the share of its one-keystroke slips that would break it.
    """

    claim: Claim
    verdict: Verdict
    left: Exact | None = None
    right: Exact | None = None
    left_bounds: Interval | None = None
    right_bounds: Interval | None = None
    rounded: bool = False
    why: str | None = None
    breach: Figure | None = None
    base: int = 0
    cap: Severity | None = None
    grips: tuple[Fraction, ...] = ()

    @property
    def grip(self) -> Fraction | None:
        """The mean of its grips on its figures, names apart; None unless it passed."""
        if self.grips and self.grips.count(self.grips[0]) == len(self.grips):
            return self.grips[0]  # as nearly always, and a mean of fractions takes its time
        known = [grip for (_, figure), grip in zip(self.operands, self.grips, strict=False) if figure.numeral]
        return sum(known, Fraction(0)) / len(known) if known else None

    @property
    def is_exact(self) -> bool:
        """Whether it is an equation that would notice at least half of the slips, or has noticed one."""
        if is_bound(self.claim.relation):
            return False
        if self.verdict is Verdict.FAIL or (self.grips and all(map(verifies, self.grips))):
            return True
        return verifies(self.grip or Fraction(0))

    @property
    def difference(self) -> Exact | None:
        return None if self.left is None or self.right is None else self.left - self.right

    @property
    def operands(self) -> tuple[tuple[str, Figure], ...]:
        """The figures that the verdict is about, with their roles."""
        return operands(self.claim.relation, self.base)
