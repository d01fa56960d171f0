"""The names of rows and columns: labels from the outermost to the innermost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gklint.figures._regions import Look, Regions
from gklint.model.document import Cell, Table

FULL_WIDTH_BLANK = "\u3000"


def column_paths(table: Table, areas: Regions) -> tuple[tuple[str, ...], ...]:
    """
    The header texts above each column; a merged header belongs to every column that it spans::

        | 2023      |          |        | 2023  | 2023  |
        | men | women |   →    | men   | women |
    """
    paths = []
    for column in range(table.columns):
        cells = [table.grid[row][column] for row in range(areas.header_rows)]
        spans_all = [cell is not None and cell.column_span == table.columns > 1 for cell in cells]
        paths.append(_texts(cell for cell, is_title in zip(cells, spans_all, strict=True) if not is_title))
    return tuple(paths)


def row_paths(table: Table, areas: Regions) -> tuple[tuple[str, ...], ...]:
    """The label of the group that each row stands in, then the row's own labels (merged ones on every row)."""
    paths: list[tuple[str, ...]] = []
    group: tuple[str, ...] = ()
    for number, row in enumerate(table.grid):
        if number < areas.header_rows:
            paths.append(())
            continue
        labels = _texts(row[column] for column in range(areas.header_columns))
        if labels and _is_group(row, areas):
            group = labels[-1:]
            paths.append(labels)
        else:
            paths.append(labels if labels[: len(group)] == group else (*group, *labels))
    return tuple(paths)


def row_label(table: Table, areas: Regions, rows: Sequence[tuple[str, ...]], cell: Cell) -> str:
    """
    What names the row of *cell*: in a table of two halves side by side, the label nearest to its left::

        | income | 30 | spending | 28 |       28 is spending
    """
    if cell.row >= areas.header_rows and cell.column > areas.header_columns:
        near = [column for column in areas.stubs if areas.header_columns <= column < cell.column]
        label = table.grid[cell.row][max(near)] if near else None
        if label and label.text.strip():
            return label.text.strip()
    return " › ".join(rows[cell.row])


def indents(table: Table, areas: Regions) -> tuple[int, ...]:
    """How far the label of each row is set in by blanks; an ideographic one is as wide as two others."""
    depths = []
    for row in table.grid:
        label = next((cell.text for cell in row[: max(1, areas.header_columns)] if cell and cell.text.strip()), "")
        blanks = label[: len(label) - len(label.lstrip())]
        depths.append(sum(2 if blank == FULL_WIDTH_BLANK else 1 for blank in blanks))
    return tuple(depths)


def _texts(cells: Iterable[Cell | None]) -> tuple[str, ...]:
    """The texts of distinct cells, in order, without blank ones."""
    seen: dict[int, str] = {}
    for cell in cells:
        if cell and cell.text.strip():
            seen.setdefault(id(cell), " ".join(cell.text.split()))
    return tuple(seen.values())


def _is_group(row: Sequence[Cell | None], areas: Regions) -> bool:
    """Whether a row has labels and no value, known or unknown by mark."""
    return not any(cell and areas.look(cell) in (Look.NUMBER, Look.DASH) for cell in row[areas.header_columns :])
