"""Pages of a PDF as they are viewed and as they are written: rotation and the corner that they count from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gklint.model.document import Box
from gklint.start.records import dataclass

if TYPE_CHECKING:
    from pypdf import PageObject

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """A page turned by *turn* degrees clockwise; its media box, in the coordinates that it is written in."""

    turn: int
    left: float
    low: float
    right: float
    high: float

    @classmethod
    def of(cls, page: PageObject) -> View:
        box = page.mediabox
        left, right = sorted((float(box.left), float(box.right)))
        low, high = sorted((float(box.bottom), float(box.top)))
        return cls(page.rotation % 360, left, low, right, high)

    def written(self, x: float, top: float) -> Point:
        """Where the point *x* to the right of and *top* below the upper left corner of the viewed page is written."""
        match self.turn:
            case 90:
                return self.left + top, self.low + x
            case 180:
                return self.right - x, self.low + top
            case 270:
                return self.right - top, self.high - x
            case _:
                return self.left + x, self.high - top

    def quad(self, box: Box) -> tuple[Point, Point, Point, Point]:
        """
        The corners of *box* in the order that viewers expect: as one reads, upper before lower ones (ISO 32000-1,
        12.5.6.10, says otherwise, and no viewer follows it).
        """
        x0, top, x1, bottom = box
        return self.written(x0, top), self.written(x1, top), self.written(x0, bottom), self.written(x1, bottom)
