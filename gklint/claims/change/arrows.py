"""
A change of a ratio, shown behind its rate: an increase of 333% (3:1 → 13:1).

A ratio is no figure of its own; against one, its first term is its value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from gklint.claims.change.moves import Words, step
from gklint.claims.change.readings import Proposal
from gklint.claims.share.running import Spot
from gklint.model.document import Span
from gklint.model.figure import Figure, mark
from gklint.model.interval import Interval
from gklint.model.numeral import Measure, Numeral, Unit
from gklint.model.relation import Change
from gklint.start.patterns import lazy

RATIO = r"(?P<{name}>(?P<{name}_value>[0-9]+(?:\.[0-9]+)?)\s*[:：∶]\s*1)"
ARROW = lazy(rf"[（(]\s*{RATIO.format(name='old')}\s*(?:→|⟶|->|to|至)\s*{RATIO.format(name='new')}\s*[)）]")
TO_ONE = Unit(":1", Measure.MULTIPLE, ":1")
REACH = 120
"""So many characters may stand between the rate and its bracket."""
SHOWN = ("way-said", "adjacent", "sentence-same")


def arrows(text: str, row: Sequence[Spot], words: Words) -> Iterator[Proposal]:
    """The last rate before each bracket as the change that the bracket shows."""
    for found in ARROW.finditer(text):
        before = [spot for spot in row if found.start() - REACH < spot.mention.end <= found.start()]
        way = step(before[-1], words) if before and before[-1].is_percent else None
        if way is None or not way.sense:
            continue
        block = before[-1].figure.block
        old, new = (_ratio(block, found.start(name), found[name], found[f"{name}_value"]) for name in ("old", "new"))
        relation = Change(way.spot.figure, old, new, "percent", way.sense)
        yield Proposal(way.spot, relation, "change.move", SHOWN)


def _ratio(block: int, start: int, raw: str, digits: str) -> Figure:
    value, end = Fraction(digits), start + len(raw)
    numeral = Numeral(start, end, raw, value, Interval.point(value), TO_ONE)
    return replace(mark(block, Span(start, end), raw), numeral=numeral)
