"""
Kind "reading": what kept a document, or a part of it, from being read.

Obstacles to a whole document (encrypted, no text layer …) are raised by readers and reported by the pipeline; doubts
about a part of it travel in the Document and become claims here, so that nothing unread looks like passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.relation import Required
from gklint.model.rule import Rule
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Find:
    """*obstacle* is an obstacle of ReadError or the kind of a Doubt."""

    obstacle: str


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim that does not hold for each doubt that a rule speaks of."""
    by_kind = {rule.find.obstacle: rule for rule in rules if isinstance(rule.find, Find)}
    for doubt in ledger.document.doubts:
        if rule := by_kind.get(doubt.kind):
            details = (doubt.detail,) if doubt.detail else ()
            yield Claim(rule, Required(doubt.kind, doubt.block, (), details), Basis.DECLARED)
