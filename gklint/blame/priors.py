"""
How willing one is to believe in a fault before looking at the digits, in thousandths of a nat.

Margins mean what they say (3 nats: about 99 % right) only for these weights: recalibrate with ``benchmarks/blame.py``
after any change. Sources: Fellegi & Holt 1976 for the principle of fewest changes, Scholtus, Statistics Netherlands
discussion paper 09046, for likelier ones among them; the start values were measured on planted keying errors.
"""

from __future__ import annotations

from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure

FAULT = -5800
"""A figure is wrong."""
TYPED = 700
"""Words are typed by hand, cells are mostly copied or computed."""
COMPUTED, ADDED_UP = -300, 300
"""Totals of tables are mostly computed; those, and the rates, in a sentence are worked out by hand."""
EMPTY = 2000
"""The value meant is 0 where most of its neighbours in the claim are: no other value is as frequent."""
SAID_AGAIN = (0, 0, 0, 1500, 3000)
"""The text says what a cell should say, or a cell what the text should, in a number of so many digits."""
DOUBTFUL = 1500
"""Its digits could be read otherwise."""
COPY = -2000
"""A wrong value was carried over to a second place, which then agrees with the first."""

AGREES = 5300
"""A claim that is repaired, or, taken away, one that is newly broken."""

LEFT = {Basis.DECLARED: 14000, Basis.LABELLED: 11000, Basis.INHERITED: 5000, Basis.INDUCED: 3000}
"""What it costs to leave a broken claim unexplained: who says that it should hold at all?"""

WEAK = {Basis.INHERITED: 3500, Basis.INDUCED: 3500}
"""What breaking anew counts for claims that may not bind."""

CONFIDENT = 3000
"""Margin from which a figure is named; 3 nats are about 99 % right, 2 nats 95 %, 6 nats 99.7 %."""
ALONE = 5000
"""The same where a single claim is broken, so that only the shape of digits tells one figure from another."""

ANY_RATE = -10400
"""A rate and what it is a rate of stand alike, however far they are off: their steps cannot be compared."""

AT_BOUND = -1500
"""A bound is broken, and its sides were meant to be equal."""
UNKNOWN = -4500
"""A bound is broken, and many values would do: that it was just this one."""

LIKELIEST = -7000
"""No fault is likelier than this, its slip included: what lies further behind is not looked at."""

MISTAKEN_PLACE = -1200
"""Two neighbours exchanged, a piece shifted: given a fault, that it is one of place; then which of four ways."""
WHICH_WAY = -1386
MISCOUNTED = -4500
"""A total that adds a part twice, leaves one out, or takes it with the wrong sign."""
REPEATED = -3900
"""The value of a neighbour, or of an earlier year, stands in the figure's place."""


def fault(figure: Figure) -> int:
    """Log prior that *figure* is wrong."""
    numeral = figure.numeral
    prose = TYPED if figure.cell is None else 0
    return FAULT + prose + (DOUBTFUL if numeral and numeral.doubtful else 0)


def broken_anew(claim: Claim) -> int:
    return WEAK.get(claim.basis, AGREES)


def left(claim: Claim) -> int:
    return LEFT[claim.basis]
