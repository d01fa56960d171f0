"""Single cells that two places of a report print twice: the total of a breakdown, the two totals of a budget."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from gklint.claims.crosstable.series import Series, caption, is_usable, plain, years
from gklint.claims.total.labels import is_total
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger, Sheet
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

FEWEST_LETTERS = 6
"""A name as short as 其他 or "male" stands in many tables for many things."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Two figures of one name; *dated*: both tables say that they are about the same year."""

    name: str
    one: Figure
    two: Figure
    dated: bool


def breakdown_totals(ledger: Ledger, columns: Sequence[Series]) -> Iterator[Twin]:
    """
    A line of one table that another one breaks down, its name and 合计 or Total at the head::

        | Search warrants | 7 |        | Search warrants | Total | 7 |
                                       | District court  |       | 5 |
    """
    alone: dict[str, list[tuple[Sheet, Figure]]] = defaultdict(list)
    totals: list[tuple[str, Sheet, Figure]] = []
    single = [column for column in columns if _is_only(column, columns)]
    for column in single:
        for row, figure in column.figures.items():
            if row.is_total:
                totals.append((row.name, column.sheet, figure))
            else:
                alone[row.name].append((column.sheet, figure))
    for name, sheet, figure in totals:
        others = [(other, found) for other, found in alone[name] if other.number != sheet.number]
        # A name that stands in several tables belongs to none of them.
        if len(others) == 1 and len(name) >= FEWEST_LETTERS:
            ((other, found),) = others
            dates = years(caption(ledger, other)), years(caption(ledger, sheet))
            if not all(dates) or dates[0] == dates[1]:
                label = found.cell.row_label if found.cell else name
                yield Twin(label, found, figure, dated=dates[0] == dates[1] and bool(dates[0]))


def budget_totals(sheet: Sheet, sides: Mapping[str, str]) -> Iterator[Twin]:
    """The totals of the two *sides* of a balanced sheet (收入总计, 支出总计), found by their whole labels."""
    found: dict[str, list[Figure]] = {side: [] for side in sides}
    for label, figure in _labelled(sheet):
        for side, pattern in sides.items():
            if _compiled(pattern).search(label):
                found[side].append(figure)
    chosen = [_leading(figures) for figures in found.values()]
    if len(chosen) == 2 and chosen[0] and chosen[1] and chosen[0].id != chosen[1].id:
        yield Twin(chosen[0].cell.row_label if chosen[0].cell else "", chosen[0], chosen[1], dated=True)


def _labelled(sheet: Sheet) -> Iterator[tuple[str, Figure]]:
    """The figures of *sheet* with the heads of their columns, that of their label, and their label."""
    for number, figures in enumerate(sheet.figures):
        head = ""
        for column, figure in enumerate(figures):
            cell = sheet.table.grid[number][column]
            if figure is None and cell and any(map(str.isalpha, cell.text)):
                head = plain("".join(sheet.column_paths[column]))
            elif figure and figure.cell and is_usable(figure):
                yield plain(figure.cell.column_label) + head + plain(figure.cell.row_label), figure


def _leading(figures: Sequence[Figure]) -> Figure | None:
    """The figure of the side as a whole: the only one, or the only one in a column of totals."""
    whole = [figure for figure in figures if figure.cell and is_total(figure.cell.column_label)]
    candidates = whole if len(figures) > 1 else figures
    return candidates[0] if len(candidates) == 1 else None


def _is_only(column: Series, columns: Sequence[Series]) -> bool:
    return sum(other.sheet.number == column.sheet.number for other in columns) == 1


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy(pattern)
