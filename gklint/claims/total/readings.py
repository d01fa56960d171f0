"""
Why a sum that does not come out is thought to be meant: the form of the reading and its features, to be weighed.

Rows of ``weighing/weights.toml`` say what each is worth. Nothing here decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd

from gklint.claims.total.bands import Band
from gklint.claims.total.patterns import Pattern
from gklint.claims.total.search import WEAK, Sums
from gklint.model.reading import Reading

FEW, A_FIFTH = 2, 5
"""More lines that break a sum than these are no slips, unless nearly all others obey."""
STEPS = (1, 2, 3, 6)
"""Numbers of obeying lines that differ in what they are worth."""
MANY_ALONE = 3
KIN = 3
"""So many families must hold for each that does not, if they are to speak for one another."""
SHORT = 5
"""A list of so few items hides no items of items."""
LARGE = 20
"""A miss of more than a twentieth is a large one."""
ROUND, FEWEST_ROUND = 5, 12
"""A line of so many figures that are all multiples of 5 may be rounded to fives."""


def reading(band: Band, sums: Sums, pattern: Pattern, line: int, form: str) -> Reading:
    """Why the sum *pattern* is expected to hold on *line*, where it does not."""
    figure = band.figures[line][pattern.whole]
    features = _features(band, sums, pattern, line)
    return Reading(form, tuple(features), (figure.id,) if figure else ())


def _features(band: Band, sums: Sums, pattern: Pattern, line: int) -> Iterator[str]:
    is_weak = sums.form(pattern) in (*WEAK, "")
    yield from _lines(pattern, is_weak=is_weak) if pattern.holds else _alone(band, sums, pattern, line)
    if sums.form(pattern) == "list":
        is_short = len(pattern.parts) <= SHORT
        yield f"list-{'short' if is_short else 'plain'}" if _is_plain(band, pattern) else "list-mixed"
    if pattern.holds and any(other is not pattern and line in other.holds for other in sums.held):
        yield "line-adds"
    elif sum(line in other.breaks for other in sums.held) > 1:
        yield "line-never-adds"
    if band.rates[line]:
        yield "line-of-rates"
    if not _is_witnessed(band, pattern, line):
        yield "unwitnessed"
    if _is_between(band, pattern, line):
        yield "between-parts"
    if not sums.is_blank_nothing and any(band.values[line][part] is None for part in _stretch(band, pattern)):
        yield "blank-part"


def _lines(pattern: Pattern, *, is_weak: bool) -> Iterator[str]:
    """What the other lines say: how many obey, if those that do not are few enough to be slips."""
    obeying, breaking = max(pattern.firm, min(1, len(pattern.holds))), len(pattern.breaks)
    if breaking > obeying and (is_weak or breaking > FEW):
        yield "siblings-minor"
    elif breaking > FEW and A_FIFTH * breaking > obeying:
        yield "siblings-mixed"
    else:
        yield f"siblings-{max(least for least in STEPS if least <= obeying)}"


def _alone(band: Band, sums: Sums, pattern: Pattern, line: int) -> Iterator[str]:
    """What speaks for and against a sum that no line obeys: its kin, its other lines, how it misses."""
    form = sums.form(pattern)
    if form != "list":
        yield f"kin-{_kin(sums, form)}"
    if form in WEAK:
        yield "build-weak"
    if len(pattern.breaks) >= MANY_ALONE:
        yield "breaks-all"
    whole = band.values[line][pattern.whole] or 0
    values = [band.values[line][part] for part in pattern.parts]
    miss = sum(value or 0 for value in values) - whole
    if miss in values:
        yield "miss-is-part"
    elif LARGE * abs(miss) > abs(whole) and not _is_shifted(whole, whole + miss):
        yield "miss-large"


def _kin(sums: Sums, form: str) -> str:
    """Whether the other families of this form hold, for the most part."""
    held = {pattern.whole for pattern in sums.held if sums.form(pattern) == form}
    said = {pattern.whole for pattern in sums.said if sums.form(pattern) == form}
    if not held:
        return "none"
    return "hold" if len(held) >= KIN * len(said) else "mixed"


def _is_shifted(one: int, two: int) -> bool:
    """Whether one number is the other with its point shifted, or its sign lost."""
    small, large = sorted((abs(one), abs(two)))
    while 0 < small < large:
        small *= 10
    return small == large


def _is_plain(band: Band, pattern: Pattern) -> bool:
    """
    Whether the parts are alike: each named, none twice (but every block may have its 小计), all of one block, set in
    alike; and no line among them that is taken away, or may be inside another.
    """
    if band.is_gapped:
        return False
    parts = pattern.parts
    names = [band.names[part] for part in parts]
    span = range(min(parts), max(*parts, pattern.whole) + 1)
    among = [item for item in band.items if item.position in span]
    left_out = {item.position for item in among} - {*parts, pattern.whole}
    has_loose = any(item.position in band.loose for item in among)
    if any(item.is_signed for item in among) or (has_loose and left_out):
        return False
    blocks = {(item.group, item.indent) for item in among if item.position in parts}
    is_of_totals = all(band.totals[part] for part in parts)
    return all(names) and (is_of_totals or len(set(names)) == len(names)) and len(blocks) <= 1


def _stretch(band: Band, pattern: Pattern) -> Iterator[int]:
    """The parts, and the lines among them that never have a number."""
    span = range(min(pattern.parts), max(pattern.parts) + 1)
    yield from pattern.parts
    yield from (item.position for item in band.items if item.position in span and item.position not in band.filled)


def _is_witnessed(band: Band, pattern: Pattern, line: int) -> bool:
    """
    Whether the lines that obey have numbers wherever *line* has one, in its parts and right beside them. A part that
    is zero wherever the sum holds may belong to it or not.
    """
    obeying = [band.values[other] for other in pattern.holds]
    if not obeying:
        return True
    places = (pattern.whole, *pattern.parts)
    span = range(max(0, min(places) - 1), min(band.size, max(places) + 2))
    return all(any(values[p] for values in obeying) for p in span if band.values[line][p])


def _is_between(band: Band, pattern: Pattern, line: int) -> bool:
    """Whether the whole lies among its parts, as a mean does."""
    whole = band.values[line][pattern.whole]
    filled = [value for part in pattern.parts if (value := band.values[line][part])]
    return whole is not None and len(filled) > 1 and min(filled) <= whole <= max(filled)


def is_round(band: Band, pattern: Pattern, line: int) -> bool:
    """
    Whether the miss is what rounding to fives or tens can do: each figure off by less than the common divisor of all.
    Source: numbers.md §2.1, random rounding.
    """
    places = (pattern.whole, *pattern.parts)
    lines = [band.values[other] for other in (*pattern.holds, *pattern.breaks)]
    alike = [value for values in lines for place in places if (value := values[place])]
    own = [value for value in band.values[line] if value]
    grain = max(gcd(*values) if len(values) >= FEWEST_ROUND else 1 for values in (alike, own))
    if grain % (ROUND * band.one):
        return False
    whole = band.values[line][pattern.whole]
    known = [value for part in pattern.parts if (value := band.values[line][part]) is not None]
    miss = sum(known) - (whole or 0)
    return 0 < miss**2 <= (len(known) + 1) * grain**2
