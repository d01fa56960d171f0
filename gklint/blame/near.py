"""Numbers that a hand could have meant where another stands: one slip away, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.blame.channel import last_place, slipped, typed
from gklint.model.figure import Figure
from gklint.model.finding import Slip
from gklint.model.interval import Exact

DIGITS = "0123456789"
LONGEST = 9
"""Of numbers with more digits than this there are too many neighbours to try."""

Near = tuple[Exact, int, Slip | None]


def near(figure: Figure) -> Iterator[Near]:
    """(value, log probability, slip) of each number that is one slip away from the print of *figure*."""
    numeral = figure.numeral
    if numeral is None or numeral.approximators:
        return
    seen = typed(numeral.value, numeral)
    if seen is None or len(seen) > LONGEST:
        return
    step = last_place(numeral)
    sign = -1 if numeral.value < 0 else 1
    found: dict[Exact, Near] = {}
    for digits in filter(None, dict.fromkeys(_neighbours(seen))):
        exact = sign * int(digits) * step
        value = exact.numerator if exact.denominator == 1 else exact
        way = slipped(value, numeral)
        if way is not None and value != numeral.value:
            found[value] = (value, way[0], way[1])
    yield from sorted(found.values(), key=lambda one: (-one[1], one[0]))


def _neighbours(seen: str) -> Iterator[str]:
    for at in range(len(seen)):
        yield from (seen[:at] + digit + seen[at + 1 :] for digit in DIGITS)
        yield seen[:at] + seen[at : at + 2][::-1] + seen[at + 2 :]
        yield seen[:at] + seen[at + 1 :]
    for at in range(len(seen) + 1):
        yield from (seen[:at] + digit + seen[at:] for digit in DIGITS)
