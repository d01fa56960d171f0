"""Kind "misprint": digits that make no number, so that what was not read never looks like passed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gklint.model.claim import Basis, Claim
from gklint.model.document import Span
from gklint.model.figure import mark
from gklint.model.ledger import Ledger
from gklint.model.numeral import Misprint
from gklint.model.relation import Required
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

SHOWN = 24
"""Characters of a misprint that are worth showing; one of hundreds of digits is known by its beginning."""


@dataclass(frozen=True, slots=True)
class Find:
    """
    *apart* are patterns, from the first digit or the bracket before it, of what is no fault of this kind: what another
    rule tells of, and what counts nothing, as pages in a row or the number of a section.
    """

    apart: tuple[str, ...]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim for all misprints of *ledger* that are not told of elsewhere: they are one fault of its source."""
    for rule in rules:
        if not isinstance(rule.find, Find):
            continue
        apart = _any_of(rule.find.apart)
        misprints = (
            mark(block, Span(other.start, other.end), other.raw, None, cell)
            for block, cell, other in ledger.others
            if isinstance(other, Misprint)
        )
        figures = tuple(f for f in misprints if not apart.match(ledger.text(f), f.span.start))
        if figures:
            yield Claim(rule, Required(_shown(figures[0].raw), figures[0].block, figures), Basis.DECLARED)


@cache
def _any_of(fragments: tuple[str, ...]) -> re.Pattern[str]:
    return lazy("|".join(fragments))


def _shown(raw: str) -> str:
    return raw if len(raw) <= SHOWN else raw[: SHOWN - 1] + "…"
