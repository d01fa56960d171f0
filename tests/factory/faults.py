"""Slips of the hand: what one keying, copying or updating mistake does to printed values."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.factory.identity import Identity

Printed = Mapping[str, str]
Lines = Sequence[Sequence[str]]
"""Slots that stand side by side in a row or below each other in a column, in reading order."""


@dataclass(frozen=True, slots=True)
class Fault:
    """*printed* is the whole form after the slip, *changed* the slots that differ, *broken* what it violates."""

    kind: str
    printed: Printed
    changed: tuple[str, ...]
    broken: tuple[Identity, ...]


def replaced(rng: random.Random, value: str) -> str:
    at = rng.choice([i for i, c in enumerate(value) if c.isdigit()])
    return value[:at] + rng.choice([d for d in "0123456789" if d != value[at]]) + value[at + 1 :]


def swapped(rng: random.Random, value: str) -> str:
    at = rng.randrange(max(1, len(value) - 1))
    return value[:at] + value[at : at + 2][::-1] + value[at + 2 :]


def omitted(rng: random.Random, value: str) -> str:
    at = rng.randrange(len(value))
    return value[:at] + value[at + 1 :]


def inserted(rng: random.Random, value: str) -> str:
    at = rng.randrange(len(value) + 1)
    return value[:at] + rng.choice("0123456789") + value[at:]


def tenfold(_: random.Random, value: str) -> str:
    return value + "0"


def tenth(_: random.Random, value: str) -> str:
    return value[:-1] if value.endswith("0") else value


def negated(_: random.Random, value: str) -> str:
    return f"-{value}" if value.strip("0.") else value


LOOK_ALIKE = {"1": "7", "7": "1", "3": "8", "8": "3", "5": "6", "6": "5", "0": "6"}


def mistaken(rng: random.Random, value: str) -> str:
    """A digit read as one that looks like it, which a person does when copying from paper."""
    spots = [i for i, digit in enumerate(value) if digit in LOOK_ALIKE]
    if not spots:
        return value
    at = rng.choice(spots)
    return value[:at] + LOOK_ALIKE[value[at]] + value[at + 1 :]


def strange(rng: random.Random, value: str) -> str:
    """Any other number of as many digits: a figure from somewhere else."""
    return "".join(
        rng.choice("123456789" if i == 0 else "0123456789") if c.isdigit() else c for i, c in enumerate(value)
    )


SLIPS: dict[str, Callable[[random.Random, str], str]] = {
    "digit replaced": replaced,
    "digits swapped": swapped,
    "digit omitted": omitted,
    "digit inserted": inserted,
    "ten times": tenfold,
    "a tenth": tenth,
    "sign": negated,
    "look-alike": mistaken,
    "any value": strange,
}


def _slip(kind: str, rng: random.Random, printed: Printed, lines: Lines) -> dict[str, str]:
    slot = rng.choice(rng.choice(lines))
    return {slot: SLIPS[kind](rng, printed[slot])}


def _neighbours_swapped(rng: random.Random, printed: Printed, lines: Lines) -> dict[str, str]:
    line = rng.choice([line for line in lines if len(line) > 1])
    at = rng.randrange(len(line) - 1)
    return {line[at]: printed[line[at + 1]], line[at + 1]: printed[line[at]]}


def _shifted(rng: random.Random, printed: Printed, lines: Lines) -> dict[str, str]:
    """A piece of a line slides by one cell; the cell it leaves is filled with 0."""
    line = rng.choice([line for line in lines if len(line) > 2])
    start = rng.randrange(len(line) - 2)
    stop = rng.randrange(start + 1, len(line))
    moved = ["0", *(printed[slot] for slot in line[start:stop])]
    return dict(zip(line[start : stop + 1], moved, strict=True))


def _copied(rng: random.Random, printed: Printed, lines: Lines) -> dict[str, str]:
    line = rng.choice([line for line in lines if len(line) > 1])
    at = rng.randrange(1, len(line))
    return {line[at]: printed[line[at - 1]]}


def _stale(rng: random.Random, printed: Printed, lines: Lines) -> dict[str, str]:
    """A part was updated after the totals had been taken."""
    slot = rng.choice(rng.choice(lines))
    return {slot: str(int(printed[slot]) + rng.randrange(1, 40))} if printed[slot].isdecimal() else {}


KINDS: dict[str, Callable[[random.Random, Printed, Lines], dict[str, str]]] = {
    **{kind: (lambda rng, p, lines, kind=kind: _slip(kind, rng, p, lines)) for kind in SLIPS},
    "neighbours swapped": _neighbours_swapped,
    "cells shifted": _shifted,
    "neighbour copied": _copied,
    "stale total": _stale,
}


def plant(
    rng: random.Random, printed: Printed, lines: Lines, identities: Sequence[Identity], kind: str, tries: int = 200
) -> Fault | None:
    """A slip of *kind* that violates an identity, or None if *tries* found none."""
    for _ in range(tries):
        change = KINDS[kind](rng, printed, lines)
        changed = tuple(slot for slot, text in change.items() if text != printed[slot])
        if not changed or not all(_well_formed(change[slot]) for slot in changed):
            continue
        after = {**printed, **change}
        broken = tuple(identity for identity in identities if identity.broken_by(after))
        if broken:
            return Fault(kind, after, changed, broken)
    return None


def _well_formed(text: str) -> bool:
    """Whether a person could leave the cell so: no number with a leading zero, none lost altogether."""
    digits = text.removeprefix("-").removeprefix("+")
    return digits.replace(".", "", 1).isdecimal() and (digits == "0" or digits[0] != "0" or digits.startswith("0."))
