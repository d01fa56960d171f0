"""The Ledger: every figure of one document, its tables as sheets, its prose as sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from gklint.model.document import Document, Heading, Location, Table
from gklint.model.figure import CellPlace, Figure, Quote
from gklint.model.form import Form, TableMatch
from gklint.model.numeral import Identifier, Misprint
from gklint.model.statement import Sentence
from gklint.start.records import dataclass


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

    @property
    def about(self) -> str:
        """Which report this is, whatever its format: its subject (else its title, else the file's name) and year."""
        title = next((block.text for block in self.document.blocks if isinstance(block, Heading)), "")
        stem = self.document.name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
        whose = self.subject or "".join(title.split()) or stem
        return f"{whose} {self.year}" if self.year else whose

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
