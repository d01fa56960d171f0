"""Documents with a table, from rows as they look."""

from __future__ import annotations

from gklint.figures.cells import Tabulated, tabulate
from gklint.model.document import Document, Paragraph, TextOrigin
from gklint.readers._grid import span_grid

ORIGIN = TextOrigin((0,), ((1, 1),))


def document(text: str, *, note: str = "") -> Document:
    """
    A table with one row per line of *text*, cells between bars; *note* stands above it.

    A cell ``=`` belongs to the one on its left, ``^`` to the one above.
    """
    rows = [[cell.strip(" ") for cell in line.strip().strip("|").split("|")] for line in text.strip().splitlines()]
    pieces = [
        [(cell, ORIGIN, _down(rows, r, c), _right(row, c)) for c, cell in enumerate(row) if cell not in ("=", "^")]
        for r, row in enumerate(rows)
    ]
    above = (Paragraph(note, ORIGIN),) if note else ()
    return Document("case", "markdown", (*above, span_grid(pieces)))


def tabulated(text: str, *, note: str = "") -> Tabulated:
    """The table of *text*, read."""
    made = document(text, note=note)
    return tabulate(made, len(made.blocks) - 1, 0, 0)


def _down(rows: list[list[str]], row: int, column: int) -> int:
    below = [line[column] if column < len(line) else "" for line in rows[row + 1 :]]
    return 1 + next((i for i, cell in enumerate(below) if cell != "^"), len(below))


def _right(row: list[str], column: int) -> int:
    after = row[column + 1 :]
    return 1 + next((i for i, cell in enumerate(after) if cell != "="), len(after))
