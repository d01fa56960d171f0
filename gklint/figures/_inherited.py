"""The unit that a table gives its numbers: in a note, a unit column, a row label or a column header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gklint.figures._inner_heads import inner_heads
from gklint.figures._regions import Regions
from gklint.model.document import Document, Heading, Table
from gklint.model.interval import Exact
from gklint.model.numeral import Unit
from gklint.numbers.units import unit_in
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

Inherited = tuple[Unit, Exact]

UNIT_NOTE = lazy(r"单\s*位\s*[：:]|\((?:in )?(?:thousand|million|billion)s?\b[^)]*\)|\bunits?:", re.IGNORECASE)
UNIT_HEAD = lazy(r"(?:计量)?单\s*位|units?", re.IGNORECASE)
OWN_MEASURE = lazy(
    r"率|比重|占比|比例|百分比|增幅|增长|人\s*数|户\s*数|次\s*数|面\s*积|percent|rate|ratio|share|%", re.IGNORECASE
)
"""Heads that say something else than the table's note: a rate in a table of 万元 is no amount."""
NEAR = 3
LONGEST_NOTE = 80


@dataclass(frozen=True, slots=True)
class Units:
    """The inherited unit of each row and column of one table, and the text of the note that covers all of it."""

    by_row: tuple[Inherited | None, ...]
    by_column: tuple[Inherited | None, ...]
    by_inner_head: Mapping[int, tuple[Inherited | None, ...]]
    """Like *by_column*, for the rows below a header inside the table."""
    whole: Inherited | None
    note: str
    excluded: frozenset[int]
    """Columns that the note does not speak of."""

    def at(self, row: int, column: int) -> Inherited | None:
        """The nearest word decides: the row's own, then the column's, then the note's."""
        near = self.by_row[row] or self.by_inner_head.get(row, self.by_column)[column]
        return near or (None if column in self.excluded else self.whole)


def units(document: Document, block: int, table: Table, areas: Regions) -> Units:
    note = next((text for text in _around(document, block, table, areas) if unit_in(text)), "")
    heads = [_heads(table, areas, column) for column in range(table.columns)]
    by_column = tuple(next((unit for text in reversed(texts) if (unit := unit_in(text))), None) for texts in heads)
    inner = {
        row: tuple(unit_in(cell.text) if cell else None for cell in table.grid[head])
        for row, head in inner_heads(table, areas).items()
    }
    excluded = frozenset(c for c, texts in enumerate(heads) if texts and OWN_MEASURE.search(texts[-1]))
    return Units(_by_row(table, areas, heads), by_column, inner, unit_in(note) if note else None, note, excluded)


def _around(document: Document, block: int, table: Table, areas: Regions) -> Iterator[str]:
    """Texts that may state the unit of the whole table: in its header, then right above it."""
    for row in table.grid[: areas.header_rows]:
        for text in dict.fromkeys(cell.text for cell in row if cell):
            if UNIT_NOTE.search(text):
                yield text
    for index in range(block - 1, max(-1, block - 1 - NEAR), -1):
        item = document.blocks[index]
        if isinstance(item, Table):
            return
        if len(item.text) <= LONGEST_NOTE and UNIT_NOTE.search(item.text):
            yield item.text
        if isinstance(item, Heading):
            return


def _heads(table: Table, areas: Regions, column: int) -> list[str]:
    """The header texts of a column, the outermost first, without notes that span the table."""
    texts = []
    for number in range(areas.header_rows):
        cell = table.grid[number][column]
        if cell and cell.row == number and cell.text.strip() and cell.column_span < table.columns:
            texts.append(cell.text)
    return texts


def _by_row(table: Table, areas: Regions, heads: list[list[str]]) -> tuple[Inherited | None, ...]:
    """The units of a unit column, else those in brackets behind row labels."""
    unit_columns = [c for c, texts in enumerate(heads) if texts and UNIT_HEAD.fullmatch(texts[-1].strip())]
    found: list[Inherited | None] = []
    for number, row in enumerate(table.grid):
        if number < areas.header_rows:
            found.append(None)
            continue
        texts = [cell.text for c in unit_columns if (cell := row[c])]
        if not texts:
            texts = [cell.text for c in sorted(areas.stubs) if (cell := row[c]) and _ends_in_bracket(cell.text)]
        found.append(next((unit for text in reversed(texts) if (unit := unit_in(text))), None))
    return tuple(found)


def _ends_in_bracket(text: str) -> bool:
    return text.rstrip().endswith(("）", ")", "]", "】"))
