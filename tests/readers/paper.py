"""PDF files for the tests: text and rules at chosen places, drawn with reportlab and its built-in Chinese font."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Self

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595, 842
LEFT = 72


class Paper:
    """A document under the pen; places are points from the upper left corner of an A4 page."""

    def __init__(self, encryption: StandardEncryption | None = None) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._bytes = io.BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=(WIDTH, HEIGHT), encrypt=encryption, invariant=True)

    def write(self, text: str, x: float, top: float, size: float = 10) -> Self:
        """*text* with its upper edge at *top*."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, HEIGHT - top - size * 0.88, text)
        return self

    def paragraph(self, text: str, top: float, *, size: float = 10, indent: int = 2) -> float:
        """*text* wrapped at the margins, its first line indented by *indent* ems; the top of the next line."""
        x, row = LEFT + indent * size, ""
        for character in text:
            if x + pdfmetrics.stringWidth(row + character, FONT, size) > WIDTH - LEFT:
                self.write(row, x, top, size)
                x, row, top = LEFT, "", top + size * 1.5
            row += character
        self.write(row, x, top, size)
        return top + size * 1.5

    def across(self, top: float, x0: float, x1: float) -> Self:
        self.canvas.line(x0, HEIGHT - top, x1, HEIGHT - top)
        return self

    def down(self, x: float, top: float, bottom: float) -> Self:
        self.canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)
        return self

    def bar(self, x0: float, top: float, x1: float, bottom: float) -> Self:
        """A filled rectangle: how word processors draw a border."""
        self.canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        return self

    def box(self, x0: float, top: float, x1: float, bottom: float) -> Self:
        self.canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top)
        return self

    def table(self, rows: Sequence[Sequence[str]], top: float, *, widths: Sequence[float], height: float = 20) -> float:
        """A grid with all its rules; its bottom."""
        xs = [LEFT + sum(widths[:i]) for i in range(len(widths) + 1)]
        bottom = top + height * len(rows)
        for number, row in enumerate(rows):
            for x, text in zip(xs, row, strict=False):
                for step, line in enumerate(text.split("\n")):
                    self.write(line, x + 3, top + number * height + 4 + step * 12)
        for number in range(len(rows) + 1):
            self.across(top + number * height, xs[0], xs[-1])
        for x in xs:
            self.down(x, top, bottom)
        return bottom

    def columns(self, rows: Iterable[Sequence[str]], top: float, rights: Sequence[float]) -> float:
        """Rows of words without rules, each word ending at its place of *rights*; the top of the next row."""
        for row in rows:
            for text, right in zip(row, rights, strict=True):
                self.write(text, right - pdfmetrics.stringWidth(text, FONT, 10), top)
            top += 16
        return top

    def turn_page(self) -> Self:
        self.canvas.showPage()
        return self

    def bytes(self) -> bytes:
        self.canvas.save()
        return self._bytes.getvalue()
