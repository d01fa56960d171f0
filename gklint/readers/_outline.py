"""Which lines of plain text are headings, by their ordinals and their shape, and how deep they stand."""

from __future__ import annotations

import re

from gklint.start.patterns import lazy

TITLE = 1
CAPTION = 3

_LIMIT = 60
"""Characters; official headings stay on one line or run a little over it."""
_TITLE_LIMIT = 80

_ORDINALS = lazy(
    r"""
      (?P<part>     第 \s* [一二三四五六七八九十百\d]+ \s* (?:部分|章|篇|编|块)
                  | 附 \s* [件录表] \s* \d* (?=[:：\s]|$) )
    | (?P<section>  第 \s* [一二三四五六七八九十百\d]+ \s* 节 )
    | (?P<first>    [一二三四五六七八九十]{1,3} \s* [、．.，] )
    | (?P<second>   [（(﹙] \s* [一二三四五六七八九十]{1,3} \s* [）)﹚] )
    | (?P<third>    \d{1,2} \s* (?: 、 | [．.] (?!\d) ) )
    | (?P<fourth>   [（(﹙] \s* \d{1,2} \s* [）)﹚] | [①-⑳] )
    """,
    re.VERBOSE,
)
_LEVELS = {"part": 2, "first": 2, "section": 3, "second": 3, "third": 4, "fourth": 5}
_STARTS = frozenset("第附一二三四五六七八九十（(﹙0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩")
"""Every ordinal begins with one of these: most lines are let go at their first character."""

_INSIDE = lazy(r"[。；！？!?;]|其中[:：]")
_FIGURE = lazy(r"\d(?!\d{0,3}年)")
_NOTE = r"(?:\s*[（(][^（）()]*[）)])?"
_CAPTION = lazy(r"[^，。；：:、]{2,}(?:统计|情况|明细|汇总|一览|自查|自评|决算|预算|收支)\s*表" + _NOTE)
_ANNOUNCED = lazy(r"[^，。；：:]*(?:报告|年报|公报|Report|REPORT)" + _NOTE)


def is_item(text: str) -> bool:
    """Whether *text* begins with an ordinal, so that a new paragraph begins with it."""
    return text[:1] in _STARTS and _ORDINALS.match(text) is not None


def heading_level(text: str) -> int | None:
    """
    The level of a heading that an ordinal marks, 2 for 一、 and 第一部分, 3 for （一）, 4 for 1., 5 for （1）.

    None for running text: what goes on behind its first sentence, and items that state figures.
    """
    if text[:1] not in _STARTS or len(text) > _LIMIT or not (match := _ORDINALS.match(text)):
        return None
    level = _LEVELS[str(match.lastgroup)]
    rest = text[match.end() :].strip()
    if not rest:
        return level if match.lastgroup in ("part", "section") else None
    if _INSIDE.search(rest[:-1]) or rest[-1] in "，,；;：:" or (level > 2 and _FIGURE.search(rest)):
        return None
    # 2.强化制度建设。 is a heading, a longer sentence behind a numeral is a list item.
    if rest[-1] == "。" and (len(rest) > _LIMIT // 2 or ("，" in rest and level > 3)):
        return None
    return level


def is_caption(text: str) -> bool:
    """Whether *text* names a table: 2018年度…情况统计表."""
    return len(text) <= _LIMIT and "表" in text and _CAPTION.fullmatch(text) is not None


def is_title(text: str) -> bool:
    """Whether *text*, at the top of a document, can be (a line of) its title: no sentence, no address, no list."""
    return len(text) <= _TITLE_LIMIT and text[-1] not in "：:。；;，,、！？!?" and not is_item(text)


def announces(text: str) -> bool:
    """Whether a title line says what the document is (…年度报告): what stands above it belongs to the same title."""
    return _ANNOUNCED.fullmatch(text) is not None
