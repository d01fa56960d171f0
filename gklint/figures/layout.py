"""
Where a table prints the items of a form: labels to the left of a value, above it, or in the words around the table.

Nothing here counts rows or columns from an edge that the form would prescribe; the nearest label rules, whichever way
the table is turned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Literal

from gklint.figures._setting import head_period
from gklint.figures.labels import SHORTEST, Axis, Guess, assign, key
from gklint.model.document import Cell
from gklint.model.figure import Figure
from gklint.model.form import FormTable, Item, LabelMatch
from gklint.model.ledger import Sheet
from gklint.model.statement import Term
from gklint.start.records import dataclass

Side = Literal["left", "above"]
Position = tuple[int, int]
Guesses = Mapping[Position, Guess]
"""Labels by the upper left corner of their cell."""
FEWEST = 2
"""Labels of a form that a table must print word for word before labels that are only alike are looked at."""


@dataclass(frozen=True, slots=True)
class Axes:
    """A form's table, ready to be looked up; *units* are the words of its unit column."""

    table: FormTable
    rows: Axis
    columns: Axis
    units: frozenset[str]

    @classmethod
    def of(cls, table: FormTable) -> Axes:
        units = frozenset(key(unit).words for unit in ("单位", *(row.unit for row in table.rows if row.unit)))
        return cls(table, Axis.of(table.rows), Axis.of(table.columns), units)


@dataclass(frozen=True, slots=True)
class Stub:
    """The labels of a sheet, each cell once in reading order: *left* of a value and *above* one."""

    left: tuple[Cell, ...]
    above: tuple[Cell, ...]

    @classmethod
    def of(cls, sheet: Sheet) -> Stub:
        left, above = _before_figures(sheet, "left"), _before_figures(sheet, "above")
        return cls(tuple(left.values()), tuple(above[place] for place in sorted(above)))

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (*self.left, *self.above)


@dataclass(frozen=True, slots=True)
class Layout:
    """
    What one sheet holds of a form's table: its labels, and (row item, column item, figure) for each cell.

    *by_edge* are the column items by distance from the right edge, for a continuation without a header.
    """

    cells: tuple[tuple[Item, Item, Figure], ...]
    labels: tuple[LabelMatch, ...]
    by_edge: Mapping[int, Item]


def lay_out(
    sheet: Sheet,
    stub: Stub,
    axes: Axes,
    *,
    around: Sequence[str] = (),
    before: Layout | None = None,
    year: int | None = None,
) -> Layout | None:
    """
    How *sheet* prints the table of *axes*, None if it does not.

    *around* is what stands printed just before the sheet, nearest first: it can name the item that all of a small
    grid belongs to. *before* is the layout of the sheet that this one may continue without a header. *year* is the
    year that the report is about.
    """
    if not any(_is_telling(cell, axes) for cell in stub.cells):
        return _unfilled(sheet, axes)
    best: Layout | None = None
    sides: tuple[tuple[Side, tuple[Cell, ...]], ...] = (("left", stub.left), ("above", stub.above))
    rows = {side: _guesses(cells, axes.rows) for side, cells in sides}
    columns = {side: _guesses(cells, axes.columns) for side, cells in sides}
    named = _named(sheet, axes, around)
    for row_side, column_side in product(rows, reversed(columns)):
        by_row, by_column = rows[row_side], columns[column_side]
        row_items = _spread(sheet, axes, axes.rows, by_row, by_column, row_side) or named
        column_items = (
            _spread(sheet, axes, axes.columns, by_column, by_row, column_side)
            or _continued(sheet, before)
            or _single(sheet, axes, row_items, year)
        )
        cells = _cells(sheet, axes.table, row_items, column_items)
        if len(cells) > (len(best.cells) if best else 0):
            labels = (*_matches(sheet, axes.rows, by_row), *_matches(sheet, axes.columns, by_column))
            best = Layout(tuple(cells), labels, _by_edge(sheet, column_items))
    return best


def _is_telling(cell: Cell, axes: Axes) -> bool:
    """Whether a label is one of the form's own, to the letter: 其他 and 总计 head the columns of any table."""
    return len(key(cell.text).core) >= SHORTEST and bool(axes.rows.equals(cell.text) or axes.columns.equals(cell.text))


def _unfilled(sheet: Sheet, axes: Axes) -> Layout | None:
    """The layout of a header without any values below it: a table that nobody has filled in."""
    if any(any(figures) for figures in sheet.figures):
        return None
    placed = {(cell.row, cell.column): cell for row in sheet.table.grid for cell in row if cell and _has_words(cell)}
    cells = list(placed.values())
    columns = _guesses(cells, axes.columns)
    if len(axes.columns.items) == 1 or len({guess.index for guess in columns.values()}) < len(axes.columns.items):
        return None
    labels = (*_matches(sheet, axes.rows, _guesses(cells, axes.rows)), *_matches(sheet, axes.columns, columns))
    return Layout((), labels, {})


def _before_figures(sheet: Sheet, side: Side) -> dict[Position, Cell]:
    """The cells with words that stand before a figure in their row (column), in the order of the rows (columns)."""
    found: dict[Position, Cell] = {}
    for line in _lines(sheet, side):
        waiting: list[Cell] = []
        for row, column in line:
            cell = sheet.table.grid[row][column]
            if sheet.figures[row][column]:
                found.update(((label.row, label.column), label) for label in waiting)
                waiting.clear()
            elif cell and _has_words(cell):
                waiting.append(cell)
    return found


def _has_words(cell: Cell) -> bool:
    """Whether a cell can be a label: not one that is blank, nor a number that nobody could read."""
    return any(character.isalpha() for character in cell.text)


