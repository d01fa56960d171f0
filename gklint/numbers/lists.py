"""Numbers without a unit in prose: quantities only in a list whose last member has one (分别为12、7件)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gklint.model.numeral import Identifier, Kind, Measure, Numeral, Reading
from gklint.numbers.printed import Printed
from gklint.numbers.quantity import Lead, Tail, numeral
from gklint.numbers.script import BLANKS
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
    for reading, _ in runs:
        if isinstance(reading, Bare):
            if held and not _joins(text, held[-1].end, reading.start, list_words=True):
                yield from _names(text, held)
                held = []
            held.append(reading)
            continue
        if held:
            yield from _members(text, held, reading) if isinstance(reading, Numeral) else _names(text, held)
            held = []
        yield reading
    yield from _names(text, held)


_STRONG = frozenset({"、", "和", "及", "与", "以及", "或"})
_WEAK = frozenset({"，", ",", "；", ";", "/", "and", ", and"})
_APPORTIONS = ("分别", "依次", "respectively")
_SENTENCE = 60
"""How far before a list the word that announces it is looked for, in characters."""


def _joins(text: str, end: int, start: int, *, list_words: bool) -> bool:
    if start - end > 4:
        return False
    gap = text[end:start].strip(BLANKS)
    return gap in _STRONG or (list_words and gap in _WEAK)


def _members(text: str, held: list[Bare], last: Numeral) -> Iterator[Reading]:
    first = held[0]
    told = announced(text, first.start)
    joined = all(
        _joins(text, one.end, two, list_words=told)
        for one, two in zip(held, [*(bare.start for bare in held[1:]), last.start], strict=True)
    )
    marked = first.kind in (Kind.ORDINAL, Kind.DATE) and not told
    if not joined or marked or last.unit.measure in (Measure.BARE, Measure.OTHER):
        yield from _names(text, held)
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


def _names(text: str, held: list[Bare]) -> Iterator[Identifier]:
    for bare in held:
        yield Identifier(bare.start, bare.end, text[bare.start : bare.end], bare.kind)
