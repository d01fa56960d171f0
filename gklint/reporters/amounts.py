"""Exact values as text: plain decimals, ``p/q`` where they do not end, and figures as they stand printed."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Measure, Numeral

UNKNOWN = "?"
_SCALE_WORDS = {10**3: "千", 10**4: "万", 10**8: "亿", 10**12: "万亿"}
_UNITS = (1, 10**4, 10**8)
"""元, 万元, 亿元: what stands for each other by a slip."""


def plain(value: Exact) -> str:
    """*value* without exponent or thousands marks; ``p/q`` in lowest terms where the decimals do not end."""
    if isinstance(value, int):
        return str(value)
    if value.denominator == 1:
        return str(value.numerator)
    places = _places(value.denominator)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    return fixed(value, places)


def fixed(value: Exact, places: int) -> str:
    """*value*, cut to *places* decimals; exact where it has no more of them."""
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def rounded(value: Exact, places: int) -> str:
    """*value* with at most *places* decimals, half up; for reading, never for comparing."""
    if isinstance(value, int) or value.denominator == 1:
        return plain(value)
    text = fixed(abs(value) + Fraction(1, 2 * 10**places), places).rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and text != "0" else text


def printed(figure: Figure) -> str:
    """
    The number as the reader knows it, without its unit: digits behind the point and 万 as printed, commas and
    Chinese digits as plain ones, approximators kept; a percentage carries its sign, a ratio in words (三分之一, 2倍)
    and points stand as printed; "?" where there is none.
    """
    numeral = figure.numeral
    if numeral is None:
        return UNKNOWN
    if numeral.unit.measure in (Measure.MULTIPLE, Measure.POINTS):
        return unicodedata.normalize("NFKC", numeral.raw).strip()
    if numeral.approximators:
        return unit_stripped(numeral)
    return in_units_of(numeral.value, numeral)


def in_units_of(value: Exact, numeral: Numeral, *, more: int = 4) -> str:
    """
    *value* written the way *numeral* is: its scale word, its percent sign, its decimals and, where they do not
    suffice, up to *more* of them.
    """
    if word := _other_unit(value, numeral):
        return f"{fixed(Fraction(numeral.value) / Fraction(numeral.scale), numeral.decimals)}{word}"
    if isinstance(value, int) and numeral.scale == 1 and not numeral.decimals:
        return f"{value}{_suffix(numeral)}"
    # 千分之三 counts tenths of a percent and is told as 0.3%.
    scaled = Fraction(value) / (1 if numeral.unit.measure is Measure.PERCENT else numeral.scale)
    text = fixed(scaled, numeral.decimals)
    if (scaled * 10**numeral.decimals).denominator != 1:
        text = rounded(scaled, numeral.decimals + more)
    return text + _suffix(numeral)


def _other_unit(value: Exact, numeral: Numeral) -> str:
    """The scale word (元, if none) with which the digits of *numeral* say *value*, "" if none does."""
    has_own = bool(_suffix(numeral)) or (numeral.unit.measure is Measure.AMOUNT and numeral.unit.name in numeral.raw)
    if not has_own or not numeral.value:
        return ""
    times = Fraction(value) * Fraction(numeral.scale) / Fraction(numeral.value)
    if times == numeral.scale or times not in _UNITS:
        return ""
    return numeral.unit.name if times == 1 else _SCALE_WORDS[int(times)]


def in_common_units(value: Exact, figures: tuple[Figure, ...]) -> str:
    """
    *value* written the way all *figures* are printed; where they differ in scale, the way of the first if that
    prints its own (万元, 亿元), in full otherwise.
    """
    numerals = [figure.numeral for figure in figures if figure.numeral]
    if not numerals:
        return rounded(value, 6)
    if len({(n.scale, _suffix(n)) for n in numerals}) > 1:
        is_scaled = _suffix(numerals[0]) and all(n.unit == numerals[0].unit for n in numerals)
        return in_units_of(value, numerals[0]) if is_scaled else rounded(value, 6)
    return in_units_of(value, max(numerals, key=lambda numeral: numeral.decimals))


def span(interval: Interval) -> str:
    """An interval for a reader: its one value, ``low—high``, or ``≥ low``."""
    if interval.low is not None and interval.low == interval.high:
        return rounded(interval.low, 6)
    if interval.low is None or interval.high is None:
        if interval.low is not None:
            return f"{'>' if interval.low_open else '≥'} {rounded(interval.low, 6)}"
        return UNKNOWN if interval.high is None else f"{'<' if interval.high_open else '≤'} {rounded(interval.high, 6)}"
    return f"{rounded(interval.low, 6)}—{rounded(interval.high, 6)}"


def unit_stripped(numeral: Numeral) -> str:
    """``约28.35万件`` → ``约28.35万``."""
    raw = unicodedata.normalize("NFKC", numeral.raw).strip()
    name = numeral.unit.name
    return raw.removesuffix(name).rstrip() or raw


def _suffix(numeral: Numeral) -> str:
    if numeral.unit.measure is Measure.PERCENT:
        return "%"
    word = _SCALE_WORDS.get(int(numeral.scale), "") if numeral.scale == int(numeral.scale) else ""
    # A cell under 单位：万元 prints no 万 of its own, and its row is added up as printed.
    return word if word and word in numeral.raw else ""


def _places(denominator: int) -> int | None:
    """Decimals that a fraction with *denominator* needs, None if no number of them is enough."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    return max(twos, fives) if denominator == 1 else None
