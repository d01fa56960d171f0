"""
Kind "total": the sums that a table makes itself, named by its labels or shown by its numbers.

A label asserts (合计, 小计, Total), and so does the build of a table (codes, list marks, heads): such a sum is claimed
whether or not it holds. What only numbers show is claimed where enough lines obey. Why a sum that does not hold is
thought to be meant is weighed elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from gklint.claims.total.bands import Axis, Band, bands
from gklint.claims.total.labels import is_subtotal, is_sum_word
from gklint.claims.total.patterns import Pattern
from gklint.claims.total.readings import is_round, reading
from gklint.claims.total.search import Sums, sums
from gklint.claims.total.surroundings import softening
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger, Sheet
from gklint.model.numeral import Measure
from gklint.model.relation import Partition
from gklint.model.rule import Rule
from gklint.start.records import dataclass

Sort = Literal["total", "subtotal", "shares", "balance", "pattern", "lone"]

BASES: dict[Sort, Basis] = {
    "total": Basis.LABELLED,
    "subtotal": Basis.LABELLED,
    "shares": Basis.LABELLED,
    "balance": Basis.INDUCED,
    "pattern": Basis.INDUCED,
    "lone": Basis.LABELLED,
}


@dataclass(frozen=True, slots=True)
class Find:
    """
    Sums of one *sort*: a labelled total; a labelled subtotal, or what codes and list marks make one; shares under a
    total of their own; a difference or balance of three figures that are not neighbours; a pattern of numbers that no
    label speaks of; a lone labelled total, which no other line confirms.

    *axis*: "row" for sums along a row, "column" for sums down a column, both if it is not given. What only numbers
    show is claimed of a line that breaks it if at least *siblings* lines obey, and *tenths* of those that could.
    """

    sort: Sort
    siblings: int = 0
    tenths: int = 0
    axis: Axis | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.siblings or not 0 <= self.tenths <= 10:
            raise ValueError("siblings and tenths: a number of lines, and tenths of all lines")


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every sum of every table that no official form declares; a sum belongs to the first rule that takes it."""
    for sheet in ledger.sheets:
        notes = softening(ledger, sheet)
        for band in bands(sheet):
            found = sums(band)
            table = _Table(sheet, band, found, notes)
            for pattern in found.held:
                yield from _held(table, pattern, rules)
            for pattern in found.said:
                yield from _said(table, pattern, rules)


@dataclass(frozen=True, slots=True)
class _Table:
    sheet: Sheet
    band: Band
    sums: Sums
    notes: tuple[str, ...]

    def rules(self, rules: Sequence[Rule], sort: Sort) -> list[Rule]:
        """Those of *rules* that speak of sums of *sort* along this axis."""
        finds = [(rule, rule.find) for rule in rules]
        axes = (None, self.band.axis)
        return [rule for rule, find in finds if isinstance(find, Find) and find.sort == sort and find.axis in axes]

    def breaks(self, pattern: Pattern) -> list[int]:
        """The lines of one unit that *pattern* does not hold on."""
        places = (pattern.whole, *pattern.parts)
        return [line for line in pattern.breaks if self.band.like_units(line, places) and not self._adds(pattern, line)]

    def _adds(self, pattern: Pattern, line: int) -> bool:
        """Whether the numbers come out as they are printed: then only the scale of a label is amiss."""
        whole = self.band.printed(line, pattern.whole)
        return whole == sum(self.band.printed(line, part) for part in pattern.parts)


def _sort(table: _Table, pattern: Pattern, line: int) -> Sort:
    """What the labels and units say that the pattern is."""
    band = table.band
    whole = band.figures[line][pattern.whole]
    if whole and whole.numeral and whole.numeral.unit.measure is Measure.PERCENT:
        return "shares"
    labels = band.labels[pattern.whole]
    if any(map(is_subtotal, labels)) or table.sums.form(pattern) not in ("list", ""):
        return "subtotal"
    if not pattern.holds:
        return "lone"
    if any(map(is_sum_word, labels)):
        return "total"
    return "balance" if len(pattern.parts) == 2 and not _adjacent(band, pattern) else "pattern"


