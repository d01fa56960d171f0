"""Chinese numerals of prose: quantities, fractions, ordinals and dates; parts of words are no reading at all."""

from __future__ import annotations

from fractions import Fraction

from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Identifier, Kind, Measure, Numeral, Unit
from gklint.numbers import periods
from gklint.numbers.approximators import Shape
from gklint.numbers.arabic import Found, is_meeting, is_rank, range_from, without_span
from gklint.numbers.chinese import Range, Vague, chinese
from gklint.numbers.identifiers import followed, named, word_part
from gklint.numbers.lexicon import Lexicon
from gklint.numbers.printed import Printed, printed
from gklint.numbers.quantity import Lead, Tail, lead_at, numeral, tail_at
from gklint.numbers.script import DIGITS
from gklint.numbers.units import PERCENT, RATIO
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


def read_chinese(text: str, start: int, end: int, floor: int) -> Found | None:
    """The Chinese numeral from *start* to *end*; None where it is part of a word (一般, 统一, 万众)."""
    if text[start] in "半俩仨" or text.startswith("一半", start):
        return _phrase(text, start, floor)
    if name := _name(text, start, end, floor):
        return name, name.end
    if text.startswith("分之", end):
        return _fraction(text, start, end, floor)
    if word_part(text, start):
        return None
    if start > floor and text[start - 1] in "几数" and not text[start].isdigit():
        start -= 1
    number = chinese(text[start:end])
    if number is None:
        return None
    return _quantity(text, start, end, number, floor)


_STARTS_ITEM = "\n 。；;：:！？，、（(“\u3000\t）"
_WEEK = ("星期", "礼拜", "周")
_CHAIN = lazy(r"[〇零一二三四五六七八九十百千]+(?:(?:、|和|及|至|到|～|—|-)第?[〇零一二三四五六七八九十百千]+)*")


def _name(text: str, start: int, end: int, floor: int) -> Identifier | None:
    """The ordinal, date or list mark that the numeral is, by the characters on either side of it."""
    before = text[start - 1] if start > floor else ""
    ahead = text[end : end + 1]
    if before == "第":
        hit = _CHAIN.match(text, start)
        stop = max(end, hit.end()) if hit else end
        return _identifier(text, start - 1, stop, Kind.ORDINAL)
    if before and end - start == 1 and text.endswith(_WEEK, 0, start):
        return _identifier(text, start, end, Kind.DATE)
    if ahead and ahead in "年月日" and (hit := periods.CHINESE.match(text, start)) and hit.end() > end:
        return _identifier(text, start, hit.end(), Kind.DATE)
    opens = start == 0 or text[start - 1] in _STARTS_ITEM
    if opens and ahead and ((ahead in "）)" and before and before in "（(") or ahead in "、.．是"):
        return _identifier(text, start, end, Kind.ORDINAL)
    return None


def _identifier(text: str, start: int, end: int, kind: Kind) -> Identifier:
    return Identifier(start, end, text[start:end], kind)


_BARE_SCALE = lazy("[百千万亿]+")
_PREFIXES = {"上": Shape.MORE, "过": Shape.ABOVE}
"""Before a scale without digits: 上百 is 100 to 200, 过万 above 10000."""
_SLOGAN = 12


def _quantity(text: str, start: int, end: int, number: Printed | Range | Vague, floor: int) -> Found | None:
    tail = tail_at(text, end)
    lead = without_span(lead_at(text, start, floor), tail)
    if _BARE_SCALE.fullmatch(text, start, end):
        if name := named(text, start, end):
            return name, name.end
        if not lead.markers and start > floor and text[start - 1] in _PREFIXES:
            lead = Lead(start - 1, ((text[start - 1], _PREFIXES[text[start - 1]]),))
        if not lead.markers and not tail.markers:
            return None
        if not lead.markers and all(shape is Shape.AT_LEAST for _, shape in tail.markers):
            return _identifier(text, start, tail.stop, Kind.NAME), tail.stop  # 亿元以上项目: a class of things
    if isinstance(number, Printed) and (spread := range_from(text, start, number, lead, tail)):
        return spread
    if tail.unit is None:
        if name := followed(text, start, end):
            return name, name.end
        round_enough = isinstance(number, Printed) and number.value >= 10
        if not (round_enough and (lead.markers or tail.markers)):
            return None
    if name := _idiom(text, start, end, tail):
        return name, name.end
    return numeral(text, start, number, lead, tail), tail.stop


