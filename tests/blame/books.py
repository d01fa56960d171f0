"""A small book for the tests of blame: a table of counts, and claims over its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gklint.blame.components import components
from gklint.blame.decide import Fault, faults
from gklint.blame.evidence import Evidence
from gklint.blame.lines import Lines
from gklint.blame.moves import Moves
from gklint.judge import judge
from gklint.model.claim import Claim, Verdict
from gklint.model.document import Cell, Document, Table, TextOrigin
from gklint.model.figure import CellPlace, Figure, Span
from gklint.model.ledger import Ledger, Sheet
from gklint.model.relation import Partition
from tests.build import BARE, claim, figure

Cells = list[list[Figure]]


def book(rows: Sequence[Sequence[int]]) -> tuple[Ledger, Cells]:
    """A document with one table of *rows*, and its figures."""
    grid, cells = [], []
    for r, row in enumerate(rows):
        texts = [str(value) for value in row]
        grid.append(
            tuple(Cell(text, r, c, 1, 1, TextOrigin((0,), ((r + 1, 9 * c + 1),))) for c, text in enumerate(texts))
        )
        cells.append([_figure(value, r, c, len(row)) for c, value in enumerate(row)])
    table = Table(tuple(grid))
    sheet = Sheet(0, 0, table, 0, 0, ((),) * len(rows), ((),) * len(rows[0]), tuple(map(tuple, cells)))
    flat = tuple(one for row in cells for one in row)
    return Ledger(Document("book.md", "markdown", (table,)), flat, (sheet,)), cells


def _figure(value: int, row: int, column: int, width: int) -> Figure:
    place = CellPlace(0, row, column, f"row {row}", f"column {column}")
    text = str(value)
    plain = figure(value, BARE)
    return replace(plain, id=row * width + column, span=Span(0, len(text)), raw=text, cell=place)


def totals(cells: Cells) -> list[Claim]:
    """The last cell of each row sums the others up, and the last row the rows above."""
    rows = [claim(Partition(row[-1], tuple(row[:-1]))) for row in cells]
    columns = [claim(Partition(column[-1], tuple(column[:-1]))) for column in zip(*cells, strict=True)]
    return [*rows, *columns]


def blamed(ledger: Ledger, claims: Sequence[Claim]) -> list[Fault]:
    """The faults of *ledger* by *claims*."""
    evidence = Evidence(map(judge, claims), ledger.figures)
    broken = [n for n, outcome in enumerate(evidence.outcomes) if outcome.verdict is Verdict.FAIL]
    lines = Lines(ledger)
    moves = Moves(evidence, lines)
    return [fault for part in components(evidence, lines, broken) for fault in faults(evidence, moves, part)]
