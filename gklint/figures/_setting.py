"""Whose figures, and of when: the words of scope and period that govern each place of a document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from gklint.figures import _vocabulary as vocabulary
from gklint.model.document import Heading, Table
from gklint.model.figure import Ledger
from gklint.model.statement import Level, Mention, Period, Scope, Term
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Marker:
    """A word of scope or period at *start* to *end* of its block."""

    start: int
    end: int
    is_: Scope | Period


class Sections:
    """The heading above each block, for what a block does not say itself."""

    def __init__(self, ledger: Ledger) -> None:
        self.year = ledger.year
        self._headings: list[int] = []
        self._texts: list[str] = []
        for index, block in enumerate(ledger.document.blocks):
            if isinstance(block, Heading) and not isinstance(block, Table):
                self._headings.append(index)
                self._texts.append(block.text)

    def above(self, block: int) -> str:
        """The text of the nearest heading before *block*; "" where there is none, or only the title."""
        index = bisect_left(self._headings, block) - 1
        return self._texts[index] if index > 0 else ""


class Setting:
    """
    Scope and period of the mentions of one block.

    A marker holds from its place to the next one of its kind: in its own clause it is stated, farther on inherited,
    to the end of the paragraph. The heading above speaks where the paragraph has said nothing yet.
    """

    __slots__ = ("_block", "_ends", "_periods", "_scopes", "_sections", "_text")

    def __init__(self, block: int, text: str, ends: Sequence[int], sections: Sections) -> None:
        self._block, self._text, self._ends, self._sections = block, text, ends, sections
        self._scopes: tuple[Marker, ...] | None = None
        self._periods: tuple[Marker, ...] | None = None

    def scope(self, mention: Mention) -> Scope:
        if self._scopes is None:
            self._scopes = tuple(_scopes(self._text))
        if note := _note(mention.tail):
            for marker in _scopes(note):
                return _scope(marker, stated=True)
        marker = _governing(self._scopes, mention.start)
        if marker is not None:
            return _scope(marker, stated=self._same_clause(marker.end, mention.start))
        for marker in _scopes(self._sections.above(self._block)):
            return _scope(marker, stated=False)
        return Scope()

    def period(self, mention: Mention) -> Period:
        if self._periods is None:
            self._periods = tuple(_periods(self._text, self._sections.year))
        sentence = self._ends[bisect_right(self._ends, mention.start) - 1] if mention.start >= self._ends[0] else 0
        index = bisect_right(self._periods, mention.start, key=lambda marker: marker.start) - 1
        while index >= 0:
            marker = self._periods[index]
            period = marker.is_
            assert isinstance(period, Period)
            if self._same_clause(marker.end, mention.start):
                return Period(period.term, period.text, stated=True)
            # 上年结转3件，新收12件: last year is said of one clause only.
            if period.term not in vocabulary.CLAUSE_TERMS and (
                marker.start >= sentence or period.term in vocabulary.PARAGRAPH_TERMS
            ):
                return Period(period.term, period.text, stated=False)
            index -= 1
        for marker in _periods(self._sections.above(self._block), self._sections.year):
            period = marker.is_
            assert isinstance(period, Period)
            return Period(period.term, period.text, stated=False)
        return Period()

    def _same_clause(self, end: int, start: int) -> bool:
        return not vocabulary.CLAUSE_END.search(self._text, end, start)


def _governing(markers: Sequence[Marker], place: int) -> Marker | None:
    index = bisect_right(markers, place, key=lambda marker: marker.start) - 1
    return markers[index] if index >= 0 else None


def _scope(marker: Marker, *, stated: bool) -> Scope:
    scope = marker.is_
    assert isinstance(scope, Scope)
    return Scope(scope.level, scope.name, stated)


def _note(tail: str) -> str:
    """The bracket right behind a figure: 12件（市本级）."""
    hit = _NOTE.match(tail)
    return hit[1] if hit else ""


def _scopes(text: str) -> Iterator[Marker]:
    for hit in vocabulary.SCOPE.finditer(text):
        level = Level(hit.lastgroup)
        yield Marker(hit.start(), hit.end(), Scope(level, hit[0] if level is Level.NAMED else ""))


def _periods(text: str, year: int | None) -> Iterator[Marker]:
    for hit in vocabulary.PERIOD.finditer(text):
        group = hit.lastgroup
        if group == "year":
            term = _term(int(hit[0][:4]), year)
        elif group is None or _COMPARED.search(text, max(0, hit.start() - 3), hit.start()):
            continue
        else:
            term = Term(group)
        yield Marker(hit.start(), hit.end(), Period(term, hit[0]))


def _term(named: int, year: int | None) -> Term:
    if year is None:
        return Term.UNKNOWN
    if named == year:
        return Term.CURRENT
    return Term.PRIOR if named < year else Term.NEXT


_NOTE = re.compile(r"\s*[（(]([^（）()]{1,40})[）)]")
_COMPARED = re.compile(r"(?:较|比|与|同|相比)\Z")
"""较上年增长: the year that a figure is compared with is not the figure's own."""
