"""
The text of one ``w:p``, piece by piece.

A paragraph's text is what a reader of the printed page sees of it: its ``w:t`` (insertions counted; deletions, hidden
and struck out runs not), a tab for ``w:tab``, a line feed for ``w:br``, without the text boxes that are anchored in it.
Offsets of a DocxLocation count in this text, so whoever writes into a document (comments) must walk it with
``stretches``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from gklint.readers._docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

RUN, TEXT, PROPERTIES = W + "r", (W + "t", M + "t"), (W + "pPr", W + "rPr")
ALTERNATE, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
TEXT_BOX = W + "txbxContent"
PASSED_OVER = frozenset(
    W + name for name in ("pPr", "rPr", "del", "moveFrom", "txbxContent", "rt", "instrText", "delText", "sdtPr")
)
"""Not text of the paragraph: properties, what was deleted, text boxes (blocks of their own), pronunciations."""
SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
OFF = frozenset(("0", "false", "off"))


class Stretch(NamedTuple):
    """The characters *start* to *end* of a paragraph's text, which one element of it gives."""

    element: _Element
    text: str
    start: int
    end: int
    raised: bool
    """Set as a superscript: a footnote mark, or the 2 of m²."""


def stretches(paragraph: _Element, hidden_styles: frozenset[str] = frozenset()) -> Iterator[Stretch]:
    """
    Every element that gives characters to the text of *paragraph*, in order.

    *hidden_styles* are the ids of character styles that hide their text.
    """
    end = 0
    raised = False
    stack: list[Iterator[_Element]] = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        tag = element.tag
        if tag == RUN:
            hidden, raised = _look(element, hidden_styles)
            if not hidden:
                stack.append(iter(element))
        elif tag in TEXT or (tag in SIGNS and not _breaks_page(element)):
            text = SIGNS.get(str(tag)) or element.text or ""
            if text:
                yield Stretch(element, text, end, end + len(text), raised)
                end += len(text)
        elif tag == ALTERNATE:
            stack.append(iter(alternative(element)))
        elif tag not in PASSED_OVER and isinstance(tag, str):
            stack.append(iter(element))


def text_boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes anchored in *paragraph*, each once, those inside other boxes left to these."""
    stack: list[Iterator[_Element]] = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == TEXT_BOX:
            yield element
        elif element.tag == ALTERNATE:
            stack.append(iter(alternative(element)))
        elif element.tag not in PASSED_OVER:
            stack.append(iter(element))


def alternative(element: _Element) -> list[_Element]:
    """The one child of an AlternateContent to read: what new programs show, else what old ones do."""
    return element.findall(CHOICE)[:1] or element.findall(FALLBACK)[:1]


def is_on(element: _Element | None) -> bool:
    """Whether a switch such as ``<w:vanish/>`` is there and not turned off."""
    return element is not None and element.get(W + "val", "1") not in OFF


def _look(run: _Element, hidden_styles: frozenset[str]) -> tuple[bool, bool]:
    """Whether *run* is hidden or struck out, and whether it is raised."""
    look = run.find(W + "rPr")
    if look is None:
        return False, False
    vanish, style, align = look.find(W + "vanish"), look.find(W + "rStyle"), look.find(W + "vertAlign")
    hidden = is_on(vanish) if vanish is not None else style is not None and style.get(W + "val") in hidden_styles
    hidden = hidden or is_on(look.find(W + "strike")) or is_on(look.find(W + "dstrike"))
    return hidden, align is not None and align.get(W + "val") == "superscript"


def _breaks_page(element: _Element) -> bool:
    return element.get(W + "type") in ("page", "column")
