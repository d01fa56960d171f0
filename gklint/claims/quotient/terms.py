"""
The numbers of a paragraph that a named quotient is made of, those without a unit among them.

A ratio or an index is printed without a unit (收入比为 2.14, 指数为 102.3): no quantity elsewhere, it is one here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from gklint.claims.share.running import MARK, Spot, squeezed
from gklint.model.document import Span
from gklint.model.figure import Figure, mark
from gklint.model.interval import Interval
from gklint.model.ledger import Ledger
from gklint.model.numeral import Identifier, Kind, Measure, Numeral, Unit
from gklint.start.memo import of_last
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

NO_UNIT = Unit("", Measure.BARE, "")
PERCENT = Unit("%", Measure.PERCENT, "%")
DECIMAL = lazy(r"[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Term:
    """
    One number of a paragraph. *lead* is what stands between it and the number before, *clause* the end of that;
    *start* is its place in the text, *sentence* counts full stops.
    """

    figure: Figure
    numeral: Numeral
    start: int
    sentence: int
    lead: str
    clause: str

    @property
    def is_percent(self) -> bool:
        return self.numeral.unit.measure is Measure.PERCENT

    @property
    def is_bare(self) -> bool:
        return self.numeral.unit.measure is Measure.BARE

    def like(self, other: Term) -> bool:
        return self.numeral.unit.group == other.numeral.unit.group


def terms(ledger: Ledger, row: Sequence[Spot]) -> tuple[Term, ...]:
    """Every number of the paragraph of *row*, in reading order."""
    block = row[0].figure.block
    text = ledger.text(row[0].figure)
    places = [(spot.numeral.start, spot.mention.end, spot.figure, spot.numeral) for spot in row]
    places += [(figure.span.start, figure.span.end, figure, numeral) for figure, numeral in _unread(ledger, block)]
    found: list[Term] = []
    last = 0
    for start, end, figure, numeral in sorted(places, key=lambda place: place[0]):
        lead = squeezed(text[last:start])
        sentence = text.count("。", 0, start)
        found.append(Term(figure, numeral, start, sentence, lead, MARK.split(lead)[-1]))
        last = end
    return tuple(found)


def _unread(ledger: Ledger, block: int) -> Iterator[tuple[Figure, Numeral]]:
    for other in _codes(ledger).get(block, ()):
        digits = DECIMAL.fullmatch(other.raw)
        if digits is None:
            continue
        decimals = len(other.raw.partition(".")[2])
        value = Fraction(other.raw)
        bounds = Interval.around(value, Fraction(1, 2 * 10**decimals)) if decimals else Interval.point(value)
        numeral = Numeral(other.start, other.end, other.raw, value, bounds, NO_UNIT, decimals)
        yield replace(mark(block, Span(other.start, other.end), other.raw), numeral=numeral), numeral


@of_last
def _codes(ledger: Ledger) -> Mapping[int, tuple[Identifier, ...]]:
    """The bare numbers of prose by block."""
    found: dict[int, tuple[Identifier, ...]] = {}
    for block, cell, other in ledger.others:
        if cell is None and isinstance(other, Identifier) and other.kind is Kind.CODE:
            found[block] = (*found.get(block, ()), other)
    return found


def as_percent(figure: Figure) -> Figure:
    """*figure* as so many hundredths: 性别比为 104.92."""
    return replace(figure, numeral=replace(figure.numeral, unit=PERCENT)) if figure.numeral else figure
