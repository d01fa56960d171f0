"""
A sheet seen along one axis: lines of whole numbers in which some positions may be sums of others.

The same search then finds total columns (lines are rows) and total rows (lines are columns).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import gcd, lcm
from typing import Literal

from gklint.claims.total.hierarchy import Family, families
from gklint.claims.total.labels import innermost, is_rate, is_total
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.ledger import Sheet
from gklint.model.numeral import Numeral

Axis = Literal["row", "column"]
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
    figures: tuple[tuple[Figure | None, ...], ...]
    values: tuple[tuple[int | None, ...], ...]
    halves: tuple[tuple[int, ...], ...]
    labels: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    totals: tuple[bool, ...]
    rates: tuple[bool, ...]
    sides: tuple[int, ...]
    """For each line, which half of a table with halves side by side it stands in."""
    families: tuple[Family, ...]
    """Positions with those that are parts of them by code or indent."""
    one: int
    """What the number 1 is in *values*; it can be halved."""
    is_softened: bool = False
    """Whether whole numbers of unknown unit are taken for rounded ones."""

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

    def like_units(self, line: int, positions: Sequence[int]) -> bool:
        """Whether the figures at *positions* are of one unit, as far as any is printed."""
        figures = (self.figures[line][position] for position in positions)
        groups = {f.numeral.unit.group for f in figures if f and f.numeral and f.numeral.unit.group}
        return len(groups) <= 1


def bands(sheet: Sheet) -> tuple[Band, Band]:
    """*sheet* along its rows (a line is a row) and along its columns (a line is a column)."""
    figures = [[_summable(figure, r, c) for c, figure in enumerate(row)] for r, row in enumerate(sheet.figures)]
    # Equal cells share one numeral: each is turned into whole numbers once.
    numerals = {id(f.numeral): f.numeral for row in figures for f in row if f and f.numeral}
    widths = {key: _width(numeral) for key, numeral in numerals.items()}
    denominators = {numeral.value.denominator for numeral in numerals.values()}
    scale = lcm(2, *denominators, *{width.denominator for width in widths.values()})
    whole = {key: int(numeral.value * scale) for key, numeral in numerals.items()}
    half = {key: int(width * scale) for key, width in widths.items()}
    values = [[whole[id(figure.numeral)] if figure else None for figure in row] for row in figures]
    halves = [[half[id(figure.numeral)] if figure else 0 for figure in row] for row in figures]
    row_names = [innermost(path) for path in sheet.row_paths]
    column_names = [innermost(path) for path in sheet.column_paths]
    labels = tuple(_labels(sheet))
    row_rates = tuple(any(map(is_rate, path)) for path in sheet.row_paths)
    column_rates = tuple(any(map(is_rate, path)) for path in sheet.column_paths)
    across = Band(
        "row",
        tuple(map(tuple, figures)),
        tuple(map(tuple, values)),
        tuple(map(tuple, halves)),
        sheet.column_paths,
        tuple(column_names),
        tuple(any(map(is_total, path)) for path in sheet.column_paths),
        row_rates,
        (0,) * len(figures),
        (),
        scale,
    )
    down = Band(
        "column",
        tuple(zip(*figures, strict=True)),
        tuple(zip(*values, strict=True)),
        tuple(zip(*halves, strict=True)),
        labels,
        tuple(row_names),
        tuple(any(map(is_total, texts)) for texts in labels),
        column_rates,
        _sides(sheet),
        tuple(families(sheet)),
        scale,
    )
    return across, down


def _sides(sheet: Sheet) -> tuple[int, ...]:
    """The number of label columns to the left of each column, columns of values between them."""
    sides: list[int] = []
    side, after_values = 0, False
    for column in range(sheet.table.columns):
        if any(row[column] for row in sheet.figures):
            after_values = True
        elif after_values and any((cell := row[column]) and cell.text.strip() for row in sheet.table.grid):
            side, after_values = side + 1, False
        sides.append(side)
    return tuple(sides)


def _labels(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """The texts of each row below the header, wherever they stand in it."""
    for number, (row, figures) in enumerate(zip(sheet.table.grid, sheet.figures, strict=True)):
        own = [c for c, f in zip(row, figures, strict=True) if c and f is None and c.row == number]
        yield tuple(cell.text for cell in own) if number >= sheet.header_rows else ()


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
