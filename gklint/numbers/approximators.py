"""
Approximators: the words around a number that make an interval of it. One row for each word.

v is the stated value, u the place of its last printed digit, g that of its last digit other than 0 (2100 → 100),
w = max(g, v/10). 以上, 以下, 以内 include the number, 超过, 不满
exclude it (Civil Code art. 1259; GB/T 15835-2011 for 余, 多, 近, 约).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from gklint.model.interval import Exact, Interval
from gklint.numbers.exactly import ratio
from gklint.numbers.lexicon import Lexicon
from gklint.start.records import dataclass


class Shape(Enum):
    """What an approximator makes of a value."""

    MORE = "v and a part of the next unit"
    NEAR = "somewhat below v"
    ABOUT = "on both sides of v"
    AT_LEAST = "v or above"
    AT_MOST = "v or below"
    ABOVE = "above v"
    BELOW = "below v"


_BEFORE: dict[str, Shape | None] = {
    # None: the characters of an approximator inside another word (节约3万元, 附近3家).
    "近": Shape.NEAR,
    "将近": Shape.NEAR,
    "接近": Shape.NEAR,
    "逼近": Shape.NEAR,
    "约": Shape.ABOUT,
    "约为": Shape.ABOUT,
    "约有": Shape.ABOUT,
    "约计": Shape.ABOUT,
    "约合": Shape.ABOUT,
    "约占": Shape.ABOUT,
    "大约": Shape.ABOUT,
    "大概": Shape.ABOUT,
    "大致": Shape.ABOUT,
    "左右": None,
    "超": Shape.ABOVE,
    "超过": Shape.ABOVE,
    "超出": Shape.ABOVE,
    "逾": Shape.ABOVE,
    "多于": Shape.ABOVE,
    "高于": Shape.ABOVE,
    "大于": Shape.ABOVE,
    "优于": Shape.ABOVE,
    ">": Shape.ABOVE,
    "＞": Shape.ABOVE,
    "突破": Shape.AT_LEAST,
    "至少": Shape.AT_LEAST,
    "不少于": Shape.AT_LEAST,
    "不低于": Shape.AT_LEAST,
    "不小于": Shape.AT_LEAST,
    "≥": Shape.AT_LEAST,
    "至多": Shape.AT_MOST,
    "最多": Shape.AT_MOST,
    "不超过": Shape.AT_MOST,
    "不超": Shape.AT_MOST,
    "不多于": Shape.AT_MOST,
    "不高于": Shape.AT_MOST,
    "不大于": Shape.AT_MOST,
    "≤": Shape.AT_MOST,
    "不足": Shape.BELOW,
    "不到": Shape.BELOW,
    "不满": Shape.BELOW,
    "未达": Shape.BELOW,
    "未满": Shape.BELOW,
    "少于": Shape.BELOW,
    "低于": Shape.BELOW,
    "小于": Shape.BELOW,
    "<": Shape.BELOW,
    "＜": Shape.BELOW,
    "最近": None,
    "附近": None,
    "就近": None,
    "临近": None,
    "靠近": None,
    "节约": None,
    "签约": None,
    "预约": None,
    "履约": None,
    "违约": None,
    "合约": None,
    "条约": None,
    "公约": None,
    "制约": None,
    "契约": None,
    "邀约": None,
    "集约": None,
    "简约": None,
    "约谈": None,
    "赶超": None,
    "反超": None,
    "about": Shape.ABOUT,
    "around": Shape.ABOUT,
    "approximately": Shape.ABOUT,
    "roughly": Shape.ABOUT,
    "circa": Shape.ABOUT,
    "~": Shape.ABOUT,
    "≈": Shape.ABOUT,
    "nearly": Shape.NEAR,
    "almost": Shape.NEAR,
    "close to": Shape.NEAR,
    "over": Shape.ABOVE,
    "more than": Shape.ABOVE,
    "above": Shape.ABOVE,
    "greater than": Shape.ABOVE,
    "exceeding": Shape.ABOVE,
    "at least": Shape.AT_LEAST,
    "no less than": Shape.AT_LEAST,
    "no fewer than": Shape.AT_LEAST,
    "not less than": Shape.AT_LEAST,
    "at most": Shape.AT_MOST,
    "up to": Shape.AT_MOST,
    "no more than": Shape.AT_MOST,
    "not more than": Shape.AT_MOST,
    "less than": Shape.BELOW,
    "fewer than": Shape.BELOW,
    "under": Shape.BELOW,
    "below": Shape.BELOW,
}

_WITHIN: dict[str, Shape] = {
    # between the digits and the scale or the unit: 19余万人, 2100多条
    "余": Shape.MORE,
    "馀": Shape.MORE,
    "多": Shape.MORE,
    "几": Shape.MORE,
    "来": Shape.ABOUT,
    "+": Shape.AT_LEAST,
    "＋": Shape.AT_LEAST,
}

_AFTER: dict[str, Shape | None] = {
    "以上": Shape.AT_LEAST,
    "及以上": Shape.AT_LEAST,
    "或以上": Shape.AT_LEAST,
    "以下": Shape.AT_MOST,
    "及以下": Shape.AT_MOST,
    "以内": Shape.AT_MOST,
    "之内": Shape.AT_MOST,
    "左右": Shape.ABOUT,
    "上下": Shape.ABOUT,
    "上下联": None,
    "上下游": None,
    "上下级": None,
    "上下班": None,
    "余": Shape.MORE,
    "多": Shape.MORE,
    "多样": None,
    "多元": None,
    "多方": None,
    "多部": None,
    "多渠": None,
    "多种": None,
    "多媒": None,
    "许": Shape.ABOUT,
    "许可": None,
    "许多": None,
    "or more": Shape.AT_LEAST,
    "or less": Shape.AT_MOST,
    "or fewer": Shape.AT_MOST,
}

BEFORE: Lexicon[Shape | None] = Lexicon(_BEFORE)
WITHIN: Lexicon[Shape] = Lexicon(_WITHIN)
AFTER: Lexicon[Shape | None] = Lexicon(_AFTER)


@dataclass(frozen=True, slots=True)
class Grain:
    """The stated *value*, the place of its last digit other than 0, and whether every single thing was *counted*."""

    value: Exact
    place: Exact
    counted: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """What the print admits (*hard*) and what a careful writer means (*soft*)."""

    hard: Interval
    soft: Interval


def reach(shape: Shape, grain: Grain) -> Reach:
    """All values that a figure with an approximator of this *shape* can mean; one without room keeps its value."""
    if grain.value <= 0 and shape in _NEEDS_ROOM:
        return Reach(Interval.point(grain.value), Interval.point(grain.value))
    return _REACHES[shape](grain)


def _more(grain: Grain) -> Reach:
    # 2347多: the number is exact already, 多 adds nothing that a reader could use.
    if grain.counted and grain.place == 1:
        return Reach(Interval.point(grain.value), Interval.point(grain.value))
    top = grain.value + grain.place
    return Reach(
        Interval(grain.value, top, high_open=True),
        Interval(grain.value, grain.value + _part(grain.place, 2), low_open=True),
    )


def _near(grain: Grain) -> Reach:
    return Reach(
        Interval(max(_part(grain.value, 2), grain.value - _width(grain)), grain.value),
        Interval(_part(grain.value * 9, 10), grain.value, high_open=True),
    )


def _about(grain: Grain) -> Reach:
    value = grain.value
    if value >= _NOT_ROUND * grain.place:
        hard = Interval.around(value, grain.place)
        return Reach(hard, hard)
    low, high = max(_part(value, 2), value - _width(grain)), min(_part(value * 3, 2), value + _width(grain))
    return Reach(Interval(low, high), Interval.around(value, _part(value, 20)))


def _at_least(grain: Grain) -> Reach:
    return _same(Interval(grain.value, None))


def _at_most(grain: Grain) -> Reach:
    return _same(Interval(min(0, grain.value), grain.value))


def _above(grain: Grain) -> Reach:
    return _same(Interval(grain.value, None, low_open=True))


def _below(grain: Grain) -> Reach:
    return _same(Interval(0, grain.value, high_open=True))


def _same(interval: Interval) -> Reach:
    return Reach(interval, interval)


def _width(grain: Grain) -> Exact:
    return max(grain.place, _part(grain.value, 10))


def _part(value: Exact, parts: int) -> Exact:
    return ratio(value.numerator, value.denominator * parts)


_NOT_ROUND = 100
"""A value of so many of its own last places has three significant digits: it is not round."""

_NEEDS_ROOM = frozenset({Shape.MORE, Shape.NEAR, Shape.ABOUT, Shape.BELOW})

_REACHES: dict[Shape, Callable[[Grain], Reach]] = {
    Shape.MORE: _more,
    Shape.NEAR: _near,
    Shape.ABOUT: _about,
    Shape.AT_LEAST: _at_least,
    Shape.AT_MOST: _at_most,
    Shape.ABOVE: _above,
    Shape.BELOW: _below,
}
