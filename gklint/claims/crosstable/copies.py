"""
Columns that two tables of one report have in common.

Equal numbers alone are coincidence; rows of equal names with equal numbers are one column printed twice. A row that
differs then is a slip, unless the columns count different things that are often equal (spending, and spending from
one source): those differ in the rows above as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from gklint.claims.crosstable.series import Row, Series, plain, value, years
from gklint.model.figure import Figure
from gklint.start.records import dataclass

CROWD = 12
"""A number beside the same name in more columns than this links none of them: forms in a row, one for each unit."""
FEWEST_LINKS, FEWEST_VALUES = 3, 3
LAST_PLACES = 2
"""Places by which two amounts differ that were rounded on the way."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns with the rows in which they agree and those in which they do not; *alike*: of equal labels."""

    one: Series
    two: Series
    agreeing: tuple[Row, ...]
    differing: tuple[Row, ...]
    alike: bool

    def figures(self, row: Row) -> tuple[Figure, Figure]:
        return self.one.figures[row], self.two.figures[row]


def pairs(columns: Sequence[Series]) -> Iterator[Pair]:
    """Every two *columns* of different tables that print the same numbers beside the same names."""
    for first, second in _linked(columns):
        one, two = columns[first], columns[second]
        if one.sheet.number == two.sheet.number or _other_years(one, two):
            continue
        shared = [row for row in one.figures if row in two.figures and _comparable(one.figures[row], two.figures[row])]
        told = [row for row in shared if value(one.figures[row]) or value(two.figures[row])]
        agreeing = tuple(row for row in told if _meet(one.figures[row], two.figures[row]))
        differing = tuple(row for row in told if not _meet(one.figures[row], two.figures[row]))
        if len({value(one.figures[row]) for row in agreeing}) >= FEWEST_VALUES:
            yield Pair(one, two, agreeing, differing, _are_alike(one, two))


def is_rounding(one: Figure, two: Figure) -> bool:
    """Whether two amounts with decimals differ by no more than rounding on the way could make."""
    first, second = one.numeral, two.numeral
    if first is None or second is None or not (first.decimals and second.decimals):
        return False
    places = [Fraction(Fraction(numeral.scale), 10**numeral.decimals) for numeral in (first, second)]
    return abs(Fraction(first.value) - second.value) <= LAST_PLACES * max(places)


def _linked(columns: Sequence[Series]) -> list[tuple[int, int]]:
    """Pairs of columns that have enough rows in common, found without comparing all with all."""
    by_cell: dict[tuple[Row, object], list[int]] = defaultdict(list)
    for index, column in enumerate(columns):
        for row, figure in column.figures.items():
            if value(figure):
                by_cell[row, value(figure)].append(index)
    links: dict[tuple[int, int], int] = defaultdict(int)
    for indices in by_cell.values():
        if len(indices) <= CROWD:
            for pair in combinations(indices, 2):
                links[pair] += 1
    return sorted(pair for pair, count in links.items() if count >= FEWEST_LINKS)


def _comparable(one: Figure, two: Figure) -> bool:
    if one.numeral is None or two.numeral is None:
        return False
    units = {numeral.unit.group for numeral in (one.numeral, two.numeral) if numeral.unit.group}
    return len(units) <= 1


def _meet(one: Figure, two: Figure) -> bool:
    return bool(one.bounds and two.bounds and one.bounds.meets(two.bounds))


def _other_years(one: Series, two: Series) -> bool:
    first, second = years(" ".join(one.labels)), years(" ".join(two.labels))
    return bool(first and second and first != second)


def _are_alike(one: Series, two: Series) -> bool:
    return bool(one.labels) and list(map(plain, one.labels)) == list(map(plain, two.labels))
