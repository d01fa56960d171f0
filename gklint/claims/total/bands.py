"""
A sheet seen along one axis: lines of whole numbers in which some positions may be sums of others.

The same search then finds total columns (lines are rows) and total rows (lines are columns).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import gcd, lcm
from typing import Literal

from gklint.claims.total.labels import innermost, is_rate, is_total
from gklint.claims.total.outline import outline
from gklint.claims.total.sides import Side, sides
from gklint.claims.total.structure import Candidate, Item, closed, headed
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.ledger import Sheet
from gklint.model.numeral import Measure, Numeral

Axis = Literal["row", "column"]
Grid = Sequence[Sequence[Figure | None]]
LARGE = 1000
"""Numbers below are counted, not rounded."""
FEWEST_FOR_FIVES = 12


@dataclass(frozen=True)
class Band:
    """
    *figures[line][position]*, None where nothing can be summed; *values* and *halves* are their values and half
    widths in one common fraction of a unit. *labels*, *names* (the innermost
    label, as labels are compared) and *totals* belong to positions, *rates* to lines.
    """

    axis: Axis
    places: tuple[int, ...]
    """The row or column of the sheet that each line is."""
    figures: tuple[tuple[Figure | None, ...], ...]
    values: tuple[tuple[int | None, ...], ...]
    halves: tuple[tuple[int, ...], ...]
    labels: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    totals: tuple[bool, ...]
    rates: tuple[bool, ...]
    families: Mapping[Candidate, str]
    """Positions with those that are parts of them by the build of the table: code, mark, indent, head."""
    items: tuple[Item, ...]
    """The positions of a list with what their labels say of its build."""
    one: int
    """What the number 1 is in *values*; it can be halved."""
    columns: tuple[int, ...] = ()
    """The positions that are columns, with paths of heads for labels."""
    loose: frozenset[int] = frozenset()
    """Positions of *items* that may be inside others."""
    is_gapped: bool = False
    """Whether the list marks of *items* leave some out."""
    inner: frozenset[int] = frozenset()
    """Positions of *items* inside others."""
    is_softened: bool = False
    """Whether whole numbers of unknown unit are taken for rounded ones."""

    def closed(self, inner: Iterable[int] = ()) -> list[Candidate]:
        """What the labelled totals sum up, *inner* being known parts of others besides those that the build tells."""
        if self.columns:
            return list(dict.fromkeys(headed(self.labels, self.columns, set(inner))))
        inside = self.inner.union(inner)
        items = [item for item in self.items if item.position in self.filled]
        found = [*closed(items, inside), *(closed(items, inside | self.loose) if self.loose else ())]
        return list(dict.fromkeys(found))

    @property
    def size(self) -> int:
        return len(self.names)

    @cached_property
    def filled(self) -> tuple[int, ...]:
        """Positions at which some line has a value."""
        found = {p for line in self.values for p, value in enumerate(line) if value is not None}
        return tuple(sorted(found))

    @cached_property
    def fractional(self) -> tuple[bool, ...]:
        """Positions printed with decimals: shares and rates between columns of counts."""
        return tuple(any(line[p] for line in self.halves) for p in range(self.size))

    def softened(self) -> Band | None:
        """
        The same band with whole numbers of unknown unit taken for rounded ones, None if there are no large ones.

        Statistics in thousands, and counts that an office has rounded at random to multiples of 5, miss their totals
        by less than half a unit for each number.
        """
        large = [abs(value) >= LARGE * self.one for line in self.values for value in line if value]
        if 2 * sum(large) < len(large) or not large:
            return None
        common = gcd(*(value for line in self.values for value in line if value))
        half = 5 * self.one if common % (5 * self.one) == 0 and len(large) >= FEWEST_FOR_FIVES else self.one // 2
        halves = tuple(
            tuple(half if value and not old else old for value, old in zip(*lines, strict=True))
            for lines in zip(self.values, self.halves, strict=True)
        )
        return replace(self, halves=halves, is_softened=True)

    def printed(self, line: int, position: int) -> Exact:
        """The number as it is printed, without the scale that a label gives it; 0 where there is none."""
        figure = self.figures[line][position]
        return Fraction(figure.numeral.value) / figure.numeral.scale if figure and figure.numeral else 0

    def like_units(self, line: int, positions: Sequence[int]) -> bool:
        """Whether the figures at *positions* are of one unit, as far as any is printed."""
        figures = (self.figures[line][position] for position in positions)
        groups = {f.numeral.unit.group for f in figures if f and f.numeral and f.numeral.unit.group}
        return len(groups) <= 1


def bands(sheet: Sheet) -> Iterator[Band]:
    """*sheet* along its rows (a line is a row), then each side of it along its columns (a line is a column)."""
    figures = [[_summable(figure, r, c) for c, figure in enumerate(row)] for r, row in enumerate(sheet.figures)]
    numbers = _numbers(figures)
    yield _across(sheet, figures, numbers)
    for side in sides(sheet):
        yield _down(sheet, side, figures, numbers)


def _across(sheet: Sheet, figures: Grid, numbers: Numbers) -> Band:
    paths = sheet.column_paths
    columns = [column for column in range(sheet.table.columns) if any(row[column] for row in figures)]
    return Band(
        axis="row",
        places=tuple(range(len(figures))),
        figures=tuple(map(tuple, figures)),
        values=tuple(map(numbers.values, figures)),
        halves=tuple(map(numbers.halves, figures)),
        labels=paths,
        names=tuple(map(innermost, paths)),
        totals=tuple(any(map(is_total, path)) for path in paths),
        rates=tuple(map(_is_rate, sheet.row_paths, figures)),
        families={},
        items=(),
        columns=tuple(columns),
        one=numbers.scale,
    )


def _down(sheet: Sheet, side: Side, figures: Grid, numbers: Numbers) -> Band:
    lines = [[row[column] for row in figures] for column in side.values]
    labels = tuple(_labels(sheet, side))
    plan = outline(sheet, side)
    names = dict.fromkeys(range(sheet.table.rows), "") | {row.position: innermost((row.label,)) for row in plan.rows}
    return Band(
        axis="column",
        places=side.values,
        figures=tuple(map(tuple, lines)),
        values=tuple(map(numbers.values, lines)),
        halves=tuple(map(numbers.halves, lines)),
        labels=labels,
        names=tuple(names.values()),
        totals=tuple(any(map(is_total, texts)) for texts in labels),
        rates=tuple(map(_is_rate, [sheet.column_paths[column] for column in side.values], lines)),
        families=plan.families(),
        items=tuple(Item.of(row.position, row.texts, row.group, row.indent) for row in plan.rows),
        loose=frozenset(plan.loose),
        is_gapped=-1 in plan.gapped,
        inner=frozenset({*plan.parents, *plan.portions}),
        one=numbers.scale,
    )


def _is_rate(path: Sequence[str], line: Sequence[Figure | None]) -> bool:
    """Whether the numbers of a line are rates: its labels say so, or most are percentages."""
    units = [figure.numeral.unit for figure in line if figure and figure.numeral]
    return any(map(is_rate, path)) or 2 * sum(unit.measure is Measure.PERCENT for unit in units) > len(units)


def _labels(sheet: Sheet, side: Side) -> Iterator[tuple[str, ...]]:
    """The texts of each row below the header within *side*, wherever they stand in it."""
    for number, (row, figures) in enumerate(zip(sheet.table.grid, sheet.figures, strict=True)):
        cells = [(row[column], figures[column]) for column in side.columns]
        own = [cell for cell, figure in cells if cell and figure is None and cell.row == number]
        yield tuple(cell.text for cell in own) if number >= sheet.header_rows else ()


@dataclass(frozen=True)
class Numbers:
    """What figures come to in whole numbers of one common fraction, of which 1 has *scale*."""

    scale: int
    whole: Mapping[int, int]
    half: Mapping[int, int]

    def values(self, figures: Sequence[Figure | None]) -> tuple[int | None, ...]:
        return tuple(self.whole[id(figure.numeral)] if figure else None for figure in figures)

    def halves(self, figures: Sequence[Figure | None]) -> tuple[int, ...]:
        return tuple(self.half[id(figure.numeral)] if figure else 0 for figure in figures)


def _numbers(figures: Grid) -> Numbers:
    # Equal cells share one numeral: each is turned into whole numbers once.
    numerals = {id(f.numeral): f.numeral for row in figures for f in row if f and f.numeral}
    widths = {key: _width(numeral) for key, numeral in numerals.items()}
    denominators = {numeral.value.denominator for numeral in numerals.values()}
    scale = lcm(2, *denominators, *{width.denominator for width in widths.values()})
    return Numbers(
        scale,
        {key: int(numeral.value * scale) for key, numeral in numerals.items()},
        {key: int(width * scale) for key, width in widths.items()},
    )


def _summable(figure: Figure | None, row: int, column: int) -> Figure | None:
    """
    *figure* unless it is unknown, approximate or another position of a merged cell; what is bound to a form is left
    to the form's own equations.
    """
    if figure is None or figure.numeral is None or figure.indicator or figure.numeral.approximators:
        return None
    if figure.cell is None or (figure.cell.row, figure.cell.column) != (row, column):
        return None
    bounds = figure.numeral.bounds
    return None if bounds.low is None or bounds.high is None else figure


def _width(numeral: Numeral) -> Exact:
    bounds = numeral.bounds
    if bounds.low is None or bounds.high is None or bounds.is_point:
        return 0
    return Fraction(bounds.high - bounds.low) / 2