def _guesses(cells: Sequence[Cell], axis: Axis) -> Guesses:
    texts = [cell.text for cell in cells]
    loosely = sum(bool(axis.equals(text)) for text in texts) >= FEWEST
    guesses = assign(texts, axis, loosely=loosely)
    return {(cell.row, cell.column): guess for cell, guess in zip(cells, guesses, strict=True) if guess}


def _spread(sheet: Sheet, axes: Axes, axis: Axis, mine: Guesses, others: Guesses, side: Side) -> dict[Position, Item]:
    """The item of *axis* at each figure: that of the nearest label on *side*."""
    if not mine:
        return {}
    reach = _reach(sheet, mine, others) if side == "above" else {}
    items: dict[Position, Item] = {}
    for line in _lines(sheet, side):
        current: Item | None = None
        for row, column in line:
            cell = sheet.table.grid[row][column]
            if sheet.figures[row][column]:
                if current:
                    items[row, column] = current
            elif (row, column) in reach:
                current = axis.items[reach[row, column].index]
            elif cell is None or not _has_words(cell):
                continue
            elif guess := mine.get((cell.row, cell.column)):
                current = axis.items[guess.index]
            elif side == "left" and (cell.row, cell.column) not in others:
                # A label of another thing between the form's label and the value: the value is that thing's.
                current = current if key(cell.text).words in axes.units else None
    return items


def _reach(sheet: Sheet, mine: Guesses, others: Guesses) -> dict[Position, Guess]:
    """
    Blank header cells that belong to the label on their left, where a text has lost its merged cells::

        | reviews |        | suits |        |
        | upheld  | quashed| upheld| quashed|

    A column with a label of its own keeps it.
    """
    reach: dict[Position, Guess] = {}
    own: set[int] = set()
    for row, cells in enumerate(sheet.table.grid):
        if any(sheet.figures[row]):
            continue
        current: Guess | None = None
        for column, cell in enumerate(cells):
            if cell is not None and _has_words(cell):
                corner = (cell.row, cell.column)
                current = mine.get(corner) if corner not in others else None
                if current:
                    own.add(column)
            elif current and column not in own:
                reach[row, column] = current
    return reach


def _lines(sheet: Sheet, side: Side) -> Iterator[list[Position]]:
    rows, columns = range(sheet.table.rows), range(sheet.table.columns)
    if side == "left":
        yield from ([(row, column) for column in columns] for row in rows)
    else:
        yield from ([(row, column) for row in rows] for column in columns)


def _named(sheet: Sheet, axes: Axes, around: Sequence[str]) -> dict[Position, Item]:
    """The one row item that the words before the sheet name, at every figure; its columns tell the rest."""
    if len(axes.table.columns) > 1:
        for text in around:
            (guess,) = assign([text], axes.rows, loosely=True)
            if guess:
                return dict.fromkeys(_figures(sheet), axes.rows.items[guess.index])
    return {}


def _continued(sheet: Sheet, before: Layout | None) -> dict[Position, Item]:
    """The column items of the sheet before, counted from the right edge: the stub may have lost columns."""
    if before is None:
        return {}
    width = sheet.table.columns
    return {(r, c): before.by_edge[width - c] for r, c in _figures(sheet) if width - c in before.by_edge}


def _single(sheet: Sheet, axes: Axes, rows: Mapping[Position, Item], year: int | None) -> dict[Position, Item]:
    """
    For a table with one column: beside its labels, the column that its head gives to the report's year; of those that
    no head tells apart (本年度, 历年累计), the one with most numbers.
    """
    if len(axes.table.columns) > 1 or not rows:
        return {}
    counts = dict.fromkeys((column for _, column in rows), 0)
    for row, column in rows:
        figure = sheet.figures[row][column]
        counts[column] += bool(figure and figure.numeral)
    best = max(
        counts, key=lambda column: (_speaks_of(sheet, column, year) * bool(counts[column]), counts[column], column)
    )
    return {place: axes.table.columns[0] for place in rows if place[1] == best}


def _speaks_of(sheet: Sheet, column: int, year: int | None) -> int:
    """Whether the head of *column* names the report's own year (2), no time (1) or another (0)."""
    term = head_period(" ".join(sheet.column_paths[column]), year).term
    return {Term.CURRENT: 2, Term.UNKNOWN: 1}.get(term, 0)


def _figures(sheet: Sheet) -> Iterator[Position]:
    for row, figures in enumerate(sheet.figures):
        yield from ((row, column) for column, figure in enumerate(figures) if figure)


def _cells(
    sheet: Sheet, table: FormTable, rows: Mapping[Position, Item], columns: Mapping[Position, Item]
) -> list[tuple[Item, Item, Figure]]:
    """One figure for each cell of the form; of several positions under merged labels the first with a number."""
    found: dict[tuple[str, str], tuple[Item, Item, Figure]] = {}
    for place, row in rows.items():
        column = columns.get(place)
        figure = sheet.figures[place[0]][place[1]]
        if column is None or figure is None or not table.holds(row, column):
            continue
        known = found.get((row.key, column.key))
        if known is None or (known[2].numeral is None and figure.numeral is not None):
            found[row.key, column.key] = row, column, figure
    return list(found.values())


def _matches(sheet: Sheet, axis: Axis, guesses: Guesses) -> Iterator[LabelMatch]:
    for (row, column), guess in guesses.items():
        cell = sheet.table.grid[row][column]
        printed = cell.text if cell else ""
        yield LabelMatch(axis.items[guess.index], printed, sheet.number, row, column, guess.misprinted)


def _by_edge(sheet: Sheet, columns: Mapping[Position, Item]) -> dict[int, Item]:
    return {sheet.table.columns - column: item for (_, column), item in columns.items()}
