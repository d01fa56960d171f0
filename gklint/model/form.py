"""
Official forms as data: what a pack declares about one generation of a form, and where a document fills it in.

A form has tables, a table has a row axis and a column axis, a cell is a pair of their items. Which axis is printed
across and which down is the document's affair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from gklint.start.records import dataclass

Blank = Literal["unknown", "zero"]
"""What an empty cell says."""
TOTAL = "total"
"""Key of the item that sums its axis up; it leaves no trace in the path: the total is what the whole is called."""


@dataclass(frozen=True, slots=True)
class Item:
    """
    A line of an axis. *labels* are printed names, the official one first. A *heading* has no figures of its own; an
    item with *members* (keys of the same axis) is printed either as them or as one line. *columns* restricts a row
    to some columns (empty: all). *unit* is printed beside the label; *signed* values can be below zero.
    """

    key: str
    labels: tuple[str, ...]
    unit: str = ""
    heading: bool = False
    signed: bool = False
    members: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.labels:
            raise ValueError(f"labels: {self.key} has none")

    @property
    def label(self) -> str:
        return self.labels[0]


@dataclass(frozen=True, slots=True)
class FormTable:
    """
    A table of the form, under a section named *title*. Without *columns* each row has one value. *prefix* starts
    the indicator paths of all cells. *blank* says what an empty cell means.
    """

    key: str
    title: Mapping[str, str]
    rows: tuple[Item, ...]
    columns: tuple[Item, ...] = (Item(TOTAL, ("统计数", "数量", "数据", "本年度", "数值")),)
    prefix: str = ""
    blank: Blank = "unknown"

    def __post_init__(self) -> None:
        for axis, items in (("rows", self.rows), ("columns", self.columns)):
            keys = [item.key for item in items]
            named = [*(member for item in items for member in item.members)]
            if axis == "columns":
                named += [key for row in self.rows for key in row.columns]
            for key in keys:
                if keys.count(key) > 1:
                    raise ValueError(f"{axis}: {key!r} is there twice")
            for key in named:
                if key not in keys:
                    raise ValueError(f"{axis}: {key!r} is not one of {', '.join(keys)}")

    def row(self, key: str) -> Item:
        return next(item for item in self.rows if item.key == key)

    def column(self, key: str) -> Item:
        return next(item for item in self.columns if item.key == key)

    def holds(self, row: Item, column: Item) -> bool:
        """Whether the form has a cell for figures where *row* and *column* meet."""
        return not (row.heading or column.heading) and (not row.columns or column.key in row.columns)

    def indicator(self, row: Item, column: Item) -> str:
        """Path of what the cell measures: ``requests.received`` (total), ``requests.received.science``."""
        return ".".join(part for part in (self.prefix, row.key, column.key) if part and part != TOTAL)

    def cells(self) -> Iterator[tuple[Item, Item]]:
        """All cells for figures, row by row; rows that stand for others or are stood for are all listed."""
        for row in self.rows:
            for column in self.columns:
                if self.holds(row, column):
                    yield row, column


@dataclass(frozen=True, slots=True)
class Form:
    """
    The official form that a document can follow. *marks* are headings and labels that no other form has. *years*
    (first, last; 0: still in use) break a tie between two forms and nothing else.
    """

    id: str
    title: Mapping[str, str]
    source: str
    marks: tuple[str, ...]
    years: tuple[int, ...]
    tables: tuple[FormTable, ...]

    def with_blanks(self, blank: Blank) -> Form:
        """The same form, an empty cell of it meaning *blank*."""
        return replace(self, tables=tuple(replace(table, blank=blank) for table in self.tables))

    def covers(self, year: int | None) -> bool:
        first, last = self.years
        return year is not None and first <= year and (year <= last or not last)


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """
    A label as a document prints it, at *row* and *column* of sheet number *sheet*. *misprinted*: it is close to the
    official *item*'s label but wrong in some characters; labels cut short or with words added are not.
    """

    item: Item
    printed: str
    sheet: int
    row: int
    column: int
    misprinted: bool = False


@dataclass(frozen=True, slots=True)
class TableMatch:
    """
    A table of the form as the document fills it in; its *sheets* by number, its labels in reading order; neither if
    it stands in a paragraph, its cells run together.
    """

    table: FormTable
    sheets: tuple[int, ...]
    labels: tuple[LabelMatch, ...]
