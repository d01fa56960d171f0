"""
Prose to readings: every run of digits as a quantity, the name of something, or a misprint; never half of one.

A run is taken whole first (1.234.567, 12,34,567), then accepted whole or not at all. Most figures of a report are
plain digits before a measure word: they are read without a look at any of the tables (``_plain``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from gklint.model.numeral import Identifier, Kind, Measure, Numeral, Reading, Unit
from gklint.numbers import periods
from gklint.numbers.approximators import AFTER, BEFORE
from gklint.numbers.arabic import Found, read_arabic
from gklint.numbers.chinese import DIGITS as HAN_DIGITS
from gklint.numbers.chinese import MYRIADS, PAIRS, TENS
from gklint.numbers.hanzi import read_chinese
from gklint.numbers.lists import Bare, settle
from gklint.numbers.names import HOTLINES
from gklint.numbers.quantity import point
from gklint.numbers.script import BLANKS, DIGITS
from gklint.numbers.units import CURRENCY_SIGNS, UNIT_WORDS
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

_HAN = "".join((*HAN_DIGITS, *TENS, *MYRIADS, *PAIRS))
_RUN = lazy(
    # The first character alone decides whether the engine stops here: one class, so that it skips all other text.
    rf"[{DIGITS}半俩仨{_HAN}](?:(?<=[{DIGITS}])[{DIGITS}]*(?:[.,．][{DIGITS}]+)*"
    rf"|(?<=[{_HAN}])[{_HAN}]*(?:几[万亿]*|点[{''.join(HAN_DIGITS)}]+(?![十百千])[万亿]*)?|)"
)


def scan(text: str) -> Iterator[Reading]:
    """Every run of digits in *text*, in order and without overlap; the words around it belong to a quantity's *raw*."""
    return settle(_runs(text), text)


def _runs(text: str) -> Iterator[tuple[Reading | Bare, int]]:
    """Readings with the end of all that belongs to them; a bare number is settled by its neighbours."""
    at = 0
    search = _RUN.search
    titles = _Titles(text) if "《" in text else None
    while hit := search(text, at):
        start, end = hit.span()
        first = text[start]
        found: Found | None = (_plain(text, start, end) or _common(text, start, end)) if first in _ASCII else None
        if found is None:
            found = read_arabic(text, start, end, at) if first in _ARABIC else read_chinese(text, start, end, at)
        if found is None:
            at = end
            continue
        reading, at = found
        if titles and isinstance(reading, Numeral | Bare) and titles.hold(reading.start):
            yield Identifier(reading.start, reading.end, text[reading.start : reading.end], Kind.NAME), at
        else:
            yield reading, at


def _plain(text: str, start: int, end: int) -> tuple[Numeral, int] | None:
    """Digits right before a measure word, with nothing on either side that could change what they mean."""
    if end - start > 9 or end + 1 >= len(text):
        return None
    before = start - 2 if start and text[start - 1] == " " else start - 1
    at = end + 1 if text[end] == " " else end
    measured = _PLAIN.get(text[at])
    stop = at + 1
    if measured is None or (stop < len(text) and text[stop] in measured.matters):
        return None
    if before >= 0 and text[before] in _MATTERS_BEFORE:
        return None
    digits = text[start:end]
    if not digits.isdigit() or (digits[0] == "0" and len(digits) > 1) or digits in HOTLINES:
        return None
    value = int(digits)
    return Numeral(start, end, text[start:stop], value, point(value), measured.unit), stop


def _common(text: str, start: int, end: int) -> tuple[Numeral, int] | None:
    """
    A quantity with nothing on either side that could change what it means: 61.3%, 320余人次, 41.5万元.

    Reports repeat such runs of characters, so each is read once, on its own.
    """
    if end - start > _LONGEST_COMMON or (start and text[start - 1] in _MATTERS_BEFORE):
        return None
    if text[end : end + 1] in periods.AFTER_DIGITS:
        return None  # 9点30分: a date or an hour may go on behind its first word
    at = end
    while at < end + 3 and text[at : at + 1] in _WITHIN:
        at += 1
    unit = UNIT_WORDS.starting(text, at)
    if unit is None:
        return None
    stop = at + len(unit[0])
    if stop < len(text) and (text[stop] in _MATTERS_AFTER or text[stop] in unit[1].unless):
        return None
    known = _alone(text[start:stop], end - start)
    if known is None:
        return None
    return (
        Numeral(
            start,
            start + known.end,
            known.raw,
            known.value,
            known.bounds,
            known.unit,
            known.decimals,
            known.scale,
            known.approximators,
            known.soft,
            known.doubtful,
            known.trace,
        ),
        stop,
    )


@lru_cache(maxsize=8192)
def _alone(raw: str, end: int) -> Numeral | None:
    """The quantity that all of *raw*, whose digits end at *end*, is by itself; None if it is anything else."""
    reading, stop = read_arabic(raw, 0, end, 0)
    return reading if isinstance(reading, Numeral) and reading.start == 0 and stop == len(raw) else None


_LONGEST_COMMON = 12
_WITHIN = frozenset("余多万亿")


class _Titles:
    """Which positions stand inside 《》: a number in a title counts nothing. Asked in rising order."""

    def __init__(self, text: str) -> None:
        self._spans = _TITLE.finditer(text)
        self._start = self._end = 0

    def hold(self, position: int) -> bool:
        while self._end <= position:
            span = next(self._spans, None)
            self._start, self._end = span.span() if span else (_FAR, _FAR + 1)
        return self._start <= position


_TITLE = lazy("《[^》\n]{1,200}》")
_FAR = 1 << 62

_ASCII = frozenset("0123456789")
_ARABIC = _ASCII | frozenset("０１２３４５６７８９")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_MATTERS_BEFORE = (
    frozenset(BEFORE.lasts)
    | frozenset(CURRENCY_SIGNS.lasts)
    | _LATIN
    | frozenset(BLANKS)
    | frozenset("第〔[【﹝-－–—~～至到./@_=&?#:：×*+＋−±之")
)
_MATTERS_AFTER = frozenset(AFTER.firsts) | frozenset("-－–—~～至到会全常党") | frozenset(BLANKS) | _LATIN


@dataclass(frozen=True, slots=True)
class _Measured:
    """A measure word of one character, and the characters behind it that call for a closer look."""

    unit: Unit
    matters: frozenset[str]


def _measured(word: str) -> _Measured:
    longer = {other[1] for other, _ in UNIT_WORDS.firsts[word] if len(other) > 1}
    return _Measured(UNIT_WORDS.rows[word].unit, _MATTERS_AFTER | longer | frozenset(UNIT_WORDS.rows[word].unless))


_PLAIN = {
    # 9点 may be a time of day: that is left to the tables.
    word: _measured(word)
    for word, row in UNIT_WORDS.rows.items()
    if len(word) == 1 and row.unit.measure is Measure.COUNT and word != "点"
}
