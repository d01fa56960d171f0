"""Fonts of a PDF: refuses those whose tables would keep pdfminer busy for hours."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

from gklint.errors import ReadError
from gklint.readers._pdf_content import refuse_bomb

CODES = 0x20000
"""No font has more codes in one range: twice the two-byte codes that all common encodings use."""

_RANGE = re.compile(rb"<\s*([0-9A-Fa-f]{1,16})\s*>\s*<\s*([0-9A-Fa-f]{1,16})\s*>\s*[<\[]")


class GuardedResources(PDFResourceManager):
    """pdfminer expands every range of codes one by one; here a range of billions is an error instead."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """
        Raises:
            ReadError: hostile; see CODES.
        """
        if objid is None or objid not in self._cached_fonts:
            _refuse_ranges(resolve1(spec.get("ToUnicode")))
            _refuse_widths(resolve1(spec.get("W")))
        return super().get_font(objid, spec)


def _refuse_ranges(mapping: object) -> None:
    """The ranges of a ToUnicode map: ``<0000> <FFFF> <0000>``."""
    if not isinstance(mapping, PDFStream):
        return
    refuse_bomb(mapping)
    for low, high in _RANGE.findall(mapping.get_data()):
        if int(high, 16) - int(low, 16) > CODES:
            raise ReadError("hostile", "a font with billions of characters")


def _refuse_widths(widths: object) -> None:
    """The ranges of a width table: ``first last width`` among ``first [width …]``."""
    if not isinstance(widths, list):
        return
    numbers: list[float] = []
    for item in widths:
        value = resolve1(item)
        numbers = [*numbers, value] if isinstance(value, (int, float)) else []
        if len(numbers) == 3:
            if numbers[1] - numbers[0] > CODES:
                raise ReadError("hostile", "a font with billions of widths")
            numbers = []
