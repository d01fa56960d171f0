"""
Kind "order": two columns (or rows) that hold the stages of one thing, the later no greater than the earlier.

A pair counts only where the labels, their stage words taken away, speak of the same thing: requests received are no
bound for accounts disclosed. Numbers prove nothing here, but they can disprove: where most lines break the order, the
labels mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations

from gklint.claims.total.labels import is_rate
from gklint.claims.total.surroundings import softening
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.ledger import Ledger, Sheet
from gklint.model.relation import Order
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

BREACHES_PER_LINE = 3
"""One line in so many may break the order; of more the labels must be read otherwise."""


@dataclass(frozen=True, slots=True)
class Stages:
    """
    The words of a label for an *earlier* and a *later* stage (fragments of patterns), and the *empty* ones that name
    no thing (number, of, 数量). *things* are at their earlier stage where a label says no more (requests). *unless* any
    label of the table has one of those (carried over, 结转).
    """

    earlier: tuple[str, ...]
    later: tuple[str, ...]
    things: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """Stages by the language of their words; a label is read in all of them."""

    words: Mapping[str, Stages]


@dataclass(frozen=True, slots=True)
class Line:
    """Labels (outermost first) and figures of a column or row, by where they cross the other axis."""

    labels: tuple[str, ...]
    figures: Mapping[int, Figure]
    abouts: Mapping[int, str]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """The order of every two such columns and rows in tables of no official form, line by line."""
    for sheet in ledger.sheets:
        lines: tuple[Line, ...] | None = None
        taken: set[tuple[int, int]] = set()
        labels = _labels(sheet)
        for rule in rules:
            for stages in rule.find.words.values() if isinstance(rule.find, Find) else ():
                if not _is_told(labels, stages):
                    continue
                if lines is None:
                    lines = (*_columns(sheet), *_rows(sheet))
                for claim in _claims(rule, stages, lines, softening(ledger, sheet)):
                    if isinstance(claim.relation, Order):
                        pair = claim.relation.lesser.id, claim.relation.greater.id
                        if pair not in taken:
                            taken.add(pair)
                            yield claim


def _labels(sheet: Sheet) -> str:
    """The texts of *sheet*, one to a line."""
    texts = {cell.text for row in sheet.table.grid for cell in row if cell and not cell.text[:1].isdecimal()}
    return _plain("\n".join(sorted(texts)))


def _is_told(labels: str, stages: Stages) -> bool:
    """Whether *labels* have words of both stages, and none that explains a greater later one."""
    if not (_pattern(stages.earlier + stages.things).search(labels) and _pattern(stages.later).search(labels)):
        return False
    return not (stages.unless and _pattern(stages.unless).search(labels))


def _claims(rule: Rule, stages: Stages, lines: Sequence[Line], notes: tuple[str, ...]) -> Iterator[Claim]:
    firsts = [line for line in lines if _comes_first(stages, line) and not _has(line, stages.later)]
    lasts = [line for line in lines if _has(line, stages.later) and not _has(line, stages.earlier)]
    for first in firsts:
        for last in lasts:
            if _is_one_thing(stages, first.labels, last.labels):
                yield from _compared(rule, first, last, notes)


def _comes_first(stages: Stages, line: Line) -> bool:
    if _has(line, stages.earlier) or not stages.things:
        return _has(line, stages.earlier)
    label = _plain(line.labels[-1])
    name = " ".join((_pattern(stages.empty).sub(" ", label) if stages.empty else label).split())
    return _pattern(stages.things).fullmatch(name) is not None


def _compared(rule: Rule, first: Line, last: Line, notes: tuple[str, ...]) -> Iterator[Claim]:
    pairs = [(first.figures[at], last.figures[at], first.abouts[at]) for at in first.figures if at in last.figures]
    pairs = [pair for pair in pairs if _are_alike(*pair[:2])]
    # Two zeros say nothing of which stage comes first.
    obeying = sum(_value(earlier) >= _value(later) and _value(earlier) > 0 for earlier, later, _ in pairs)
    breaking = sum(_value(earlier) < _value(later) for earlier, later, _ in pairs)
    if BREACHES_PER_LINE * breaking > max(obeying + breaking, BREACHES_PER_LINE):
        return
    basis = Basis.LABELLED if obeying > breaking else Basis.INHERITED
    for earlier, later, about in pairs:
        evidence = (obeying, obeying + breaking) if _value(earlier) < _value(later) else None
        yield Claim(rule, Order(later, earlier), basis, about=about, evidence=evidence, notes=notes)


def _is_one_thing(stages: Stages, first: Sequence[str], last: Sequence[str]) -> bool:
    """Whether two labels without their stage words name one thing, one of them perhaps in fewer words."""
    earlier = _things(stages, first)
    later = _things(stages, last)
    figures = [{thing for thing in things if any(map(str.isdecimal, thing))} for things in (earlier, later)]
    if figures[0] != figures[1]:
        return False
    return any(all(_within(thing, two) for thing in one) for one, two in permutations((earlier, later)))


def _within(thing: str, others: frozenset[str]) -> bool:
    # Words without blanks between them: 信访 is a part of 信访事项.
    return thing in others or any(thing in other or other in thing for other in others if not thing.isascii())


def _things(stages: Stages, labels: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for label in labels:
        rest = _pattern(stages.earlier + stages.later).sub(" ", _plain(label))
        for word in re.findall(r"[^\W_]+", _pattern(stages.empty).sub(" ", rest) if stages.empty else rest):
            found.add(word.removesuffix("s") if word.isascii() and len(word) > len("its") else word)
    return frozenset(found)


def _has(line: Line, words: tuple[str, ...]) -> bool:
    return not any(map(is_rate, line.labels)) and any(_pattern(words).search(_plain(label)) for label in line.labels)


def _plain(label: str) -> str:
    """*label* in small letters, without what stands in brackets (units, notes) and the joints of names_like_this."""
    return re.sub(r"[（(][^（）()]*[）)]", " ", label).replace("_", " ").casefold()


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of *words*; one of Latin letters only as a whole word."""
    return lazy("|".join(rf"(?<![a-z])(?:{word})(?![a-z])" if word.isascii() else word for word in words))


