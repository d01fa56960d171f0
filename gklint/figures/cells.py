"""
Tables as sheets: where labels stand, what each cell measures, and the figure in it.

A cell is read once it is known what its row, its column and the table's note say about its unit. A number is expected,
and unknown if it is not there, wherever other cells of the column hold one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from gklint.figures._grain import grained
from gklint.figures._inherited import Units, units
from gklint.figures._inner_heads import inner_heads
from gklint.figures._paths import column_paths, indents, row_label, row_paths
from gklint.figures._regions import Look, Regions, regions
from gklint.model.document import Cell, Document, Span, Table
from gklint.model.figure import CellPlace, Figure
from gklint.model.interval import Exact
from gklint.model.ledger import Sheet
from gklint.model.numeral import Identifier, Kind, Misprint, Numeral, Reading, Unit
from gklint.numbers.cells import marks_in, read_cell
from gklint.numbers.grammar import scan
from gklint.numbers.printed import Marks

Other = tuple[int, CellPlace | None, Identifier | Misprint]


@dataclass(frozen=True, slots=True)
class Tabulated:
    """One table, read: its Sheet, all its figures in reading order, and its digits that are no quantities."""

    sheet: Sheet
    figures: tuple[Figure, ...]
    others: tuple[Other, ...]


def tabulate(document: Document, block: int, number: int, first_id: int) -> Tabulated:
    """
    The *number*-th table of *document*, which is its block *block*; figures are numbered from *first_id*.

    A figure behind the first of its cell (a note: 22（其中修订16件）) and figures inside labels are in the list of
    figures, and not in the sheet's grid.
    """
    table = document.blocks[block]
    if not isinstance(table, Table):
        raise ValueError(f"block {block} is no table")
    areas = regions(table)
    inherited = units(document, block, table, areas)
    marks = marks_in(text for text, look in areas.looks.items() if look is Look.NUMBER)
    reading = _Reading(table, areas, inherited, marks)
    columns = column_paths(table, areas)
    column_labels = [" › ".join(path) for path in columns]
    rows = row_paths(table, areas)
    inner = inner_heads(table, areas)
    figures: list[Figure] = []
    others: list[Other] = []
    grid: list[list[Figure | None]] = [[None] * table.columns for _ in table.grid]
    cells = list(reading.cells())
    values = _values(cells, areas)
    for (cell, readings), value in zip(cells, values, strict=True):
        is_unknown = reading.is_garbled(cell, readings) if readings else reading.is_missing(cell)
        if not readings and not is_unknown:
            continue
        head = inner.get(cell.row)
        column_label = column_labels[cell.column] if head is None else _label(table.grid[head][cell.column])
        place = CellPlace(number, cell.row, cell.column, row_label(table, areas, rows, cell), column_label)
        if is_unknown:
            figure = Figure(first_id + len(figures), None, block, Span(0, len(cell.text)), cell.text, place)
            figures.append(figure)
            grid[cell.row][cell.column] = figure
        for item in readings:
            if not isinstance(item, Numeral):
                others.append((block, place, item))
                continue
            is_value = value is not None and item is readings[0]
            numeral = value if is_value else item
            figure = Figure(first_id + len(figures), numeral, block, Span(item.start, item.end), item.raw, place)
            figures.append(figure)
            if is_value:
                grid[cell.row][cell.column] = figure
    sheet = Sheet(
        number=number,
        block=block,
        table=table,
        header_rows=areas.header_rows,
        header_columns=areas.header_columns,
        row_paths=rows,
        column_paths=columns,
        figures=tuple(tuple(grid[c.row][c.column] if c else None for c in row) for row in table.grid),
        indents=indents(table, areas),
        unit_note=inherited.note,
    )
    return Tabulated(sheet, tuple(figures), tuple(others))


@dataclass(slots=True)
class _Reading:
    """The readings of one table's cells; equal texts under equal units are read once."""

    table: Table
    areas: Regions
    units: Units
    marks: Marks
    known: dict[tuple[str, Unit | None, Exact], tuple[Reading, ...]] = field(default_factory=dict)

    def cells(self) -> Iterator[tuple[Cell, tuple[Reading, ...]]]:
        """Each cell once, in reading order, with everything that its digits say."""
        for number, row in enumerate(self.table.grid):
            for column, cell in enumerate(row):
                if cell and cell.row == number and cell.column == column:
                    yield cell, self.read(cell)

    def read(self, cell: Cell) -> tuple[Reading, ...]:
        look = self.areas.look(cell)
        if look is Look.NUMBER:
            if kind := self._naming(cell):
                text = cell.text.strip()
                start = cell.text.index(text)
                return (Identifier(start, start + len(text), text, kind),)
            return self._number(cell)
        return self._text(cell.text) if look is Look.TEXT else ()

    def is_missing(self, cell: Cell) -> bool:
        """Whether a number is expected in a *cell* that holds none."""
        look = self.areas.look(cell)
        if cell.row < self.areas.header_rows or cell.column not in self.areas.expected or look is Look.TEXT:
            return False
        if look is Look.DASH or not self.areas.stubs:
            return look is Look.DASH
        labels = (self.table.grid[cell.row][column] for column in self.areas.stubs)
        return any(label and label.text.strip() for label in labels)

    def is_garbled(self, cell: Cell, readings: tuple[Reading, ...]) -> bool:
        """Whether a value *cell* holds digits that make no number: a sum without it would look wrong, or right."""
        if not isinstance(readings[0], Misprint) or cell.row < self.areas.header_rows:
            return False
        return cell.column in self.areas.expected and not cell.text[: readings[0].start].strip()

    def _naming(self, cell: Cell) -> Kind | None:
        """What the digits of a whole cell name: years and column numbers in a header, ordinals and codes beside it."""
        if cell.row < self.areas.header_rows:
            return Kind.ORDINAL
        if cell.column in self.areas.naming:
            return self.areas.naming[cell.column]
        return Kind.ORDINAL if cell.column < self.areas.header_columns else None

    def _number(self, cell: Cell) -> tuple[Reading, ...]:
        inherited = self.units.at(cell.row, cell.column)
        unit, scale = inherited or (None, 1)
        key = (cell.text, unit, scale)
        if key not in self.known:
            self.known[key] = read_cell(cell.text, unit, scale, self.marks)
        return self.known[key]

    def _text(self, text: str) -> tuple[Reading, ...]:
        key = (text, None, 0)
        if key not in self.known:
            self.known[key] = _scanned(text)
        return self.known[key]


# Reports of one form repeat their labels.
@lru_cache(maxsize=4096)
def _scanned(text: str) -> tuple[Reading, ...]:
    return tuple(scan(text))


def _values(cells: Sequence[tuple[Cell, tuple[Reading, ...]]], areas: Regions) -> list[Numeral | None]:
    """For each of *cells* its value, if it has one, as precise as the cells of its column with the same unit."""
    values: list[Numeral | None] = [None] * len(cells)
    series: dict[tuple[int, Unit, Exact], list[tuple[int, Numeral]]] = defaultdict(list)
    for index, (cell, readings) in enumerate(cells):
        if readings and isinstance(value := readings[0], Numeral) and areas.look(cell) is Look.NUMBER:
            series[cell.column, value.unit, value.scale].append((index, value))
    for members in series.values():
        for (index, _), value in zip(members, grained([value for _, value in members]), strict=True):
            values[index] = value
    return values


def _label(cell: Cell | None) -> str:
    return " ".join(cell.text.split()) if cell else ""
