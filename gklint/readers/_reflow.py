"""Lines to paragraphs: which line ends only wrap a sentence, and the view that leaves those line ends out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gklint.model.document import TextOrigin
from gklint.readers._outline import heading_level, is_caption, is_item
from gklint.start.patterns import lazy


class Line(NamedTuple):
    """
    A line without the blanks around it: it begins at *column* (1-based) of line *number*.

    *indented*: blanks stand before it that open a paragraph. *block* is a count of blank lines so far, so that two
    lines of one block have no blank line between them.
    """

    number: int
    column: int
    text: str
    indented: bool
    block: int


_END = frozenset("。！？!?")
_STOP = frozenset("。！？!?：:；;…")
_CLOSING = '”’」』）)】》〉"'
_OPEN = frozenset("，、,（(《〈“‘「—-")
"""Behind these a sentence goes on, however short the line is."""
_STANDALONE = lazy(r"[\d０-９][\d０-９,，.．%％]*|[—–\-－/／]+|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
"""A figure, a dash or a date alone on its line is a cell or a signature, never the rest of a sentence."""
_TAIL = lazy(r"[^，。；：、]{1,6}。")
_HALF, _OTHER_HALF = lazy(r"[（(][^（）()]{0,6}$"), lazy(r"[^（）()]{0,6}[）)]")
"""Brackets around a few characters; in a narrow column longer ones are cut like any sentence."""
_COMPLETE = ("表", "情况", "报告", "工作")
"""How headings end that are whole."""
_MARKS = lazy(r"[，。；：、！？,;:]")
_SIGNED = lazy(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$")

_LEAST_LINES = 3
_INDENT = 2
"""Characters by which first lines are indented."""
_INDENT_OF_FIRST = 2 * _INDENT
"""Converters drop the indentation: such a line is this many columns shorter."""
_SLACK = 6
"""Three characters: what a rule against punctuation at the start of a line moves to the next one at most."""
_NARROW = 16
_WIDEST = 200
"""Wider lines than this (100 Chinese characters) are paragraphs: no page has them."""
_CUT_LENGTH = 25
"""Characters; a shorter line without an end is a title, a name, an item."""


def width(text: str) -> int:
    """Columns on a terminal: two for a Chinese character, as UTF-8 has three bytes for it."""
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2


class Margin(NamedTuple):
    """Where the lines of a document were wrapped: print counts columns, editors count characters."""

    columns: int
    characters: int

    def reached(self, line: Line, columns: int) -> bool:
        """Whether *line*, *columns* wide, leaves no room: not even for a word behind its indentation."""
        lead = _INDENT if line.indented else 0
        return columns + 2 * lead >= self.columns - _SLACK or len(line.text) + lead >= self.characters - 1


def margin(lines: Sequence[Line]) -> Margin | None:
    """
    The margin at which a document was wrapped; None if each line is a paragraph.

    In wrapped text many lines are almost as wide as the widest and end in the middle of a sentence.
    """
    long = [line for line in lines if len(line.text) >= _NARROW // 2]
    # Addresses are not wrapped; but English text has nothing else than ASCII.
    long = [line for line in long if not line.text.isascii()] or long
    if len(long) < _LEAST_LINES:
        return None
    widths = [width(line.text) for line in long]
    # A few lines stick out: an address in the middle of a sentence.
    widest = sorted(widths)[min(len(widths) * 97 // 100, len(widths) - _LEAST_LINES)]
    if not 2 * _NARROW <= widest <= _WIDEST:
        return None
    near = [(own, line.text) for own, line in zip(widths, long, strict=True) if 5 * own >= 4 * widest]
    cut = sum(not _ends(text, _STOP) for _, text in near)
    if len(near) < _LEAST_LINES or 7 * len(near) < len(long) or 5 * cut < 3 * len(near):
        return None
    ((characters, _),) = Counter(len(text) for _, text in near).most_common(1)
    return Margin(sorted(own for own, _ in near)[len(near) // 2], characters)


def paragraphs(lines: Sequence[Line], wrapped_at: Margin | None) -> Iterator[list[Line]]:
    """*lines* in groups that are one paragraph each; *wrapped_at* is the margin of the whole document."""
    if not lines:
        return
    rules = _Wrapped(lines, wrapped_at) if wrapped_at else _Whole(lines)
    runs_on = rules.runs_on
    group = [lines[0]]
    for i, line in enumerate(lines[1:]):
        if runs_on(i):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


class _Whole:
    """Text with a line for each paragraph: only page breaks and clauses on lines of their own cut one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def runs_on(self, i: int) -> bool:
        line, following = self._lines[i], self._lines[i + 1]
        last = line.text[-1]
        if last in _END or following.indented or _new(following.text) or _STANDALONE.fullmatch(following.text):
            return False
        if last in "，、,":
            return True
        if last in _STOP or (last in _CLOSING and last != "》") or len(line.text) < _CUT_LENGTH:
            return False
        if len(following.text) < _CUT_LENGTH and following.text[-1] in "：:":
            return False
        prose = any(mark in line.text for mark in "，。；")
        return prose and not _SIGNED.search(line.text)


