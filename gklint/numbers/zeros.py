"""Words that state a zero without a digit: 未收到, 零投诉, 无. What they deny is for the claims to find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.numbers.script import LATIN
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

ZERO_WORDS: tuple[str, ...] = (
    "未收到",
    "没收到",
    "没有收到",
    "未接到",
    "未受理",
    "未发生",
    "没有发生",
    "未发现",
    "未产生",
    "未出现",
    "未开办",
    "未开通",
    "未开展",
    "未举办",
    "未召开",
    "未制发",
    "未制定",
    "未收取",
    "没有",
    "不存在",
    "不涉及",
    "免费",
    "零",
    "无",
    "no",
    "none",
    "did not receive any",
)


@dataclass(frozen=True, slots=True)
class ZeroWord:
    """A zero in words, at *start* to *end* of the text."""

    start: int
    end: int
    raw: str


def zeros(text: str) -> Iterator[ZeroWord]:
    """Every zero word of *text* that is not part of another word (无法, 零件), in order."""
    if _FIRSTS.isdisjoint(text):
        return  # most paragraphs: a tenth of the time that the pattern takes to find nothing
    for hit in _PATTERN.finditer(text):
        yield ZeroWord(hit.start(), hit.end(), hit[0])


_OTHER_WORDS = {"无": "法论疑形线纸障缝害穷数理效锡偿人", "零": "件售散星食碎工距部基点", "没有": ""}


def _guarded(word: str) -> str:
    ahead = _OTHER_WORDS.get(word, "")
    behind = r"(?<![〇一二三四五六七八九十百千万归清])" if word == "零" else r"(?<!毫|有|从)" if word == "无" else ""
    return behind + re.escape(word) + (f"(?![{ahead}])" if ahead else "")


_FIRSTS = frozenset(word[0] for word in ZERO_WORDS)
_LONGEST_FIRST = sorted(ZERO_WORDS, key=len, reverse=True)
_LATIN_WORDS = "|".join(word for word in _LONGEST_FIRST if word.isascii())
# The ends of Latin words are told once for all of them: told for each, they are most of the pattern.
_PATTERN = lazy(
    rf"(?<![{LATIN}\d])(?:{_LATIN_WORDS})(?![{LATIN}\d])|"
    + "|".join(_guarded(word) for word in _LONGEST_FIRST if not word.isascii())
)
