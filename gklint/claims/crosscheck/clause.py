"""
The clause of a mention as wording tables see it: one line without blanks, ``#`` where the figure stands.

::

    二是受理政府信息公开申请 共 12 件（含结转），   →   二是受理政府信息公开申请#
    配备了 3 名专职人员                           →   配备了#专职人员
    未收到申请                                    →   未收到〇#申请
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from gklint.model.statement import Mention
from gklint.start.patterns import lazy

MARK = "#"
ZERO = "〇"
"""Stands before the mark of a zero in words, so that 收到# means a number."""
STOP = lazy(r"[，,；;：:。！？!?\n]")
"""What parts clauses; 、 does not: 微博、微信公开信息 # 条."""
STOP_BEHIND = lazy(r"[，,、；;：:。！？!?\n()]")
FILLING = (
    "总数为", "数量为", "总数量", "总数", "数量", "总量", "件数", "条数", "次数", "人数", "总计", "共计", "合计",
    "累计", "一共", "总共", "共有", "共为", "已达", "达到", "达", "共", "计", "是", "有", "数", "了", "约", "仅",
    "只", "均", "各", "的", "近", "事项", "、", "——", "—", "(", "“", "”", '"',
)  # fmt: skip
"""Words between a noun and its figure, longest first where one begins another."""
FILLED = lazy(f"(?:{'|'.join(map(re.escape, FILLING))}|(?<!行)为)+$")
ENDING_NOTE = lazy(r"[(（][^()（）]*[)）]$")
OPEN_BRACKET = lazy(r"[(（][^()（）]*$")
BLANKS = lazy(r"\s+")


def clause(mention: Mention) -> str:
    """What is said of *mention* between two commas; with the clause before it where its own has no words."""
    numeral = mention.figure.numeral
    is_digits = numeral is None or numeral.value or any(letter.isdigit() for letter in numeral.raw)
    if is_digits or numeral is None:
        return _clause(mention.lead, MARK, mention.tail, STOP_BEHIND)
    # What is denied may be a list, or asked for by one: 未收到公民、法人提出的申请.
    return _clause(mention.lead, numeral.raw + ZERO + MARK, mention.tail, STOP)


@lru_cache(maxsize=1024)
def _clause(lead: str, shown: str, tail: str, stop: re.Pattern[str]) -> str:
    behind = _plain(tail)
    end = stop.search(behind)
    return _ahead(_plain(lead)) + shown + (behind[: end.start()] if end else behind)


def _plain(text: str) -> str:
    return BLANKS.sub("", unicodedata.normalize("NFKC", text))


def _ahead(text: str) -> str:
    """The end of *text*, back to the comma before the last words that are more than filling."""
    text = _bare(text)
    while text and STOP.match(text[-1]):
        text = _bare(text[:-1])
    start = 0
    for stop in STOP.finditer(text):
        start = stop.end()
    inner = OPEN_BRACKET.search(text, start)
    return (text[inner.start() + 1 :] if inner else text[start:]).lstrip("、)")


def _bare(text: str) -> str:
    while True:
        shorter = FILLED.sub("", ENDING_NOTE.sub("", text))
        if shorter == text:
            return text
        text = shorter
