"""Reports before they have a file format: titles, headings, paragraphs and grids of cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Box:
    """One printed cell, merged or not. *slot* names the value that it prints, None for a label."""

    text: str
    rows: int = 1
    columns: int = 1
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """
    A table as HTML would write it: each row lists the cells that begin in it; *head* rows are its header.

    *caption* is the banner printed above it as a paragraph, "" for none.
    """

    rows: tuple[tuple[Box, ...], ...]
    head: int = 1
    caption: str = ""

    def placed(self) -> Iterator[tuple[int, int, Box]]:
        """Every cell with the row and column of its upper left corner."""
        taken: set[tuple[int, int]] = set()
        for row, boxes in enumerate(self.rows):
            column = 0
            for box in boxes:
                while (row, column) in taken:
                    column += 1
                yield row, column, box
                taken.update((row + r, column + c) for r in range(box.rows) for c in range(box.columns))
                column += box.columns

    @property
    def width(self) -> int:
        return max(column + box.columns for _, column, box in self.placed())

    def spread(self, *, fill: bool) -> list[list[str]]:
        """The texts on a plain grid; a merged text stands at its corner only, or wherever it reaches if *fill*."""
        plain = [[""] * self.width for _ in self.rows]
        for row, column, box in self.placed():
            for r in range(box.rows if fill else 1):
                for c in range(box.columns if fill else 1):
                    plain[row + r][column + c] = box.text
        return plain

    def cut(self, at: int, *, repeat_head: bool) -> tuple[Grid, Grid]:
        """The pieces above and below row *at*, as a page break leaves them: merged cells end and go on empty."""
        upper: list[list[Box]] = [[] for _ in range(at)]
        lower: list[list[Box]] = [[] for _ in self.rows[at:]]
        for row, _, box in self.placed():
            if row >= at:
                lower[row - at].append(box)
            elif row + box.rows <= at:
                upper[row].append(box)
            else:
                upper[row].append(replace(box, rows=at - row))
                # Cells are visited by rows, so a piece that runs on comes before all that begin below it.
                lower[0].append(replace(box, rows=row + box.rows - at, text="", slot=None))
        again = self.rows[: self.head] if repeat_head else ()
        below = (*again, *(tuple(row) for row in lower))
        return replace(self, rows=tuple(map(tuple, upper))), replace(self, rows=below, head=len(again), caption="")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading; level 1 is the title of the report."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Prose:
    text: str


Part = Head | Prose | Grid


@dataclass(frozen=True, slots=True)
class Report:
    parts: tuple[Part, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(part for part in self.parts if isinstance(part, Grid))

    def places(self) -> dict[str, tuple[int, int, int]]:
        """Slot → (table, row, column), all 0-based."""
        return {
            box.slot: (number, row, column)
            for number, grid in enumerate(self.grids)
            for row, column, box in grid.placed()
            if box.slot
        }

    def texts(self) -> Iterator[str]:
        """Every text that a reader must meet, in reading order, each merged cell once."""
        for part in self.parts:
            if isinstance(part, Grid):
                if part.caption:
                    yield part.caption
                yield from (box.text for _, _, box in part.placed() if box.text)
            else:
                yield part.text

    def digits(self) -> Counter[str]:
        """How often each maximal run of Arabic digits is printed."""
        return Counter(run for text in self.texts() for run in re.findall(r"[0-9]+", text))
