"""Ratios that divide a whole (结构为 14.7∶45.1∶40.2): each term is a share of it in percent."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.numeral import Identifier, Numeral
from gklint.numbers.printed import printed
from gklint.numbers.quantity import Lead, Tail, numeral
from gklint.numbers.script import BLANKS
from gklint.numbers.units import PERCENT
from gklint.start.patterns import lazy

FEWEST = 3
"""Two terms compare two things (男女比例 106:100)."""
LEAST, MOST = 50, 200
"""What the terms come to, a slip in one of them allowed for; those of 3:4:3 or 12:30:15 are no percentages."""

_COLON = lazy("[:：∶]")
TRACE = "term of a ratio"


def apportioned(text: str, ratio: Identifier) -> tuple[Numeral, ...]:
    """The terms of *ratio*, which stands in *text*, as percentages, none if it is no division of a whole."""
    terms = tuple(_terms(text, ratio))
    total = sum((term.value for term in terms), 0)
    is_precise = any(term.decimals for term in terms)
    is_whole = LEAST <= total <= MOST if is_precise else total == 100
    return terms if len(terms) >= FEWEST and is_whole else ()


def _terms(text: str, ratio: Identifier) -> Iterator[Numeral]:
    at = ratio.start
    for term in _COLON.split(ratio.raw):
        start = at + len(term) - len(term.lstrip(BLANKS))
        end = start + len(term.strip(BLANKS))
        at += len(term) + 1
        number = printed(term.strip(BLANKS))
        if number is None:
            return
        yield numeral(text, start, number, Lead(start), Tail(end, end), PERCENT, trace=(TRACE,))
