"""Text on its way into a block: characters that keep the place they came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

Place = tuple[int, int]
"""(line, column) of a text file, or (paragraph number, offset) of a docx part: what the origins of the model hold."""

BLANKS = " \t\r\n\f\v\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff"
WIDE = "\u2e80"
"""From here on characters belong to scripts that are set without blanks between words."""
SENTENCE_ENDS = frozenset("。！？；：.!?;:”’）)】》")
WRAP_LIMIT = 20
"""A line shorter than this did not break because the page was full: an address, a signature, an item of a list."""
FOOTNOTE_MARK = re.compile(r"[\s\d\[\]()（）〔〕①-⑳*†‡,]+")
"""Raised, these are no part of the number before them: a mark, or the 2 of m²."""


class Strand:
    """
    A growing text. Pieces that follow each other in the file without a gap are one piece of the origin.

    Characters that the view puts in (the blank between two wrapped words) have the place right behind the character
    before them.
    """

    __slots__ = ("_chunks", "length", "places", "starts")

    def __init__(self) -> None:
        self._chunks: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.places: list[Place] = []

    @property
    def text(self) -> str:
        if len(self._chunks) > 1:
            self._chunks = ["".join(self._chunks)]
        return self._chunks[0] if self._chunks else ""

    @property
    def last(self) -> str:
        """The last character, "" of an empty strand."""
        return self._chunks[-1][-1] if self._chunks else ""

    def add(self, text: str, place: Place) -> None:
        """Append *text* that stands at *place*, all of it on one line."""
        if not text:
            return
        if not self.places and self.length:
            self._anchor(0, place)
        if not self.places or self.places[-1][0] != place[0] or self._next_column() != place[1]:
            self._anchor(self.length, place)
        self._chunks.append(text)
        self.length += len(text)

    def put(self, text: str) -> None:
        """Append *text* that the file does not have."""
        if text:
            self._chunks.append(text)
            self.length += len(text)

    def extend(self, other: Strand) -> None:
        """Append all of *other*."""
        for start, end, place in other.pieces():
            self.add(other.text[start:end], place)

    def pieces(self) -> Iterator[tuple[int, int, Place]]:
        """Each piece: from where to where in the text, and where in the file."""
        ends = [*self.starts[1:], self.length]
        yield from zip(self.starts, ends, self.places, strict=False)

    def cut(self, start: int, end: int) -> Strand:
        """The characters from *start* to *end* (exclusive)."""
        part = Strand()
        if start >= end or not self.places:
            return part
        piece = max(0, bisect_right(self.starts, start) - 1)
        while piece < len(self.starts) and (at := self.starts[piece]) < end:
            line, column = self.places[piece]
            part._anchor(max(at, start) - start, (line, column + max(0, start - at)))
            piece += 1
        part._chunks = [self.text[start:end]]
        part.length = end - start
        return part

    def trimmed(self, *, left: bool = True) -> Strand:
        """Without the blanks at its end and, if *left*, those at its beginning; nothing if it is all blank."""
        text = self.text
        end = len(text.rstrip(BLANKS))
        start = len(text) - len(text.lstrip(BLANKS)) if left else 0
        return self if (start, end) == (0, self.length) else self.cut(start, end)

    def lines(self) -> Iterator[Strand]:
        """The strand cut at its line ends."""
        start = 0
        for line in self.text.split("\n"):
            yield self.cut(start, start + len(line))
            start += len(line) + 1

    def _anchor(self, start: int, place: Place) -> None:
        self.starts.append(start)
        self.places.append(place)

    def _next_column(self) -> int:
        return self.places[-1][1] + self.length - self.starts[-1]


def glue(before: str, after: str) -> str:
    """What a line end between the characters *before* and *after* stands for: a blank, or nothing in Chinese."""
    return "" if not before or not after or before >= WIDE or after >= WIDE else " "


def wrapped(lines: Iterable[Strand]) -> Strand:
    """The *lines* of one paragraph behind each other."""
    whole = Strand()
    for line in lines:
        whole.put(glue(whole.last, line.text[:1]))
        whole.extend(line)
    return whole


def stacked(strands: Iterable[Strand]) -> Strand:
    """The paragraphs of one cell below each other."""
    whole = Strand()
    for strand in strands:
        whole.put("\n" if whole.length else "")
        whole.extend(strand)
    return whole


def runs_on(line: str, following: str) -> bool:
    """
    Whether a forced line end after *line* is only a wrap, as converters of PDF pages leave it.

    Not behind the end of a sentence, a short line, or before an indented one.
    """
    return len(line) >= WRAP_LIMIT and line[-1] not in SENTENCE_ENDS and following[:1].strip(BLANKS) != ""
