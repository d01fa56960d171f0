"""Roles in a flow: which figure is what was there, what came in, what went out, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache

from gklint.claims.share.running import MARK, Spot, any_of
from gklint.model.reading import Reading
from gklint.model.relation import Flow, Partition
from gklint.start.records import dataclass

Taken = tuple[Spot, Flow | Partition, Reading]
"""The figure that a flow explains, one way to take it, and why."""


class Role(Enum):
    OPENING = "opening"
    GAIN = "gain"
    LOSS = "loss"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Form:
    """
    The words before the figures of one kind of flow, as fragments of patterns. What is *rolled* (滚存) is left of more
    than what came in, what is *own* (当年) of nothing but that. *is_stock*: an earlier closing figure is the opening of
    a later one. *is_ahead*: the closing figure stands first and its terms are inside it (其中).
    """

    closing: tuple[str, ...]
    gains: tuple[str, ...]
    losses: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    rolled: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    is_stock: bool = False
    is_ahead: bool = False

    def speaks(self, text: str) -> bool:
        """Whether *text* has a word for what is left."""
        return any_of(self.closing).search(text) is not None


CHANGE = (
    "(?:比|较|同比|环比)[^，,]*$",
    "(?:[增减][收支]|提高|降低|上升|下降)(?:了|额|为|达|至|到)?$",
    "人均[^，,]*$",
)
"""Words before a figure that is no term of a flow."""
NESTED = ("其中", "包括", "of which", "including")


def nested(row: Sequence[Spot]) -> frozenset[int]:
    """Places of the figures that are inside another one, as 其中 before them in their segment says."""
    found: set[int] = set()
    segment = -1
    for spot in row:
        if any_of(NESTED).search(spot.lead):
            segment = spot.segment
        if spot.segment == segment:
            found.add(spot.place)
    return frozenset(found)


def roles(row: Sequence[Spot], form: Form) -> dict[int, Role]:
    """
    The roles of the figures of *row*, by place. A figure without a word of its own goes on in the role of the one
    before it in its segment: 支出预算 98 万元，实际完成 95 万元.
    """
    found: dict[int, Role] = {}
    last: tuple[int, Role] | None = None
    for spot in row:
        if not spot.is_quantity:
            continue
        role = _said(_words(spot), form)
        if role is not Role.CLOSING and is_change(spot):
            continue
        if role is None and any_of(NESTED).search(spot.lead):
            last = None
        if role is None and last and last[0] == spot.segment and last[1] in (Role.GAIN, Role.LOSS):
            role = last[1]
        if role:
            found[spot.place] = role
            last = spot.segment, role
    return found


def is_change(spot: Spot) -> bool:
    """Whether the figure tells by how much one before it changed, or what falls to one head."""
    return any_of(CHANGE).search(spot.clause) is not None


def _words(spot: Spot) -> str:
    """The words that the figure goes with: those before it, or those behind where none do (1 件结转下年)."""
    return spot.clause or MARK.split(spot.tail)[0]


def _said(clause: str, form: Form) -> Role | None:
    """The role that the last word in *clause* gives; a word for what was there says so wherever it stands."""
    if any_of(form.opening).search(clause):
        return Role.OPENING
    said = [(end, role) for role, words in _tables(form) if (end := _last(clause, words)) >= 0]
    return max(said, key=lambda one: one[0])[1] if said else None


@cache
def _tables(form: Form) -> tuple[tuple[Role, tuple[str, ...]], ...]:
    return (Role.CLOSING, form.closing), (Role.GAIN, form.gains), (Role.LOSS, form.losses)


def _last(clause: str, words: tuple[str, ...]) -> int:
    """Where the last of *words* in *clause* ends, −1 if there is none."""
    return max((found.end() for found in any_of(words).finditer(clause)), default=-1)
