"""
Kind "scoresheet": the maxima of a form for self-assessment, which stand in brackets behind what they are for.

::

    自查自评表（总分 30 分）
    组织建设（16 分）   机构（10 分）  未设立的扣 6 分；未公布的扣 4 分
                        培训（6 分）
    平台（14 分）       网站（8 分）   新媒体（6 分）

Text that was copied out of such a form has lost its columns; the order of the brackets and their sums are what is left:
every bracket is a category or one of the items behind it, and the categories make the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from gklint.claims.scoresheet.categories import MOST_ITEMS, cut
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.ledger import Ledger
from gklint.model.relation import Cover, Order, Partition
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

Sort = Literal["maxima", "deductions", "score"]
MOST_MARKS = 200
"""Brackets of one form: beyond, trying where categories begin would take too long."""
NEAR = 12
"""Characters before a number that say what it is."""


@dataclass(frozen=True, slots=True)
class Find:
    """
    *sort*: categories make the total and items their category; what can be deducted reaches the maximum of its item;
    a score of one's own is no greater than the total. *unit* is that of points, the others are patterns: *total* before
    the number of a whole form, *deducted* and *scored* before such numbers, *each* in a text whose deductions repeat.
    """

    sort: Sort
    unit: str
    total: str
    deducted: str = "$^"
    scored: str = "$^"
    each: str = "$^"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form's *total* and, in order, its categories: the first figure of each, then its items."""

    total: Figure
    categories: tuple[tuple[Figure, ...], ...]
    end: int
    """Id of the first figure behind the form."""


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """What *rules* say of each form whose brackets can be read as categories and items in one way only."""
    known: dict[tuple[str, str], tuple[Sheet, ...]] = {}
    for rule in rules:
        find = rule.find
        if not isinstance(find, Find):
            continue
        if (find.unit, find.total) not in known:
            known[find.unit, find.total] = tuple(_sheets(ledger, find))
        for sheet in known[find.unit, find.total]:
            yield from _claims(ledger, rule, find, sheet)


def _claims(ledger: Ledger, rule: Rule, find: Find, sheet: Sheet) -> Iterator[Claim]:
    if find.sort == "maxima":
        heads = tuple(category[0] for category in sheet.categories)
        yield Claim(rule, Partition(sheet.total, heads), Basis.LABELLED)
        for head, *items in sheet.categories:
            yield Claim(rule, Partition(head, tuple(items)), Basis.INHERITED)
    elif find.sort == "deductions":
        yield from _deductions(ledger, rule, find, sheet)
    else:
        for figure in ledger.figures:
            outside = not sheet.total.id <= figure.id < sheet.end
            if outside and _is_points(figure, find) and _says(ledger, figure, find.scored):
                yield Claim(rule, Order(figure, sheet.total), Basis.INHERITED)


def _deductions(ledger: Ledger, rule: Rule, find: Find, sheet: Sheet) -> Iterator[Claim]:
    """
    For each item the points that can be deducted. More than the maximum is how such forms are made; less is a gap.
    Where a deduction repeats, no sum of the printed ones says anything.
    """
    items = [item for _, *items in sheet.categories for item in items]
    marks = sorted(figure.id for category in sheet.categories for figure in category)
    for item in items:
        after = next((mark for mark in marks if mark > item.id), sheet.end)
        between = [figure for figure in ledger.figures[item.id + 1 : after] if _is_points(figure, find)]
        parts = tuple(figure for figure in between if _says(ledger, figure, find.deducted))
        if len(parts) > 1:
            repeats = any(_compiled(find.each).search(ledger.text(part)) for part in parts)
            if not repeats:
                yield Claim(rule, Cover(item, parts, each_within=False), Basis.INHERITED)


def _sheets(ledger: Ledger, find: Find) -> Iterator[Sheet]:
    marks = [figure for figure in ledger.figures if _is_points(figure, find) and _is_bracketed(ledger, figure)]
    starts = [i for i, figure in enumerate(marks) if _says(ledger, figure, find.total)]
    for start, stop in pairwise([*starts, len(marks)]):
        inner = marks[start + 1 : stop]
        if not 2 < len(inner) <= MOST_MARKS:
            continue
        if pieces := cut([_value(mark) for mark in inner], _value(marks[start])):
            end = marks[stop].id if stop < len(marks) else inner[-1].id + MOST_ITEMS
            yield Sheet(marks[start], tuple(tuple(inner[piece]) for piece in pieces), end)


def _is_points(figure: Figure, find: Find) -> bool:
    return figure.numeral is not None and figure.numeral.unit.name == find.unit


def _value(figure: Figure) -> Exact:
    return figure.numeral.value if figure.numeral else 0


def _is_bracketed(ledger: Ledger, figure: Figure) -> bool:
    """Whether brackets hold nothing but *figure*, or the word for a total and it."""
    text = ledger.text(figure)
    unit = figure.numeral.unit.name if figure.numeral else ""
    behind = text[figure.span.end :].lstrip().removeprefix(unit).lstrip()[:1]
    opened = max(text.rfind("（", 0, figure.span.start), text.rfind("(", 0, figure.span.start))
    return behind in ("）", ")") and opened >= 0 and len(text[opened + 1 : figure.span.start].strip()) <= 2


def _says(ledger: Ledger, figure: Figure, words: str) -> bool:
    before = ledger.text(figure)[max(0, figure.span.start - NEAR) : figure.span.start]
    return _compiled(words).search(before) is not None


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return lazy(words)
