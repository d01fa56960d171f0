"""The figures of a paragraph in a row, each with the words before it in the form that word tables are written for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache, cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from gklint.claims.total.surroundings import NOTES
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure, Numeral
from gklint.model.statement import Mention, Sentence
from gklint.start.memo import of_last, per_object
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

T = TypeVar("T")

QUANTITIES = frozenset({Measure.COUNT, Measure.AMOUNT, Measure.OTHER})
RATES = frozenset({Measure.PERCENT, Measure.POINTS, Measure.MULTIPLE})


@dataclass(frozen=True, slots=True)
class Spot:
    """
    One figure of a paragraph. *sentence* and *segment* (up to a semicolon) are counted over the paragraph,
    *place* is its index in the row. *lead* is everything between the figure before it (or the sentence's start) and
    its digits, without blanks where the text is Chinese; *clause* the end of it, back to the last comma, bracket or
    the like.
    """

    mention: Mention
    numeral: Numeral
    sentence: int
    segment: int
    place: int
    lead: str
    clause: str

    @property
    def tail(self) -> str:
        """The beginning of what follows."""
        return squeezed(self.mention.tail[:TAIL])

    @property
    def figure(self) -> Figure:
        return self.mention.figure

    @property
    def is_rate(self) -> bool:
        return self.numeral.unit.measure in RATES

    @property
    def is_percent(self) -> bool:
        return self.numeral.unit.measure is Measure.PERCENT

    @property
    def is_quantity(self) -> bool:
        return self.numeral.unit.measure in QUANTITIES

    def like(self, other: Spot) -> bool:
        """Whether both count or measure the same kind of thing."""
        return self.numeral.unit.group == other.numeral.unit.group


MARK = lazy(r"[，,。；;：:、（()）【】\[\]]")
HAN = lazy(r"[\u3400-\u4dbf\u4e00-\u9fff，。；：、（）％]")
TAIL = 24
CURRENCIES = "$€£¥￥ "
"""What stands between the words and the digits of an amount."""


def rows(
    ledger: Ledger, wanted: frozenset[Measure], hints: Sequence[re.Pattern[str]] = ()
) -> Iterator[tuple[Spot, ...]]:
    """The paragraphs of *ledger* that print a figure of a *wanted* measure, and say one of *hints* if there are any."""
    for paragraph in paragraphs(ledger):
        if wanted.isdisjoint(paragraph.measures):
            continue
        if not hints or any(hint.search(text) for text in paragraph.texts for hint in hints):
            yield paragraph.row


class Paragraph:
    """The sentences of one block that have figures; several kinds of claims ask for their row."""

    def __init__(self, ledger: Ledger, sentences: Sequence[Sentence]) -> None:
        self._ledger, self._sentences = ledger, sentences
        self.block = sentences[0].block
        self.texts = [sentence.text for sentence in sentences]
        self.measures = {_measure(mention) for sentence in sentences for mention in sentence.mentions}

    @cached_property
    def row(self) -> tuple[Spot, ...]:
        return row(self._ledger, self._sentences)


@of_last
def paragraphs(ledger: Ledger) -> tuple[Paragraph, ...]:
    """Every block of prose that prints a figure."""
    blocks = groupby((sentence for sentence in ledger.sentences if sentence.mentions), key=attrgetter("block"))
    return tuple(Paragraph(ledger, tuple(sentences)) for _, sentences in blocks)


def row(ledger: Ledger, sentences: Iterable[Sentence]) -> tuple[Spot, ...]:
    """The figures of *sentences*, which stand in one block."""
    spots: list[Spot] = []
    segment = 0
    for index, sentence in enumerate(sentences):
        segment += 1
        for mention in sentence.mentions:
            numeral = mention.figure.numeral
            if numeral is None:
                continue
            segment += mention.lead.count("；") + mention.lead.count(";")
            text = ledger.text(mention.figure)
            approximators = text[mention.start : mention.figure.span.start]
            lead = squeezed(mention.lead + approximators).rstrip(CURRENCIES)
            spots.append(Spot(mention, numeral, index, segment, len(spots), lead, MARK.split(lead)[-1]))
    return tuple(spots)


def _measure(mention: Mention) -> Measure | None:
    return mention.figure.numeral.unit.measure if mention.figure.numeral else None


def squeezed(text: str) -> str:
    """*text* without blanks if it is Chinese or has no words, with single ones otherwise."""
    if HAN.search(text) or not any(character.isalpha() for character in text):
        return "".join(text.split())
    return " ".join(text.split())


@per_object
def joined(tables: Mapping[str, T]) -> T:
    """The tables of wording of all languages as one: a report in one may quote another."""
    ordered = [tables[language] for language in sorted(tables)]
    kind = type(ordered[0])
    return kind(*(_merged([getattr(table, item.name) for table in ordered]) for item in fields(kind)))  # type: ignore[arg-type]  # every table is a record


def _merged(columns: Sequence[Any]) -> Any:
    """Mappings as one, rows of words one behind the other."""
    if columns and isinstance(columns[0], Mapping):
        return {key: row for column in columns for key, row in column.items()}
    return tuple(word for column in columns for word in column)


@cache
def any_of(fragments: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of *fragments*; of none it finds nothing."""
    return lazy("|".join(f"(?:{fragment})" for fragment in fragments) or r"(?!)", re.IGNORECASE)


@cache
def hints(fragments: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """
    Patterns of which one finds something wherever one of *fragments* is, each fast to look for.

    Where 增 is looked for, 增加 need not be; nor what may stand before the words that a fragment must have. A pattern
    is fast if it can begin with a few Chinese characters only, or has ASCII told from them before anything is tried.
    """
    needed = {OPTIONAL_START.sub("", fragment) for fragment in fragments}
    latin = sorted(fragment for fragment in needed if fragment.isascii())
    others = needed.difference(latin)
    plain = {word for word in others if word == re.escape(word)}
    shortest = sorted(word for word in plain if not any(other in word for other in plain - {word}))
    patterns = ["|".join(shortest), *sorted(others - plain)]
    if latin:
        patterns.append(rf"(?=[\x00-\x7f])(?:{'|'.join(latin)})")
    return tuple(lazy(pattern, re.IGNORECASE) for pattern in patterns if pattern)


OPTIONAL_START = lazy(r"^\[[^\]]*\]\{0,\d+\}\??(?=[^+*?{])")


@cache
def ending(fragments: tuple[str, ...], links: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for one of *fragments* at the end of a text, with nothing but *links* (为, 达到) behind it."""
    words = "|".join(f"(?:{fragment})" for fragment in fragments) or r"(?!)"
    between = "|".join(f"(?:{link})" for link in links) or r"(?!)"
    return lazy(rf"(?:{words})(?:{between}|\s)*$", re.IGNORECASE)


def captured(found: re.Match[str]) -> str:
    """What the fragment that matched has put in its group, "" if it has none."""
    return next((group for group in found.groups() if group), "")


def softening(ledger: Ledger, spot: Spot) -> tuple[str, ...]:
    """The notes in the paragraph of *spot* that soften what it says (不完全统计)."""
    text = ledger.text(spot.figure)
    return tuple(key for key in ("estimate",) if NOTES[key].search(text))


def figures(spots: Sequence[Spot]) -> tuple[Figure, ...]:
    return tuple(spot.figure for spot in spots)
