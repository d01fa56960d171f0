"""PDF files with a text layer: tables by their ruling lines, the rest as paragraphs, each character with its box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from gklint.errors import Obstacle, ReadError
from gklint.model.document import Block, Directive, Document, Doubt, Paragraph, PdfLocation
from gklint.readers._directives import addressed
from gklint.readers._pdf_cells import ruled_pieces
from gklint.readers._pdf_flow import Item, runs
from gklint.readers._pdf_furniture import furniture, is_contents
from gklint.readers._pdf_lines import Line, lines, tightened
from gklint.readers._pdf_page import Page
from gklint.readers._pdf_paragraphs import Body, block_of, bodies, paragraphs
from gklint.readers._pdf_pieces import Piece
from gklint.readers._pdf_tables import table_of
from gklint.readers._pdf_turned import upright_page
from gklint.readers._pdf_unruled import Unreadable, unruled_pieces
from gklint.readers._titles import titled
from gklint.start.records import dataclass

HEADER_WITHIN = 1024
"""The header of a PDF may stand behind some junk (ISO 32000-1, implementation note 13)."""
TRAILER_WITHIN = 2048
"""The end of the file, where its trailer stands, with some junk behind it."""
DRAWN_TEXT = 50
"""So many filled shapes and no character: text that was turned into curves."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page after its tables were found: what stands on it from top to bottom."""

    page: Page
    items: tuple[Item, ...]

    @property
    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]

    @property
    def is_mute(self) -> bool:
        """Whether the page shows something, but no text that can be read."""
        page = self.page
        if page.unmapped * 2 > len(page.glyphs):
            return True
        return not self.items and (page.pictures > 0 or page.curves >= DRAWN_TEXT)


def read(data: bytes, name: str) -> Document:
    """
    Doubts: ``page-without-text`` for a scanned page among others, ``table-not-readable`` for columns of numbers
    without rules that would tell which belongs where.

    Raises:
        ReadError: empty, encrypted, unreadable, hostile, too-large, or no-text where no page has a text layer.
    """
    if not data.strip():
        raise ReadError("empty")
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        raise ReadError("unreadable", "no PDF header")
    if not any(mark in data[-TRAILER_WITHIN:] for mark in (b"%%EOF", b"startxref")):
        raise ReadError("unreadable", "cut off: the trailer is missing")
    # Imported here: other formats must not pay for pdfminer.
    from gklint.readers._pdf_glyphs import pages

    sheets = _without_furniture([_sheet(upright_page(page)) for page in pages(data)])
    if not any(sheet.items for sheet in sheets) or all(sheet.is_mute for sheet in sheets):
        obstacle: Obstacle = "no-text" if any(sheet.is_mute for sheet in sheets) else "empty"
        raise ReadError(obstacle, f"{len(sheets)} pages")
    return _document(name, sheets)


def _sheet(page: Page) -> _Sheet:
    pieces, free = ruled_pieces(page)
    loose, rest = unruled_pieces(lines(free), page, pieces)
    return _Sheet(page, tuple(sorted((*pieces, *loose, *rest), key=lambda item: item.top)))


def _without_furniture(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    left_out = furniture([(sheet.page.height, sheet.lines) for sheet in sheets])
    return [
        replace(sheet, items=tuple(i for i in sheet.items if not isinstance(i, Line) or _is_text(i, left_out)))
        for sheet in sheets
    ]


def _is_text(line: Line, left_out: set[int]) -> bool:
    return id(line) not in left_out and not is_contents(line)


def _document(name: str, sheets: Sequence[_Sheet]) -> Document:
    columns = bodies(
        {sheet.page.number: sheet.lines for sheet in sheets}, {sheet.page.number: sheet.page.width for sheet in sheets}
    )
    blocks: list[Block] = []
    doubts: list[Doubt] = []
    # Nothing goes on over a page that cannot be read.
    for mute, legible in groupby(sheets, key=lambda sheet: sheet.is_mute):
        if mute:
            doubts.extend(Doubt("page-without-text", len(blocks), f"page {sheet.page.number}") for sheet in legible)
            continue
        for run in runs([item for sheet in legible for item in sheet.items]):
            if isinstance(run[0], Unreadable):
                doubts.append(Doubt("table-not-readable", len(blocks), f"page {run[0].page}"))
            blocks.extend(_blocks(run, columns, is_first=not blocks))
    last = len(blocks) - 1
    return Document(
        name,
        "pdf",
        tuple(titled(blocks)),
        tuple(replace(doubt, block=min(doubt.block, last)) for doubt in doubts),
        tuple(_directives([sheet.page for sheet in sheets])),
    )


def _directives(pages: Sequence[Page]) -> Iterator[Directive]:
    for page in pages:
        for words, box in page.notes:
            if (said := addressed(words)) is not None:
                place = PdfLocation(page.number, (box,))
                yield Directive(said, place, (place,))


def _blocks(run: Sequence[Item], columns: Mapping[int, Body], *, is_first: bool) -> Iterator[Block]:
    match run[0]:
        case Piece():
            yield table_of([item for item in run if isinstance(item, Piece)])
        case Unreadable(lines=rows):
            # Each line for itself: nothing in them may be taken for a sentence.
            for row in rows:
                text = tightened(row.text)
                yield Paragraph(text.text, text.origin)
        case Line():
            for group in paragraphs([item for item in run if isinstance(item, Line)], columns):
                yield block_of(group, columns[group[0].page], is_first=is_first)
                is_first = False
        case _ as other:
            assert_never(other)
