"""Comments in markup that are addressed to gklint: found in the source, beside the reader, which never sees them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator

from gklint.model.document import Directive, TextLocation
from gklint.start.patterns import lazy

MARK = "gklint"
"""A text without it has no directive: nobody else pays for the search."""
LINE_END = lazy(r"\r\n|\n|\r")
ADDRESSED = lazy(r"\s*gklint\s*[:：]\s*(.*?)\s*", re.DOTALL)
# Both end at the next opening mark, so that one without its end costs no more than the way there.
COMMENT = lazy(r"(?P<code>`[^`\n]+`)|<!--(?P<text>(?:(?!-->|<!--).)*)-->", re.DOTALL)
TAG = lazy(r"<!--(?:(?!-->|<!--).)*-->|</?[A-Za-z][^<>]*>", re.DOTALL)
BLOCK_TAG = lazy(
    r"</?(?:address|article|aside|blockquote|body|caption|center|dd|div|dl|dt|figcaption|footer|form|h[1-6]|head"
    r"|header|html|legend|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
MARKUP = " \t\r\n>*+-|\u3000"
"""What may stand beside a comment that is alone: quotation marks, bullets, frames of tables."""


def addressed(comment: str) -> str | None:
    """What *comment* says to gklint, None if it speaks to others."""
    match = ADDRESSED.fullmatch(comment)
    return match[1] if match else None


def in_lines(lines: list[str], fenced: Collection[range]) -> Iterator[Directive]:
    """
    The directives of Markdown: one beside text speaks of what has text on its lines, one alone of the next block.

    *fenced* are the lines of code, where a directive is an example.
    """
    source = _Source("\n".join(lines))
    for comment, text in source.comments():
        first, last = source.line(comment.start()), source.line(comment.end() - 1)
        if any(first - 1 in code for code in fenced):
            continue
        written = source.locate(*comment.span())
        beside = lines[first - 1][: written.column - 1] + lines[last - 1][written.end_column - 1 :]
        is_alone = not TAG.sub("", beside).strip(MARKUP)
        around = TextLocation(first, 1, last, len(lines[last - 1]) + 1)
        yield Directive(text, written, () if is_alone else (around,))


def in_elements(text: str) -> Iterator[Directive]:
    """The directives of HTML: one behind text speaks of the element that holds both, one before any of what follows."""
    source = _Source(text)
    ends = [0, *(tag.end() for tag in BLOCK_TAG.finditer(text))]
    for comment, said in source.comments():
        start = ends[bisect_right(ends, comment.start()) - 1]
        is_first = not TAG.sub("", text[start : comment.start()]).strip()
        element = source.locate(start, comment.start())
        yield Directive(said, source.locate(*comment.span()), () if is_first else (element,))


class _Source:
    """A text whose places are known by line and column, 1-based."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def comments(self) -> Iterator[tuple[re.Match[str], str]]:
        for comment in COMMENT.finditer(self._text):
            if comment["text"] and (said := addressed(comment["text"])) is not None:
                yield comment, said

    def line(self, at: int) -> int:
        return bisect_right(self._starts, at)

    def column(self, at: int) -> int:
        return at - self._starts[self.line(at) - 1] + 1

    def locate(self, start: int, end: int) -> TextLocation:
        last = max(start, end - 1)
        return TextLocation(self.line(start), self.column(start), self.line(last), self.column(last) + (end > start))
