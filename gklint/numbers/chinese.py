"""Numbers in Chinese characters: 六百六十五, 二〇一八, 十几, 三五, 百余; and fractions 百分之八十, 三分之一."""

from __future__ import annotations

from math import prod

from gklint.model.interval import Exact
from gklint.numbers.printed import Printed, printed, trailing
from gklint.start.records import dataclass

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
DIGITS |= {"肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
PAIRS = {"廿": 20, "卅": 30}
"""Characters worth two: 廿三 is 23."""

SOME = "几数"
"""Stand for a digit that is not told: 十几, 数十."""

CHARACTERS = "".join((*DIGITS, *TENS, *MYRIADS, *PAIRS)) + "点" + SOME


@dataclass(frozen=True, slots=True)
class Range:
    """From *low* to *high*: two neighbouring digits (三五件, 两三次, 十七八个), or two numbers around 至."""

    low: Exact
    high: Exact


@dataclass(frozen=True, slots=True)
class Vague:
    """A place without its digit: 数十 is from 20 to below 100, 十几 from 10 to below 20."""

    low: int
    high: int


def chinese(run: str) -> Printed | Range | Vague | None:
    """What all of *run* says as a number, None if it is none. 二〇一八 is 2018, 一千零五十 is 1050."""
    if len(run) > _LONGEST:
        return None
    if any(character in SOME for character in run):
        return _vague(run)
    if "点" in run:
        return _decimal(run)
    if all(character in DIGITS for character in run):
        return _listed(run)
    value = _value(run)
    if value is None:
        return _pair(run)
    last = _last_place(run, value)
    return Printed(value, 0, last, max(last, trailing(value)))


def digits_of(run: str) -> str:
    """Chinese digits written one by one as Arabic ones: 二〇一八 → 2018."""
    return "".join(str(DIGITS[character]) for character in run)


_LONGEST = 40


def _listed(run: str) -> Printed | Range | None:
    if len(run) == 1:
        return Printed(DIGITS[run], 0, 1, 1)
    if len(run) == 2:
        return _neighbours(DIGITS[run[0]], DIGITS[run[1]], 1, 0) or (None if "两" in run else _spelled(run))
    return _spelled(run)


def _spelled(run: str) -> Printed | None:
    return printed(digits_of(run)) if "〇" in run or "○" in run or "零" in run or len(run) > 2 else None


def _neighbours(low: int, high: int, unit: int, base: int) -> Range | None:
    """三五, 七八 and the like: at most two apart, so that 一九 stays a name."""
    return Range(base + low * unit, base + high * unit) if 0 < low < high <= low + 2 else None


def _pair(run: str) -> Range | None:
    """十七八 (17–18), 二三十 (20–30), 三四百: a range inside a number."""
    if len(run) >= 3 and run[-1] in DIGITS and run[-2] in DIGITS:
        base = _value(run[:-2])
        if base and base % 10 == 0:
            return _neighbours(DIGITS[run[-2]], DIGITS[run[-1]], 1, base)
    if len(run) >= 3 and run[0] in DIGITS and run[1] in DIGITS:
        unit = 1
        for character in run[2:]:
            worth = TENS.get(character) or MYRIADS.get(character)
            if worth is None:
                return None
            unit *= worth
        return _neighbours(DIGITS[run[0]], DIGITS[run[1]], unit, 0)
    return None


def _value(run: str) -> int | None:
    """The value of a positional number: 一百零五, 三万二千, 十二."""
    result = 0
    highest = 10**17
    section = ""
    for character in run:
        if character not in MYRIADS:
            section += character
            continue
        myriad = MYRIADS[character]
        if not section and highest == 10**4 and myriad == 10**8:
            result *= myriad  # 三万亿
            continue
        below = _section(section) if section else 1 if not result else None
        if below is None or myriad >= highest:
            return None
        result, section, highest = result + below * myriad, "", myriad
    if not section:
        return result
    if result and len(section) == 1:
        return result + DIGITS.get(section, 0) * highest // 10  # 十三万二 is 132000 in speech
    below = _section(section.lstrip("零〇○") or "零")
    return None if below is None else result + below


def _section(run: str) -> int | None:
    """A number below 10000: 一千零五十, 十二, 廿三; 三百二 is 320 in speech."""
    total, lowest, zero = 0, 10**4, False
    digit: int | None = None
    for character in run:
        if character in DIGITS:
            if digit:
                return None
            zero = zero or (total > 0 and not DIGITS[character])
            digit = DIGITS[character]
            continue
        unit = TENS.get(character, 10)
        if (
            unit >= lowest
            or (character in PAIRS and digit)
            or (not digit and character in TENS and unit > 10 and total)
        ):
            return None
        total += PAIRS[character] if character in PAIRS else (digit or 1) * unit
        digit, lowest = None, unit
    if digit and 10 < lowest < 10**4 and not zero:
        digit *= lowest // 10
    return total + (digit or 0)


def _last_place(run: str, value: int) -> int:
    """What the last digit is worth: 1 for 六百六十五 and 三百 (counted), 10000 for 三万, 1000 for 三万五千."""
    counted = run.rstrip("".join(MYRIADS))
    if counted != run:
        return prod(MYRIADS[character] for character in run[len(counted) :])
    if not any(character in MYRIADS for character in run):
        return 1
    return TENS.get(run[-1]) or trailing(value)


def _decimal(run: str) -> Printed | None:
    """三点五, 八十五点五 and 三点五万."""
    integer, _, fraction = run.partition("点")
    scale = 1
    while fraction and fraction[-1] in MYRIADS:
        scale *= MYRIADS[fraction[-1]]
        fraction = fraction[:-1]
    value = _value(integer) if integer else None
    if value is None or not fraction or not all(character in DIGITS for character in fraction):
        return None
    number = printed(f"{value}.{digits_of(fraction)}")
    return number.times(scale) if number else None


def _vague(run: str) -> Vague | None:
    """数十 [20, 100), 几百 [200, 1000), 十几 [10, 20), 二十几 [20, 30), 几十万."""
    if run[0] in SOME:
        unit = 1
        for character in run[1:]:
            worth = TENS.get(character) or MYRIADS.get(character)
            if worth is None:
                return None
            unit *= worth
        return Vague(2 * unit, 10 * unit) if unit > 1 else None
    head, some, tail = run.partition("几")
    scale = 1
    for character in tail:
        if character not in MYRIADS:
            return None
        scale *= MYRIADS[character]
    base = _value(head) if some and head and head[-1] in TENS else None
    if not base:
        return None
    return Vague(base * scale, (base + TENS[head[-1]]) * scale)
