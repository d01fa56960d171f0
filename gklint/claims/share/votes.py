"""
Votes: shares of one list have one base, so that each of them speaks for what its siblings are shares of.

What holds is proposed alone; where nothing does, the first few bases are, for the room that weighs to believe or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from gklint.claims.share.bases import Base
from gklint.claims.share.shares import Portion

MOST_CLAIMED = 3
MANY = 3
SHARP = Fraction(1, 20)
"""A share that leaves its base more room than this is no vote: one digit fits many wholes."""

Holds = Callable[[Portion, Base], bool]


def voted(proposed: Sequence[tuple[Portion, Sequence[Base]]], holds: Holds) -> Iterator[tuple[Portion, Base]]:
    """The bases of each portion that may be claimed, with what its siblings say of them."""
    holding = [[base for base in bases if holds(portion, base)] for portion, bases in proposed]
    for index, (portion, bases) in enumerate(proposed):
        others = [
            _keys(held) for place, held in enumerate(holding) if place != index and _speaks(proposed[place][0], portion)
        ]
        for base in (holding[index] or _favourites(bases, others))[:MOST_CLAIMED]:
            yield portion, _marked(base, others)


def _speaks(sibling: Portion, portion: Portion) -> bool:
    """Whether *sibling* is a share of the same whole by its grammar, and sharp enough to tell which."""
    if not sibling.part.like(portion.part) or sibling.name != portion.name or _is_opened(sibling, portion):
        return False
    numeral = sibling.share.numeral
    bounds = numeral.bounds
    if bounds.low is None or bounds.high is None or not numeral.value:
        return False
    room = bounds.high - bounds.low if not bounds.is_point else Fraction(1, 10**numeral.decimals)
    return Fraction(room) <= SHARP * Fraction(numeral.value)


def _is_opened(one: Portion, other: Portion) -> bool:
    """Whether only the later of both is inside a figure of its own (其中): its whole may be another."""
    first, second = sorted((one, other), key=lambda portion: portion.part.place)
    return second.is_nested and not first.is_nested


def _keys(bases: Sequence[Base]) -> set[tuple[int, ...]]:
    return {_key(base) for base in bases}


def _key(base: Base) -> tuple[int, ...]:
    return tuple(figure.id for figure in base.figures)


def _favourites(bases: Sequence[Base], others: Sequence[set[tuple[int, ...]]]) -> list[Base]:
    """*bases*, those first that most siblings hold against."""
    return sorted(bases, key=lambda base: -sum(_key(base) in held for held in others))


def _marked(base: Base, others: Sequence[set[tuple[int, ...]]]) -> Base:
    votes = sum(_key(base) in held for held in others)
    if not votes:
        return base
    return replace(base, features=(*base.features, f"siblings-{_share(votes, len(others))}"))


def _share(votes: int, others: int) -> str:
    if votes == others and votes >= MANY:
        return "all"
    return "most" if votes >= MANY or (votes == others and votes > 1) else "some"
