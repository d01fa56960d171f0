"""
A number with the words around it as one quantity.

::

    近   人民币  -   19   余   万   元   以上
    └─ lead ────┘  digits └──── tail ──────┘
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Measure, Numeral, Unit
from gklint.numbers.approximators import AFTER, BEFORE, WITHIN, Grain, Reach, Shape, reach
from gklint.numbers.chinese import Range, Vague
from gklint.numbers.exactly import product, ratio
from gklint.numbers.printed import Printed
from gklint.numbers.script import BLANKS, is_latin, skip_blanks, skip_blanks_back, skip_gap
from gklint.numbers.units import BARE, CURRENCY_SIGNS, RATIO, SCALE_WORDS, unit_at
from gklint.start.records import dataclass

Marker = tuple[str, Shape]
"""An approximator as printed, and its shape."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before the digits; *start* is where it begins."""

    start: int
    markers: tuple[Marker, ...] = ()
    currency: Unit | None = None


@dataclass(frozen=True, slots=True)
class Tail:
    """
    What stands behind the digits: *end* of the number with its scale, *stop* of everything that belongs to it.

    *unit* None: none is printed. *factor* is what one printed unit is worth (万 → 10000, 角 → 1/10).
    """

    end: int
    stop: int
    unit: Unit | None = None
    factor: Exact = 1
    markers: tuple[Marker, ...] = ()


def lead_at(text: str, start: int, floor: int = 0) -> Lead:
    """The approximators and the currency right before *start*; nothing before *floor* belongs to them."""
    if start <= floor or text[start - 1] not in _LEADS:
        return Lead(start)
    at, markers, currency = start, [], None
    back = max(floor, skip_blanks_back(text, at))
    if sign := CURRENCY_SIGNS.ending(text, back):
        at, currency = back - len(sign[0]), sign[1]
    # 近 + 2000余 is one marker on either side; two before the number (大约不到) are both kept.
    for _ in range(2):
        back = max(floor, skip_blanks_back(text, at))
        found = BEFORE.ending(text, back)
        if found is None or found[1] is None or back - len(found[0]) < floor:
            break
        if found[0] in "<>" and back > 1 and (is_latin(text[back - 2]) or text[back - 2] in "/\"'"):
            break  # the end of a tag: <u>25%</u>
        at = back - len(found[0])
        markers.append((found[0], found[1]))
    return Lead(at, tuple(reversed(markers)), currency)


def tail_at(text: str, end: int) -> Tail:
    """Scale, unit and approximators that follow a number which ends at *end*."""
    factor: Exact = 1
    scale_worth = 1
    markers: list[Marker] = []
    number_end = stop = end
    unit: Unit | None = None
    for _ in range(4):
        at = skip_gap(text, stop)
        if word := unit_at(text, at):
            stop, unit, factor = word[0], word[1].unit, product(factor, word[1].scale)
            break
        # 19余万人, 3万多, 2100余条: before or behind the scale, but once only.
        if not markers and (within := WITHIN.starting(text, at)):
            stop = at + len(within[0])
            markers.append(within)
        # A second scale is larger and stands behind an approximator: 3千多万.
        elif (scale := SCALE_WORDS.starting(text, at)) and (scale_worth == 1 or (markers and scale[1] > scale_worth)):
            number_end = stop = at + len(scale[0])
            scale_worth = scale[1]
            factor = product(factor, scale_worth)
        else:
            break
    if unit is None and markers and markers[0][0] in _PLUS:
        return Tail(end, end)  # 1+N, 5+2: a name
    return with_after(text, Tail(number_end, stop, unit, factor, tuple(markers)))


def with_after(text: str, tail: Tail) -> Tail:
    """*tail* with the approximator behind it, if one stands there: 100条以上, 12 cases or more."""
    if tail.stop >= len(text) or text[tail.stop] not in _FOLLOWS:
        return tail
    at = skip_blanks(text, tail.stop, 1)
    after = AFTER.starting(text, at)
    if after is None or after[1] is None or len(tail.markers) > 1:
        return tail
    return replace(tail, stop=at + len(after[0]), markers=(*tail.markers, (after[0], after[1])))


