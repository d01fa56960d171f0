"""Characters → lines of text: what stands on one baseline, in order, with the blanks that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from gklint.model.document import Box, PdfOrigin
from gklint.readers._pdf_page import Glyph
from gklint.readers._pdf_turned import upright
from gklint.start.records import dataclass

Place = tuple[int, Box] | None
"""Where a character of a text stands: page and box; None for one that the view put in."""

PHANTOM = 0.1
"""A blank between characters that stand closer than this (in ems) was moved over and is not seen."""
WORD_GAP = 0.25
"""The gap between Latin words that are set without a blank character."""
DIGIT_GAP = 0.5
"""Two numbers in one line, not one number with loose digits: a digit is as wide as this."""
COLUMN_GAP = 1.5
"""A tab stop or another column, also in Chinese text, whose characters are spread to fill a line."""
WORD_APART = 0.8
"""A gap that may lie between two columns; justified text has none as wide."""
OVERPRINT = 0.3
"""The same character again within this part of its width is printed twice to look bold."""
WIDE = "\u2e80"
"""From here on characters belong to scripts that are set without blanks between words."""

_LOOSE = re.compile(r"(?<!\S)[\u2e80-\u2fff\u3001-\uffee](?:\s[\u2e80-\u2fff\u3001-\uffee])+(?!\S)")


@dataclass(frozen=True, slots=True)
class Text:
    """Characters and, for each, where it stands."""

    text: str
    places: tuple[Place, ...]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.places):
            raise ValueError("every character needs a place, or None")

    def __add__(self, other: Text) -> Text:
        return Text(self.text + other.text, self.places + other.places)

    def cut(self, start: int, end: int) -> Text:
        return Text(self.text[start:end], self.places[start:end])

    @property
    def origin(self) -> PdfOrigin:
        return PdfOrigin(self.places)


NOTHING = Text("", ())


class Word(NamedTuple):
    """A part of a line with wide gaps on both sides: its characters, and where it stands."""

    start: int
    end: int
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print. *size* is the usual font size in it, *words* its parts between wide gaps."""

    text: Text
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    words: tuple[Word, ...]

    @property
    def page(self) -> int:
        return next(place[0] for place in self.text.places if place)


def lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of *glyphs* of one page or cell, from first to last."""
    groups: list[list[Glyph]] = []
    centre = 0.0
    for glyph in sorted(upright(glyphs), key=lambda glyph: glyph.top + glyph.bottom):
        middle = (glyph.top + glyph.bottom) / 2
        if groups and middle - centre <= 0.5 * max(min(glyph.size, groups[-1][0].size), 1.0):
            groups[-1].append(glyph)
            # The middle of the line moves with it: small print before and large print behind are one line.
            centre += (middle - centre) / len(groups[-1])
        else:
            groups.append([glyph])
            centre = middle
    return [line for group in groups if (line := _line(group))]


def _line(group: Sequence[Glyph]) -> Line | None:
    inked: list[Glyph] = []
    characters: list[str] = []
    places: list[Place] = []
    words: list[Word] = []
    start, left = 0, 0.0
    blank: Glyph | None = None
    last: Glyph | None = None
    for glyph in sorted(group, key=lambda glyph: glyph.x0):
        text = glyph.text
        if text.isspace():
            blank = blank or glyph
            continue
        if last is None:
            left = glyph.x0
        else:
            if text == last.text and glyph.x0 - last.x0 < OVERPRINT * (last.x1 - last.x0):
                continue
            gap = (glyph.x0 - last.x1) / max(last.size, 1.0)
            end = len(characters)
            if gap > PHANTOM and (blank is not None or gap > _gap_of(last.text[-1], text[0])):
                characters.append(blank.text[0] if blank else " ")
                places.append((blank.page, blank.box) if blank else None)
            if gap > WORD_APART:
                words.append(Word(start, end, left, last.x1))
                start, left = len(characters), glyph.x0
        place = (glyph.page, glyph.box)
        characters.extend(text)
        places.extend([place] * len(text))
        inked.append(glyph)
        last, blank = glyph, None
    if last is None:
        return None
    words.append(Word(start, len(characters), left, last.x1))
    return Line(
        Text("".join(characters), tuple(places)),
        inked[0].x0,
        min(glyph.top for glyph in inked),
        max(glyph.x1 for glyph in inked),
        max(glyph.bottom for glyph in inked),
        median(glyph.size for glyph in inked),
        tuple(words),
    )


def _gap_of(before: str, after: str) -> float:
    """How wide a gap between two characters must be to read as a blank."""
    if before >= WIDE or after >= WIDE:
        return COLUMN_GAP
    if (before.isdigit() or before in ".,") and (after.isdigit() or after in ".,"):
        return DIGIT_GAP
    return WORD_GAP


def tightened(text: Text) -> Text:
    """Without the blanks of letter-spaced words: 总 计 is 总计."""
    drop = {
        match.start() + offset
        for match in _LOOSE.finditer(text.text)
        for offset, character in enumerate(match[0])
        if character.isspace()
    }
    if not drop:
        return text
    kept = [index for index in range(len(text.text)) if index not in drop]
    return Text("".join(text.text[i] for i in kept), tuple(text.places[i] for i in kept))


def flowed(parts: Sequence[Line]) -> Text:
    """The text of *parts*, lines of one paragraph or cell, behind each other."""
    whole = NOTHING
    for part in parts:
        whole = whole + joint(whole.text[-1:], part.text.text[:1]) + part.text
    return tightened(whole)


def joint(before: str, after: str) -> Text:
    """What a line end between two characters of one paragraph stands for: a blank, or nothing in Chinese."""
    if not before or not after or before >= WIDE or after >= WIDE or before == "-":
        return NOTHING
    # A number that the narrow column broke is one number; two numbers below each other have a line end.
    if (before.isdigit() or before in ".,") and (after.isdigit() or after in ".,%"):
        return NOTHING
    return Text(" ", (None,))
