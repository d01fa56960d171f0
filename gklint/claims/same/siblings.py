"""
Paragraphs built alike: the figure that opens each of them returns under one wording in all.

::

    1. “A（项）”410.35万元，……。2024年预算安排412.67万元        the siblings below agree, so this one should
    2. “B（项）”320.17万元，……。2024年预算安排320.17万元
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.relation import Same
from gklint.model.rule import Rule
from gklint.model.statement import Mention
from gklint.start.patterns import lazy

OBEYING = 6
"""Siblings that must agree, and nine tenths of all, before the pattern is asserted."""
SHORTEST_WORDING = 4

_CLAUSE = lazy("[，,；;。：:]")


def claims(ledger: Ledger, rule: Rule) -> Iterator[Claim]:
    """A claim for each paragraph of a pattern that its siblings obey."""
    patterns: dict[tuple[str, object], list[tuple[Figure, Figure]]] = defaultdict(list)
    for mentions in _paragraphs(ledger):
        head = mentions[0]
        seen: set[str] = set()
        for mention in mentions[1:]:
            wording = "".join(_CLAUSE.split(mention.lead)[-1].split())
            if len(wording) >= SHORTEST_WORDING and wording not in seen and _comparable(head.figure, mention.figure):
                seen.add(wording)
                unit = head.figure.numeral.unit.name if head.figure.numeral else ""
                patterns[wording, unit].append((head.figure, mention.figure))
    for (wording, _), pairs in patterns.items():
        if len(pairs) < OBEYING:
            continue
        obeying = sum(_agree(one, two) for one, two in pairs)
        telling = sum(_agree(one, two) and one.numeral is not None and one.numeral.value != 0 for one, two in pairs)
        if telling >= OBEYING and 10 * obeying >= 9 * len(pairs):
            for pair in pairs:
                yield Claim(rule, Same(pair), Basis.INHERITED, about=wording, evidence=(obeying, len(pairs)))


def _paragraphs(ledger: Ledger) -> Iterator[list[Mention]]:
    """The mentions of each block that has two or more."""
    block, mentions = -1, list[Mention]()
    for sentence in ledger.sentences:
        if sentence.block != block:
            if len(mentions) > 1:
                yield mentions
            block, mentions = sentence.block, []
        mentions.extend(sentence.mentions)
    if len(mentions) > 1:
        yield mentions


def _comparable(one: Figure, two: Figure) -> bool:
    return one.numeral is not None and two.numeral is not None and one.numeral.unit == two.numeral.unit


def _agree(one: Figure, two: Figure) -> bool:
    return one.bounds is not None and two.bounds is not None and one.bounds.meets(two.bounds)
