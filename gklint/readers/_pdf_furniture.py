"""What a page prints besides the report: page numbers, running heads, lines of a table of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gklint.readers._pdf_lines import Line

MARGIN = 0.12
"""The part of a page's height, above and below, in which page numbers and running heads stand."""
REPEATS = 3
"""A line is a running head if it stands in the same place on so many pages, and on half of them."""
SAME_PLACE = 3.0

_PAGE_NUMBER = re.compile(
    r"""
    [-—–－―─_~·•|/\s]*
    (?: \d{1,4} | [ivxlIVXL]{1,6}
      | 第 \s* [\d一二三四五六七八九十百]{1,5} \s* 页
        (?: [\s,，/（(]* 共 \s* [\d一二三四五六七八九十百]{1,5} \s* 页 \s* [)）]? )?
      | \d{1,4} \s* (?: / | of ) \s* \d{1,4}
      | [Pp]age \s+ \d{1,4} (?: \s* (?: / | of ) \s* \d{1,4} )?
    )
    [-—–－―─_~·•|/\s]*
    """,
    re.VERBOSE,
)
_CONTENTS = re.compile(r"\S.*?(?:\.{4,}|…{3,}|·{4,}|(?:\. ){4,}|．{4,})\s*[（(]?\d{0,4}[)）]?")
_UNIT = re.compile(r"单位\s*[:：]")
_DIGITS = re.compile(r"\d+")


def is_contents(line: Line) -> bool:
    """Whether *line* is an entry of a table of contents: a heading, dots and a page number."""
    return _CONTENTS.fullmatch(line.text.text) is not None


def furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> set[int]:
    """
    The identities of the lines that are furniture, given each page's height and its lines from top to bottom.

    Only the outermost lines of a page can be: a page number by its form, a running head by its repetition.
    """
    found: set[int] = set()
    heads: Counter[tuple[str, int]] = Counter()
    candidates: list[tuple[Line, tuple[str, int]]] = []
    for height, lines in pages:
        for line in _outermost(height, lines):
            if _PAGE_NUMBER.fullmatch(line.text.text):
                found.add(id(line))
            elif not _UNIT.search(line.text.text):
                key = (_DIGITS.sub("#", line.text.text), round(line.top / SAME_PLACE))
                heads[key] += 1
                candidates.append((line, key))
    enough = max(REPEATS, len(pages) / 2)
    found.update(id(line) for line, key in candidates if heads[key] >= enough)
    return found


def _outermost(height: float, lines: Sequence[Line]) -> Iterator[Line]:
    """The first two and the last two lines, as far as they stand in the margins."""
    for line in lines[:2]:
        if line.bottom <= MARGIN * height:
            yield line
    for line in lines[2:][-2:] if len(lines) > 2 else ():
        if line.top >= (1 - MARGIN) * height:
            yield line
    if len(lines) <= 2:
        yield from (line for line in lines if line.top >= (1 - MARGIN) * height)
