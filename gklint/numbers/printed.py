"""Digits as a number: the stated value with the place of its last digits, before scale, unit and approximators."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from gklint.model.interval import Exact
from gklint.numbers.exactly import power, product, ratio
from gklint.numbers.script import ascii_digits
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

LONGEST = 60
"""Runs of more digits are misprints: no quantity needs them, and converting them takes more than linear time."""


class Marks(Enum):
    """How a text writes decimals and thousands."""

    POINT = "1,234.5"
    COMMA = "1.234,5 or 1 234,5"


@dataclass(frozen=True, slots=True)
class Printed:
    """
    A number as printed. *last* is the place of its last digit (0.01 for 12.30, 1 for 2100), *place* that of its last
    digit other than 0 (0.1, 100), *decimals* how many digits stand behind the point.
    """

    value: Exact
    decimals: int
    last: Exact
    place: Exact

    def times(self, factor: Exact) -> Printed:
        if factor == 1:
            return self
        return Printed(
            product(self.value, factor), self.decimals, product(self.last, factor), product(self.place, factor)
        )


_WELL_FORMED = {
    Marks.POINT: lazy(r"(?:[0-9]{1,60}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,20})(?:\.[0-9]{1,60})?"),
    Marks.COMMA: lazy(r"(?:[0-9]{1,60}|[1-9][0-9]{0,2}(?:[. ][0-9]{3}){1,20})(?:,[0-9]{1,60})?"),
}


@lru_cache(maxsize=4096)
def printed(run: str, marks: Marks = Marks.POINT) -> Printed | None:
    """
    The number that all of *run* is, None if it is none (1.234.567; 12,34,567; more than 60 digits).

    Thousands marks stand between groups of three digits only; a number starts with 0 only before its point.
    """
    run = ascii_digits(run)
    if len(run) <= LONGEST and run.isdigit():
        return whole(int(run))
    if not _WELL_FORMED[marks].fullmatch(run):
        return None
    if marks is Marks.COMMA:
        run = run.replace(".", " ").replace(",", ".").replace(" ", "")
    integer, _, fraction = run.replace(",", "").partition(".")
    if len(integer) + len(fraction) > LONGEST:
        return None
    if not fraction:
        return whole(int(integer))
    digits = integer + fraction
    decimals = len(fraction)
    zeros = len(digits) - len(digits.rstrip("0"))
    value = ratio(int(digits), 10**decimals)
    return Printed(value, decimals, power(-decimals), power(zeros - decimals) if value else power(-decimals))


def whole(value: int) -> Printed:
    """The whole number *value*, printed digit by digit."""
    return Printed(value, 0, 1, trailing(value))


def trailing(value: int) -> int:
    """The place of the last digit of *value* that is not 0: 100 for 2100, 1 for 0."""
    digits = str(value)
    return 10 ** (len(digits) - len(digits.rstrip("0"))) if value else 1
