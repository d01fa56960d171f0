"""Dates as printed, read: 2018年1月20日, 2018-01-20, 二〇一八年一月, 〔2018〕61号."""

from __future__ import annotations

import unicodedata

from gklint.numbers.chinese import DIGITS, chinese
from gklint.numbers.printed import Printed
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

_ARABIC = lazy(
    r"(?P<year>(?:19|20)\d{2})\s*[年\-/.]?(?:度|份)?(?:\s*(?P<month>\d{1,2})\s*[月\-/.](?:\s*(?P<day>\d{1,2}))?)?"
)
_HAN = lazy(
    r"(?P<year>[〇○零一二三四五六七八九]{4})年(?:(?P<month>[一二三四五六七八九十]{1,3})月(?:(?P<day>[一二三四五六七八九十廿]{1,3})日)?)?"
)
_SPAN = lazy(r"\d{4}\s*(?:[年]?\s*[-－–—~～至到、和]|——)\s*\d{4}")
_DOCUMENT = lazy(r"[〔\[【﹝（(［]\s*(?P<year>(?:19|20)\d{2})\s*年?\s*[〕\]】﹞）)］]")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a month or year of which no day is printed. Days compare as tuples do."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> tuple[int, int, int] | None:
        """Year, month and day, None where one of them is not printed."""
        return (self.year, self.month, self.day) if self.month and self.day else None


def day(raw: str) -> Day | None:
    """The date that *raw* (the print of an identifier) opens with; None for a span of years, or no date."""
    text = unicodedata.normalize("NFKC", raw)
    if _SPAN.match(text):
        return None
    if hit := _ARABIC.match(text):
        month, number = (int(part) if part else None for part in hit.group("month", "day"))
        return Day(int(hit["year"]), month, number)
    if hit := _HAN.match(text):
        month, number = (_small(part) if part else None for part in hit.group("month", "day"))
        return Day(int("".join(str(DIGITS[digit]) for digit in hit["year"])), month, number)
    return None


def document_year(raw: str) -> int | None:
    """The year in the number of a document: 〔2018〕61号."""
    hit = _DOCUMENT.search(unicodedata.normalize("NFKC", raw).replace("[", "〔").replace("]", "〕"))
    return int(hit["year"]) if hit else None


def _small(run: str) -> int | None:
    read = chinese(run)
    return int(read.value) if isinstance(read, Printed) else None
