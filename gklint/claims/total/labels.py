"""Words in the labels of tables: those that name a sum, those whose numbers cannot be summed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from gklint.numbers.script import LATIN
from gklint.start.patterns import lazy

_NO_LATIN_BEFORE, _NO_LATIN_BEHIND = f"(?<![{LATIN}])", f"(?![{LATIN}])"

TOTAL = lazy(
    rf"""
      合\s*计 | 总\s*计 | 小\s*计 | 共\s*计 | 总\s*和 | 总\s*数 | 总\s*额 | 总\s*量
    | ^\s*[一二三四五六七八九十、]*\s*总\s*$
    | {_NO_LATIN_BEFORE} (?: (?:grand|sub)?[-\s]?totals? | tot\.? | sum | all | overall | net | combined | aggregate )
      {_NO_LATIN_BEHIND}
    """,
    re.VERBOSE | re.IGNORECASE,
)
SUM_WORD = lazy(
    r"合\s*计|总\s*计|小\s*计|共\s*计|总\s*和|总\s*数|总\s*额|^\s*总\s*$"
    rf"|{_NO_LATIN_BEFORE}(?:grand|sub)?[-\s]?totals?{_NO_LATIN_BEHIND}",
    re.IGNORECASE,
)
"""The words of TOTAL that can mean nothing else."""
STRICT = lazy(
    r"[\s*]*(?:本\S{0,4}|(?:收|支)\S{0,3})?(?:合\s*计|总\s*计|小\s*计|共\s*计|(?:grand\s+|sub-?)?totals?)\s*(?:[（(][^（）()]*[）)])?[\s:：*]*",
    re.IGNORECASE,
)
CLOSING = lazy(
    r"\S{0,24}(?:合\s*计|总\s*计|小\s*计|共\s*计)\s*(?:[（(][^（）()]*[）)])?[\s:：*]*"
    r"|[\s*]*(?:grand\s+|sub-?\s?)?totals?(?:\s+[^\d,;]{1,40})?[\s:*]*",
    re.IGNORECASE,
)
MEAN = lazy(
    r"[\s*]*[一-鿿]{0,3}(?:平\s*均(?:值|数)?|均\s*值)[\s:：*]*|[\s*]*(?:the\s+)?(?:average|mean)s?[\s:*]*",
    re.IGNORECASE,
)
SUBTOTAL = lazy(r"小\s*计|sub-?\s?totals?", re.IGNORECASE)
PORTION = lazy(rf"其\s*中|{_NO_LATIN_BEFORE}(?:of which|including|thereof)", re.IGNORECASE)
SIGNED = lazy(r"\s*(?:[一二三四五六七八九十]+、)?\s*[加减][：:]|\s*(?:add|less|plus|minus)[:\s]", re.IGNORECASE)
RATE = lazy(
    rf"""
      率 | 占比 | 比重 | 比例 | 百分比 | 平均 | 人均 | 均价 | 单价 | 增幅 | 增长 | 同比 | 环比 | 指数
    | 排名 | 名次 | % | ％
    | {_NO_LATIN_BEFORE} (?: percent(?:age)? | pct | rates? | ratio | average | avg | mean | median | share | index
      | rank | price | per | change | growth ) {_NO_LATIN_BEHIND}
    """,
    re.VERBOSE | re.IGNORECASE,
)


@cache
def is_total(label: str) -> bool:
    """Whether *label* says that its line sums up others (合计, 小计, Total …)."""
    return TOTAL.search(label) is not None


@cache
def is_sum_word(label: str) -> bool:
    """Whether *label* names a sum in so many words."""
    return SUM_WORD.search(label) is not None


@cache
def is_plain_total(label: str) -> bool:
    """Whether *label* is nothing but such a word, so that it can only mean the lines around it."""
    return STRICT.fullmatch(label) is not None


@cache
def is_closing(label: str) -> bool:
    """Whether *label* ends in such a word (人员经费合计), or in English begins with it (Total revenue)."""
    return CLOSING.fullmatch(label) is not None


@cache
def asserts(label: str) -> bool:
    """Whether *label* alone says that its line sums up those around it: 合计, Total, 人员合计; not Total revenue."""
    return is_plain_total(label) or (is_closing(label) and label.strip()[:1] > "\u3000")


@cache
def is_mean(label: str) -> bool:
    """Whether *label* is nothing but a word for the mean of the lines around it."""
    return MEAN.fullmatch(label) is not None


@cache
def is_subtotal(label: str) -> bool:
    return SUBTOTAL.search(label) is not None


@cache
def is_portion(label: str) -> bool:
    """Whether *label* says that its line is inside another one (其中：…, of which)."""
    return PORTION.search(label) is not None


@cache
def is_signed(label: str) -> bool:
    """Whether *label* says that its line is added or taken away (减：累计折旧)."""
    return SIGNED.match(label) is not None


def without_portion(label: str) -> str:
    """*label* behind such a word: the list mark of 其中：（1）维护费 is that of （1）维护费."""
    return PORTION.sub("", label, count=1).lstrip("：: \u3000") if is_portion(label) else label


@cache
def is_rate(label: str) -> bool:
    """Whether numbers under *label* do not add up: rates, averages, prices, changes."""
    return RATE.search(label) is not None


def innermost(path: Sequence[str]) -> str:
    """The last label of a path as labels are compared: lines with equal ones are of one kind."""
    return "".join(path[-1].split()).casefold() if path else ""
