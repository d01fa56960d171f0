"""Notes on a page of a PDF: what was written to its annotations, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.utils import apply_matrix_rect, decode_text

from gklint.model.document import Box
from gklint.readers._pdf_content import Matrix

NOTE_LIMIT = 2000
"""Annotations of one page; links are some of them, and a page of contents has a hundred."""


def notes(page: PDFPage, ctm: Matrix, height: float) -> Iterator[tuple[str, Box]]:
    """The text and the box (from the upper left corner of the page as it is viewed) of each annotation with words."""
    listed = resolve1(page.annots)
    for item in listed[:NOTE_LIMIT] if isinstance(listed, list) else ():
        # A damaged note is no reason to leave a report unread.
        try:
            note = dict_value(item)
            words, corners = resolve1(note.get("Contents")), resolve1(note.get("Rect"))
            if not isinstance(words, bytes) or not words or not isinstance(corners, list):
                continue
            a, b, c, d = (resolve1(corner) for corner in corners)
            x0, y0, x1, y1 = apply_matrix_rect(ctm, (min(a, c), min(b, d), max(a, c), max(b, d)))
        except (TypeError, ValueError, AttributeError, LookupError, AssertionError):
            continue
        yield decode_text(words), (x0, height - y1, x1, height - y0)
