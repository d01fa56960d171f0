"""
Paragraphs built alike: the figure that opens each of them returns under one wording in all.

::

    1. “A（项）”410.35万元，……。2024年预算安排412.67万元        the siblings below agree, so this one should
    2. “B（项）”320.17万元，……。2024年预算安排320.17万元
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.reading import Reading
from gklint.model.relation import Same
from gklint.model.rule import Rule
from gklint.model.statement import Mention
from gklint.start.patterns import lazy

OBEYING = 6
"""Siblings that must agree, and nine tenths of all, before the pattern is asserted."""
MOST = 6
"""Where all but one in so many amounts agree, the rest should have."""
FEW = 3
"""So many that agree, all but one, make it likely."""
SHORTEST_WORDING = 4

_CLAUSE = lazy("[，,；;。：:]")

Pair = tuple[Figure, Figure]


def claims(ledger: Ledger, rule: Rule) -> Iterator[Claim]:
    """A claim for each paragraph of a pattern that its siblings obey."""
    for wording, pairs in _patterns(ledger).items():
        obeying = sum(_agree(one, two) for one, two in pairs)
        telling = sum(_agree(one, two) and one.numeral is not None and one.numeral.value != 0 for one, two in pairs)
        is_asserted = telling >= OBEYING and 10 * obeying >= 9 * len(pairs)
        is_habit = telling >= OBEYING and MOST * obeying >= (MOST - 1) * len(pairs) and _is_amount(pairs[0][0])
        if not is_habit and (telling < FEW or obeying < len(pairs) - 1):
            continue
        facts = ("siblings-most",) if is_habit else ()
        for pair in pairs:
            reading = None if is_asserted else Reading("same.siblings", facts, anchor=(pair[1].id,))
            yield Claim(
                rule, Same(pair), Basis.INHERITED, about=wording[0], evidence=(obeying, len(pairs)), reading=reading
            )


def _patterns(ledger: Ledger) -> Mapping[tuple[str, str], list[Pair]]:
    """For each wording and unit the figures behind it, each with the first figure of that unit in its paragraph."""
    patterns: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for mentions in _paragraphs(ledger):
        heads: dict[str, Figure] = {}
        seen: set[str] = set()
        for mention in mentions:
            unit = mention.figure.numeral.unit.name if mention.figure.numeral else ""
            # 住房公积金（01项）208.8万元: a code of another unit stands before what opens the paragraph.
            head = heads.setdefault(unit, mention.figure)
            wording = "".join(_CLAUSE.split(mention.lead)[-1].split())
            if head is mention.figure or len(wording) < SHORTEST_WORDING or wording in seen:
                continue
            seen.add(wording)
            if _comparable(head, mention.figure):
                patterns[wording, unit].append((head, mention.figure))
    return patterns


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


def _is_amount(figure: Figure) -> bool:
    return figure.numeral is not None and figure.numeral.unit.measure is Measure.AMOUNT


def _agree(one: Figure, two: Figure) -> bool:
    return one.bounds is not None and two.bounds is not None and one.bounds.meets(two.bounds)
