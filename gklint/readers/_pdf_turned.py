"""Text that runs up, down or upside down: turned into reading direction before lines are made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gklint.readers._pdf_page import Glyph, Page, Segment


def upright_page(page: Page) -> Page:
    """*page*, turned so that most of its text reads from left to right; the characters keep their places."""
    turn = main_turn(page.glyphs)
    if not turn:
        return page
    width, height = page.width, page.height
    glyphs = [_turned(glyph, turn, width, height) for glyph in page.glyphs]
    if turn == 2:
        across = [Segment(height - at, width - end, width - start) for at, start, end in page.across]
        down = [Segment(width - at, height - end, height - start) for at, start, end in page.down]
        return replace(page, glyphs=glyphs, across=across, down=down)
    if turn == 1:
        down = [Segment(height - at, start, end) for at, start, end in page.across]
        across = [Segment(at, height - end, height - start) for at, start, end in page.down]
    else:
        down = [Segment(at, width - end, width - start) for at, start, end in page.across]
        across = [Segment(width - at, start, end) for at, start, end in page.down]
    return replace(page, width=height, height=width, glyphs=glyphs, across=across, down=down)


def upright(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """*glyphs* of one cell or page in coordinates in which most of them read from left to right."""
    turn = main_turn(glyphs)
    return [_turned(glyph, turn, 0, 0) for glyph in glyphs] if turn else glyphs


def main_turn(glyphs: Sequence[Glyph]) -> int:
    """The quarter turns of most of *glyphs*."""
    if not any(glyph.turn for glyph in glyphs):
        return 0
    return Counter(glyph.turn for glyph in glyphs).most_common(1)[0][0]


def _turned(glyph: Glyph, turn: int, width: float, height: float) -> Glyph:
    _, x0, top, x1, bottom, *_ = glyph
    if turn == 1:
        x0, top, x1, bottom = height - bottom, x0, height - top, x1
    elif turn == 2:
        x0, top, x1, bottom = width - x1, height - bottom, width - x0, height - top
    else:
        x0, top, x1, bottom = top, width - x1, bottom, width - x0
    return glyph._replace(x0=x0, top=top, x1=x1, bottom=bottom, turn=(glyph.turn - turn) % 4, seen=glyph.box)
