"""Columns of tables as series: figures by the names of their rows, so that two tables can be laid side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from gklint.claims.total.labels import is_plain_total
from gklint.model.document import Cell
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.ledger import Ledger, Sheet
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

_MARK = lazy(r"^\s*(?:[（(]?[一二三四五六七八九十]+[）)、．.]|[（(]?\d{1,2}[）)、．.](?!\d)|其\s*中\s*[:：])\s*")
_JOINTS = lazy(r"[\W_]+")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = lazy(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Row:
    """The *name* of a row as names are compared, *is_total* if its label said so behind its name."""

    name: str
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One column of *sheet*: its figures with numbers, by the names that only one row of the column has."""

    sheet: Sheet
    column: int
    figures: Mapping[Row, Figure]

    @property
    def labels(self) -> tuple[str, ...]:
        return self.sheet.column_paths[self.column]


def series(sheet: Sheet) -> Iterator[Series]:
    """The columns of *sheet* that hold figures under no official form."""
    rows = [list(_rows(sheet, number)) for number in range(sheet.table.rows)]
    for column in range(sheet.table.columns):
        found = [
            (name, figure)
            for number, names in enumerate(rows)
            if (name := names[column]) and (figure := sheet.figures[number][column]) and is_usable(figure)
        ]
        counts = Counter(name for name, _ in found)
        figures = {name: figure for name, figure in found if counts[name] == 1}
        if figures:
            yield Series(sheet, column, figures)


def is_usable(figure: Figure) -> bool:
    """Whether *figure* is an exactly printed quantity that no official form speaks for."""
    numeral = figure.numeral
    return bool(numeral and not figure.indicator and not numeral.approximators and not numeral.doubtful)


def value(figure: Figure) -> Exact:
    return figure.numeral.value if figure.numeral else 0


@lru_cache(maxsize=4096)
def plain(label: str) -> str:
    """*label* as labels are compared: without ordinals, blanks, marks, and case."""
    return _JOINTS.sub("", _MARK.sub("", label)).casefold()


def words(text: str) -> frozenset[str]:
    """The words of *text*, English ones without the s of the plural."""
    found = (match[0].casefold() for match in _WORD.finditer(text.replace("_", " ")))
    return frozenset(word.removesuffix("s") if word.isascii() and len(word) > len("gas") else word for word in found)


def years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))


def caption(ledger: Ledger, sheet: Sheet) -> str:
    """The heading that stands nearest above *sheet*."""
    headings = ledger.headings(sheet.block)
    return headings[-1] if headings else ""


def _rows(sheet: Sheet, number: int) -> Iterator[Row | None]:
    """For each column the name of its row: the nearest label to the left, with the codes (201 05) before it."""
    name: Row | None = None
    codes: list[str] = []
    labelled = -1
    for column, cell in enumerate(sheet.table.grid[number]):
        yield name
        if cell is None or cell.column != column or number < sheet.header_rows:
            continue
        text = cell.text.strip()
        if text.isdecimal() and labelled < 0:
            codes.append(text)
        elif _is_label(cell, sheet.figures[number][column]):
            is_behind = name is not None and labelled == column - 1 and is_plain_total(text)
            name = Row(name.name, is_total=True) if is_behind and name else Row("".join(codes) + plain(text))
            labelled = column


def _is_label(cell: Cell, figure: Figure | None) -> bool:
    return figure is None and any(map(str.isalpha, cell.text)) and re.match(r"\s*[\d.,]+\s*\S{0,2}$", cell.text) is None
