"""Whose figures, and of when: the words of scope and period that govern each place of a document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from gklint.figures import _vocabulary as vocabulary
from gklint.figures._vocabulary import CLAUSE_END, CLAUSE_TERMS, OPENS_CLAUSE, PARAGRAPH_TERMS, PLANNABLE, SCOPE
from gklint.model.document import Heading
from gklint.model.ledger import Ledger
from gklint.model.statement import Level, Mention, Period, Scope, Term
from gklint.start.patterns import lazy

T = TypeVar("T", Scope, Period)


class Sections:
    """The heading above each block, for what a block does not say itself."""

    def __init__(self, ledger: Ledger) -> None:
        self.year = ledger.year
        self.subject = ledger.subject or ""
        self._headings: list[tuple[int, str]] = []
        self._planned: list[bool] = []
        plan: int | None = None
        for index, block in enumerate(ledger.document.blocks):
            if not isinstance(block, Heading):
                continue
            self._headings.append((index, block.text))
            if vocabulary.PLAN_HEADING.search(block.text):
                plan = block.level if plan is None else min(plan, block.level)
            # A report that has turned to its plans stays there, up to a heading that names facts.
            elif plan is not None and block.level <= plan - (not vocabulary.FACT_HEADING.search(block.text)):
                plan = None
            self._planned.append(plan is not None)

    def above(self, block: int) -> str:
        """The text of the nearest heading before *block*; "" where there is none, or only the title."""
        index = self._index(block)
        return self._headings[index][1] if index > 0 else ""

    def plans(self, block: int) -> bool:
        """Whether *block* stands among what is planned, not what was done."""
        index = self._index(block)
        return index > 0 and self._planned[index]

    def _index(self, block: int) -> int:
        return bisect_left(self._headings, block, key=lambda heading: heading[0]) - 1


class Setting:
    """
    Scope and period of the mentions of one block.

    In its own clause a marker is stated. It is inherited by the clauses behind if it opens its clause, and by the
    sentences behind if it opens its sentence; then the heading above speaks.
    """

    __slots__ = ("_block", "_ends", "_periods", "_scopes", "_sections", "_text")

    def __init__(self, block: int, text: str, ends: Sequence[int], sections: Sections) -> None:
        self._block, self._text, self._ends, self._sections = block, text, ends, sections
        self._scopes: tuple[tuple[int, int, Scope], ...] | None = None
        self._periods: tuple[tuple[int, int, Period], ...] | None = None

    def scope(self, mention: Mention) -> Scope:
        if self._scopes is None:
            self._scopes = tuple(_scopes(self._text, self._sections.subject))
        note = _NOTE.match(mention.tail)
        if note:
            for _, _, scope in _scopes(note[1], ""):
                return replace(scope, stated=True)
        sentence = self._sentence(mention.start)
        for start, end, scope in self._back(self._scopes, mention.start):
            if self._is_near(end, mention.start):
                return replace(scope, stated=True)
            opens = OPENS_CLAUSE.search(self._text, max(0, start - _OPENING), start)
            if opens and (start >= sentence or _opens_sentence(self._text, start)):
                return scope
        return _heading_scope(self._sections.above(self._block), self._sections.subject)

    def period(self, mention: Mention) -> Period:
        period = self._printed_period(mention)
        if period.term in PLANNABLE and self._sections.plans(self._block):
            return Period(Term.NEXT, period.text, period.stated)
        return period

    def _printed_period(self, mention: Mention) -> Period:
        if self._periods is None:
            self._periods = tuple(_periods(self._text, self._sections.year))
        sentence = self._sentence(mention.start)
        for start, end, period in self._back(self._periods, mention.start):
            if self._is_near(end, mention.start):
                return replace(period, stated=True)
            # 上年结转3件，新收12件: last year is said of one clause only.
            if period.term in CLAUSE_TERMS and not self._stands_apart(start, end):
                continue
            if start >= sentence or period.term in PARAGRAPH_TERMS:
                return period
        return head_period(self._sections.above(self._block), self._sections.year)

    def _is_near(self, end: int, place: int) -> bool:
        """Whether the marker before *end* stands in the clause of *place*, or alone right before it: 今年，公开12条."""
        return not CLAUSE_END.search(self._text, end + (self._text[end : end + 1] in _COMMAS), place)

    def _stands_apart(self, start: int, end: int) -> bool:
        """Whether a marker opens its sentence and governs more than the word behind it: 去年，…; not 上年结转."""
        wide = self._text[start].isdigit() or self._text[end : end + 1] in _COMMAS
        return wide and _opens_sentence(self._text, start)

    def _sentence(self, place: int) -> int:
        """Where the sentence around *place* begins."""
        index = bisect_right(self._ends, place) - 1
        return self._ends[index] if index >= 0 else 0

    @staticmethod
    def _back(markers: Sequence[tuple[int, int, T]], place: int) -> Iterator[tuple[int, int, T]]:
        """The markers before *place*, the nearest first; some way back none speaks for it any more."""
        index = bisect_left(markers, place, key=lambda marker: marker[0])
        yield from reversed(markers[max(0, index - _REACH) : index])


# A heading speaks for every figure below it that has no words of its own.
@lru_cache(maxsize=256)
def _heading_scope(heading: str, subject: str) -> Scope:
    return next((scope for _, _, scope in _scopes(heading, subject)), Scope())


@lru_cache(maxsize=256)
def head_period(heading: str, year: int | None) -> Period:
    """When the figures below *heading*, or below the head of a column, are about."""
    return next((period for _, _, period in _periods(heading, year)), Period())


def _opens_sentence(text: str, start: int) -> bool:
    return OPENS_SENTENCE.search(text, max(0, start - _OPENING), start) is not None


def _scopes(text: str, subject: str) -> Iterator[tuple[int, int, Scope]]:
    found = [
        (hit.start(), hit.end(), _territory(hit[0], Level(hit.lastgroup), subject)) for hit in SCOPE.finditer(text)
    ]
    for hit in vocabulary.NAMED.finditer(text):
        name = hit["name"]
        # The unit that the report is about is no part of it: 某县收到申请12件 in the report of 某县.
        rest = subject.removeprefix(name).removeprefix("人民").removeprefix("政府")
        level = Level.NAMED if rest or not subject else Level.WHOLE
        found.append((hit.start("name"), hit.end("name"), Scope(level, name if level is Level.NAMED else "")))
    if subject:
        found += [(hit.start(), hit.end(), Scope(Level.WHOLE)) for hit in _acting(subject).finditer(text)]
    yield from sorted(found, key=lambda marker: marker[:2])


@lru_cache(maxsize=16)
def _acting(subject: str) -> re.Pattern[str]:
    """*subject* at the beginning of a clause, as the one that does what follows; its office or site is another."""
    return re.compile(rf"(?:^|(?<=[，。；：、,;\s])){re.escape(subject)}(?!办|网|门户|信息公开)")


def _territory(word: str, level: Level, subject: str) -> Scope:
    """Whose figure 全县 or 全市 says it is: in the report of a county, 全市 is more than the whole."""
    if level is not Level.WHOLE or word[0] != "全" or word[1] not in _TERRITORIES:
        return Scope(level)
    own = _OWN_TERRITORY.match(subject)
    return Scope(level) if own is None or own[1] == word[1] else Scope(Level.NAMED, word)


def _periods(text: str, year: int | None) -> Iterator[tuple[int, int, Period]]:
    pattern = vocabulary.PERIOD if "以来" in text else vocabulary.PERIOD_BUT_SINCE
    for hit in pattern.finditer(text):
        group = hit.lastgroup
        if group == "year":
            term = _term(int(_DIGITS.findall(hit[0])[0]), year)
        elif group is None or _COMPARED.search(text, max(0, hit.start() - 3), hit.start()):
            continue
        else:
            term = Term(group)
        yield hit.start(), hit.end(), Period(term, hit[0])


def _term(named: int, year: int | None) -> Term:
    if year is None:
        return Term.UNKNOWN
    if named == year:
        return Term.CURRENT
    return Term.PRIOR if named < year else Term.NEXT


_NOTE = lazy(r"\s*[（(]([^（）()]{1,40})[）)]")
_COMPARED = lazy(r"(?:较|比|与|同|相比)\Z")
"""较上年增长: the year that a figure is compared with is not the figure's own."""
_COMMAS = ("，", ",")
_TERRITORIES = frozenset("国省市县区州盟旗镇乡")
_OWN_TERRITORY = lazy(r"[^省市县区州盟旗镇乡]{1,8}([省市县区州盟旗镇乡])(?:人民)?(?:政府)?(?:办公室|办公厅)?\Z")
_DIGITS = lazy("20[0-9]{2}")
OPENS_SENTENCE = lazy(r"(?:^|[。！？!?\n])\s*(?:[0-9\s]{4,6}年度?[，,]?\s*|全年[，,]?|截至目前[，,]?)?\Z")
_OPENING = 24
"""Characters before a marker that are looked at to see whether it opens its clause."""
_REACH = 12
"""Markers that are looked back over; those before speak of other things."""
