"""
PDF bytes → pages of characters and straight segments, by pdfminer.six without its layout analysis.

Whatever pdfminer raises at a broken file ends here as a ReadError.
"""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psparser import PSException
from pdfminer.utils import apply_matrix_rect, mult_matrix

from gklint.errors import ReadError
from gklint.readers._pdf_content import Canvas, ContentInterpreter, Matrix
from gklint.readers._pdf_fonts import GuardedResources
from gklint.readers._pdf_guard import watch
from gklint.readers._pdf_notes import notes
from gklint.readers._pdf_page import Glyph, Page, Segment

PAGE_LIMIT = 5000
GLYPH_LIMIT = 200_000
"""Characters of one page; a page of six-point type has about ten thousand."""
THIN = 3.0
"""A filled rectangle up to this many points wide is a ruling line (borders of 2.25 pt are common), else shading."""
SLANT = 0.02
"""How far from a quarter turn (as a part of the glyph matrix) text still counts as upright; more is a watermark."""

# pdfminer checks little of what it reads: a damaged object surfaces as any of these.
_MALFORMED = (
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

_BLANKS = "\t\u00a0\u2002\u2003\u2009\u3000"


def pages(data: bytes) -> Iterator[Page]:
    """
    The pages of the PDF *data*, as they are viewed (page rotation applied).

    Raises:
        ReadError: encrypted with a password, damaged, over budget, or built to exhaust the reader.
    """
    with watch():
        yield from _pages(data)


def _pages(data: bytes) -> Iterator[Page]:
    # pdfminer reports every oddity of a file as a warning on stderr.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL + 1)
    number = 0
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        expected = _page_count(document)
        resources = GuardedResources()
        device = GlyphDevice(resources)
        interpreter = ContentInterpreter(resources, device)
        for number, page in enumerate(PDFPage.create_pages(document), start=1):
            if number > PAGE_LIMIT:
                raise ReadError("too-large", f"more than {PAGE_LIMIT} pages")
            device.number = number
            interpreter.process_page(page)
            yield device.page
    except PDFEncryptionError:
        raise ReadError("encrypted") from None
    except _MALFORMED as error:
        where = f"page {number}: " if number else ""
        raise ReadError("unreadable", f"{where}{type(error).__name__}") from None
    if number < max(expected, 1):
        raise ReadError("unreadable", f"{number} of {expected} pages can be found")


Step = tuple[Any, ...]
"""A path operator and its coordinates: ("l", x, y)."""


def _page_count(document: PDFDocument) -> int:
    """How many pages the file says it has: pdfminer leaves damaged ones out without a word."""
    count = resolve1(dict_value(document.catalog.get("Pages", {})).get("Count"))
    return count if isinstance(count, int) else 0


class GlyphDevice(Canvas):
    """Collects the characters and the ruling lines of one page after the other; *number* is set by the caller."""

    number = 0
    ctm: Matrix

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.page = Page(0, 0, 0)
        self._crop = (0.0, 0.0, 0.0, 0.0)
        # Keyed by identity: the resource manager keeps every font of the document alive.
        self._widths: dict[int, dict[int, tuple[str, float]]] = {}

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self.page = Page(self.number, abs(x1 - x0), abs(y1 - y0))
        left, low, right, high = apply_matrix_rect(ctm, page.cropbox)
        height = self.page.height
        self._crop = (left - 1, height - high - 1, right + 1, height - low + 1)
        if page.annots:
            self.page.notes = list(notes(page, ctm, height))

    def end_page(self, page: PDFPage) -> None:
        left, top, right, bottom = self._crop
        self.page.glyphs = [
            glyph
            for glyph in self.page.glyphs
            if left <= (glyph.x0 + glyph.x1) / 2 <= right and top <= (glyph.top + glyph.bottom) / 2 <= bottom
        ]

    def show(self, state: PDFTextState, sequence: Sequence[object]) -> None:
        """Place the strings of *sequence*; numbers in it move the pen (ISO 32000-1, 9.4.3 and 9.4.4)."""
        font = state.font
        if font is None:
            return
        size = state.fontsize
        stretch = state.scaling * 0.01
        spacing = state.charspace * stretch
        word: float = 0 if font.is_multibyte() else state.wordspace * stretch
        rise = state.rise
        vertical = font.is_vertical()
        matrix = mult_matrix(state.matrix, self.ctm)
        known = self._widths.setdefault(id(font), {})
        low = font.get_descent() * size + rise
        x, y = state.linematrix
        if vertical:
            stretch, spacing = 1.0, state.charspace
        for item in sequence:
            if isinstance(item, (int, float)):
                shift = item * 0.001 * size * stretch
                x, y = (x, y - shift) if vertical else (x - shift, y)
                continue
            if not isinstance(item, bytes):
                continue
            for cid in font.decode(item):
                found = known.get(cid)
                if found is None:
                    found = known[cid] = (_character(font, cid), font.char_width(cid))
                text, width = found
                advance = width * size * stretch
                if vertical:
                    self._add(text, matrix, (*_upright_box(font, cid, size, rise, advance), x, y), size)
                    y += advance + spacing
                else:
                    self._add(text, matrix, (0, low, advance, low + size, x, y), size)
                    x += advance + spacing + (word if cid == 32 else 0)
        state.linematrix = (x, y)

    def _add(self, text: str, matrix: Matrix, shape: tuple[float, ...], size: float) -> None:
        """Keep *text*, whose *shape* is its box in text space and the pen's position."""
        if not text:
            return
        page = self.page
        if text == "\ufffd":
            page.unmapped += 1
        if len(page.glyphs) > GLYPH_LIMIT:
            raise ReadError("hostile", f"more than {GLYPH_LIMIT} characters on page {page.number}")
        a, b, c, d, e, f = matrix
        left, low, right, high, x, y = shape
        left, right, low, high = left + x, right + x, low + y, high + y
        if b == 0 == c:
            x0, x1, y0, y1, scale = a * left + e, a * right + e, d * low + f, d * high + f, abs(d)
            turn = 2 if a < 0 and d < 0 else 0
        else:
            if min(abs(a) + abs(d), abs(b) + abs(c)) > SLANT * (abs(a) + abs(b) + abs(c) + abs(d)):
                return
            turned = abs(b) > abs(a)
            turn = (1 if b > 0 else 3) if turned else (0 if a > 0 else 2)
            x0, y0, x1, y1 = apply_matrix_rect(matrix, (left, low, right, high))
            scale = abs(c) if turned else abs(d)
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        page.glyphs.append(Glyph(text, x0, page.height - y1, x1, page.height - y0, size * scale, page.number, turn))

    def render_image(self, name: str, stream: object) -> None:
        self.page.pictures += 1

    def paint_path(self, state: object, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Step]) -> None:
        """Keep the horizontal and vertical lines of a stroked path, and of a filled one what is thin as a line."""
        parts: list[list[tuple[float, float]]] = []
        a, b, c, d, e, f = self.ctm
        for step in path:
            if step[0] == "h":
                if parts and len(parts[-1]) > 1:
                    parts[-1].append(parts[-1][0])
                continue
            px, py = step[-2], step[-1]
            point = (a * px + c * py + e, self.page.height - (b * px + d * py + f))
            if step[0] == "m" or not parts:
                parts.append([point])
            elif step[0] == "l":
                parts[-1].append(point)
            else:
                parts.append([point])
        for points in parts:
            if self._thin(points):
                continue
            if fill and len(points) > 5:
                self.page.curves += 1
            if stroke:
                for (x0, y0), (x1, y1) in pairwise(points):
                    self._rule(x0, y0, x1, y1)

    def _thin(self, points: list[tuple[float, float]]) -> bool:
        """Keep a whole subpath as one line if it is narrow: a bar, or a border stroked around nothing."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if len(points) < 3 or min(x1 - x0, y1 - y0) > THIN:
            return False
        # A square is a corner, or a dot of a dotted line of either direction.
        if y1 - y0 <= max(x1 - x0, THIN):
            self._rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        if x1 - x0 <= max(y1 - y0, THIN):
            self._rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
        return True

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        page = self.page
        if len(page.across) + len(page.down) > GLYPH_LIMIT:
            raise ReadError("hostile", f"more than {GLYPH_LIMIT} lines on page {page.number}")
        if abs(y1 - y0) <= min(1, abs(x1 - x0)) and (x0, y0) != (x1, y1):
            page.across.append(Segment((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= 1:
            page.down.append(Segment((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _character(font: PDFFont, cid: int) -> str:
    """What *cid* prints: "" for control characters, U+FFFD where the font does not say."""
    try:
        text: str = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return "\ufffd"
    if text.isprintable():
        return text
    # Blanks other than the plain one do not count as printable.
    return "".join(character for character in text if character.isprintable() or character in _BLANKS)


def _upright_box(
    font: PDFFont, cid: int, size: float, rise: float, advance: float
) -> tuple[float, float, float, float]:
    """The box of a character set downwards, from its origin above its middle (ISO 32000-1, 9.7.4.3)."""
    shift = font.char_disp(cid)
    sideways, up = shift if isinstance(shift, tuple) else (None, 880)
    left = -(size * 0.5 if sideways is None else sideways * size * 0.001)
    high = (1000 - up) * size * 0.001 + rise
    return left, high + advance, left + size, high
