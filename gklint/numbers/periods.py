"""Dates, years and clock times: how they are printed, and the words that tell which period is meant."""

from __future__ import annotations

import re

from gklint.numbers.script import BLANK, DIGITS
from gklint.start.patterns import lazy

_D = f"[{DIGITS}]"
_B = f"{BLANK}{{0,3}}"
_TO = "(?:[-－–—~～至到]|——)"
_YEAR = f"(?:[12１２]{_D}{{3}})"
_DAY = f"{_D}{{1,2}}"
_MONTH_DAY = f"{_DAY}(?:{_B}(?:{_TO}|、){_B}{_DAY}){{0,12}}{_B}月份?(?:{_B}{_DAY}(?:{_B}{_TO}{_B}{_DAY})?{_B}[日号])?"
_CLOCK = f"{_DAY}{_B}[:：]{_D}{{2}}(?:[:：]{_D}{{2}})?"

AFTER_DIGITS: dict[str, re.Pattern[str]] = {
    # first character behind the digits (blanks apart) → a date that starts with them
    "年": lazy(rf"{_YEAR}{_B}年(?:度|份)?(?:{_B}{_MONTH_DAY})?(?:{_B}{_CLOCK})?|{_D}{{2}}{_B}年{_B}{_MONTH_DAY}"),
    "月": lazy(_MONTH_DAY),
    "日": lazy(rf"{_DAY}{_B}日(?!元|本)"),
    "时": lazy(rf"{_DAY}{_B}时(?![间代期段空速长])(?:{_B}{_DAY}{_B}分(?!钟))?"),
    "点": lazy(rf"{_DAY}{_B}点(?:{_B}{_DAY}{_B}分|[整半钟])"),
    ":": lazy(rf"{_CLOCK}(?!{_D})"),
    "：": lazy(rf"{_CLOCK}(?!{_D})"),
}

_SPAN = lazy(
    # 2016—2018年, 2016、2017年度, 1-12月, 7至9日, 2018-01-20, 2018/1/20, 2016-2018, 2018.01.20
    rf"{_YEAR}(?:{_B}(?:{_TO}|[、和/]){_B}{_YEAR}){{1,12}}{_B}(?:财政|学)?年(?:度|份)?"
    rf"|{_YEAR}{_B}[-－/.．]{_B}{_DAY}{_B}[-－/.．]{_B}{_DAY}(?!{_D})(?:[T ]{_CLOCK})?"
    rf"|{_MONTH_DAY}"
    rf"|{_DAY}{_B}{_TO}{_B}{_DAY}{_B}日"
    rf"|{_YEAR}{_B}(?:{_TO}|/){_B}{_YEAR}(?!{_D})"
)
for _mark in "-－–—~～至到、和/.．":
    AFTER_DIGITS[_mark] = _SPAN

_CHINESE_DIGIT = "[〇○零一二三四五六七八九]"
_CHINESE_DAY = "[一二三四五六七八九十廿]{1,3}"
CHINESE: re.Pattern[str] = lazy(
    rf"{_CHINESE_DIGIT}{{4}}年(?:度|份)?(?:{_CHINESE_DAY}月(?:{_CHINESE_DAY}[日号])?)?"
    rf"|{_CHINESE_DAY}(?:{_TO}{_CHINESE_DAY})?月份?(?:{_CHINESE_DAY}[日号])?|{_CHINESE_DAY}日"
)

DOTTED: re.Pattern[str] = lazy(r"(?:[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}|[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2})")
"""2018.01.20, 20.01.2018."""

LOST_YEAR: re.Pattern[str] = lazy(rf"(?:19|20|１９|２０){_D}{{3,4}}{_B}[年月]")
"""20231月, 202312月: a lost 年; 20223年: one digit too many."""

YEAR: re.Pattern[str] = lazy("(?:19|20)[0-9]{2}")

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)

ENGLISH_BEFORE: re.Pattern[str] = lazy(
    rf"(?<![A-Za-z])(?:(?:{_MONTHS})\.?(?: [0-9]{{1,2}},?)?|[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Ff]rom"
    rf"|[Tt]hrough|[Yy]ear|[Ff][Yy]|[Qq][1-4]|[Hh][12]|ended|late|early|mid)[ \u00a0]?\Z"
)
"""Words that make the digits behind them a year or a day: in 2016, since 2015, March 5, Q3 2018."""

MONTH_BEFORE: re.Pattern[str] = lazy(rf"(?<![A-Za-z])(?:{_MONTHS})\.?[ \u00a0]?\Z")
"""A month makes a day of digits that are too few for a year: March 5, but from 300 cases."""

ENGLISH_AFTER: re.Pattern[str] = lazy(rf"(?:st|nd|rd|th)?,? (?:of )?(?:{_MONTHS})(?![A-Za-z])(?:\.?,? {_YEAR})?")
"""20 January 2018, 5th of March."""

LENGTHS = frozenset({"年", "月", "季度", "周", "天", "小时"})
"""Units of time: 近三年 are the last three years, not somewhat fewer."""