class _Wrapped:
    """Text wrapped at a margin, here and there narrower beside a picture."""

    def __init__(self, lines: Sequence[Line], wrapped_at: Margin) -> None:
        self._lines = lines
        self._margin = wrapped_at
        self._widths = [width(line.text) for line in lines]
        self._indents = 20 * sum(line.indented for line in lines) > len(lines)

    def runs_on(self, i: int) -> bool:
        line, following = self._lines[i], self._lines[i + 1]
        text = line.text
        last = text[-1]
        if following.indented and (self._indents or last in _STOP):
            return False
        is_full = self._is_full(i)
        if _new(following.text) and not _refers(text, following.text):
            return False
        if "：" in text and _SIGNED.search(text):
            return False
        if _STANDALONE.fullmatch(following.text) or _STANDALONE.fullmatch(text):
            return is_full and not _SIGNED.search(following.text) and not _STANDALONE.fullmatch(text)
        if last in _OPEN or _is_halved(text, following.text):
            return True
        if is_caption(text) or (heading_level(text) and not self._margin.reached(line, self._widths[i])):
            return self._heading_goes_on(i)
        if not is_full:
            return False
        if not _ends(text, _END) or self._indents:
            return True
        return not self._opens(i + 1) and not self._is_name(i + 1)

    def _is_full(self, i: int) -> bool:
        """Whether line *i* reaches the right margin: that of the page, or that which it shares with a neighbour."""
        own = self._widths[i]
        if self._margin.reached(self._lines[i], own):
            return True
        if own < _NARROW or "：" in self._lines[i].text[:8] or "：" in self._lines[i + 1].text[:8]:
            return False
        return any(abs(own - beside) <= _SLACK for beside in self._neighbours(i))

    def _neighbours(self, i: int) -> list[int]:
        return self._widths[max(0, i - 1) : i] + self._widths[i + 1 : i + 2]

    def _heading_goes_on(self, i: int) -> bool:
        """Whether a heading was wrapped in a narrow column: its rest is short, and what follows narrow as well."""
        if self._lines[i].text.endswith(_COMPLETE):
            return False
        following = self._widths[i + 1 : i + 3]
        narrow = _NARROW <= self._widths[i] and all(own < self._margin.columns - _SLACK for own in following)
        rest = following[0] < self._widths[i] and self._is_name(i + 1)
        return narrow and (rest or _TAIL.match(self._lines[i + 1].text) is not None)

    def _is_name(self, i: int) -> bool:
        """Whether line *i* is no sentence nor part of one: short and without a mark."""
        return 2 * self._widths[i] < self._margin.columns and not _MARKS.search(self._lines[i].text)

    def _opens(self, i: int) -> bool:
        """Whether line *i* is shorter than the next by the indentation of a first line that was dropped."""
        if i + 1 >= len(self._lines):
            return False
        following = self._widths[i + 1]
        return (
            following >= self._margin.columns - 2 and _INDENT_OF_FIRST - 1 <= following - self._widths[i] <= _SLACK + 1
        )


def _new(text: str) -> bool:
    return is_item(text) or is_caption(text)


def _refers(text: str, following: str) -> bool:
    """Whether the ordinal that a line begins with is none: in 第二十条第|（一）项, or in 分别为7、|12、9件."""
    return text[-1] in "第条款" or (text[-1] in "，、,（(为" and following[0].isdigit())


def _is_halved(text: str, following: str) -> bool:
    """Whether a bracket opens at the end of one line and closes at the beginning of the next: （2|分）."""
    return _HALF.search(text) is not None and _OTHER_HALF.match(following) is not None


def _ends(text: str, marks: frozenset[str]) -> bool:
    """Whether a sentence ends at the end of *text*, closing quotes and brackets aside."""
    return text[-1] in marks or (text[-1] in _CLOSING and text.rstrip(_CLOSING)[-1:] in marks)


# A letter-spaced line: at least four single Chinese characters with a blank between them.
_SPACED = lazy(r"(?:[\u3000-\u9fff\uff00-\uffef][ \u3000\u00a0]){4}")
_GAP = lazy(r"(?<=[^\x00-\x7f])[ \u3000\u00a0]+|[ \u3000\u00a0]+(?=[^\x00-\x7f])")


def view(lines: Iterable[Line]) -> tuple[str, TextOrigin]:
    """
    The text of a paragraph and where it came from.

    A line end between two Chinese characters is left out, elsewhere it stays as the blank that it stands for; the
    blanks of a letter-spaced line are left out.
    """
    chunks: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        if chunks and _parted(chunks[-1], line.text):
            # The blank is the line end of the line before, so it belongs to that line's piece.
            chunks[-1] += " "
            length += 1
        for column, text in _pieces(line):
            starts.append(length)
            places.append((line.number, column))
            chunks.append(text)
            length += len(text)
    return "".join(chunks), TextOrigin(tuple(starts), tuple(places))


def _parted(before: str, after: str) -> bool:
    """Whether a blank parts the words at a line end: between English words, not in Chinese or its figures."""
    last, first = before[-1], after[0]
    if not (last.isascii() and first.isascii()):
        return False
    return before.isascii() or (last.isalpha() and first.isalpha())


def _pieces(line: Line) -> Iterator[tuple[int, str]]:
    text = line.text
    if 4 * text.count(" ") + 4 * text.count("\u3000") < len(text) or not _SPACED.search(text):
        yield line.column, text
        return
    at = 0
    for gap in _GAP.finditer(text):
        yield line.column + at, text[at : gap.start()]
        at = gap.end()
    yield line.column + at, text[at:]
