"""
Percentages that no count can give: of 35 requests nothing is 25 %.

Only for shares whose part is not printed, of an exact count in the same sentence or the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from gklint.claims.share.running import Spot, any_of, joined, rows, softening
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Verdict
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.relation import Attainable
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """
    The wording in one language: *share* stands between a part that is only named and its percentage, *link* may
    stand behind it. *total* stands before a number of things. *never* in the sentence: several answers, a survey.
    """

    share: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """*words* are the tables of wording by language."""

    words: Mapping[str, Words]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every share of a printed count; of a list of impossible ones only the first, for they are one fault."""
    for rule in rules:
        if isinstance(rule.find, Find):
            words = joined(rule.find.words)
            for row in rows(ledger, frozenset({Measure.PERCENT})):
                shares = (spot for spot in row if _is_share(spot, words))
                for _, group in groupby(shares, key=lambda spot: spot.segment):
                    yield from _of_list(ledger, rule, row, tuple(group), words)


def _of_list(
    ledger: Ledger, rule: Rule, row: tuple[Spot, ...], shares: tuple[Spot, ...], words: Words
) -> Iterator[Claim]:
    base = _base(row, shares[0], words)
    if base is None or any_of(words.never).search(ledger.text(shares[0].figure)):
        return
    # Within one sentence the count is that of the shares; from the one before it may be another.
    basis = Basis.INHERITED if base.sentence == shares[0].sentence else Basis.INDUCED
    has_failed = False
    for share in shares:
        claim = Claim(rule, Attainable(share.figure, base.figure), basis, notes=softening(ledger, share))
        fails = judge(claim).verdict is Verdict.FAIL
        if not (fails and has_failed):
            yield claim
        has_failed = has_failed or fails


def _is_share(spot: Spot, words: Words) -> bool:
    return spot.is_percent and _pattern(words).fullmatch(spot.clause) is not None


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    """``网络申请占``: the name of a part, what makes it a share, links."""
    share, link = ("|".join(f"(?:{word})" for word in part) or "(?!)" for part in (words.share, words.link))
    return lazy(rf".{{2,24}}?(?:{share})(?:{link}|\s)*", re.IGNORECASE)


def _base(row: Sequence[Spot], first: Spot, words: Words) -> Spot | None:
    """The one count that the shares from *first* on can be of: alone in their segment, or in the sentence before."""
    near = [spot for spot in row[: first.place] if spot.segment == first.segment]
    if near:
        return near[0] if len(near) == 1 and _is_count(near[0], words) else None
    last = [spot for spot in row[: first.place] if spot.sentence == first.sentence - 1]
    return last[0] if len(last) == 1 and _is_count(last[0], words) else None


def _is_count(spot: Spot, words: Words) -> bool:
    is_exact = spot.numeral.unit.measure is Measure.COUNT and spot.numeral.bounds.is_point
    return is_exact and any_of(words.total).search(spot.clause) is not None