def _adjacent(band: Band, pattern: Pattern) -> bool:
    """Whether whole and parts stand side by side, nothing filled between them."""
    places = sorted((pattern.whole, *pattern.parts))
    between = [p for p in band.filled if places[0] <= p <= places[-1]]
    return between == places and pattern.whole in (places[0], places[-1])


def _held(table: _Table, pattern: Pattern, rules: Sequence[Rule]) -> Iterator[Claim]:
    """A sum that lines obey: those that do are certain, those that do not are weighed."""
    # A line of zeros proves nothing, but a total of 0 over zeros is a statement like any other.
    for line in sorted((*pattern.holds, *pattern.zeros)):
        sort = _sort(table, pattern, line)
        for rule in table.rules(rules, sort)[:1]:
            yield from _claim(table, pattern, line, sort, rule)
    if "cover" in table.notes:
        return
    breaks = table.breaks(pattern)
    for line in breaks:
        sort = _sort(table, pattern, line)
        obliging = [rule for rule in table.rules(rules, sort) if _obliges(rule.find, pattern, breaks)]
        for rule in obliging[:1]:
            yield from _claim(
                table, pattern, line, sort, rule, is_weighed=True, with_unknown=not table.sums.is_blank_nothing
            )


def _said(table: _Table, pattern: Pattern, rules: Sequence[Rule]) -> Iterator[Claim]:
    """A sum that only the build of the table speaks of: every line is weighed."""
    if "cover" in table.notes:
        return
    nothing = table.sums.is_blank_nothing
    for line in (*pattern.holds, *table.breaks(pattern)):
        sort = _sort(table, pattern, line)
        is_broken = line in pattern.breaks
        for rule in table.rules(rules, sort)[:1]:
            yield from _claim(table, pattern, line, sort, rule, is_weighed=True, with_unknown=is_broken and not nothing)


def _claim(
    table: _Table,
    pattern: Pattern,
    line: int,
    sort: Sort,
    rule: Rule,
    *,
    is_weighed: bool = False,
    with_unknown: bool = False,
) -> Iterator[Claim]:
    relation = _relation(table, pattern, line, with_unknown=with_unknown)
    if relation is None:
        return
    notes = table.notes
    if pattern.is_softened:
        notes = tuple(dict.fromkeys((*notes, "rounded")))
    if is_weighed and is_round(table.band, pattern, line):
        notes = (*notes, "round")
    evidence = (len(pattern.holds), len(pattern.holds) + len(table.breaks(pattern)))
    why = reading(table.band, table.sums, pattern, line, f"total.{sort}") if is_weighed else None
    yield Claim(
        rule, relation, BASES[sort], about=_about(table.band, line), evidence=evidence, notes=notes, reading=why
    )


def _obliges(find: object, pattern: Pattern, breaks: Sequence[int]) -> bool:
    """Whether the lines that obey *pattern* are enough for the rule to speak of those that do not."""
    if not isinstance(find, Find):
        return False
    return pattern.firm >= find.siblings and 10 * pattern.firm >= find.tenths * (pattern.firm + len(breaks))


def _relation(table: _Table, pattern: Pattern, line: int, *, with_unknown: bool) -> Partition | None:
    """
    The sum of one line. Cells without a number are left out where the others make the total, and taken in, unknown,
    where they do not: then nothing is certain.
    """
    sheet, band = table.sheet, table.band
    whole = band.figures[line][pattern.whole]
    if whole is None:
        return None
    if with_unknown:
        parts = [_at(sheet, band, line, part) for part in pattern.parts]
        if not all(parts):
            return None
    else:
        parts = [band.figures[line][part] for part in pattern.parts]
    known = tuple(part for part in parts if part)
    return Partition(whole, known) if known else None


def _at(sheet: Sheet, band: Band, line: int, position: int) -> Figure | None:
    row, column = (band.places[line], position) if band.axis == "row" else (position, band.places[line])
    figure = sheet.figures[row][column]
    # Another position of a merged cell is not a second part.
    return figure if figure and figure.cell and (figure.cell.row, figure.cell.column) == (row, column) else None


def _about(band: Band, line: int) -> str:
    return next((place for figure in band.figures[line] if figure and (place := _name(band, figure))), "")


def _name(band: Band, figure: Figure) -> str:
    if figure.cell is None:
        return ""
    return figure.cell.row_label if band.axis == "row" else figure.cell.column_label
