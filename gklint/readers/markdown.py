"""
Markdown: headings, paragraphs, pipe tables and raw HTML with the line and column of every character.

The blocks are found here and not by markdown-it-py. That costs 24 ms to import (a whole check of 35 KB may take 96),
gives no columns, and reads reports by the letter of CommonMark: a first line indented by four blanks, as reports have
it, would be code. Its tables serve as the oracle of the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from gklint.errors import ReadError
from gklint.model.document import Directive, Document, Table, TextOrigin
from gklint.readers._decode import decode
from gklint.readers._drafts import Draft, DraftCell, Passage, blocks, draft_table
from gklint.readers._markdown_inline import plain
from gklint.readers._merged import spread
from gklint.readers._outline import heading_level, is_item
from gklint.readers._strand import SENTENCE_ENDS, WRAP_LIMIT, Strand
from gklint.readers._titles import titled
from gklint.start.patterns import lazy

LINE_END = lazy(r"\r\n|\n|\r")
CONTAINER = lazy(r"[ \t]*(?:>[ \t]*)*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?")
"""Quotation marks and the bullet in front of a line; the number of an ordered item belongs to its text."""
BULLET = lazy(r"[-*+][ \t]")
FENCE = lazy(r"(`{3,}|~{3,})[^`]*$")
HEADING = lazy(r"(#{1,6})(?:[ \t]+|(?<=##)(?=[^#\s])|$)(.*?)[ \t]*(?:(?<=[ \t])#+[ \t]*)?$")
"""Two marks or more may do without the blank behind them: writers forget it, and no hashtag begins with two."""
UNDERLINE = lazy(r"(=+|-{2,})[ \t]*$")
UNDERLINED_LIMIT = 60
"""A longer line above dashes is a paragraph above a rule."""
RULE = lazy(r"([-*_])(?:[ \t]*\1){2,}[ \t]*$")
DELIMITER = lazy(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
CELL = lazy(r"(?:[^\\|]|\\.?)*+")
OPEN_ENDS = frozenset("，,、（(")
"""Behind one of these a sentence goes on, however short its line."""
HTML_BLOCK = lazy(
    r"</?(?:address|article|aside|blockquote|body|center|col|colgroup|dd|details|dir|div|dl|dt|fieldset|figcaption"
    r"|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|meta|nav|ol|p|pre|script|section"
    r"|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?=[\s/>]|$)|<!--",
    re.IGNORECASE,
)
TABLE_TAG = lazy(r"<(/?)table\b", re.IGNORECASE)
COMMENT_AT_END = lazy(r"(?<=\|)[ \t]*<!--(?:(?!-->|<!--).)*-->$")
"""Behind the last cell of a row, it is no cell."""
DEFINITION = lazy(r"\[[^\]^]+\]:[ \t]*(?=\S*[./#])\S+")
FOOTNOTE = lazy(r"\[\^[^\]\s]+\]:[ \t]*")
FRONT_MATTER = {"---": ("---", "..."), "+++": ("+++",)}
FRONT_MATTER_LIMIT = 200
"""Lines; without an end within these, the first line is only a rule."""


def read(data: bytes, name: str) -> Document:
    """
    Raises:
        ReadError: empty; nothing but markup or code. hostile; a table of absurd size.
    """
    text = decode(data)
    page = _Page(LINE_END.split(text))
    found = [spread(block) if isinstance(block, Table) else block for block in blocks(page.drafts(), TextOrigin)]
    if not found:
        raise ReadError("empty", "no text")
    return Document(name, "markdown", tuple(titled(found)), directives=page.directives() if "gklint" in text else ())


class _Page:
    """The lines of a file, and the paragraph that is open while they are read."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._paragraph: list[tuple[int, int]] = []
        """(line, offset of its text) of each line of the open paragraph, counted from 0."""
        self._fenced: list[range] = []
        self._endless: dict[str, int] = {}
        """The shortest fence of each kind that has no end: what is longer has none either."""

    def drafts(self) -> Iterator[Draft]:
        at = _behind_front_matter(self._lines)
        while at < len(self._lines):
            line = self._lines[at]
            start = _match_end(CONTAINER, line)
            after = self._special(at, start)
            if after is None:
                if self._begins_paragraph(at, start):
                    yield from self._flush()
                self._paragraph.append((at, start))
                at += 1
                if heading_level(line[start:].strip()):
                    yield from self._flush()
                continue
            yield from self._flush()
            end, drafts = after
            yield from drafts
            at = end
        yield from self._flush()

    def directives(self) -> tuple[Directive, ...]:
        """The comments that speak to gklint, once the drafts were made."""
        from gklint.readers import _directives

        return tuple(_directives.in_lines(self._lines, self._fenced))

    def _special(self, at: int, start: int) -> tuple[int, Iterator[Draft]] | None:
        """What begins on line *at* unless it is text: the line behind it, and its drafts."""
        line = self._lines[at]
        text = line[start:]
        first = text[:1]
        if not text.strip():
            return at + 1, iter(())
        if "|" in text and (end := self._table_end(at, start)):
            return end, self._table(at, end)
        if first == "#" and (heading := HEADING.match(line, start)):
            strand = self._strand([(at, heading.start(2))], heading.end(2))
            return at + 1, iter([Passage(plain(strand), len(heading[1]))])
        if first in "`~" and FENCE.match(text) and (end := self._fence_end(at, text)):
            self._fenced.append(range(at, end))
            return end, iter(())
        if first == "<" and HTML_BLOCK.match(text):
            end = self._html_end(at)
            return end, self._html(at, end)
        if first == "[" and DEFINITION.match(text):
            return at + 1, iter(())
        bare = line.lstrip()
        if bare[0] in "-=" and self._is_underlined(bare):
            title, self._paragraph = self._strand(self._paragraph), []
            return at + 1, iter([Passage(plain(title), 1 if bare[0] == "=" else 2)])
        return (at + 1, iter(())) if RULE.match(bare) else None

    def _begins_paragraph(self, at: int, start: int) -> bool:
        line = self._lines[at]
        text = line[start:]
        if not self._paragraph or BULLET.match(line.lstrip(" \t>")) or text[0] == "\u3000" or is_item(text):
            return True
        before, behind = self._paragraph[-1]
        above = self._lines[before][behind:].strip()
        # Nobody wraps as early as this. And a line that looks like a heading is none in the middle of a sentence.
        if len(above) < WRAP_LIMIT and above[-1:] not in OPEN_ENDS:
            return True
        return heading_level(text.strip()) is not None and above[-1:] in SENTENCE_ENDS

    def _flush(self) -> Iterator[Draft]:
        """The open paragraph, which ends here."""
        if self._paragraph:
            first, start = self._paragraph[0]
            self._paragraph[0] = first, _match_end(FOOTNOTE, self._lines[first], start)
            yield Passage(plain(self._strand(self._paragraph)))
            self._paragraph = []

    def _strand(self, lines: list[tuple[int, int]], end: int | None = None) -> Strand:
        strand = Strand()
        for number, (line, start) in enumerate(lines):
            strand.put("\n" if number else "")
            strand.add(self._lines[line][start:end], (line + 1, start + 1))
        return strand

    def _is_underlined(self, bare: str) -> bool:
        if len(self._paragraph) != 1 or not UNDERLINE.match(bare):
            return False
        line, start = self._paragraph[0]
        return len(self._lines[line]) - start <= UNDERLINED_LIMIT

    def _fence_end(self, at: int, text: str) -> int | None:
        """The line behind a fenced block; None if it has no end, which must not hide the rest of a report."""
        mark = text[0]
        length = len(text) - len(text.lstrip(mark))
        if length >= self._endless.get(mark, length + 1):
            return None
        for line in range(at + 1, len(self._lines)):
            closing = self._lines[line].strip(" \t>")
            if len(closing) >= length and not closing.strip(mark):
                return line + 1
        self._endless[mark] = length
        return None

    def _table_end(self, at: int, start: int) -> int | None:
        """The line behind the table that begins on line *at*; None if there is none."""
        following = self._content(at + 1)
        ruled = "|" in following and DELIMITER.match(following)
        if not ruled and not (_is_row(self._lines[at][start:]) and _is_row(following)):
            return None
        end = at + 2
        while "|" in self._content(end):
            end += 1
        return end

    def _content(self, at: int) -> str:
        if at >= len(self._lines):
            return ""
        return self._lines[at][_match_end(CONTAINER, self._lines[at]) :].strip()

    def _table(self, at: int, end: int) -> Iterator[Draft]:
        rows = [self._cells(line) for line in range(at, end)]
        if DELIMITER.match(self._content(at + 1)):
            # A table without header has a blank one in this syntax.
            del rows[0 if _is_blank(rows[0]) else 1 : 2]
        width = max(map(len, rows), default=0)
        for row in rows:
            row.extend(replace(row[-1], drafts=()) for _ in range(width - len(row)) if row)
        yield draft_table(rows)

    def _cells(self, at: int) -> list[DraftCell]:
        line = self._lines[at].rstrip()
        if line.endswith("-->"):
            line = COMMENT_AT_END.sub("", line)
        start = _match_end(CONTAINER, line)
        start += line[start : start + 1] == "|"
        cells: list[DraftCell] = []
        while start < len(line):
            end = _match_end(CELL, line, start)
            cell = line[start:end]
            begin = start + len(cell) - len(cell.lstrip(" \t"))
            strand = self._strand([(at, begin)], start + len(cell.rstrip(" \t")))
            cells.append(DraftCell((Passage(plain(strand)),), (at + 1, begin + 1)))
            start = end + 1
        return cells

    def _html_end(self, at: int) -> int:
        """The line behind an HTML block: a blank one outside tables and comments, or the one behind a table."""
        line = at
        if self._content(at).startswith("<!--") and at <= self._last_comment_end:
            while "-->" not in self._lines[line]:
                line += 1
            return line + 1
        depth = self._table_depths
        base = depth[at - 1] if at else 0
        closes = self._least_depths[at] <= base
        while line < len(self._lines):
            if not closes or depth[line] <= base:
                if not self._content(line):
                    return line
                if TABLE_TAG.search(self._lines[line]) and not self._content(line + 1).startswith("<"):
                    return line + 1
            line += 1
        return line

    @cached_property
    def _last_comment_end(self) -> int:
        """The last line on which a comment ends; -1 if none does."""
        return max((number for number, line in enumerate(self._lines) if "-->" in line), default=-1)

    @cached_property
    def _table_depths(self) -> list[int]:
        """How many HTML tables are open at the end of each line."""
        changes = ([not closing for closing in TABLE_TAG.findall(line)] for line in self._lines)
        return list(accumulate(2 * sum(change) - len(change) for change in changes))

    @cached_property
    def _least_depths(self) -> list[int]:
        """The least of the depths from each line on: whether a table that begins there ever ends."""
        return list(accumulate(reversed(self._table_depths), min))[::-1]

    def _html(self, at: int, end: int) -> Iterator[Draft]:
        # Imported here: most Markdown has no HTML in it, and the parser costs 12 ms.
        from gklint.readers import html

        yield from html.drafts("\n".join(self._lines[at:end]), at + 1)


def _behind_front_matter(lines: list[str]) -> int:
    ends = FRONT_MATTER.get(lines[0].rstrip(), ())
    for number, line in enumerate(lines[1:FRONT_MATTER_LIMIT], start=1):
        if line.rstrip() in ends:
            return number + 1
        if not ends or not line.strip():
            break
    return 0


def _is_blank(row: list[DraftCell]) -> bool:
    return not any(cell.strand.length for cell in row)


def _is_row(text: str) -> bool:
    """Whether a line is framed by pipes: then it belongs to a table that lacks its line of dashes."""
    text = text.strip()
    return len(text) > 2 and text[0] == text[-1] == "|"


def _match_end(pattern: re.Pattern[str], text: str, start: int = 0) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start