def _idiom(text: str, start: int, end: int, tail: Tail) -> Identifier | None:
    """一条龙, “五个一”, 五届一次会议: no quantity although a measure word follows."""
    # 八方 is a name, 八方面 a count: the longer word wins.
    if (name := named(text, start, end)) and name.end >= tail.stop:
        return name
    if is_meeting(text, start, tail) or is_rank(text, start, tail):
        return _identifier(text, start, end, Kind.ORDINAL)
    if start and text[start - 1] in "“「『" and any(mark in text[end : end + _SLOGAN] for mark in "”」』"):
        return _identifier(text, start, end, Kind.NAME)
    return None


_PARTS = lazy(rf"分之(?:[{DIGITS}]+(?:[.．][{DIGITS}]+)?|[〇零一二三四五六七八九十百千点]+)")
_PERCENTS: dict[str, Exact] = {"百": 1, "千": Fraction(1, 10), "万": Fraction(1, 100)}


def _fraction(text: str, start: int, end: int, floor: int) -> Found | None:
    """百分之八十五点五 as 85.5 %, 三分之一 as the ratio 1/3."""
    hit = _PARTS.match(text, end)
    if hit is None:
        return None
    digits = hit[0][2:]
    parts = printed(digits) if digits[0].isdecimal() else chinese(digits)
    whole = chinese(text[start:end])
    if not isinstance(parts, Printed) or not isinstance(whole, Printed) or not whole.value:
        return None
    after = tail_at(text, hit.end())
    after = Tail(hit.end(), after.stop, None, 1, after.markers) if after.unit is None else Tail(hit.end(), hit.end())
    lead = lead_at(text, start, floor)
    if factor := _PERCENTS.get(text[start:end]):
        tail = Tail(after.end, after.stop, PERCENT, factor, after.markers)
        return numeral(text, start, parts, lead, tail), tail.stop
    tail = Tail(after.end, after.stop, RATIO, 1, after.markers)
    return numeral(text, start, parts.times(Fraction(1) / whole.value), lead, tail), tail.stop


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word that is a quantity by itself."""

    value: Exact
    bounds: Interval
    unit: Unit = RATIO


_HALF = Phrase(Fraction(1, 2), Interval(Fraction(9, 20), Fraction(11, 20)))
_MOST = Phrase(Fraction(1, 2), Interval(Fraction(1, 2), 1, low_open=True))
_TWO = Phrase(2, Interval.point(2), Unit("个", Measure.COUNT, "件"))

PHRASES: Lexicon[Phrase] = Lexicon(
    {
        "一半": _HALF,
        "一半以上": _MOST,
        "过半": _MOST,
        "过半数": _MOST,
        "超半数": _MOST,
        "超一半": _MOST,
        "超过一半": _MOST,
        "超过半数": _MOST,
        "半数以上": _MOST,
        "多半数": _MOST,
        "近半": Phrase(Fraction(1, 2), Interval(Fraction(9, 20), Fraction(1, 2))),
        "近半数": Phrase(Fraction(1, 2), Interval(Fraction(9, 20), Fraction(1, 2))),
        "近一半": Phrase(Fraction(1, 2), Interval(Fraction(9, 20), Fraction(1, 2))),
        "俩": _TWO,
        "仨": Phrase(3, Interval.point(3), _TWO.unit),
    }
)


def _phrase(text: str, start: int, floor: int) -> Found | None:
    for begin in range(max(floor, start - 2), start + 1):
        found = PHRASES.starting(text, begin)
        if found and begin + len(found[0]) > start:
            word, phrase = found
            stop = begin + len(word)
            return Numeral(begin, stop, word, phrase.value, phrase.bounds, phrase.unit), stop
    return None
