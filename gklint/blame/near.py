"""Numbers that a hand could have meant where another stands: in another unit or one key away, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.blame.channel import UNIT, last_place, likeliest, of_units, typed
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
    yield from ((value, UNIT, Slip.UNIT) for value in of_units(numeral))
    # All is counted in units of the last place: fractions would take most of the time of a search.
    own = int(seen)
    found = {number: likeliest(str(number), seen, abs(number - own)) for number in _numbers(seen) if number != own}
    for number, (score, slip) in sorted(found.items(), key=lambda one: (-one[1][0], sign * one[0])):
        exact = sign * number * step
        yield (exact.numerator if exact.denominator == 1 else exact), score, slip


def _numbers(seen: str) -> set[int]:
    return {int(digits) for digits in _neighbours(seen) if digits}


def _neighbours(seen: str) -> Iterator[str]:
    for at in range(len(seen)):
        yield from (seen[:at] + digit + seen[at + 1 :] for digit in DIGITS)
        yield seen[:at] + seen[at : at + 2][::-1] + seen[at + 2 :]
        yield seen[:at] + seen[at + 1 :]
    for at in range(len(seen) + 1):
        yield from (seen[:at] + digit + seen[at:] for digit in DIGITS)
