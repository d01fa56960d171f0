"""The dates of one report: the year of its title, its period, its signature, and every date printed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from gklint.model.document import Heading, Span, Table
from gklint.model.figure import CellPlace, Figure, mark
from gklint.model.ledger import Ledger
from gklint.model.numeral import Identifier, Kind
from gklint.numbers.calendar import Day, day, document_year
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Dated:
    """A printed date; *number*: it is the year in the number of a document."""

    block: int
    cell: CellPlace | None
    span: Span
    raw: str
    day: Day
    number: bool = False

    @property
    def year(self) -> Figure:
        """Its year, as what a claim can name."""
        return mark(self.block, self.span, self.raw, self.day.year, self.cell)


class Dates:
    """What the claims on periods ask of a ledger; *document* is its title's."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @cached_property
    def all(self) -> tuple[Dated, ...]:
        """Every date and document number, in reading order."""
        found = []
        for block, cell, other in self.ledger.others:
            if isinstance(other, Identifier) and other.kind in (Kind.DATE, Kind.DOCUMENT):
                is_number = other.kind is Kind.DOCUMENT
                year = document_year(other.raw) if is_number else None
                read = Day(year) if year else None if is_number else day(other.raw)
                if read:
                    found.append(Dated(block, cell, Span(other.start, other.end), other.raw, read, number=is_number))
        return tuple(found)

    @cached_property
    def title(self) -> Dated | None:
        """The year of the report, in its title."""
        year = self.ledger.year
        early = (date for date in self.all if date.block < _TITLE_BLOCKS and date.cell is None)
        return next((date for date in early if date.day.year == year and len(self.text(date.block)) <= _TITLE), None)

    @cached_property
    def reference(self) -> Dated | None:
        """The year that the report is about: its title's, else the one that its first paragraphs open with."""
        opening = (d for d in self.all if d.block < _FRONT and d.span.start == 0 and d.cell is None and not d.day.month)
        return self.title or next(opening, None)

    @cached_property
    def signature(self) -> Dated | None:
        """The date that stands alone below the text: the last one before the annexes."""
        alone = [date for date in self.all if date.cell is None and date.day.whole and self._is_alone(date)]
        late = [date for date in alone if 2 * date.block > self._last_section]
        before = [date for date in late if date.block < self._annex]
        return (before or late)[-1] if late else None

    def _is_alone(self, date: Dated) -> bool:
        text = self.text(date.block)
        if len(text) > _SIGNED or text[date.span.end :].strip("　 \t。）)") or _LABELLED.search(text):
            return False
        # The unit signs in front of its date, or above it; a line with digits above is an entry of a list of links.
        above = text[: date.span.start].strip() or self.text(max(0, date.block - 1))
        return len(above) > _SIGNED or not any(mark.isdigit() for mark in above)

    @cached_property
    def _last_section(self) -> int:
        return max((i for i, b in enumerate(self.ledger.document.blocks) if isinstance(b, Heading)), default=0)

    @cached_property
    def _annex(self) -> int:
        """The first block after the text that begins an annex."""
        blocks = self.ledger.document.blocks
        found = (i for i, b in enumerate(blocks) if not isinstance(b, Table) and i > 3 and _ANNEX.match(b.text))
        return next(found, len(blocks))

    @cached_property
    def filed(self) -> Dated | None:
        """填报日期 below the sheet."""
        whole = (date for date in self.all if date.day.whole and date.cell is None)
        return next((date for date in whole if _FILED.search(self.text(date.block)[: date.span.start])), None)

    def text(self, block: int) -> str:
        item = self.ledger.document.blocks[block]
        return "" if isinstance(item, Table) else item.text

    def within(self, block: int, start: int, end: int) -> Sequence[Dated]:
        """The dates between two places of *block*."""
        return [d for d in self.all if d.block == block and d.cell is None and start <= d.span.start < end]


_TITLE_BLOCKS, _TITLE, _FRONT = 8, 60, 3
_SIGNED = 40
_LABELLED = lazy(r"[：:]|日期|时间|期限")
_ANNEX = lazy(r"\s*附\s*(?:件|表|录)")
_FILED = lazy(r"(?:填报|填表|报送|上报)(?:日期|时间)\s*[：:]?\s*\Z")
