"""Passages and tables in the order in which a page or a file gives them, on their way to become blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain

from gklint.model.document import Block, Heading, Origin, Paragraph, Table
from gklint.readers._grid import join, join_if_continued, span_grid
from gklint.readers._outline import CAPTION, heading_level, is_caption
from gklint.readers._strand import Place, Strand, runs_on, stacked, wrapped
from gklint.start.records import dataclass

OriginOf = Callable[[tuple[int, ...], tuple[Place, ...]], Origin]
"""TextOrigin, or a DocxOrigin that knows its part."""

HEADING_LIMIT = 120
"""Characters; a longer text is a paragraph that somebody wanted to look large."""
PROSE_LIMIT = 200
"""A cell of several paragraphs with more characters than this is prose that stands in a frame."""
FEW_CELLS = 6
"""Besides prose, a table with fewer plain cells than this is there for the looks of the page."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph; *level* where the markup says that it is a heading, *indent* in ems from the left edge."""

    strand: Strand
    level: int | None = None
    indent: int = 0


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A cell, which begins at *place*, with all that stands in it. A *row_span* of 0 reaches down to the last row."""

    drafts: tuple[Draft, ...]
    place: Place
    row_span: int = 1
    column_span: int = 1

    @property
    def tables(self) -> Iterator[DraftTable]:
        return (draft for draft in self.drafts if isinstance(draft, DraftTable))

    @property
    def strand(self) -> Strand:
        """The cell's own text, paragraphs below each other; blanks before the first tell how deep a label stands."""
        passages = [draft for draft in self.drafts if isinstance(draft, Passage)]
        strands = [passage.strand.trimmed(left=False) for passage in passages]
        indents = [passage.indent for passage, strand in zip(passages, strands, strict=True) if strand.length]
        full = [strand for strand in strands if strand.length]
        if len(full) == 1 and not indents[0]:
            return full[0]
        whole = Strand()
        whole.put("\u3000" * indents[0] if indents else "")
        whole.extend(stacked(full))
        return whole


@dataclass(frozen=True, slots=True)
class DraftTable:
    """*size* counts the cells of nested tables too, once for all: old pages nest tables many levels deep."""

    rows: tuple[tuple[DraftCell, ...], ...]
    size: int


Draft = Passage | DraftTable


def draft_table(rows: Iterable[Sequence[DraftCell]]) -> DraftTable:
    """A table of *rows*; rows in which no cell begins are left out, and the cells that reach over them shortened."""
    lines = list(rows)
    kept_above = list(accumulate((bool(row) for row in lines), initial=0))
    kept = tuple(
        tuple(_over_kept_rows(cell, number, kept_above) for cell in row) for number, row in enumerate(lines) if row
    )
    cells = list(chain.from_iterable(kept))
    return DraftTable(kept, len(cells) + sum(table.size for cell in cells for table in cell.tables))


def _over_kept_rows(cell: DraftCell, row: int, kept_above: Sequence[int]) -> DraftCell:
    if cell.row_span < 2:
        return cell
    end = min(row + cell.row_span, len(kept_above) - 1)
    return replace(cell, row_span=kept_above[end] - kept_above[row])


def blocks(drafts: Iterable[Draft], origin_of: OriginOf) -> Iterator[Block]:
    """
    The blocks of *drafts*: empty passages left out, frames unpacked, tables that a page cut joined.

    Raises:
        ReadError: hostile; a table of absurd size.
    """
    pieces: list[Table] = []
    for draft in _unframed(drafts):
        match draft:
            case DraftTable():
                table = _table(draft, origin_of)
                if pieces and not _continues_table(pieces, table):
                    yield join(pieces)
                    pieces = []
                pieces.append(table)
                if draft.size > sum(map(len, draft.rows)):
                    # Its nested tables follow, and they do not continue it.
                    yield join(pieces)
                    pieces = []
            case Passage():
                texts = list(_texts(draft, origin_of))
                if pieces and texts:
                    yield join(pieces)
                    pieces = []
                yield from texts
    if pieces:
        yield join(pieces)


