"""Figures with their place and meaning, and the Ledger of all figures of one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from gklint.model.document import Document, Heading, Location, Span, Table
from gklint.model.form import Form, TableMatch
from gklint.model.interval import Interval
from gklint.model.numeral import Identifier, Measure, Misprint, Numeral, Unit
from gklint.model.statement import Sentence
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class CellPlace:
    """
    A cell of a table: *table* counts the tables of the document, *row* and *column* are the cell's upper left
    corner over the whole grid (all 0-based); labels are the header paths, joined with " › ".
    """

    table: int
    row: int
    column: int
    row_label: str
    column_label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One printed quantity, or a cell that should hold one and does not (numeral None: unknown, never zero).

    *id* is its index in the Ledger, in reading order; *block* the index of its block, *span* the characters of the
    number in that block's (or cell's) text. *indicator* is the path of what it measures (``requests.received``),
    None while it is not bound.
    """

    id: int
    numeral: Numeral | None
    block: int
    span: Span
    raw: str
    cell: CellPlace | None = None
    indicator: str | None = None

    @property
    def bounds(self) -> Interval | None:
        return self.numeral.bounds if self.numeral else None


def mark(block: int, span: Span, raw: str, value: int | None = None, cell: CellPlace | None = None) -> Figure:
    """
    A name, ordinal or year that a claim is about though it is no figure of the ledger.

    Its id is below zero and the same wherever that place is marked; *value* is the number that it says, if any.
    """
    row, column = (cell.row + 1, cell.column) if cell else (0, 0)
    identity = -1 - (((block << 20 | row) << 12 | column) << 24 | span.start)
    numeral = None
    if value is not None:
        numeral = Numeral(span.start, span.end, raw, value, Interval.point(value), Unit("", Measure.OTHER, ""))
    return Figure(identity, numeral, block, span, raw, cell)


@dataclass(frozen=True, slots=True)
class Quote:
    """The figure's characters with up to 24 characters of its paragraph or cell on either side."""

    prefix: str
    exact: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One table as figures: header paths for each row and column, and the figure at each grid position.

    *block* is the index of the Table in the document, *number* its place among the tables. The first
    *header_rows* rows and *header_columns* columns hold labels. ``row_paths[r]`` are the labels of row r from the
    outermost to the innermost (block heading, merged label, own label); ``column_paths[c]`` likewise. A merged
    figure stands at each position that it covers. *indents* is the depth of each row's label by leading blanks.
    *unit_scale_note* is the text that gave the table its unit (单位：万元), "" where none does.
    """

    number: int
    block: int
    table: Table
    header_rows: int
    header_columns: int
    row_paths: tuple[tuple[str, ...], ...]
    column_paths: tuple[tuple[str, ...], ...]
    figures: tuple[tuple[Figure | None, ...], ...]
    indents: tuple[int, ...] = ()
    unit_note: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """
    Every figure of one document. *bound* leads from an indicator path to the figures that are readings of it;
    an indicator that the form declares and the document lacks is not a key. *others* are the runs of digits that
    are no quantity, by block. *marks* are the printed words that *form* was recognised by, *tables* its tables that
    were found. *subject* and *year* are what the report is about, None where it does not say. *sentences* are its
    headings and paragraphs as statements, in reading order.
    """

    document: Document
    figures: tuple[Figure, ...]
    sheets: tuple[Sheet, ...]
    others: tuple[tuple[int, CellPlace | None, Identifier | Misprint], ...] = ()
    form: Form | None = None
    marks: tuple[str, ...] = ()
    tables: tuple[TableMatch, ...] = ()
    bound: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    subject: str | None = None
    year: int | None = None
    sentences: Sequence[Sentence] = ()

    def text(self, figure: Figure) -> str:
        """The text of the paragraph, heading or cell that the figure stands in."""
        block = self.document.blocks[figure.block]
        if isinstance(block, Table):
            if figure.cell is None:
                raise ValueError(f"figure {figure.id} stands in a table without a cell")
            cell = block.grid[figure.cell.row][figure.cell.column]
            return cell.text if cell else ""
        return block.text

    def locate(self, figure: Figure) -> Location:
        """Where the figure's characters stand in the file."""
        block = self.document.blocks[figure.block]
        if isinstance(block, Table):
            cell = block.grid[figure.cell.row][figure.cell.column] if figure.cell else None
            if cell is None:
                raise ValueError(f"figure {figure.id} stands in no cell")
            return cell.origin.locate(figure.span)
        return block.origin.locate(figure.span)

    def quote(self, figure: Figure) -> Quote:
        """The figure as an editor can search for it."""
        text, span = self.text(figure), figure.span
        return Quote(
            text[max(0, span.start - 24) : span.start], text[span.start : span.end], text[span.end : span.end + 24]
        )

    def headings(self, block: int) -> tuple[str, ...]:
        """The headings above *block*, the outermost first."""
        path: list[str] = []
        level: int | None = None
        for index in range(block, -1, -1):
            item = self.document.blocks[index]
            if isinstance(item, Heading) and index != block and (level is None or item.level < level):
                path.append(item.text)
                level = item.level
                if level <= 1:
                    break
        return tuple(reversed(path))
