"""
Word documents: paragraphs, tables, text boxes and notes in reading order.

python-docx is not used: it loses insertions, content controls, text boxes and notes, and its import alone takes as
long as reading ten pages (55 ms; lxml 10 ms).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from gklint.errors import ReadError
from gklint.model.document import Block, Document, DocxOrigin
from gklint.readers._docx_comments import directives
from gklint.readers._docx_package import Package, W
from gklint.readers._docx_styles import Styles
from gklint.readers._docx_tables import CHARACTER_WIDTH, draft_table_of, parts_of
from gklint.readers._docx_text import TEXT_BOX, stretches, text_boxes
from gklint.readers._drafts import Draft, Passage, blocks
from gklint.readers._strand import FOOTNOTE_MARK, Strand
from gklint.readers._titles import titled

if TYPE_CHECKING:
    from lxml.etree import _Element

NOTES = (("footnotes", W + "footnote"), ("endnotes", W + "endnote"))
SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))
INDENT_LIMIT = 10


def read(data: bytes, name: str) -> Document:
    """
    Raises:
        ReadError: see Package; also empty, and no-text for a document of pictures.
    """
    package = Package(data)
    styles = Styles(package)
    main = package.part(package.main)
    if main is None:
        raise ReadError("unreadable", f"no part {package.main}")
    found = [*_blocks(main, package.main, styles)]
    for kind, tag in NOTES:
        part = package.related(kind)
        root = package.part(part) if part else None
        if part and root is not None:
            found.extend(_blocks(root, part, styles, tag))
    if not found:
        pictures = next(main.iter(W + "drawing", W + "pict"), None) is not None
        raise ReadError("no-text" if pictures else "empty", "pictures only" if pictures else "")
    return Document(name, "docx", tuple(titled(found)), directives=tuple(directives(package, main)))


def _blocks(root: _Element, part: str, styles: Styles, notes: str = "") -> Iterator[Block]:
    """The blocks of *root*; with *notes*, those of its children of that tag."""
    story = _Story(root, styles)
    if notes:
        tops = [note for note in root.iter(notes) if note.get(W + "type") not in SEPARATORS]
    else:
        tops = root.findall(W + "body")
    return blocks((draft for top in tops for draft in story.drafts(top)), partial(DocxOrigin, part))


class _Story:
    """One part of the document; its ``w:p`` are counted in document order, wherever they stand."""

    def __init__(self, root: _Element, styles: Styles) -> None:
        self._styles = styles
        self._numbers = {paragraph: number for number, paragraph in enumerate(root.iter(W + "p"))}
        self._has_boxes = next(root.iter(TEXT_BOX), None) is not None

    def drafts(self, container: _Element) -> Iterator[Draft]:
        """What *container* (a body, cell, text box or note) holds; text boxes behind the paragraph they hang on."""
        for element in parts_of(container, W + "p", W + "tbl"):
            if element.tag == W + "tbl":
                yield draft_table_of(element, self._numbers, lambda cell: tuple(self.drafts(cell)))
            elif not self._styles.is_contents(element):
                yield self._passage(element)
                for box in text_boxes(element) if self._has_boxes else ():
                    yield from self.drafts(box)

    def _passage(self, paragraph: _Element) -> Passage:
        number = self._numbers[paragraph]
        strand = Strand()
        for stretch in stretches(paragraph, self._styles.hidden):
            if not (stretch.raised and FOOTNOTE_MARK.fullmatch(stretch.text)):
                strand.add(stretch.text, (number, stretch.start))
        level = self._styles.level(paragraph, strand.text.strip()) if strand.length else None
        return Passage(strand, level, _indent(paragraph))


def _indent(paragraph: _Element) -> int:
    """How far the first line is indented, in ems."""
    indent = paragraph.find(f"{W}pPr/{W}ind")
    if indent is None:
        return 0
    characters = _number(indent, "leftChars", "startChars") + _number(indent, "firstLineChars")
    twips = _number(indent, "left", "start") + _number(indent, "firstLine")
    return max(0, min(characters // 100 or twips // CHARACTER_WIDTH, INDENT_LIMIT))


def _number(element: _Element, *names: str) -> int:
    value = next((value for name in names if (value := element.get(W + name))), "")
    return int(value) if value.lstrip("-").isdecimal() and len(value) < 7 else 0
