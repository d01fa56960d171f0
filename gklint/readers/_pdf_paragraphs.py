"""Lines → paragraphs and headings: which line ends are only the right edge of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from gklint.model.document import Heading, Paragraph
from gklint.readers._outline import CAPTION, TITLE, heading_level, is_caption, is_item, is_title
from gklint.readers._pdf_lines import Line, flowed
from gklint.start.records import dataclass

FULL = 0.8
"""A line is full when what is left of it (in ems) could not take the next word and this much more."""
INDENT = 1.2
"""Ems by which the first line of a paragraph stands further in."""
SPACING = 1.6
"""More than this many times the usual distance between lines parts two paragraphs."""
SAME_SIZE = 0.1
LARGE = 1.1
"""Print larger than the body by this factor is a title."""
MOST = 0.4
"""Where so many lines end at one place it is the edge of a column, however narrow."""
BEYOND = 3
"""Ems that punctuation or a long word may stick out."""
SHORT = 0.5
"""Lines that leave more than this part of the right half of the column blank did not break because it was full."""
FEW = 6
"""Pages with fewer lines than this do not show their own margins."""

_UNBREAKABLE = re.compile(r"[（(《〈“‘【\[]*(?:[A-Za-z0-9.,:%‰/+-]+|.)[，。；：、！？）)》〉”’】\]]*")
"""What no line end may part: a word or a number, brackets and quotes with what they hold on to."""
_SENTENCE_END = frozenset("。！？；;：:.!?")


@dataclass(frozen=True, slots=True)
class Body:
    """The column of running text: its edges, its font size, and the distance from one line to the next."""

    left: float
    right: float
    size: float
    pitch: float


def bodies(lines: Mapping[int, Sequence[Line]], widths: Mapping[int, float]) -> dict[int, Body]:
    """The Body of each page with lines: its own, or if these are few that of all pages of the same width."""
    result: dict[int, Body] = {}
    shared: dict[int, Body] = {}
    for page, own in lines.items():
        if not own:
            continue
        width = round(widths[page])
        if len(own) >= FEW:
            result[page] = _body([own], width)
            continue
        if width not in shared:
            shared[width] = _body([lines[other] for other in lines if round(widths[other]) == width], width)
        result[page] = shared[width]
    return result


def paragraphs(lines: Iterable[Line], bodies: Mapping[int, Body]) -> Iterator[tuple[Line, ...]]:
    """*lines*, which nothing but page breaks interrupts, grouped into paragraphs."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, bodies):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def block_of(group: Sequence[Line], body: Body, *, is_first: bool = False) -> Heading | Paragraph:
    """The lines of one paragraph as a block; *is_first*: it opens the document."""
    text = flowed(group)
    level = heading_level(text.text)
    if level is None and is_caption(text.text):
        level = CAPTION
    if is_title(text.text) and level in (None, CAPTION):
        if group[0].size >= LARGE * body.size:
            level = CAPTION if text.text.endswith("表") and not is_first else TITLE
        elif is_first and _is_centred(group[0], body):
            level = TITLE
    if level is None:
        return Paragraph(text.text, text.origin)
    return Heading(text.text, level, text.origin)


def _body(pages: Iterable[Sequence[Line]], width: float) -> Body:
    groups = [list(page) for page in pages]
    lines = [line for group in groups for line in group]
    sizes: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 2) / 2
        sizes[size] = sizes.get(size, 0) + len(line.text.text)
    size = max(sizes, key=lambda key: (sizes[key], key))
    text = [line for line in lines if abs(line.size - size) <= SAME_SIZE * size] or lines
    steps = [
        below.top - above.top
        for group in groups
        for above, below in pairwise(group)
        if 0.8 * size < below.top - above.top < 3 * size
    ]
    left = _confirmed([line.x0 for line in text], size) or min(line.x0 for line in text)
    right = -(_confirmed([-line.x1 for line in text], size) or 0)
    longest = max(line.x1 for line in text)
    full = sum(abs(line.x1 - right) <= size for line in text) >= MOST * len(text) and longest - right <= BEYOND * size
    # A few headings of one length do not show the right edge: then it stands as far from the page's as the left one.
    if not full and right < width / 2 + (width / 2 - left) * SHORT:
        right = max(longest, width - left - INDENT * size)
    return Body(left, right, size, median(steps) if steps else 1.5 * size)


def _confirmed(values: Iterable[float], size: float) -> float | None:
    """The outermost of *values* that two others confirm: one line may stick out."""
    ordered = sorted(values)
    for outer, inner in zip(ordered, ordered[2:], strict=False):
        if inner - outer <= size:
            return outer
    return None


def _goes_on(group: Sequence[Line], line: Line, bodies: Mapping[int, Body]) -> bool:
    """Whether *line* belongs to the paragraph that the lines of *group* began."""
    last = group[-1]
    body = bodies[last.page]
    if abs(last.size - line.size) > SAME_SIZE * max(last.size, line.size):
        return False
    same_page = last.page == line.page
    if last.size >= LARGE * body.size:
        if not same_page or line.top - last.top > 2 * last.size or is_item(line.text.text):
            return False
        return _is_full(last, line, body) or (_is_centred(last, body) and _is_centred(line, body))
    if same_page and line.top - last.top > SPACING * max(body.pitch, last.size):
        return False
    if not _is_full(last, line, body):
        return False
    ended = last.text.text[-1] in _SENTENCE_END
    if is_item(line.text.text) and (ended or heading_level(flowed(group).text)):
        return False
    left = bodies[line.page].left
    if line.x0 - left <= INDENT * line.size:
        return True
    # An indented line begins a paragraph, unless the whole paragraph stands indented.
    return not ended and not is_item(line.text.text) and len(group) > 1 and abs(line.x0 - last.x0) <= line.size / 2


def _is_full(line: Line, following: Line, body: Body) -> bool:
    """Whether the first word of *following* had no room at the end of *line*."""
    unit = _UNBREAKABLE.match(following.text.text)
    places = [place for place in following.text.places[: unit.end() if unit else 1] if place]
    needed = places[-1][1][2] - places[0][1][0] if places else following.size
    return body.right - line.x1 < needed + FULL * line.size


def _is_centred(line: Line, body: Body) -> bool:
    indent, rest = line.x0 - body.left, body.right - line.x1
    return abs(indent - rest) <= 2 * line.size and min(indent, rest) > -line.size
