"""
Claims: relations that a report asserts between its figures, and what became of them.
"""

from __future__ import annotations

from enum import Enum

from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.reading import Belief, Reading
from gklint.model.relation import Relation, operands
from gklint.model.rule import Rule, Severity
from gklint.start.records import dataclass


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

    @property
    def difference(self) -> Exact | None:
        return None if self.left is None or self.right is None else self.left - self.right

    @property
    def operands(self) -> tuple[tuple[str, Figure], ...]:
        """The figures that the verdict is about, with their roles."""
        return operands(self.claim.relation, self.base)