def numeral(
    text: str,
    start: int,
    number: Printed | Range | Vague,
    lead: Lead,
    tail: Tail,
    unit: Unit = BARE,
    *,
    negative: bool = False,
    doubtful: bool = False,
    trace: tuple[str, ...] = (),
) -> Numeral:
    """The quantity whose digits start at *start*; *unit* is what it gets if none is printed."""
    unit = lead.currency or tail.unit or unit
    markers = lead.markers + tail.markers
    if isinstance(number, Printed):
        value, bounds, soft = _bounds(number.times(tail.factor), unit, markers, exactly=tail.factor == 1)
        decimals = number.decimals
    else:
        value, bounds, soft = _spread(number, tail.factor, markers)
        decimals = 0
    if negative:
        value, bounds, soft = -value, -bounds, -soft if soft else None
    if len(markers) > 1:
        trace = (*trace, TWICE)
    words = tuple(word for word, _ in markers)
    raw = text[lead.start : tail.stop].strip(BLANKS)
    return Numeral(start, tail.end, raw, value, bounds, unit, decimals, tail.factor, words, soft, doubtful, trace)


TWICE = "two approximators"


@lru_cache(maxsize=4096)
def point(value: int) -> Interval:
    """One shared interval for each of the small numbers that a report repeats."""
    return Interval(value, value)


def _bounds(
    number: Printed, unit: Unit, markers: tuple[Marker, ...], *, exactly: bool
) -> tuple[Exact, Interval, Interval | None]:
    value = number.value
    if not markers:
        return value, stated(number, unit, exactly=exactly), None
    counted = unit.measure in _COUNTED and number.last == 1
    grain = Grain(value, number.place, counted)
    found = reach(markers[0][1], grain)
    for _, shape in markers[1:]:
        other = reach(shape, grain)
        found = Reach(found.hard.hull(other.hard), found.soft.hull(other.soft))
    return value, found.hard, found.soft if found.soft != found.hard else None


def stated(number: Printed, unit: Unit, *, exactly: bool) -> Interval:
    """
    All values that print like *number*: itself if it was counted, else half of its last place on either side.

    Both ends are closed, as reports mix half-up and half-even (GB/T 8170). *exactly*: printed without a scale.
    """
    if not number.value and unit.measure not in _ROUNDED:
        return point(0)  # nothing is not rounded: 0万元 leaves a sum no room
    if unit == RATIO:
        return Interval.around(number.value, ratio(number.value.numerator, 10 * number.value.denominator))
    if number.last == 1 and (unit.measure is Measure.COUNT or (exactly and unit.measure not in _ROUNDED)):
        return point(number.value) if isinstance(number.value, int) else Interval.point(number.value)
    return Interval.around(number.value, ratio(number.last.numerator, 2 * number.last.denominator))


def _spread(
    number: Range | Vague, factor: Exact, markers: tuple[Marker, ...]
) -> tuple[Exact, Interval, Interval | None]:
    low, high = number.low * factor, number.high * factor
    bounds = Interval(low, high, high_open=isinstance(number, Vague))
    for _, shape in markers:
        # 近十几件, 三五件以上: the widest of what the words admit at either end.
        for end in (low, high):
            bounds = bounds.hull(reach(shape, Grain(end, factor, counted=False)).hard)
    return low, bounds, None


_PLUS = "+＋"
_LEADS = frozenset(BLANKS) | frozenset(BEFORE.lasts) | frozenset(CURRENCY_SIGNS.lasts)
_FOLLOWS = frozenset(BLANKS) | frozenset(AFTER.firsts)
"""Characters without which there is no lead, nothing behind the unit: most figures have neither."""
_COUNTED = frozenset({Measure.COUNT, Measure.BARE})
_ROUNDED = frozenset({Measure.PERCENT, Measure.POINTS, Measure.MULTIPLE})
