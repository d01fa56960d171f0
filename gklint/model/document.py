"""
What a reader makes of bytes: blocks of text that remember where every character came from.

The text of a block is a view: line ends inside a wrapped paragraph, page numbers and letter spacing are left out of
it, every other character is the document's own. Each block has an origin that leads from the view back to the file.
"""

from __future__ import annotations

from bisect import bisect_right

from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Characters *start* to *end* (exclusive, code points) of a block's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextLocation:
    """Lines and columns of the decoded text, 1-based, code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class DocxLocation:
    """Characters *start* to *end* of the *block*-th ``w:p`` (0-based, document order) of the package part *part*."""

    part: str
    block: int
    start: int
    end: int


Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the page's upper left corner."""


@dataclass(frozen=True, slots=True)
class PdfLocation:
    """A page (1-based) and one box for each line of the text on it."""

    page: int
    boxes: tuple[Box, ...]


Location = TextLocation | DocxLocation | PdfLocation


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """
    Text that was cut from lines: piece *i* starts at character ``starts[i]`` of the block and stands, without a gap,
    at ``places[i]`` = (line, column) of the file. A piece never runs over a line end.
    """

    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def locate(self, span: Span) -> TextLocation:
        line, column = self._place(span.start)
        end_line, end_column = self._place(max(span.start, span.end - 1))
        return TextLocation(line, column, end_line, end_column + (span.end > span.start))

    def _place(self, index: int) -> tuple[int, int]:
        i = max(0, bisect_right(self.starts, index) - 1)
        line, column = self.places[i]
        return line, column + index - self.starts[i]


@dataclass(frozen=True, slots=True)
class DocxOrigin:
    """Like TextOrigin; ``places[i]`` = (paragraph number, offset in that paragraph's text) in *part*."""

    part: str
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def locate(self, span: Span) -> DocxLocation:
        i = max(0, bisect_right(self.starts, span.start) - 1)
        block, offset = self.places[i]
        start = offset + span.start - self.starts[i]
        # A span that runs into the next paragraph is cut at its own: a comment needs one paragraph.
        stop = self.starts[i + 1] if i + 1 < len(self.starts) else span.end
        return DocxLocation(self.part, block, start, start + max(0, min(span.end, stop) - span.start))


@dataclass(frozen=True, slots=True)
class PdfOrigin:
    """One glyph (page, box) for each character of the block, None for a character that the view put in."""

    glyphs: tuple[tuple[int, Box] | None, ...]

    def locate(self, span: Span) -> PdfLocation:
        inked = [g for g in self.glyphs[span.start : span.end] if g] or [g for g in self.glyphs if g][:1]
        if not inked:
            return PdfLocation(1, ())
        page = inked[0][0]
        lines: list[Box] = []
        for number, box in inked:
            if number != page:
                break
            if lines and _same_line(lines[-1], box):
                last = lines[-1]
                lines[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
            else:
                lines.append(box)
        return PdfLocation(page, tuple(lines))


def _same_line(one: Box, two: Box) -> bool:
    """Whether two boxes overlap by half the height of the lower one."""
    return min(one[3], two[3]) - max(one[1], two[1]) >= min(one[3] - one[1], two[3] - two[1]) / 2


Origin = TextOrigin | DocxOrigin | PdfOrigin


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; *level* is 1 for the title, larger for what stands below it."""

    text: str
    level: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, merged ones once: its upper left corner (0-based, over the whole grid) and how far it reaches."""

    text: str
    row: int
    column: int
    row_span: int
    column_span: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Table:
    """
    A grid of cells; a merged cell stands at every position that it covers, None where the table has no cell.

    All rows are equally long. A table that a page break cut is one table; a header repeated on the next page is
    left out of the grid unless the file's own rows are counted (CSV).
    """

    grid: tuple[tuple[Cell | None, ...], ...]

    def __post_init__(self) -> None:
        if len({len(row) for row in self.grid}) > 1:
            raise ValueError("rows of different length")

    @property
    def rows(self) -> int:
        return len(self.grid)

    @property
    def columns(self) -> int:
        return len(self.grid[0]) if self.grid else 0


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was not read as it should be; *kind* selects the GK0 rule, *block* is the nearest block."""

    kind: str
    block: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Directive:
    """
    A comment that a person addressed to gklint: *text* is what stands behind ``gklint:``. It is written at *location*
    and speaks of the blocks and cells at *reach*; without any, of the block that follows it.
    """

    text: str
    location: Location
    reach: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """*name* is the path as the user wrote it; *reader* the key in READERS."""

    name: str
    reader: str
    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...] = ()
    directives: tuple[Directive, ...] = ()
