"""What the head of a column or row says of its figures: a change, what came in, what is left; of which year."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache

from gklint.start.patterns import lazy

Path = tuple[str, ...]


class Role(Enum):
    """What the figures below a head are to the others of their line."""

    CHANGE = "change"
    """What lies between an earlier and a later figure, or between what came in and what went out."""
    OPENING = "opening"
    CLOSING = "closing"
    IN = "in"
    OUT = "out"
    PRICE = "price"
    """So much for each: of things, of people."""
    NONE = "none"


_L, _R = "(?<![a-z])", "(?![a-z])"
_WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.PRICE, lazy(rf"单价|均价|人均|户均|平均|每[人件户亩个]|{_L}(?:price|average|mean|per){_R}")),
    (
        Role.OPENING,
        lazy(rf"[年期月季]初|上[年期月](?:末|底|结转|结余|余额)|承前|{_L}(?:opening|beginning|brought forward){_R}"),
    ),
    (
        Role.CLOSING,
        lazy(
            r"[年期月季]末|期终|年底|结余|余额|累计|结转|未(?:办结|完成)|尚未"
            rf"|{_L}(?:closing|ending|balance|remaining|to date|carried forward){_R}"
        ),
    ),
    (
        Role.CHANGE,
        lazy(
            r"增[、/]?减|变[动化]|增加额|减少额|增长额|差[额异距值]|净(?:增|减|额)|增[长幅]|升降|涨跌|[比较].*[增减降升超]"
            rf"|{_L}(?:change|difference|variance|diff|increase|decrease|growth){_R}"
        ),
    ),
    (
        Role.OUT,
        lazy(
            r"^减|减少|减值|支出|办结|完成|[转调流]出|退出|处置|核销|消耗"
            rf"|{_L}(?:out|less|closed|used|spent|disposals?){_R}"
        ),
    ),
    (
        Role.IN,
        lazy(
            r"^加|增加|新增|收入|新收|收到|受理|[转调流]入|[本当][年期月页]"
            rf"|{_L}(?:in|new|received|additions?){_R}"
        ),
    ),
)
"""Rows are tried in this order: 年末结余 is what is left, 增减 a change though it holds 增 and 减."""

LONGEST = 32
"""Letters of the labels of a row that say what its figures are; half as many Chinese characters."""

_OLD = lazy(rf"上[年期月]|去年|前年|[年期月]初|{_L}(?:previous|prior|last|opening){_R}")
_NEW = lazy(rf"本[年期月]|今年|当年|[年期月]末|现在|{_L}(?:current|this|closing|latest){_R}")
_YEAR = lazy(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_YEAR_IN_WORDS = lazy(r"二[〇○零][一二三四五六七八九〇○零]{2}")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_STAGES = (
    lazy(r"(?<!调整)预算(?!调整)|计划|目标|budget|plan(?:ned)?|target"),
    lazy(r"调整"),
    lazy(r"[执决]|完成|实际|actual|outturn"),
)
_NUMBERING = lazy(
    r"(?P<outer>[一二三四五六七八九十]+[、.．])|(?P<inner>[（(][一二三四五六七八九十]+[）)])"
    r"|(?P<point>[0-9]+[、.．])|(?P<bracket>[（(]?[0-9]+[）)])"
)
_OPENED = lazy(r"\s*(?:其\s*中|#|of which|including|thereof)\s*[：:]?\s*", re.IGNORECASE)
_BRACKETS = lazy(r"[（(\[【][^（()）\]】]*[）)\]】]")


@lru_cache(maxsize=4096)
def plain(path: Path) -> str:
    """The labels of a head as one text in small letters, without blanks and what stands in brackets (units, notes)."""
    text = unicodedata.normalize("NFKC", "".join(path) if not "".join(path).isascii() else " ".join(path)).casefold()
    text = _BRACKETS.sub("", text)
    return text if text.isascii() else "".join(text.split())


@lru_cache(maxsize=4096)
def role(path: Path) -> Role:
    """The role that the innermost label names, else the labels above it."""
    for text in (plain(path[-1:]), plain(path)):
        for found, words in _WORDS:
            if words.search(text):
                return found
    return Role.NONE


def is_name(path: Path) -> bool:
    """Whether a row is called by a name rather than a word for its figures; names hold words of any kind."""
    label = plain(path)
    return len(label) > (LONGEST if label.isascii() else LONGEST // 2)


def numbering(path: Path) -> str:
    """How the innermost label is numbered: 一、 or （一） or 1. and so on, each by its first form."""
    match = _NUMBERING.match(path[-1].strip()) if path else None
    return (match.lastgroup or "") if match else ""


def is_opened(path: Path) -> bool:
    """Whether the innermost label opens with a word for a part of what stands before it (其中：, #, of which)."""
    return bool(path) and _OPENED.match(path[-1]) is not None


def common(one: Path, other: Path) -> int:
    """The length of the longest piece that two innermost labels have in common, but for that word."""
    first, second = (_OPENED.sub("", plain(path[-1:]), count=1) for path in (one, other))
    pieces = (first[a:b] for a in range(len(first)) for b in range(a + 1, len(first) + 1))
    return max((len(piece) for piece in pieces if piece in second), default=0)


def is_later(one: Path, other: Path) -> bool | None:
    """Whether *one* heads what came after *other*: by their years, their words, their stages; None if nobody says."""
    for rank in (_year, _turn, _stage):
        first, second = rank(one), rank(other)
        if first is not None and second is not None and first != second:
            return first > second
    return None


@lru_cache(maxsize=4096)
def _year(path: Path) -> int | None:
    text = unicodedata.normalize("NFKC", "".join(path))
    years = _YEAR.findall(text) or [year.translate(_DIGITS) for year in _YEAR_IN_WORDS.findall(text)]
    return int(years[-1]) if years else None


@lru_cache(maxsize=4096)
def _turn(path: Path) -> int | None:
    text = plain(path)
    if _OLD.search(text):
        return 0
    return 1 if _NEW.search(text) else None


@lru_cache(maxsize=4096)
def _stage(path: Path) -> int | None:
    text = plain(path[-1:])
    return next((rank for rank, words in reversed(tuple(enumerate(_STAGES))) if words.search(text)), None)


def names(head: Path, other: Path) -> int:
    """How many characters of the innermost label of *other* the label *head* repeats (占预算的% names 预算数)."""
    text, label = plain(head), plain(other[-1:])
    for core in (label, _YEAR.sub("", label).lstrip("年度"), _TAIL.sub("", label)):
        if len(core) > 1 and core in text:
            return len(core)
    core = _TAIL.sub("", _YEAR.sub("", label).lstrip("年度"))
    return len(core) if len(core) > 1 and core in text else 0


_TAIL = lazy(r"(?:[数额量]|情况|人数|件数)+$")
