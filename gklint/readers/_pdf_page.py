"""One page of a PDF as geometry: characters with their boxes, and the straight lines drawn on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from gklint.model.document import Box


class Glyph(NamedTuple):
    """
    A printed character (or the few that a ligature stands for) in points from the page's upper left corner.

    *size* is the font size as printed; *turn* counts quarter turns counter-clockwise. *seen* is its box before the
    page was turned to read it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    page: int
    turn: int = 0
    seen: Box | None = None

    @property
    def box(self) -> Box:
        """Its place on the page as it is viewed."""
        return self.seen or (round(self.x0, 2), round(self.top, 2), round(self.x1, 2), round(self.bottom, 2))


class Segment(NamedTuple):
    """A line along one axis: at *at* on the other axis, from *start* to *end*."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """
    *number* counts from 1; *across* are the horizontal segments, *down* the vertical ones. *unmapped* counts the
    characters whose font does not say what they mean, *pictures* the images and *curves* the other filled shapes:
    a page with some of these and no characters has text that only the eye can read. *notes* are the words and boxes
    of its annotations, which are no text of the page.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Segment] = field(default_factory=list)
    down: list[Segment] = field(default_factory=list)
    unmapped: int = 0
    pictures: int = 0
    curves: int = 0
    notes: list[tuple[str, Box]] = field(default_factory=list)
