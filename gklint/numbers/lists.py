"""Numbers without a unit in prose: quantities only in a list whose last member has one (分别为12、7件)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gklint.model.numeral import Identifier, Kind, Measure, Numeral, Reading
from gklint.numbers.apportioned import apportioned
from gklint.numbers.elliptic import noun_of, subject_of
from gklint.numbers.printed import Printed
from gklint.numbers.quantity import Lead, Tail, numeral
from gklint.numbers.script import BLANKS
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Bare:
    """A well-formed number that has no unit; *kind* is what it is if no neighbour gives it one."""

    start: int
    end: int
    number: Printed
    kind: Kind


def settle(runs: Iterable[tuple[Reading | Bare, int]], text: str) -> Iterator[Reading]:
    """The readings of *runs*, each bare number as a quantity in the unit of the list it stands in, or as a name."""
    held: list[Bare] = []
    count: Numeral | None = None
    for reading, _ in runs:
        if isinstance(reading, Bare):
            if held and not _joins(text, held[-1].end, reading.start, list_words=True):
                yield from _names(text, held, count)
                held = []
            held.append(reading)
            continue
        if isinstance(reading, Numeral):
            yield from _members(text, held, reading, count) if held else ()
            count = reading
        else:
            yield from _names(text, held, count)
        held = []
        yield from (isinstance(reading, Identifier) and apportioned(text, reading)) or (reading,)
    yield from _names(text, held, count)


_LONGEST_GAP = 6
_STRONG = frozenset({"、", "和", "及", "与", "以及", "或"})
_WEAK = frozenset({"，", ",", "；", ";", "/", "and", ", and"})
_APPORTIONS = ("分别", "依次", "respectively")
_BEHIND = "respectively"
"""English says so behind its list."""
_BRIDGE = lazy(
    r"(?:out )?of(?: the| all| all the| a total of| these| those)?|to"
    r"|(?:减少|增加|压减|压缩|缩减|缩短|精简|减|降低|下降|降|增长|增|提高|提升|上升|升|扩大|调整|变)(?:到|至|为|成)",
    re.IGNORECASE,
)
"""What leads from a number to one of the same things, whose unit is printed once: 由120减至90件, 9 out of 12 cases."""
_LONGEST_BRIDGE = 20
_SENTENCE = 60
"""How far before a list the word that announces it is looked for, in characters."""


def _joins(text: str, end: int, start: int, *, list_words: bool) -> bool:
    if start - end > _LONGEST_BRIDGE:
        return False
    gap = text[end:start].strip(BLANKS)
    if _BRIDGE.fullmatch(gap):
        return True
    if start - end > _LONGEST_GAP:
        return False
    return gap in _STRONG or (list_words and gap in _WEAK)


def _members(text: str, held: list[Bare], last: Numeral, count: Numeral | None) -> Iterator[Reading]:
    first = held[0]
    told = announced(text, first.start) or _BEHIND in text[last.end : last.end + _SENTENCE].partition(".")[0]
    joined = all(
        _joins(text, one.end, two, list_words=told)
        for one, two in zip(held, [*(bare.start for bare in held[1:]), last.start], strict=True)
    )
    marked = first.kind in (Kind.ORDINAL, Kind.DATE) and not told
    if not joined or marked or last.unit.measure in (Measure.BARE, Measure.OTHER):
        yield from _names(text, held, count)
        return
    for bare in held:
        tail = Tail(bare.end, bare.end, last.unit, last.scale)
        yield numeral(text, bare.start, bare.number, Lead(bare.start), tail, trace=(INHERITED,))


INHERITED = "unit inherited"


def announced(text: str, start: int) -> bool:
    """Whether the sentence has said that a list follows: 分别为."""
    before = text[max(0, start - _SENTENCE) : start]
    before = before[max(before.rfind(mark) for mark in "。！？\n") + 1 :]
    return any(word in before for word in _APPORTIONS)


def _names(text: str, held: list[Bare], count: Numeral | None) -> Iterator[Reading]:
    """*held* as what they are without a list: counts whose noun stands elsewhere in an English sentence, or names."""
    subject = subject_of(text, held[0].start) if _is_from_to(text, held) else None
    for bare in held:
        unit = subject or (noun_of(text, count, bare.start, bare.end) if bare.kind is Kind.CODE else None)
        if unit is None:
            yield Identifier(bare.start, bare.end, text[bare.start : bare.end], bare.kind)
        else:
            tail = Tail(bare.end, bare.end, unit, 1)
            yield numeral(text, bare.start, bare.number, Lead(bare.start), tail, trace=(INHERITED,))


def _is_from_to(text: str, held: list[Bare]) -> bool:
    if len(held) != 2 or any(bare.kind is not Kind.CODE for bare in held):
        return False
    return text[held[0].end : held[1].start] == " to "
