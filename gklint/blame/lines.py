"""What stands beside a figure: the cells of its row and column, the mentions before and after it in the text."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.figure import Figure
from gklint.model.ledger import Ledger

Line = tuple[Figure, ...]


class Lines:
    """The rows, columns and runs of mentions of a document, each with its known figures in reading order."""

    def __init__(self, ledger: Ledger) -> None:
        self._sheets = {sheet.number: sheet.figures for sheet in ledger.sheets}
        self._figures = ledger.figures
        self._known: dict[tuple[str, int, int], Line] = {}

    def of(self, figure: Figure) -> Iterator[Line]:
        """The row and the column of a cell."""
        if figure.cell is None or figure.cell.table not in self._sheets:
            return
        table, row, column = figure.cell.table, figure.cell.row, figure.cell.column
        yield self._line("row", table, row)
        yield self._line("column", table, column)

    def neighbours(self, figure: Figure) -> Iterator[Figure]:
        """The next known figures on either side: of a cell in its row and column, of a mention in its text."""
        if figure.cell is None:
            yield from self._mentions(figure)
            return
        for line in self.of(figure):
            at = index(line, figure)
            if at is not None:
                yield from line[max(0, at - 1) : at]
                yield from line[at + 1 : at + 2]

    def _mentions(self, figure: Figure) -> Iterator[Figure]:
        if not 0 <= figure.id < len(self._figures):
            return
        for other in self._figures[max(0, figure.id - 1) : figure.id + 2]:
            if other.id != figure.id and other.block == figure.block and other.cell is None and other.numeral:
                yield other

    def _line(self, kind: str, table: int, number: int) -> Line:
        key = (kind, table, number)
        if key not in self._known:
            grid = self._sheets[table]
            if kind == "row":
                places = grid[number] if number < len(grid) else ()
            else:
                places = tuple(row[number] if number < len(row) else None for row in grid)
            seen: dict[int, Figure] = {}
            for figure in places:
                if figure is not None and figure.numeral is not None:
                    seen.setdefault(figure.id, figure)
            self._known[key] = tuple(seen.values())
        return self._known[key]


def index(line: Line, figure: Figure) -> int | None:
    return next((i for i, other in enumerate(line) if other.id == figure.id), None)
