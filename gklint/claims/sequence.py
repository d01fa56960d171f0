"""Ordinals of one list: 一是…二是…, （一）…（二）… count up from 1 without gap or repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gklint.claims.listing.runs import Run, runs
from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.relation import Sequence as Ordinals
from gklint.model.rule import Rule
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Find:
    """*styles* of marks that the rule looks at (``numbers.ordinals``)."""

    styles: tuple[str, ...]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim for each list of two marks or more."""
    for run in runs(ledger):
        if len(run.marks) > 1 and _is_one_list(run):
            for rule in rules:
                if isinstance(rule.find, Find) and run.style in rule.find.styles:
                    yield Claim(rule, Ordinals(run.marks), Basis.DECLARED)


def _is_one_list(run: Run) -> bool:
    """
    Whether the marks differ from 1, 2, 3 … by one slip at most: one left out or one doubled makes one step of 2 or 0.
    Marks further apart are no list (a line that happens to open with 17.), or lines of the text were lost.
    """
    numbers = run.numbers
    return sum(abs(later - earlier - 1) for earlier, later in pairwise(numbers)) <= 1
