"""
Kind "ratio": columns of percentages that the other columns of their table make.

::

    | town | received | closed | rate  |       rate = closed / received
    | east |       40 |     31 | 77.5% |
    | west |       52 |     52 | 100%  |

Which columns make a rate is told by the lines, not by the labels: three percentages that two columns give to the last
digit are no chance. Lines at 0 or 100 % prove nothing, as many columns give them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, permutations
from typing import Literal

from gklint.claims.total.labels import is_mean, is_plain_total
from gklint.claims.total.surroundings import softening
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Verdict
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger, Sheet
from gklint.model.numeral import Measure
from gklint.model.relation import Change, Relation, Share
from gklint.model.rule import Rule
from gklint.start.records import dataclass

Sort = Literal["share", "change"]
WIDEST = 24
"""Columns of numbers beyond which trying any two of them costs too much."""
PROBES = 3
EMPTY = (0, 100)
Column = Mapping[int, Figure]
"""Figures by row."""


@dataclass(frozen=True, slots=True)
class Find:
    """
    *sort*: one column as a percentage of another, or of its own total; the change from one column to another.

    Lines are claimed where at least *siblings* of them prove the link and *tenths* of those that could.
    """

    sort: Sort
    siblings: int
    tenths: int


@dataclass(frozen=True, slots=True)
class Link:
    """
    One way to make a column of percentages: in each row from column *one*, and from column *two* or, if there is none,
    the *total* of the first.
    """

    sort: Sort
    rate: Column
    one: Column
    two: Column
    total: Figure | None = None

    def rows(self) -> Iterator[int]:
        """The rows that have all that the relation needs."""
        for row in self.rate:
            if row in self.one and (self.total is not self.one[row] if self.total else self._has_base(row)):
                yield row

    def _has_base(self, row: int) -> bool:
        return row in self.two and _same_unit(self.one[row], self.two[row])

    def relation(self, row: int) -> Relation:
        """What the table says of *row*."""
        if self.sort == "change":
            return Change(self.rate[row], self.two[row], self.one[row], "percent", 1)
        return Share(self.rate[row], (self.one[row],), ((self.total or self.two[row],),))


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """For each column of percentages the one way to make it that most lines prove, if enough do."""
    for sheet in ledger.sheets:
        rates, others = _columns(sheet)
        if not rates or len(others) > WIDEST:
            continue
        notes = softening(ledger, sheet)
        for rate in rates:
            yield from _of_column(sheet, rate, others, rules, notes)


def _of_column(
    sheet: Sheet, rate: Column, others: Sequence[Column], rules: Sequence[Rule], notes: tuple[str, ...]
) -> Iterator[Claim]:
    best: tuple[int, list[Claim]] = (0, [])
    for rule in rules:
        find = rule.find
        if not isinstance(find, Find):
            continue
        for link in _links(sheet, rate, others, find.sort):
            if not _is_promising(rule, link, rate):
                continue
            rows = tuple(link.rows())
            claims = [_claim(rule, link, row, rate[row], notes) for row in rows]
            passed = [judge(claim).verdict is Verdict.PASS for claim in claims]
            proofs = sum(held and _tells(rate[row]) for held, row in zip(passed, rows, strict=True))
            told = sum(_tells(rate[row]) for row in rows)
            if proofs >= find.siblings and 10 * proofs >= find.tenths * told and proofs > best[0]:
                best = proofs, claims
    yield from best[1]


def _claim(rule: Rule, link: Link, row: int, rate: Figure, notes: tuple[str, ...]) -> Claim:
    about = rate.cell.row_label if rate.cell else ""
    return Claim(rule, link.relation(row), Basis.INHERITED, about=about, notes=notes)


def _is_promising(rule: Rule, link: Link, rate: Column) -> bool:
    """Whether one of the first lines that tell anything holds, so that the others are worth the time."""
    first = islice((row for row in link.rows() if _tells(rate[row])), PROBES)
    return any(judge(_claim(rule, link, row, rate[row], ())).verdict is Verdict.PASS for row in first)


def _tells(figure: Figure) -> bool:
    return bool(figure.numeral and figure.numeral.value not in EMPTY)


def _links(sheet: Sheet, rate: Column, others: Sequence[Column], sort: Sort) -> Iterator[Link]:
    for one, two in permutations(others, 2):
        yield Link(sort, rate, one, two)
    for one in others if sort == "share" else ():
        if (total := _total_row(sheet, one)) is not None:
            yield Link(sort, rate, one, {}, one[total])


def _total_row(sheet: Sheet, column: Column) -> int | None:
    rows = [row for row in column if any(map(is_plain_total, sheet.row_paths[row]))]
    return rows[0] if len(rows) == 1 else None


def _columns(sheet: Sheet) -> tuple[list[Column], list[Column]]:
    """The columns of percentages, and those of other quantities, without figures that a form speaks for."""
    # A mean of rates need not be the rate of the means.
    means = {row for row, path in enumerate(sheet.row_paths) if any(map(is_mean, path))}
    rates: list[Column] = []
    others: list[Column] = []
    for column in range(sheet.table.columns):
        found = {
            row: figure
            for row, figures in enumerate(sheet.figures)
            if (figure := figures[column]) and _is_exact(figure) and figure.cell and figure.cell.column == column
            if row not in means
        }
        percents = sum(_is_percent(figure) for figure in found.values())
        if percents * 2 > len(found):
            rates.append({row: figure for row, figure in found.items() if _is_percent(figure)})
        elif found:
            others.append({row: figure for row, figure in found.items() if not _is_percent(figure)})
    return rates, others


def _is_exact(figure: Figure) -> bool:
    return bool(figure.numeral and not figure.indicator and not figure.numeral.approximators)


def _is_percent(figure: Figure) -> bool:
    return figure.numeral is not None and figure.numeral.unit.measure is Measure.PERCENT


def _same_unit(one: Figure, two: Figure) -> bool:
    return bool(one.numeral and two.numeral and one.numeral.unit.measure is two.numeral.unit.measure)
