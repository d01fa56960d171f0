"""Word comments that are addressed to gklint, with the paragraphs that they are fixed to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gklint.model.document import Directive, DocxLocation
from gklint.readers._directives import addressed
from gklint.readers._docx_package import Package, W

if TYPE_CHECKING:
    from lxml.etree import _Element

START, END, REFERENCE = W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"


def directives(package: Package, main: _Element) -> Iterator[Directive]:
    """In the order of the comments' beginnings; a comment that is fixed to nothing any more is none."""
    part = package.related("comments") if package.has("comments.xml") else None
    root = package.part(part) if part else None
    if root is None:
        return
    said = {comment.get(W + "id"): addressed(_text(comment)) for comment in root.iter(W + "comment")}
    said = {number: text for number, text in said.items() if text is not None}
    if not said:
        return
    for number, paragraphs in _ranges(main).items():
        text = said.get(number)
        if text is not None and paragraphs:
            reach = tuple(DocxLocation(package.main, paragraph, 0, 0) for paragraph in paragraphs)
            yield Directive(text, reach[0], reach)


def _ranges(main: _Element) -> dict[str | None, list[int]]:
    """The paragraphs of each comment's range, by its id; of the mark itself, where a comment has no range."""
    numbers: dict[_Element, int] = {}
    found: dict[str | None, list[int]] = {}
    begun: list[str | None] = []
    for element in main.iter(W + "p", START, END, REFERENCE):
        if element.tag == W + "p":
            numbers[element] = len(numbers)
            for comment in begun:
                found[comment].append(numbers[element])
            continue
        comment = element.get(W + "id")
        if element.tag == END:
            begun = [other for other in begun if other != comment]
            continue
        if element.tag == START:
            begun.append(comment)
        elif found.get(comment):
            continue
        around = next(element.iterancestors(W + "p"), None)
        found[comment] = [] if around is None else [numbers[around]]
    return found


def _text(comment: _Element) -> str:
    lines = ("".join(piece.text or "" for piece in line.iter(W + "t")) for line in comment.iter(W + "p"))
    return "\n".join(lines)
