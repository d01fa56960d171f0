"""Equations as the forms print them, for planting: which slips are faults at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Identity:
    """*holds* gets the values of *slots* in their order."""

    name: str
    slots: tuple[str, ...]
    holds: Callable[..., bool]

    def broken_by(self, printed: Mapping[str, str]) -> bool:
        """Whether the identity fails; one with an unprinted slot does not."""
        if not all(slot in printed for slot in self.slots):
            return False
        return not self.holds(*(Fraction(printed[slot]) for slot in self.slots))


def total(name: str, whole: str, parts: tuple[str, ...]) -> Identity:
    return Identity(name, (whole, *parts), lambda w, *p: w == sum(p))


def bound(name: str, whole: str, parts: tuple[str, ...]) -> Identity:
    return Identity(name, (whole, *parts), lambda w, *p: w >= sum(p))


def subset(name: str, whole: str, part: str) -> Identity:
    return Identity(name, (whole, part), lambda w, p: w >= p)


def ends(name: str, slot: str) -> Identity:
    """A cell that cannot lie below zero."""
    return Identity(name, (slot,), lambda value: value >= 0)