def _continues_table(pieces: Sequence[Table], table: Table) -> bool:
    """Whether *table* goes on where *pieces* ended; one after the other, so that hundreds of pieces stay cheap."""
    if join_if_continued(pieces[-1], table):
        return True
    return len(pieces) > 1 and join_if_continued(pieces[0], table) is not None


def _unframed(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """*drafts* in reading order, with the content of tables that only frame a page in place of those tables."""
    stack = [iter(drafts)]
    while stack:
        draft = next(stack[-1], None)
        if draft is None:
            stack.pop()
        elif isinstance(draft, Passage):
            yield draft
        else:
            cells = list(chain.from_iterable(draft.rows))
            if _is_frame(draft, cells):
                stack.append(chain.from_iterable(cell.drafts for cell in cells))
            elif cells:
                yield draft
                stack.append(chain.from_iterable(cell.tables for cell in cells))


def _is_frame(table: DraftTable, cells: Sequence[DraftCell]) -> bool:
    """
    Whether *table* arranges a page (as old content systems do) or boxes a text instead of stating data.

    It does if it has one cell only, if it holds more cells in nested tables than of its own, or if it has hardly
    any cells besides prose.
    """
    if len(cells) == 1 or table.size - len(cells) > len(cells):
        return True
    heavy = sum(map(_is_prose, cells))
    return heavy > 0 and sum(any(cell.drafts) for cell in cells) - heavy < FEW_CELLS


def _is_prose(cell: DraftCell) -> bool:
    passages = [draft for draft in cell.drafts if isinstance(draft, Passage)]
    if len(passages) < len(cell.drafts):
        return True
    if len(passages) < 2:
        return False
    return any(p.level for p in passages) or sum(p.strand.length for p in passages) > PROSE_LIMIT


def _table(draft: DraftTable, origin_of: OriginOf) -> Table:
    def piece(cell: DraftCell) -> tuple[str, Origin, int, int]:
        strand = cell.strand
        if not strand.places:
            return "", origin_of((0,), (cell.place,)), cell.row_span, cell.column_span
        return strand.text, origin_of(tuple(strand.starts), tuple(strand.places)), cell.row_span, cell.column_span

    return span_grid([[piece(cell) for cell in row] for row in draft.rows])


def _texts(passage: Passage, origin_of: OriginOf) -> Iterator[Block]:
    if passage.level and (title := _heading(passage.strand)).length and _names(title.text):
        marked = heading_level(title.text) or passage.level
        yield Heading(title.text, marked, origin_of(tuple(title.starts), tuple(title.places)))
        return
    for strand in _paragraphs(passage.strand):
        origin = origin_of(tuple(strand.starts), tuple(strand.places))
        level = heading_level(strand.text) or (CAPTION if is_caption(strand.text) else None)
        yield Heading(strand.text, level, origin) if level else Paragraph(strand.text, origin)


def _names(text: str) -> bool:
    """Whether a text that is marked as a heading can be one; designers also mark asterisks and whole paragraphs."""
    return len(text) <= HEADING_LIMIT and any(map(str.isalnum, text))


def _heading(strand: Strand) -> Strand:
    """A heading set in several lines is one line."""
    return wrapped(line.trimmed() for line in strand.lines()).trimmed() if "\n" in strand.text else strand.trimmed()


def _paragraphs(strand: Strand) -> Iterator[Strand]:
    """The paragraphs that forced line ends make of *strand*."""
    if "\n" not in strand.text:
        if (whole := strand.trimmed()).length:
            yield whole
        return
    open_lines: list[Strand] = []
    for line in strand.lines():
        if open_lines and not _is_wrap(open_lines[-1].text, line.text):
            yield wrapped(open_lines)
            open_lines.clear()
        if (kept := line.trimmed()).length:
            open_lines.append(kept)
    if open_lines:
        yield wrapped(open_lines)


def _is_wrap(line: str, following: str) -> bool:
    return runs_on(line, following) and not heading_level(line) and not heading_level(following)
