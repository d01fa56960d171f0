"""Kind "omission": what is counted among things that have their number, without one: 许可证76条、资质条、合格证5条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from gklint.model.claim import Basis, Claim
from gklint.model.document import Span
from gklint.model.figure import mark
from gklint.model.ledger import Ledger
from gklint.model.relation import Required
from gklint.model.rule import Rule
from gklint.model.statement import Sentence
from gklint.numbers.script import DIGITS
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

FEWEST = 2
"""Counted neighbours in one measure word that make a list of counts."""
_ITEM = lazy(r"[^、，,；;：:。！？（）()\s][^、，,；;：:。！？（）()]*")
_COUNTS = lazy(rf"[{DIGITS}〇零一二两三四五六七八九十百千万亿几多数若干各每]")


@dataclass(frozen=True, slots=True)
class Find:
    """
    *measures* end an item of a list that counts; *words* are patterns of ends that are words themselves (头条).
    *blanks* are patterns of what has lost its figure whatever stands around it.
    """

    measures: tuple[str, ...]
    words: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim for each figure that is missing; nothing holds where none is."""
    for rule in rules:
        if isinstance(rule.find, Find):
            for sentence in ledger.sentences:
                for start, end in chain(_items(sentence.text, rule.find), _blanks(sentence.text, rule.find)):
                    yield Claim(rule, _missing(sentence, start, end), Basis.DECLARED)


def _missing(sentence: Sentence, start: int, end: int) -> Required:
    span = Span(sentence.span.start + start, sentence.span.start + end)
    beside = (mention.figure for mention in sentence.mentions if span.start <= mention.figure.span.start < span.end)
    value = next((int(figure.numeral.value) for figure in beside if figure.numeral), None)
    raw = sentence.text[start:end]
    return Required(raw, sentence.block, (mark(sentence.block, span, raw, value),))


def _items(text: str, find: Find) -> Iterator[tuple[int, int]]:
    """Each item without a number together with one beside it that has one, in the measure word of the list."""
    for measure in find.measures:
        if text.count(measure) <= FEWEST:
            continue
        items = list(_ITEM.finditer(text))
        counted = [_counted(measure).search(item[0]) is not None for item in items]
        if sum(counted) < FEWEST:
            continue
        for index, item in enumerate(items):
            beside = [other for other in (index - 1, index + 1) if other in range(len(items)) and counted[other]]
            if beside and not counted[index] and _lacks(item[0], measure, find.words):
                # With a neighbour it is plain to see what is missing.
                yield min(item.start(), items[beside[-1]].start()), max(item.end(), items[beside[-1]].end())


@cache
def _counted(measure: str) -> re.Pattern[str]:
    return lazy(rf"[{DIGITS}]\s*{measure}\s*$")


def _lacks(item: str, measure: str, words: tuple[str, ...]) -> bool:
    """Whether *item* ends with *measure*, names something, and no number stands in it."""
    bare = item.rstrip()
    is_word = any(lazy(rf"(?:{word})$").search(bare) for word in words)
    return bare.endswith(measure) and len(bare) > FEWEST and not is_word and not _COUNTS.search(bare)


def _blanks(text: str, find: Find) -> Iterator[tuple[int, int]]:
    for blank in find.blanks:
        for hit in lazy(blank).finditer(text):
            yield hit.span()
