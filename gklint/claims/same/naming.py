"""What a noun phrase tells of the thing that is counted: words of rules of kind "same", as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from gklint.model.numeral import Measure
from gklint.model.statement import Level, Mention, Term
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

SHORTEST_NOUN = 4
"""Characters that a noun needs to name a thing by itself; twice as many in English."""


@dataclass(frozen=True, slots=True)
class Words:
    """
    Words of one language.

    *general*: nouns that say too little alone. *channels*: say enough with them (网站信息), but only between the main
    sections of a report, as inside one each topic has its own; *owners* of a channel go without saying. *bodies*:
    offices and places, whose number depends on who counts. *recurring*: acts and nouns of which every campaign of the
    year has its own number, unless it is marked as the total of the year or of the whole. *deltas* make the figure
    behind them a change, *plans* a wish, *estimates* a rough one.
    """

    general: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    recurring: tuple[str, ...] = ()
    deltas: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    estimates: tuple[str, ...] = ()


class Vocabulary:
    """The words of all languages together, as patterns that are compiled once."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self._words = tuple(words.values())

    @cached_property
    def deltas(self) -> tuple[str, ...]:
        return tuple(word for words in self._words for word in words.deltas)

    @cached_property
    def plan(self) -> re.Pattern[str]:
        return lazy(_either(word for words in self._words for word in words.plans))

    @cached_property
    def estimate(self) -> re.Pattern[str]:
        return lazy(_either(word for words in self._words for word in words.estimates))

    @cached_property
    def _general(self) -> re.Pattern[str]:
        return lazy(rf"(?:{_either(word for words in self._words for word in words.general)}|\s)*")

    @cached_property
    def _channelled(self) -> re.Pattern[str]:
        words = (word for words in self._words for word in (*words.general, *words.channels, *words.owners))
        return lazy(rf"(?:{_either(words)}|\s)*")

    @cached_property
    def _owner(self) -> re.Pattern[str]:
        return lazy(_either(word for words in self._words for word in words.owners))

    @cached_property
    def _body(self) -> re.Pattern[str]:
        return lazy(rf"(?:{_either(word for words in self._words for word in words.bodies)})\Z")

    @cached_property
    def _recurring(self) -> re.Pattern[str]:
        return lazy(_either(word for words in self._words for word in words.recurring))

    def is_named(self, mention: Mention) -> bool:
        """Whether the words next to *mention* tell what it counts, so that no others are needed."""
        noun, numeral = mention.topic.noun, mention.figure.numeral
        if numeral is None or numeral.unit.measure is Measure.PERCENT:
            return False
        if self.is_body(mention):
            # 全县19个乡镇: all of them. Bodies that took part in something are another number each time.
            all_of_them = not mention.before and mention.scope.level is Level.WHOLE and mention.scope.stated
            return all_of_them and not any(noun in words.general for words in self._words)
        shortest = SHORTEST_NOUN * (2 if noun.isascii() else 1)
        return len(noun) >= shortest and not self._general.fullmatch(noun)

    def is_body(self, mention: Mention) -> bool:
        """Whether *mention* counts offices or places."""
        numeral = mention.figure.numeral
        return (numeral is not None and numeral.unit.group == "家") or bool(self._body.search(mention.topic.noun))

    def is_of_channel(self, mention: Mention) -> bool:
        """Whether the noun of *mention* says no more than through which channel."""
        noun = mention.topic.noun
        return bool(self._channelled.fullmatch(noun)) and not self._general.fullmatch(noun)

    def name(self, mention: Mention) -> str:
        """The noun that *mention* is compared by: 局门户网站信息 and 网站政府信息 are the same."""
        noun = mention.topic.noun
        return self._owner.sub("", noun) if self.is_of_channel(mention) else noun

    def recurs(self, mention: Mention) -> bool:
        """Whether each campaign of a year has its own number of what *mention* counts."""
        return any(self._recurring.search(word) for word in (mention.topic.noun, *mention.topic.acts))


def is_total(mention: Mention) -> bool:
    """Whether its clause says that *mention* is the figure of the whole, or of the year."""
    whole = mention.scope.stated and mention.scope.level is Level.WHOLE
    return whole or (mention.period.stated and mention.period.term is Term.CURRENT)


def _either(words: Iterable[str]) -> str:
    found = sorted(set(words), key=len, reverse=True)
    return "|".join(map(re.escape, found)) if found else r"(?!)"
