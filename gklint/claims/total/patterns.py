"""
Patterns of sums and the evidence for them: one position is the sum of others, on all lines or on some.

A line on which the sum holds is worth as many bits as its total has digits that could have been different; a line on
which it does not costs a few. What is printed twice, and what is a multiple of another line, counts once.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

from gklint.claims.total.bands import Band
from gklint.start.records import dataclass

MOST_BITS = 16
"""No line alone proves a pattern, however long its numbers are."""
LOSS_FOR_EQUALS = 10
"""A line's bits are divided by this if all parts but one are zero: equal neighbours are common."""
COST_OF_BREACH = 2
FEWEST_SHARES = 2


@dataclass(frozen=True, slots=True)
class Pattern:
    """
    Position *whole* = Σ positions *parts*. *holds*: the lines on which that is so; *zeros*: those of them on which
    everything is zero; *breaks*: those on which it is not so. *firm* of the lines that hold have two parts or more
    that are not zero.
    """

    whole: int
    parts: tuple[int, ...]
    holds: tuple[int, ...]
    zeros: tuple[int, ...]
    breaks: tuple[int, ...]
    firm: int
    score: int
    inexact: int = 0
    """Lines that hold within what the print admits, not to the digit."""
    is_softened: bool = False

    @property
    def lone(self) -> int:
        """Lines that hold with one part alone."""
        return len(self.holds) - self.firm

    def is_firm(self, tenths: int) -> bool:
        """Whether *tenths* of the telling lines hold, or more."""
        return 10 * self.firm >= tenths * (self.firm + len(self.breaks))


def weigh(band: Band, whole: int, parts: tuple[int, ...]) -> Pattern:
    """How the lines of *band* speak for and against *whole* = Σ *parts*; lines without a whole or a part are silent."""
    holds: list[int] = []
    zeros: list[int] = []
    breaks: list[int] = []
    firm = 0
    score = inexact = 0
    known: set[tuple[int, ...]] = set()
    for number, (values, halves) in enumerate(zip(band.values, band.halves, strict=True)):
        total = values[whole]
        if total is None:
            continue
        terms = [(value, halves[part]) for part in parts if (value := values[part]) is not None]
        if not terms:
            continue
        filled = [term for term in terms if term[0]]
        slack = halves[whole] + sum(half for _, half in filled)
        off = abs(sum(value for value, _ in filled) - total)
        if off > slack:
            # Rates and averages are not meant to add up, but for shares under their 100.
            if not band.rates[number] or _are_shares(total, filled, slack, 100 * band.one):
                breaks.append(number)
            continue
        if not filled:
            zeros.append(number)
            continue
        holds.append(number)
        inexact += off > 0
        firm += len(filled) > 1
        shape = _shape(total, [value for value, _ in filled])
        if shape not in known:
            known.add(shape)
            bits = min(MOST_BITS, _bits(total, slack, band.one))
            score += bits if len(filled) > 1 else bits // LOSS_FOR_EQUALS
    score -= COST_OF_BREACH * len(breaks)
    return Pattern(whole, parts, tuple(holds), tuple(zeros), tuple(breaks), firm, score, inexact, band.is_softened)


def _are_shares(total: int, terms: Sequence[tuple[int, int]], slack: int, hundred: int) -> bool:
    """
    Whether *terms* are shares of one whole, though they do not make *total*: they make 100, or 100 stands below them
    and all but the largest stay within it; rates of parts make more.
    """
    values = [value for value, _ in terms]
    added = sum(values)
    if len(values) < FEWEST_SHARES:
        return False
    return abs(added - hundred) <= slack or (total == hundred and added - max(values) < hundred)


def _bits(total: int, slack: int, one: int) -> int:
    """How many numbers as long as *total* the print can tell apart, as bits."""
    grain = one if total % one == 0 else 1
    return (abs(total) // max(grain, 2 * slack) + 1).bit_length()


def _shape(total: int, terms: list[int]) -> tuple[int, ...]:
    """The line up to a factor."""
    common = gcd(total, *terms)
    return (total // common, *(term // common for term in terms))
