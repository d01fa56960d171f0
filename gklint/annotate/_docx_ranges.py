"""Ranges of comments in a paragraph: put around exact characters, and taken away again."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from gklint.readers._docx_package import W
from gklint.readers._docx_text import M, stretches

if TYPE_CHECKING:
    from lxml.etree import _Element

START, END, REFERENCE = W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"
RUN, MATH_RUN, TEXT = W + "r", M + "r", (W + "t", M + "t")
PROPERTIES = (W + "rPr", M + "rPr")
TRACKED = (W + "ins", W + "moveTo")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def enclose(paragraph: _Element, start: int, end: int, comment: str, hidden: frozenset[str]) -> None:
    """Fix *comment* to the characters *start* to *end* of the text of *paragraph*; runs are split where they must."""
    for offset in (end, start):
        _cut(paragraph, offset, hidden)
    inside = [one for one in stretches(paragraph, hidden) if start <= one.start < end]
    if inside:
        around(_run(inside[0].element, paragraph), _run(inside[-1].element, paragraph), comment, paragraph)
        return
    point = _marker(START, comment)
    follows = next((one.element for one in stretches(paragraph, hidden) if one.start >= end), None)
    if follows is None:
        paragraph.append(point)
    else:
        _run(follows, paragraph).addprevious(point)
    point.addnext(closing := _marker(END, comment))
    closing.addnext(_reference(comment))


def around(first: _Element, last: _Element, comment: str, paragraph: _Element) -> None:
    """Fix *comment* to everything from *first* to *last*."""
    first.addprevious(_marker(START, comment))
    last.addnext(closing := _marker(END, comment))
    # The mark of the comment is not a part of what was inserted, nor of a formula.
    place = closing
    for above in closing.iterancestors():
        if above is paragraph:
            break
        if above.tag in TRACKED or above.tag.startswith(M):
            place = above
    place.addnext(_reference(comment))


def release(root: _Element, comments: frozenset[str]) -> None:
    """Take the ranges of *comments* away; runs that were split for them grow together again."""
    places: list[tuple[_Element | None, _Element | None]] = []
    for element in list(root.iter(START, END, REFERENCE)):
        if element.get(W + "id") not in comments:
            continue
        gone = element
        if element.tag == REFERENCE:
            run = element.getparent()
            if run is not None and run.tag == RUN and all(e is element or e.tag in PROPERTIES for e in run):
                gone = run
        places.append((gone.getprevious(), gone.getnext()))
        _remove(gone)
    for before, after in places:
        for one, other in (
            (before, None if before is None else before.getnext()),
            (None if after is None else after.getprevious(), after),
        ):
            if one is not None and other is not None:
                _join(one, other)


def _cut(paragraph: _Element, offset: int, hidden: frozenset[str]) -> None:
    """Let a run end at *offset*."""
    for stretch in stretches(paragraph, hidden):
        if stretch.start == offset:
            _part(stretch.element)
            return
        if stretch.start < offset < stretch.end:
            rest = deepcopy(stretch.element)
            rest.tail = None
            _put(rest, stretch.text[offset - stretch.start :])
            _put(stretch.element, stretch.text[: offset - stretch.start])
            stretch.element.addnext(rest)
            _part(rest)
            return


def _part(element: _Element) -> None:
    """Let the run of *element* begin with it; what stands before it stays in a run of its own."""
    run = element.getparent()
    if run is None or run.tag not in (RUN, MATH_RUN) or _is_nested(run):
        return
    if all(before.tag in PROPERTIES for before in element.itersiblings(preceding=True)):
        return
    second = deepcopy(run)
    second.tail = None
    del second[:]
    second.extend([deepcopy(child) for child in run if child.tag in PROPERTIES])
    second.extend([element, *element.itersiblings()])
    run.addnext(second)


def _is_nested(run: _Element) -> bool:
    """Whether *run* is a part of another one (pronunciations), which can only be marked as a whole."""
    for above in run.iterancestors():
        if above.tag == W + "p":
            return False
        if above.tag == RUN:
            return True
    return False


def _run(element: _Element, paragraph: _Element) -> _Element:
    """The outermost run of *paragraph* that *element* stands in."""
    found = element
    for above in element.iterancestors():
        if above is paragraph:
            break
        if above.tag in (RUN, MATH_RUN):
            found = above
    return found


def _join(one: _Element, other: _Element) -> None:
    """Make one run of two that look alike, where text meets text."""
    if one.tag != RUN or other.tag != RUN or one.getparent() is None or one.getnext() is not other:
        return
    if sorted(one.attrib.items()) != sorted(other.attrib.items()) or _look(one) != _look(other):
        return
    content = [child for child in other if child.tag not in PROPERTIES]
    if not len(one) or not content:
        return
    last, first = one[-1], content[0]
    if last.tag == TEXT[0] == first.tag:
        _put(last, (last.text or "") + (first.text or ""))
        content = content[1:]
    one.extend(content)
    _remove(other)


def _look(run: _Element) -> list[bytes]:
    from lxml import etree

    return [etree.tostring(child, method="c14n", with_tail=False) for child in run if child.tag in PROPERTIES]


def _put(element: _Element, text: str) -> None:
    element.text = text
    if SPACE in element.attrib:
        del element.attrib[SPACE]
    if text != text.strip():
        element.set(SPACE, "preserve")


def _remove(element: _Element) -> None:
    """Take *element* out; white space behind it in the file stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _marker(tag: str, comment: str) -> _Element:
    from lxml import etree

    return etree.Element(tag, {W + "id": comment}, nsmap={"w": W[1:-1]})


def _reference(comment: str) -> _Element:
    from lxml import etree

    run = etree.Element(RUN, nsmap={"w": W[1:-1]})
    run.append(_marker(REFERENCE, comment))
    return run
