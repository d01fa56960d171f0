"""Units: the one printed right behind a number, and the one that a header or note gives a whole column."""

from __future__ import annotations

from functools import lru_cache

from gklint.model.interval import Exact
from gklint.model.numeral import Measure, Unit
from gklint.numbers.lexicon import Lexicon
from gklint.numbers.measures import CONVERTED, COUNTED, CURRENCIES, MEASURED, NOT_FOLLOWED_BY, SCALES
from gklint.numbers.script import skip_blanks
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

BARE = Unit("", Measure.BARE, "")
"""The unit of a number that has none."""

RATIO = Unit("比", Measure.MULTIPLE, "比")
"""Ratios in words: 三成, 三分之一, 一半; their value is the ratio itself."""

PERCENT = Unit("%", Measure.PERCENT, "%")


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word for *unit*: one is worth *scale* units; a character of *unless* behind it makes another word."""

    unit: Unit
    scale: Exact = 1
    unless: str = ""


def _words() -> dict[str, Word]:
    words = {
        word: Word(Unit(word, Measure.COUNT, group), 1, NOT_FOLLOWED_BY.get(word, ""))
        for group, listed in COUNTED.items()
        for word in listed.split()
    }
    for word, name, measure, worth in MEASURED:
        unit = Unit(name, measure, name, *CONVERTED.get(name, ()))
        words[word] = Word(unit, worth, NOT_FOLLOWED_BY.get(word, ""))
    return words


UNIT_WORDS: Lexicon[Word] = Lexicon(_words())
SCALE_WORDS: Lexicon[int] = Lexicon(dict(SCALES))
CURRENCY_SIGNS: Lexicon[Unit] = Lexicon({sign: Unit(name, Measure.AMOUNT, name) for sign, name in CURRENCIES})


def unit_at(text: str, start: int) -> tuple[int, Word] | None:
    """Where the unit printed at *start* ends, and its row; None where no unit stands there."""
    found = UNIT_WORDS.starting(text, start)
    if found is None:
        return None
    word, row = found
    end = start + len(word)
    if row.unless and end < len(text) and text[end] in row.unless:
        return None
    return end, row


# Reports repeat their headers.
@lru_cache(maxsize=4096)
def unit_in(text: str) -> tuple[Unit, Exact] | None:
    """
    The unit that a header, a label or a note gives its numbers, and how many of it one printed number is worth.

    单位：万元 → (元, 10000); 金额（万元） → the same; 次数 → (次, 1); Share (%) → (%, 1). None where it names none, or
    several that differ by more than a percentage beside a unit (单位：万元、%).
    """
    text = text.strip()
    noted = _NOTE.search(text)
    if noted:
        listed = [unit for part in _PARTS.split(noted["units"]) if (unit := _stated(part))]
        plain = [unit for unit in listed if unit[0].measure is not Measure.PERCENT] or listed
        return plain[0] if len(set(plain)) == 1 else None
    for bracket in reversed(_BRACKET.findall(text)):
        if unit := _stated(bracket):
            return unit
    if unit := _stated(text):
        return unit
    counted = _COUNT_OF.search(text)
    return _stated(counted["unit"]) if counted else None


_NOTE = lazy(r"(?:单\s*位\s*[：:为]|(?<![A-Za-z])[Uu]nits?:)\s*(?P<units>[^）)\]】；;。\n]{1,24})")
_PARTS = lazy(r"[、，,/／和]\s*|\s{2,}")
_BRACKET = lazy(r"[（(\[【]([^（）()\[\]【】]{1,24})[）)\]】]")
_COUNT_OF = lazy(r"(?P<unit>件|条|篇|份|项|个|人次|人|次|期|户|家|场|宗|册|台|辆|套|名)数(?:量|（|\(|$)")
_COLUMN_SCALES = Lexicon(
    {**dict(SCALES), "thousands": 1000, "billions": 10**9, "000": 1000, "'000": 1000, "’000": 1000}
)


def _stated(text: str) -> tuple[Unit, Exact] | None:
    """The unit that all of *text* is: currency, scale and unit, each if it is there (万元, $ million, in thousands)."""
    text = text.strip(" \t\u3000。.；;:：").removeprefix("in ").removeprefix("In ").removeprefix("单位")
    sign = CURRENCY_SIGNS.starting(text, 0)
    at = skip_blanks(text, len(sign[0])) if sign else 0
    word = unit_at(text, at)
    if word and word[0] == len(text):
        return word[1].unit, word[1].scale
    scale = _COLUMN_SCALES.starting(text, at)
    worth = scale[1] if scale else 1
    at = skip_blanks(text, at + len(scale[0])) if scale else at
    if at == len(text) and (sign or scale):
        return sign[1] if sign else BARE, worth
    word = unit_at(text, at)
    return (word[1].unit, word[1].scale * worth) if word and word[0] == len(text) else None
