"""Exact arithmetic that stays with ints as long as it can: they are several times faster than fractions."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from gklint.model.interval import Exact


def exact(value: Exact) -> Exact:
    """*value* as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value


def ratio(numerator: int, denominator: int) -> Exact:
    """*numerator* / *denominator*, which is above zero, as an int where it is whole."""
    quotient, rest = divmod(numerator, denominator)
    return Fraction(numerator, denominator) if rest else quotient


def product(one: Exact, two: Exact) -> Exact:
    """*one* times *two*, as an int where it is whole."""
    return ratio(one.numerator * two.numerator, one.denominator * two.denominator)


@lru_cache(maxsize=128)
def power(exponent: int) -> Exact:
    """Ten to the *exponent*: 100, 1/100."""
    return 10**exponent if exponent >= 0 else Fraction(1, 10**-exponent)
