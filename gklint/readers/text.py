"""Plain text: one line per paragraph or hard-wrapped, with tables as rows of tabs or as one cell per line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from gklint.errors import ReadError
from gklint.model.document import Block, Document, Doubt, Heading, Paragraph
from gklint.readers._decode import decode
from gklint.readers._furniture import furniture
from gklint.readers._outline import CAPTION, heading_level, is_caption
from gklint.readers._reflow import Line, Margin, margin, paragraphs, view
from gklint.readers._stacked import stacks
from gklint.readers._tabular import separator, tables
from gklint.readers._titles import titled
from gklint.start.patterns import lazy

_LINE_END = lazy(r"\r\n|\r|\n")
_FLAT = 100
"""Characters; a longer line with wide blanks inside is a whole page whose paragraphs were put on one line."""
_PAGE = 1000
"""Characters; no paragraph is so long: sections that begin in it behind a full stop are paragraphs of their own."""
_WIDE_BLANK = lazy(r"\u3000{2,}")
_SECTION = lazy(r"(?<=。)(?=[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）)|\u3000{2,}")
_RUN_TOGETHER = lazy(r"[\u4e00-\u9fff）)”](?:[0-9]{5,})(?=[\u4e00-\u9fff（(]|[0-9][.．、]|$)")
_LEAST_RUN_TOGETHER = 5
UNREADABLE_TABLE = "table-not-readable"


def read(data: bytes, name: str) -> Document:
    """
    The paragraphs, headings and tables of a text file.

    Raises:
        ReadError: empty or unsupported, as from decode; empty when nothing but page numbers is left.
    """
    text = decode(data)
    raws = _LINE_END.split(text) if "\r" in text else text.split("\n")
    page = furniture(raws)
    lines = list(_lines(raws, page))
    if not lines:
        raise ReadError("empty")
    found = list(_found(lines, raws, page))
    blocks = tuple(titled([item.block for item in found]))
    doubts = tuple(Doubt(UNREADABLE_TABLE, i) for i, item in enumerate(found) if item.unread)
    return Document(name, "text", blocks, doubts)


class _Found(NamedTuple):
    """A block; *unread*: it is (the beginning of) a table whose cells cannot be told apart."""

    block: Block
    unread: bool = False


def _lines(raws: Sequence[str], page: Collection[int]) -> Iterator[Line]:
    """The lines that hold text, furniture left out; a page on one line is parted at its wide blanks."""
    block = 0
    for i, raw in enumerate(raws):
        text = raw.strip()
        if not text or i in page:
            block += not text
            continue
        lead = 0 if raw[0] == text[0] else len(raw) - len(raw.lstrip())
        if len(text) > _FLAT and "\t" not in text and ("\u3000\u3000" in text or len(text) > _PAGE):
            yield from _parted(i + 1, raw, block)
        else:
            yield Line(i + 1, lead + 1, text, lead > 1 or (lead == 1 and raw[0] == "\u3000"), block)


def _parted(number: int, raw: str, block: int) -> Iterator[Line]:
    at = 0
    ends = _SECTION if len(raw) > _PAGE else _WIDE_BLANK
    for blank in chain(ends.finditer(raw), (None,)):
        part = raw[at : blank.start() if blank else len(raw)]
        if text := part.strip():
            yield Line(number, at + part.index(text) + 1, text, True, block)
        at = blank.end() if blank else at


def _found(lines: Sequence[Line], raws: Sequence[str], page: Collection[int]) -> Iterator[_Found]:
    """Tables by what parts their cells, prose in between."""
    wrapped_at = margin([line for line in lines if "\t" not in raws[line.number - 1]])
    prose: list[Line] = []
    for mark, run in groupby(lines, lambda line: separator(line.text, raws[line.number - 1])):
        part = list(run)
        grids = tables(part, raws, mark, page) if mark else None
        if grids is None:
            prose.extend(part)
            continue
        yield from _prose(prose, wrapped_at)
        yield from map(_Found, grids)
        prose = []
    yield from _prose(prose, wrapped_at)


def _prose(lines: Sequence[Line], wrapped_at: Margin | None) -> Iterator[_Found]:
    at = 0
    for stack in stacks(lines):
        yield from _paragraphs(lines[at : stack.start], wrapped_at)
        if stack.table:
            yield _Found(stack.table)
        else:
            cells = list(_paragraphs(lines[stack.start : stack.end], None))
            yield from (item._replace(unread=not i) for i, item in enumerate(cells))
        at = stack.end
    yield from _paragraphs(lines[at:], wrapped_at)


def _paragraphs(lines: Sequence[Line], wrapped_at: Margin | None) -> Iterator[_Found]:
    for group in paragraphs(lines, wrapped_at):
        text, origin = view(group)
        level = heading_level(text) or (CAPTION if is_caption(text) else None)
        if level:
            yield _Found(Heading(text, level, origin))
        else:
            yield _Found(Paragraph(text, origin), _is_run_together(text))


def _is_run_together(text: str) -> bool:
    """Whether labels alternate with long runs of digits: a table that lost what parted its cells."""
    return len(_RUN_TOGETHER.findall(text)) >= _LEAST_RUN_TOGETHER
