"""Arabic digits of prose: what a run and the characters around it are."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from gklint.model.numeral import Identifier, Kind, Measure, Misprint, Numeral, Unit
from gklint.numbers import periods
from gklint.numbers.chinese import CHARACTERS, Range, chinese
from gklint.numbers.exactly import exact
from gklint.numbers.identifiers import followed, glued, named, shaped
from gklint.numbers.lists import Bare, announced
from gklint.numbers.names import HOTLINES, LABELS, MEETINGS
from gklint.numbers.printed import LONGEST, Printed, printed
from gklint.numbers.quantity import Lead, Tail, lead_at, numeral, tail_at, with_after
from gklint.numbers.script import BLANK, BLANKS, DIGITS, ascii_digits, is_han, is_latin, skip_blanks, skip_blanks_back
from gklint.start.patterns import lazy

Found = tuple[Numeral | Identifier | Misprint | Bare, int]
"""A reading and the end of everything that belongs to it."""


def read_arabic(text: str, start: int, end: int, floor: int) -> Found:
    """The run of digits from *start* to *end*; what stands before *floor* is read already."""
    if shape := shaped(text, start, end, floor):
        return shape, shape.end
    if _touches_latin(text, start, end, floor) and (code := glued(text, start, end, floor)):
        return code, max(end, code.end)
    run = ascii_digits(text[start:end])
    if mark := _list_mark(text, start, end, run):
        return mark, mark.end
    if longer := _full_width_thousands(text, start, end, run):
        return _quantity(text, start, longer, printed(text[start:longer]), floor, doubtful=True)
    number = printed(run)
    if number is None:
        return _malformed(text, start, end, run, floor)
    if name := named(text, start, end):
        return name, name.end
    if run[0] == "0" and run[1:2].isdigit():
        return Identifier(start, end, text[start:end], Kind.CODE), end
    return _quantity(text, start, end, number, floor)


_ADDRESS_MARKS = "./@_=&?#-"


def _touches_latin(text: str, start: int, end: int, floor: int) -> bool:
    """Whether Latin letters or the marks of an address are glued to the digits, and they are no unit or scale."""
    if end < len(text) and (text[end] == "@" or is_latin(text[end])):
        tail = tail_at(text, end)
        if text[end] == "@" or (tail.unit is None and tail.factor == 1):
            return True
    if start <= floor or not (text[start - 1] in _ADDRESS_MARKS or is_latin(text[start - 1])):
        return False
    if not is_latin(text[start - 1]):
        return True
    # APP12个, LED屏: a word right before a counted number is no part of it; A4, G20, v2.0 are.
    wordy = start - 2 >= floor and is_latin(text[start - 2])
    return not (wordy and tail_at(text, end).unit is not None)


_STARTS_ITEM = "\n。；;：:！？”"
_MARK = lazy(rf"[{DIGITS}]{{1,2}}(?=[.．])")


def _list_mark(text: str, start: int, end: int, run: str) -> Identifier | None:
    """1. before a year or a counted number (1.2018年, 2.3个平台): the mark of a list, not a decimal."""
    if run.count(".") != 1 or not _starts_item(text, start):
        return None
    hit = _MARK.match(text, start)
    if hit is None:
        return None
    rest = text[hit.end() + 1 : end]
    year = len(rest) == 4 and periods.YEAR.fullmatch(ascii_digits(rest)) and text[skip_blanks(text, end) :][:1] == "年"
    tail = tail_at(text, end)
    counted = tail.factor == 1 and tail.unit is not None and tail.unit.measure is Measure.COUNT
    if not year and not counted:
        return None
    return Identifier(start, hit.end(), hit[0], Kind.ORDINAL)


def _starts_item(text: str, start: int) -> bool:
    before = skip_blanks_back(text, start)
    return before == 0 or text[before - 1] in _STARTS_ITEM or "\n" in text[before:start]


_GROUP = lazy(rf"(?:，[{DIGITS}]{{3}}(?![{DIGITS}]))+")


def _full_width_thousands(text: str, start: int, end: int, run: str) -> int | None:
    """Where 7，120 ends as one number; None where the comma parts the members of a list."""
    if text[end : end + 1] != "，" or not run.isdigit() or len(run) > 3 or run[0] == "0":
        return None
    hit = _GROUP.match(text, end)
    return None if hit is None or announced(text, start) else hit.end()


def _malformed(text: str, start: int, end: int, run: str, floor: int) -> Found:
    """A run that is no number: members of a list with commas, the number of a section or a version, or a misprint."""
    if "," in run and announced(text, start) and len(run) <= LONGEST:
        first = run.index(",")
        if member := printed(run[:first]):
            return Bare(start, start + first, member, Kind.CODE), start + first
    if periods.DOTTED.fullmatch(run):
        return Identifier(start, end, text[start:end], Kind.DATE), end
    groups = run.split(".")
    short = len(run) <= LONGEST and "," not in run and all(len(group) <= 3 for group in groups) and len(groups) > 2
    section = max(len(group) for group in groups) <= 2 and _starts_item(text, start)
    if short and (section or len(groups) == 4 or text[max(floor, start - 1) : start] in ("v", "V")):
        return Identifier(start, end, text[start:end], Kind.CODE), end
    return Misprint(start, end, text[start:end]), end


def _quantity(text: str, start: int, end: int, number: Printed | None, floor: int, *, doubtful: bool = False) -> Found:
    if number is None:
        return Misprint(start, end, text[start:end]), end
    tail = tail_at(text, end) if _english_date(text, start, end, floor) else _counted_tail(text, end)
    lead = without_span(lead_at(text, start, floor), tail)
    if is_meeting(text, start, tail) or is_rank(text, start, tail):
        return Identifier(start, end, text[start:end], Kind.ORDINAL), end
    if spread := range_from(text, start, number, lead, tail):
        return spread
    if tail.factor != 1 and tail.unit is None and (longer := _composite(text, number, tail)):
        number, tail, unsure = longer
        doubtful = doubtful or unsure
    stated = lead.markers or tail.markers or lead.currency or tail.factor != 1 or "," in text[start:end] or doubtful
    if tail.unit is None and not stated:
        return _unmeasured(text, start, end, number, floor)
    minus = _minus(text, start, floor, tail)
    if minus is not None:
        lead = replace(lead, start=min(lead.start, minus))
    value = numeral(
        text, start if minus is None else minus, number, lead, tail, negative=minus is not None, doubtful=doubtful
    )
    return value, tail.stop


def without_span(lead: Lead, tail: Tail) -> Lead:
    """近三年 are the last three years: 近 is no approximator before a length of time."""
    if lead.markers and lead.markers[-1][0] == "近" and tail.unit and tail.unit.name in periods.LENGTHS:
        return replace(lead, start=lead.start + 1, markers=lead.markers[:-1])
    return lead


def is_meeting(text: str, start: int, tail: Tail) -> bool:
    """五届一次会议 is the first meeting; 召开1次会议 is one."""
    if tail.unit is None or tail.unit.name != "次" or not text.startswith(MEETINGS, tail.stop):
        return False
    return bool(_SESSION.search(text, max(0, start - 12), start))


def is_rank(text: str, start: int, tail: Tail) -> bool:
    """二级清单 is of the second rank; only 两级 counts ranks."""
    return tail.unit is not None and tail.unit.name == "级" and text[start] != "两"


_SESSION = lazy(r"届[^，。；、！？\n]*\Z")


def _english_date(text: str, start: int, end: int, floor: int) -> bool:
    """In 2016 requests rose; by January 20 orders: the noun behind the digits was not counted."""
    if end - start > 4 or start <= floor or text[start - 1] not in " \u00a0":
        return False
    if end - start == len("2016") and not text.startswith(("18", "19", "20"), start):
        return False  # from 6831 visits: no year
    pattern = periods.ENGLISH_BEFORE if end - start == len("2016") else periods.MONTH_BEFORE
    return bool(pattern.search(text, max(floor, start - 16), start))


_NO_NOUN = "is|was|has|as|this|its|us|less|across|versus|plus"
_NO_ADJECTIVE = "in|of|to|for|from|by|and|or|on|at|with|were|was|is|are|the|had|have"
_NOUN = lazy(
    rf"[ \u00a0]((?:(?!(?:{_NO_ADJECTIVE}) )[a-z][a-z-]{{0,20}} ){{0,3}}?)"
    rf"((?!(?:{_NO_NOUN})(?![a-z]))[a-z][a-z-]{{1,24}}s)(?![A-Za-z])"
)


def _counted_tail(text: str, end: int) -> Tail:
    """Like ``tail_at``; in 1,234 government requests the plural noun within four words is what was counted."""
    tail = tail_at(text, end)
    if tail.unit is not None or tail.stop >= len(text) or text[tail.stop] not in " \u00a0":
        return tail
    hit = _NOUN.match(text, tail.stop)
    return with_after(text, replace(tail, stop=hit.end(), unit=Unit(hit[2], Measure.COUNT, hit[2]))) if hit else tail


_TO = lazy(rf"{BLANK}{{0,2}}(?:[-－–—~～至到]|——| to ){BLANK}{{0,2}}(?=[{DIGITS}{CHARACTERS}])")
_OTHER_END = lazy(rf"[{DIGITS}]+(?:[.,][{DIGITS}]+)*|[{CHARACTERS}]+")
_MAY_RANGE = frozenset("-－–—~～至到") | frozenset(BLANKS)
_CHANGES = "从由自"


def range_from(text: str, start: int, number: Printed, lead: Lead, tail: Tail) -> Found | None:
    """A–B before one unit, or with the same unit on both (3～5件, 三至五件, 20%—30%); 从3件到5件 is a change."""
    if tail.stop >= len(text) or text[tail.stop] not in _MAY_RANGE:
        return None
    if tail.markers or (lead.start and text[lead.start - 1] in _CHANGES):
        return None
    if tail.unit and text[max(0, lead.start - 5) : lead.start] in ("from ", "From "):
        return None
    hit = _TO.match(text, tail.stop)
    other = _OTHER_END.match(text, hit.end()) if hit else None
    if other is None:
        return None
    high = chinese(other[0]) if other[0][0] in CHARACTERS else printed(other[0])
    behind = _counted_tail(text, other.end())
    if not isinstance(high, Printed) or behind.unit is None or (tail.unit and tail.unit != behind.unit):
        return None
    low = exact(Fraction(number.value) * (tail.factor if tail.factor != 1 else behind.factor) / behind.factor)
    if low >= high.value:
        return None
    value = numeral(text, start, Range(low, high.value), lead, behind, trace=("range",))
    return value, behind.stop


def _composite(text: str, number: Printed, tail: Tail) -> tuple[Printed, Tail, bool] | None:
    """1亿3000万元, 13万2千, 2千零30万: the rest of a number behind its scale. 13万2 alone is 132000, or a slip."""
    has_zero = text[tail.end : tail.end + 1] in ("零", "〇")
    at = tail.end + has_zero
    hit = _OTHER_END.match(text, at) if at < len(text) and not is_latin(text[tail.end - 1]) else None
    rest = printed(hit[0]) if hit and hit[0][0] not in CHARACTERS else None
    if hit is None or rest is None:
        return None
    behind = tail_at(text, hit.end())
    head = number.times(tail.factor)
    if has_zero and rest.value < tail.factor <= behind.factor:
        return Printed(head.value + rest.value, 0, rest.last, rest.place), behind, False
    spoken = behind.factor == 1 and len(hit[0]) == 1
    added = rest.times(tail.factor if spoken else behind.factor)
    if spoken:
        added = replace(added, value=added.value // 10, last=tail.factor // 10, place=tail.factor // 10)
    if added.value >= tail.factor or (behind.unit is None and behind.factor == 1):
        return None
    whole = Printed(head.value + added.value, 0, added.last, added.place)
    return whole, replace(behind, factor=1), spoken


_MINUS = "-－−"


def _minus(text: str, start: int, floor: int, tail: Tail) -> int | None:
    """Where a minus sign stands: glued to a rate or an amount, and to nothing that it could join or part."""
    if start <= floor or text[start - 1] not in _MINUS or tail.unit is None or tail.unit.measure is Measure.COUNT:
        return None
    before = text[start - 2 : start - 1] if start > 1 else ""
    return None if before and ((before.isalnum() and not is_han(before)) or before in _MINUS + "—)）") else start - 1


_HYPHENS = lazy(rf"(?:[-－–—/][{DIGITS}]+)+")
_SPLIT = lazy(rf"(?:(?:[ \u00a0\u2009\u202f\u3000]{{1,2}}|\r?\n)[{DIGITS}]+){{1,20}}")


def _unmeasured(text: str, start: int, end: int, number: Printed, floor: int) -> Found:
    """Digits without a unit: part of a name, the first piece of digits that blanks have split, or bare."""
    if name := followed(text, start, end):
        return name, name.end
    if joined := _joined(text, start, end):
        return joined
    if hit := _HYPHENS.match(text, end):
        return Identifier(start, hit.end(), text[start : hit.end()], Kind.CODE), hit.end()
    return Bare(start, end, number, _kind(text, start, end, floor)), end


def _joined(text: str, start: int, end: int) -> Found | None:
    """
    6 65条 as 665条: digits that blanks or a line end have split, if a unit follows the join.

    Without doubt only where the digits are glued to a Chinese character and three-digit groups are not in play.
    """
    hit = _SPLIT.match(text, end)
    before = skip_blanks_back(text, start)
    if hit is None or not text[start:end].isdigit() or hit.end() - start > LONGEST or end - start > 3:
        return None
    if before and (is_latin(text[before - 1]) or (before == start and text[start - 1] in "年月日第")):
        return None
    number = printed("".join(text[start : hit.end()].split()))
    tail = tail_at(text, hit.end())
    if number is None or tail.unit is None or number.value == 0 or periods.YEAR.fullmatch(hit[0].split()[-1]):
        return None
    clear = before == start > 0 and is_han(text[start - 1]) and end - start <= 2 and hit[0].count(" ") <= 1
    lead = lead_at(text, start)
    value = numeral(text, start, number, lead, tail, doubtful=not clear, trace=("digits joined",))
    return value, tail.stop


def _kind(text: str, start: int, end: int, floor: int) -> Kind:
    """What a bare number most probably is."""
    before = skip_blanks_back(text, start)
    ahead = text[end : end + 1]
    if periods.YEAR.fullmatch(text, start, end) or periods.ENGLISH_AFTER.match(text, end):
        return Kind.DATE
    if end - start <= 2 and ahead and ahead in "、.．)）" and (_starts_item(text, start) or text[before - 1] in "（("):
        return Kind.ORDINAL
    labelled = skip_blanks_back(text, before - 1) if before and text[before - 1] in "：:" else before
    if text[start:end] in HOTLINES:
        return Kind.NAME
    if word := LABELS.ending(text, labelled):
        return word[1]
    return Kind.DATE if end - start <= 2 and _english_date(text, start, end, floor) else Kind.CODE
