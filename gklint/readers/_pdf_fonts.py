"""Fonts of a PDF: refuses those whose tables would keep pdfminer busy for hours."""

from __future__ import annotations

from collections.abc import Mapping

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import resolve1

from gklint.errors import ReadError
from gklint.readers._pdf_guard import CODES

WIDTHS = {"W": 3, "W2": 5}
"""The tables of widths, and how many numbers stand for a range: first and last code, then what holds for all."""


class GuardedResources(PDFResourceManager):
    """pdfminer expands every range of codes one by one; here a range of billions is an error instead."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """
        Raises:
            ReadError: hostile; see CODES.
        """
        if objid is None or objid not in self._cached_fonts:
            for name, numbers in WIDTHS.items():
                _refuse_widths(resolve1(spec.get(name)), numbers)
        return super().get_font(objid, spec)


def _refuse_widths(widths: object, count: int) -> None:
    """The ranges of a table of widths: ``first last width`` among ``first [width …]``."""
    if not isinstance(widths, list):
        return
    numbers: list[float] = []
    codes = 0
    for item in widths:
        value = resolve1(item)
        numbers = [*numbers, value] if isinstance(value, (int, float)) else []
        if len(numbers) == count:
            codes += max(0, int(numbers[1] - numbers[0]))
            if codes > CODES:
                raise ReadError("hostile", "a font with billions of widths")
            numbers = []
