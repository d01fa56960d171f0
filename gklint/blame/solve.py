"""Values that would satisfy a broken claim, one figure at a time."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from gklint.blame.channel import FINER, last_place, of_units, typed
from gklint.blame.evidence import Evidence
from gklint.blame.linear import Row
from gklint.blame.substitution import Changes
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.numeral import Measure, Numeral
from gklint.model.relation import Change, Count, Countable, Growth, Hundred, Mean, Share

GRID_POINTS = 25
"""How many printable values between two bounds are tried one by one."""


def values(evidence: Evidence, number: int, figure: Figure, changes: Changes) -> Iterator[Exact]:
    """Printable values of *figure* with which claim *number* may hold, all else as *changes* has it."""
    numeral = figure.numeral
    now = evidence.value(figure.id, changes)
    if numeral is None or numeral.approximators or now is None:
        return
    finer = _finer(evidence, number, numeral)
    is_signed = _is_signed(evidence, number, numeral, changes)
    system = evidence.rows(number)
    if system is None:
        proposed = _by_rate(evidence, number, figure, numeral, changes)
    else:
        proposed = (value for row in system for value in _of_row(evidence, row, figure, now, numeral, finer, changes))
    seen = {now}
    for value in proposed:
        whole = value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value
        if whole not in seen and (whole >= 0 or is_signed) and typed(whole, numeral, finer) is not None:
            seen.add(whole)
            yield whole
    for value in of_units(numeral):
        if value not in seen and _closes(evidence, number, figure, {**changes, figure.id: value}):
            yield value


def _closes(evidence: Evidence, number: int, figure: Figure, changes: Changes) -> bool:
    """Whether claim *number* holds under *changes*; a bound only with both of its sides equal."""
    system = evidence.rows(number)
    if system is None or evidence.is_equation(number):
        return evidence.holds(number, changes)
    return any(figure.id in row.weights and not evidence.total(row, changes) for row in system)


def _of_row(
    evidence: Evidence, row: Row, figure: Figure, now: Exact, numeral: Numeral, finer: int, changes: Changes
) -> Iterator[Exact]:
    """What makes both sides equal; where that cannot be printed, what makes them equal within the prints."""
    weight = row.weights.get(figure.id)
    total = evidence.total(row, changes)
    if not weight or row.low is None or (row.low <= total and (row.high is None or total <= row.high)):
        return
    # For a bound too: where nothing is counted twice, its two sides are equal.
    exact = now - Fraction(total) / weight
    if typed(exact, numeral, finer) is not None:
        yield exact
    elif row.high is not None and row.low != row.high:
        yield from _grid(exact, row.high, -row.low, numeral)


def _grid(centre: Exact, up: Exact, down: Exact, numeral: Numeral) -> Iterator[Exact]:
    """Printable values around *centre*, the nearest first; only those at the ends where there are many."""
    step = last_place(numeral)
    base = Fraction(centre) // step * step
    if (up + down) / step > GRID_POINTS:
        yield from (base, base + step)
        return
    for k in range(GRID_POINTS):
        yield from (base - k * step, base + (k + 1) * step)
        if k * step > max(up, down):
            return


def _by_rate(evidence: Evidence, number: int, figure: Figure, numeral: Numeral, changes: Changes) -> Iterator[Exact]:
    """What a rate, or what it is a rate of, comes to by the other figures of its claim."""

    def sum_of(figures: tuple[Figure, ...]) -> Fraction | None:
        known = [evidence.value(one.id, changes) for one in figures]
        return None if None in known or not known else Fraction(sum(value for value in known if value is not None))

    match evidence.claim(number).relation:
        case Share(share, part, bases):
            for base in bases:
                yield from _quotient(figure, numeral, share, sum_of((share,)), part, sum_of(part), base, sum_of(base))
        case Mean(mean, whole, things):
            yield from _quotient(
                figure, numeral, mean, sum_of((mean,)), (whole,), sum_of((whole,)), (things,), sum_of((things,))
            )
        case Hundred(shares):
            others = sum_of(tuple(one for one in shares if one.id != figure.id))
            if others is not None:
                yield _rounded(100 - others, numeral)
        case Change(rate, old, new) as relation:
            yield from _changed(
                relation, figure, numeral, sum_of((rate,)) if rate else None, sum_of((old,)), sum_of((new,))
            )
        case Growth(rate, amount, new, sense):
            by, now = sum_of((amount,)), sum_of((new,))
            if figure.id == rate.id and by is not None and now is not None and now != sense * by:
                yield _rounded(100 * by / (now - sense * by), numeral)
        case Countable():
            yield -numeral.value
        case Count(stated, names):
            if figure.id == stated.id:
                yield len(names)
        case _:
            return


def _quotient(
    figure: Figure,
    numeral: Numeral,
    rate: Figure,
    quotient: Fraction | None,
    above: tuple[Figure, ...],
    dividend: Fraction | None,
    below: tuple[Figure, ...],
    divisor: Fraction | None,
) -> Iterator[Exact]:
    """The term of rate = above / below that *figure* is."""
    factor = 100 if rate.numeral and rate.numeral.unit.measure is Measure.PERCENT else 1
    if figure.id == rate.id:
        if dividend is not None and divisor:
            yield _rounded(factor * dividend / divisor, numeral)
        return
    if quotient is None or dividend is None or divisor is None:
        return
    if any(one.id == figure.id for one in above):
        yield _rounded(numeral.value + quotient * divisor / factor - dividend, numeral)
    if quotient and any(one.id == figure.id for one in below):
        yield _rounded(numeral.value + factor * dividend / quotient - divisor, numeral)


def _changed(
    relation: Change,
    figure: Figure,
    numeral: Numeral,
    rate: Fraction | None,
    old: Fraction | None,
    new: Fraction | None,
) -> Iterator[Exact]:
    if old is None or new is None:
        return
    signs = (relation.sense,) if relation.sense else (1, -1)
    by_percent = relation.mode == "percent"
    for sign in signs:
        if relation.rate is not None and figure.id == relation.rate.id:
            delta = sign * (new - old)
            if by_percent and old:
                yield _rounded(100 * delta / old, numeral)
            elif relation.mode in ("points", "amount"):
                yield delta
            elif relation.mode == "times" and old:
                yield _rounded(new / old, numeral)
            elif relation.mode == "times-more" and old:
                yield _rounded(delta / old, numeral)
        elif rate is not None and by_percent:
            factor = 1 + sign * rate / 100
            if figure.id == relation.new.id:
                yield _rounded(old * factor, numeral)
            elif factor > 0:
                yield _rounded(new / factor, numeral)
        elif rate is not None and relation.mode in ("points", "amount"):
            yield old + sign * rate if figure.id == relation.new.id else new - sign * rate


def _rounded(value: Fraction, numeral: Numeral) -> Exact:
    """*value* to the last printed digit of *numeral*, halves up (GB/T 8170 differs for ties only)."""
    step = last_place(numeral)
    return floor(value / step + Fraction(1, 2)) * step


def _finer(evidence: Evidence, number: int, numeral: Numeral) -> int:
    """How many digits more than *numeral* others of the claim have behind the point, as far as one believes it."""
    numerals = [figure.numeral for member in evidence.members[number] if (figure := evidence.figures[member]).numeral]
    return min(FINER, max(other.decimals for other in numerals if other) - numeral.decimals)


def _is_signed(evidence: Evidence, number: int, numeral: Numeral, changes: Changes) -> bool:
    """Whether a value below zero is no surprise: counts have none, and other figures of the claim have to have some."""
    if numeral.unit.measure is Measure.COUNT:
        return False
    return any((evidence.value(member, changes) or 0) < 0 for member in evidence.members[number])