def _are_alike(one: Figure, two: Figure) -> bool:
    """Whether two figures are printed quantities of one unit, as far as units are printed."""
    if one.numeral is None or two.numeral is None or one.indicator or two.indicator:
        return False
    units = {numeral.unit.group for numeral in (one.numeral, two.numeral) if numeral.unit.group}
    return len(units) <= 1 and one.numeral.unit.measure is two.numeral.unit.measure


def _value(figure: Figure) -> Exact:
    return figure.numeral.value if figure.numeral else 0


def _columns(sheet: Sheet) -> Iterator[Line]:
    for column, labels in enumerate(sheet.column_paths):
        found = {row: figure for row, figure in enumerate(_own(sheet, column)) if figure}
        if labels and found:
            abouts = {row: figure.cell.row_label if figure.cell else "" for row, figure in found.items()}
            yield Line(labels, found, abouts)


def _own(sheet: Sheet, column: int) -> Iterator[Figure | None]:
    """The figures of a column; a merged one, which other columns share, is nobody's."""
    for row, figures in enumerate(sheet.figures):
        figure = figures[column]
        cell = sheet.table.grid[row][column]
        yield figure if cell and cell.column_span == cell.row_span == 1 else None


def _rows(sheet: Sheet) -> Iterator[Line]:
    for figures in sheet.figures:
        found = {column: figure for column, figure in enumerate(figures) if figure and figure.cell}
        labels = {figure.cell.row_label for figure in found.values() if figure.cell}
        # Two halves side by side are two rows in one, and neither goes on in the other.
        if len(labels) == 1 and (label := labels.pop()):
            abouts = {column: figure.cell.column_label if figure.cell else "" for column, figure in found.items()}
            yield Line(tuple(label.split(" › ")), found, abouts)
