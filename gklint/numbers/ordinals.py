"""Marks that count sections and items: 一、 （一） 1. （1） ① 一是 第一， with the number that each says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from gklint.numbers.chinese import chinese
from gklint.numbers.printed import Printed
from gklint.numbers.script import BLANKS
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

_HAN = "[一二三四五六七八九十]{1,3}"
_B = f"[{BLANKS}]*"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_OPENS = f"(?:^|(?<=[{BLANKS}。；;：:，,！？\n*“（(]))"
_MARK = lazy(
    # Only 一是 and its like stand in the middle of a block; the others count blocks.
    rf"{_OPENS}(?P<item>{_HAN})[{BLANKS}\n]*是(?![一二三四五六七八九十])"
    rf"|\A{_B}(?:[*#]+{_B})?(?:"
    rf"(?P<section>{_HAN}){_B}[、．.]"
    rf"|[（(﹙]{_B}(?P<part>{_HAN}){_B}[）)﹚]"
    r"|(?P<point>[0-9０-９]{1,2})(?:、|[．.](?![0-9０-９]))"
    rf"|[（(﹙]{_B}(?P<clause>[0-9０-９]{{1,2}}){_B}[）)﹚]"
    rf"|第(?P<first>{_HAN})[，,、]"
    rf"|(?P<circle>[{_CIRCLED}])"
    rf")"
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """*style* is the kind of mark (section, part, point, clause, item, first, circle): one list uses one of them."""

    start: int
    end: int
    style: str
    number: int


def ordinals(text: str) -> Iterator[Ordinal]:
    """The marks of one block: the one that it opens with, and every 一是 in it."""
    for hit in _MARK.finditer(text):
        style = hit.lastgroup
        if style is None:
            continue
        number = _number(hit[style])
        if number is not None:
            start = hit.start(style)
            yield Ordinal(start, hit.end() if style == "item" else hit.end(style), style, number)


def _number(printed: str) -> int | None:
    if printed in _CIRCLED:
        return _CIRCLED.index(printed) + 1
    digits = unicodedata.normalize("NFKC", printed)
    if digits.isdecimal():
        return int(digits)
    read = chinese(printed)
    return int(read.value) if isinstance(read, Printed) else None
