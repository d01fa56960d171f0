"""
Shares, means and changes: by how much each figure may be off before the print is no quotient of them.

A figure that is off by δ, and moves *above* by a·δ and *below* by b·δ, still gives a rate q where
factor · (above + a·δ) = q · (below + b·δ). δ is monotone in each of above, below and q: its ends lie at corners.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import product

from gklint.grip.reach import ALWAYS, ANY, or_face, within, without
from gklint.grip.slips import Tolerance
from gklint.grip.sums import Tolerances
from gklint.judge.changes import says_twice, signs
from gklint.judge.quotient import Quantity, accepted, divided, hundredfold, read, summed
from gklint.judge.rates import HUNDRED, says_all
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Numeral
from gklint.model.relation import Change, Growth, Mean, Share
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Quotient:
    """*factor* · *above* / *below*, which is above zero."""

    above: Quantity
    below: Quantity
    factor: int

    @property
    def exact(self) -> Quantity | None:
        return divided(self.above.scaled(self.factor), self.below)


def share(relation: Share, chosen: int) -> Tolerances:
    """Of a share of several bases each may do; one that cannot be judged leaves everything open."""
    printed, part = relation.share.numeral, summed(relation.part)
    bases = [summed(base) for base in relation.bases]
    operands = len(relation.part) + len(relation.bases[chosen])
    if printed is None or part is None or None in bases:
        return (None,) * (1 + operands)
    quotients = [Quotient(part, base, hundredfold(printed)) for base in bases if base]
    if any(quotient.exact is None for quotient in quotients):
        return (ANY,) * (1 + operands)
    rates = accepted(printed)
    if says_all(printed):
        rates = Interval(HUNDRED.low, rates.high, high_open=rates.high_open)
    above, below = _ids(relation.part), [_ids(base) for base in relation.bases]

    def of(figure: Figure) -> Tolerance | None:
        moves = [(int(figure.id in above), int(figure.id in base)) for base in below]
        offs = (_off(rates, quotient, *move) for quotient, move in zip(quotients, moves, strict=True))
        told = relation.share.cell is None and printed.value != 0 and part.value > 0
        return _any(
            without(off, -quotient.below.value) if off is not None and told and move == (0, 1) else off
            for off, quotient, move in zip(offs, quotients, moves, strict=True)
        )

    figures = (*relation.part, *relation.bases[chosen])
    return _of_print(printed, quotients), *(of(figure) for figure in figures)


def mean(relation: Mean) -> Tolerances:
    printed, whole, number = relation.mean.numeral, relation.whole.numeral, relation.number.numeral
    if printed is None or whole is None or number is None:
        return None, None, None
    quotient, rates = Quotient(read(whole), read(number), 1), accepted(printed)
    return _of_print(printed, [quotient]), _off(rates, quotient, 1, 0), _off(rates, quotient, 0, 1)


def growth(relation: Growth) -> Tolerances:
    rate, amount, new = relation.rate.numeral, relation.amount.numeral, relation.new.numeral
    if rate is None or amount is None or new is None:
        return None, None, None
    by, sense = read(amount), 1 if relation.sense > 0 else -1
    quotient = Quotient(by, read(new) - (by if sense > 0 else -by), hundredfold(rate))
    rates = accepted(rate)
    return _of_print(rate, [quotient]), _off(rates, quotient, 1, -sense), _off(rates, quotient, 0, 1)


def change(relation: Change) -> Tolerances:
    if relation.old.numeral is None or relation.new.numeral is None:
        return None, None, None
    old, new = read(relation.old.numeral), read(relation.new.numeral)
    if relation.rate is None and relation.mode == "level":
        return None, None
    if relation.rate is None:
        return tuple((limit,) for limit in _direction(relation.sense, old, new, still=False))
    printed = relation.rate.numeral
    if printed is None or relation.mode == "doublings":
        return None, None, None
    if relation.mode in ("points", "amount", "level"):
        of_print, of_old, of_new = _difference(relation.sense, printed, old, new)
    else:
        of_print, of_old, of_new = _relative(relation, printed, old, new)
    if printed.value < 0 or not relation.sense:
        return of_print, of_old, of_new
    until_old, until_new = _direction(relation.sense, old, new, still=True)
    return of_print, _until(of_old, until_old), _until(of_new, until_new)


def _direction(sense: int, old: Quantity, new: Quantity, *, still: bool) -> tuple[Interval, Interval]:
    """How far old and new may be off until they go the other way or, unless they may, stand *still*."""
    most = (new - old if sense > 0 else old - new).bounds.high
    if most is None:
        return ALWAYS, ALWAYS
    is_open = not still or (new - old if sense > 0 else old - new).bounds.high_open
    up = Interval(-most, None, low_open=is_open)
    return (-up, up) if sense > 0 else (up, -up)


def _difference(sense: int, printed: Numeral, old: Quantity, new: Quantity) -> Tolerances:
    of_print: Tolerance = ()
    of_old: Tolerance = ()
    of_new: Tolerance = ()
    for sign in signs(sense, printed):
        delta = new - old if sign > 0 else old - new
        short, face = printed.bounds - delta.bounds, printed.value - delta.value
        of_print += or_face(-short, -face)
        of_new += or_face(short if sign > 0 else -short, sign * face)
        of_old += or_face(-short if sign > 0 else short, -sign * face)
    return of_print, of_old, of_new


def _relative(relation: Change, printed: Numeral, old: Quantity, new: Quantity) -> Tolerances:
    rates, factor = accepted(printed), hundredfold(printed) if relation.mode == "percent" else 1
    readings: list[tuple[Quotient, int]] = []
    if relation.mode != "times":
        for sign in signs(relation.sense, printed):
            if relation.mode == "percent" and says_twice(relation.sense, sign, printed):
                continue
            readings.append((Quotient(new - old if sign > 0 else old - new, old, factor), sign))
    if relation.mode != "percent":
        readings.append((Quotient(new, old, 1), 0))
    # What moves the difference moves its quotient with the sign; the plain quotient has the new figure above.
    of_new = _any(_off(rates, quotient, sign or 1, 0) for quotient, sign in readings)
    of_old = _any(_off(rates, quotient, -sign, 1) for quotient, sign in readings)
    return _of_print(printed, [quotient for quotient, _ in readings]), of_old, of_new


def _of_print(printed: Numeral, quotients: Sequence[Quotient]) -> Tolerance | None:
    """How far the print itself may be off: until it accepts none of *quotients*."""
    rates = accepted(printed)
    exact = [quotient.exact for quotient in quotients]
    return ANY if None in exact else tuple(one.bounds - rates for one in exact if one)


def _off(rates: Interval, quotient: Quotient, above: int, below: int) -> Tolerance | None:
    """How far a figure may be off that moves both terms of *quotient* so many times; None: no closed form."""
    exact = quotient.exact
    if exact is None:
        return ANY
    if not above and not below:
        return ANY if exact.bounds.meets(rates) else ()
    overs, unders, quotas = (_ends(one) for one in (quotient.above.bounds, quotient.below.bounds, rates))
    slopes = [quotient.factor * above - rate * below for rate, _ in quotas]
    if not (overs and unders and quotas) or min(slopes) <= 0 <= max(slopes):
        return None
    corners: list[End] = []
    for (over, over_open), (under, under_open), (rate, rate_open) in product(overs, unders, quotas):
        off = Fraction(rate * under - quotient.factor * over) / (quotient.factor * above - rate * below)
        corners.append((off, over_open or under_open or rate_open))
    low, low_open = min(corners)
    high, high_open = max(corners, key=lambda end: (end[0], not end[1]))
    return Interval(low, high, low_open, high_open), *_undivided(quotient.below.bounds, below)


def _undivided(below: Interval, moves: int) -> Iterator[Interval]:
    """Where nothing is left to divide by, the judge says nothing."""
    if moves and below.low is not None:
        nothing = Interval(None, -below.low)
        yield nothing if moves > 0 else -nothing


End = tuple[Exact, bool]
"""A value, and whether it is left out."""


def _ends(interval: Interval) -> list[End]:
    """Both ends of *interval*, a point once; none where it has no end."""
    if interval.low is None or interval.high is None:
        return []
    low, high = (interval.low, interval.low_open), (interval.high, interval.high_open)
    return [low] if interval.is_point else [low, high]


def _any(readings: Iterable[Tolerance | None]) -> Tolerance | None:
    """What any of *readings* admits; None if one of them has no closed form."""
    found: Tolerance = ()
    for reading in readings:
        if reading is None:
            return None
        found += reading
    return found


def _until(tolerance: Tolerance | None, limit: Interval) -> Tolerance | None:
    return None if tolerance is None else within(tolerance, limit)


def _ids(figures: Sequence[Figure]) -> set[int]:
    return {figure.id for figure in figures}
