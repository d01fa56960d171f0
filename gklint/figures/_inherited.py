"""The unit that a table gives its numbers: in a note, a unit column, a row label or a column header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gklint.figures._inner_heads import inner_heads
from gklint.figures._regions import Look, Regions
from gklint.model.document import Cell, Document, Heading, Table
from gklint.model.interval import Exact
from gklint.model.numeral import Unit
from gklint.numbers.units import PERCENT, unit_in
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

Inherited = tuple[Unit, Exact]

UNIT_NOTE = lazy(r"单\s*位\s*[：:]|\((?:in )?(?:thousand|million|billion)s?\b[^)]*\)|\bunits?:", re.IGNORECASE)
UNIT_HEAD = lazy(r"(?:计量)?单\s*位|units?", re.IGNORECASE)
OWN_MEASURE = lazy(
    r"率|比重|占比|比例|百分比|增幅|增长|人\s*数|户\s*数|次\s*数|面\s*积|percent|rate|ratio|share|%", re.IGNORECASE
)
"""Heads that say something else than the table's note: a rate in a table of 万元 is no amount."""
RATE_HEAD = lazy(
    r"[%％]\s*$|^\s*[%％]|(?<!出生|死亡)(?<!自然增长)(?<![汇效频功速倍比几概])率$|(?:占比|比重|百分比|百分率)$",
    re.IGNORECASE,
)
"""Heads whose figures are percentages though no sign stands in brackets behind them."""
ABOVE_ONE = lazy(r"\D*(?![01](?!\d))\d")
"""A number that no share of one could be: 完成率 0.98 is a quotient."""
LEVEL = lazy(r"[（(][类款项目][）)]\s*$")
"""教育支出（类）: a level of the budget, no unit."""
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
        """The nearest word decides: the row's own, then the column's, then the note's; a rate is a rate of anything."""
        above = self.by_inner_head.get(row, self.by_column)[column]
        near = above if above and above[0] == PERCENT else self.by_row[row] or above
        return near or (None if column in self.excluded else self.whole)


def units(document: Document, block: int, table: Table, areas: Regions) -> Units:
    note = next((text for text in _around(document, block, table, areas) if unit_in(text)), "")
    heads = [_heads(table, areas, column) for column in range(table.columns)]
    columns = [[row[column] for row in table.grid[areas.header_rows :]] for column in range(table.columns)]
    by_column = tuple(_named(texts) or _rate(texts, cells, areas) for texts, cells in zip(heads, columns, strict=True))
    inner = {
        row: tuple(unit_in(cell.text) if cell else None for cell in table.grid[head])
        for row, head in inner_heads(table, areas).items()
    }
    excluded = frozenset(c for c, texts in enumerate(heads) if texts and OWN_MEASURE.search(texts[-1]))
    return Units(_by_row(table, areas, heads), by_column, inner, unit_in(note) if note else None, note, excluded)


def _named(texts: Sequence[str]) -> Inherited | None:
    """The unit that the nearest of *texts*, the outermost first, names."""
    return next((unit for text in reversed(texts) if (unit := unit_in(text))), None)


def _rate(texts: Sequence[str], cells: Sequence[Cell | None], areas: Regions) -> Inherited | None:
    """Percent, where the innermost of *texts* calls the numbers of *cells* a rate and one of them is above one."""
    if not texts or not RATE_HEAD.search("".join(texts[-1].split())):
        return None
    is_above = any(cell and areas.look(cell) is Look.NUMBER and ABOVE_ONE.match(cell.text) for cell in cells)
    return (PERCENT, 1) if is_above else None


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
        labels = [cell.text for c in sorted(areas.stubs) if (cell := row[c]) and cell.text.strip()]
        found.append(_named(texts) or (_rate(labels, row, areas) if not texts else None))
    return tuple(found)


def _ends_in_bracket(text: str) -> bool:
    return text.rstrip().endswith(("）", ")", "]", "】")) and not LEVEL.search(text)
