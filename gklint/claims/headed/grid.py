"""One half of a sheet along one axis: lines of figures, and what heads each position in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from gklint.claims.total.labels import is_mean, is_rate
from gklint.model.figure import Figure
from gklint.model.ledger import Sheet
from gklint.model.numeral import Measure
from gklint.start.records import dataclass

Axis = Literal["row", "column"]
Line = tuple[Figure | None, ...]
Path = tuple[str, ...]
"""Labels from the outermost to the innermost."""


@dataclass(frozen=True, slots=True)
class Grid:
    """
    *lines[n][p]* is the figure of line *n* at position *p*, None where none can be computed with. *heads* belong to
    positions, *names* to lines. *filled* are the positions with any figure, *rated* those of percentages.
    """

    axis: Axis
    heads: tuple[Path, ...]
    names: tuple[Path, ...]
    lines: tuple[Line, ...]
    filled: tuple[int, ...]
    rated: frozenset[int]

    @classmethod
    def of(cls, axis: Axis, heads: Sequence[Path], names: Sequence[Path], lines: Sequence[Line]) -> Grid:
        # A mean of rates need not be the rate of the means.
        kept = [n for n, name in enumerate(names) if not any(map(is_mean, name))]
        columns = [[figure for n in kept if (figure := lines[n][p])] for p in range(len(heads))]
        filled = tuple(p for p, figures in enumerate(columns) if figures)
        rated = frozenset(p for p in filled if 2 * sum(map(is_percent, columns[p])) > len(columns[p]))
        return cls(axis, tuple(heads), tuple(names[n] for n in kept), tuple(lines[n] for n in kept), filled, rated)

    def column(self, position: int) -> list[Figure]:
        """The figures at one position, line by line."""
        return [figure for line in self.lines if (figure := line[position])]


def grids(sheet: Sheet) -> Iterator[Grid]:
    """
    *sheet* with its rows as lines, then with its columns as lines; of a table with halves side by side each half::

        | income | 30 | spending | 28 |
    """
    for columns in _halves(sheet):
        rows = [tuple(_own(sheet, row, column) for column in columns) for row in range(sheet.table.rows)]
        labels = [_label(sheet, number, line) for number, line in enumerate(rows)]
        heads = [sheet.column_paths[column] for column in columns]
        yield Grid.of("row", heads, labels, rows)
        # Rates do not add up, nor do rates of rates mean anything.
        counted = [n for n, head in enumerate(heads) if not any(map(is_rate, head))]
        lines = list(zip(*rows, strict=True))
        yield Grid.of("column", labels, [heads[n] for n in counted], [lines[n] for n in counted])


def is_percent(figure: Figure) -> bool:
    return figure.numeral is not None and figure.numeral.unit.measure is Measure.PERCENT


def are_alike(figures: Sequence[Figure]) -> bool:
    """Whether *figures* are of one unit, as far as any is printed: they can be added up."""
    units = [figure.numeral.unit for figure in figures if figure.numeral]
    groups = {unit.group for unit in units if unit.group and unit.measure is not Measure.POINTS}
    return len(groups) <= 1


def _halves(sheet: Sheet) -> Iterator[list[int]]:
    """The columns of each stretch of values; columns of labels stand between two of them."""
    half: list[int] = []
    for column in range(sheet.header_columns, sheet.table.columns):
        if any(row[column] for row in sheet.figures):
            half.append(column)
        elif half and any((cell := row[column]) and cell.text.strip() for row in sheet.table.grid[sheet.header_rows :]):
            yield half
            half = []
    if half:
        yield half


def _label(sheet: Sheet, row: int, line: Line) -> Path:
    """What names *row* in the half that *line* is; rows without a figure have no part in anything."""
    cell = next((figure.cell for figure in line if figure), None)
    if cell is None:
        return ()
    return sheet.row_paths[row] if cell.column <= sheet.header_columns else tuple(cell.row_label.split(" › "))


def _own(sheet: Sheet, row: int, column: int) -> Figure | None:
    """The figure of one cell, unless it is another position of a merged one, approximate, or a form speaks for it."""
    figure = sheet.figures[row][column]
    if figure is None or figure.numeral is None or figure.indicator or figure.numeral.approximators:
        return None
    cell = figure.cell
    if cell is None or (cell.row, cell.column) != (row, column):
        return None
    # Below a header inside the table the column has another head.
    if cell.column_label != " › ".join(sheet.column_paths[column]):
        return None
    bounds = figure.numeral.bounds
    if figure.numeral.doubtful:
        return None
    return None if bounds.low is None or bounds.high is None else figure
