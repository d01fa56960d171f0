"""
Word documents: comments on the figures.

Word takes no comments inside footnotes and endnotes: those stand at the note's mark in the text and say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gklint.annotate._docx_comments import Comments
from gklint.annotate._docx_package import Copy
from gklint.annotate._docx_ranges import END, REFERENCE, RUN, START, around, enclose, release
from gklint.annotate.job import Job, RefusalError
from gklint.annotate.remarks import Remark, remarks
from gklint.model.document import DocxLocation
from gklint.model.finding import Audit
from gklint.readers._docx_package import W
from gklint.readers._docx_styles import Styles
from gklint.reporters.display import clip, one_line
from gklint.reporters.wording import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

SUFFIX = ""
NOTES = {W + "footnote": W + "footnoteReference", W + "endnote": W + "endnoteReference"}
"""A note and its mark in the text."""


def annotate(data: bytes, audit: Audit, job: Job) -> tuple[bytes, int]:
    """See Annotator; comments of an earlier run are replaced."""
    cleared, _ = clear(data)
    copy = Copy(cleared)
    main = _main(copy)
    taken = {element.get(W + "id", "") for element in main.iter(START, END, REFERENCE)}
    comments = Comments(copy, taken)
    writer = _Writer(copy, main, Styles(copy.package).hidden)
    words = Words(job.language)
    count = 0
    for remark in sorted(remarks(audit, words), key=_order):
        if not isinstance(remark.location, DocxLocation):
            continue
        place = writer.note_mark(remark.location)
        note = (words("remark.note", raw=clip(one_line(remark.raw), 24)),) if place is not None else ()
        comment = comments.add((*remark.lines[:1], *note, *remark.lines[1:]), job)
        writer.fix(comment, remark.location, place)
        count += 1
    if count:
        copy.touched(copy.main, main)
    return copy.data(), count


def clear(data: bytes) -> tuple[bytes, int]:
    """See Annotator."""
    copy = Copy(data)
    main = _main(copy)
    comments = Comments(copy, set())
    own = comments.own()
    if not own:
        return data, 0
    comments.remove(own)
    comments.finish()
    release(main, own)
    copy.touched(copy.main, main)
    return copy.data(), len(own)


def _order(remark: Remark) -> tuple[str, int, int]:
    """The order of the text, in which programs number comments."""
    place = remark.location
    return (place.part, place.block, place.start) if isinstance(place, DocxLocation) else ("", 0, 0)


def _main(copy: Copy) -> _Element:
    main = copy.tree(copy.main)
    if main is None:
        raise RefusalError("place")
    return main


class _Writer:
    """Fixes comments to places of the main part."""

    def __init__(self, copy: Copy, main: _Element, hidden: frozenset[str]) -> None:
        self._copy, self._main, self._hidden = copy, main, hidden
        self._paragraphs = list(main.iter(W + "p"))
        self._notes: dict[str, list[_Element]] = {}

    def note_mark(self, location: DocxLocation) -> _Element | None:
        """The mark in the text of the note that *location* lies in; None for a place in the text itself."""
        if location.part == self._copy.main:
            return None
        if location.part not in self._notes:
            root = self._copy.tree(location.part)
            self._notes[location.part] = [] if root is None else list(root.iter(W + "p"))
        paragraphs = self._notes[location.part]
        note = next((a for p in paragraphs[location.block : location.block + 1] for a in p.iterancestors(*NOTES)), None)
        if note is not None:
            for mark in self._main.iter(NOTES[str(note.tag)]):
                if mark.get(W + "id") == note.get(W + "id"):
                    return mark
        # A note without its mark is nowhere on the page: the end of the text is the nearest place.
        return self._paragraphs[-1]

    def fix(self, comment: str, location: DocxLocation, mark: _Element | None) -> None:
        if mark is None:
            enclose(self._paragraphs[location.block], location.start, location.end, comment, self._hidden)
            return
        paragraph = mark if mark.tag == W + "p" else next(mark.iterancestors(W + "p"))
        run = next(mark.iterancestors(RUN), None)
        if run is None:
            enclose(paragraph, 0, 0, comment, self._hidden)
        else:
            around(run, run, comment, paragraph)
