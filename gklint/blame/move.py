"""A move: the values that were meant, if one fault is undone."""

from __future__ import annotations

from gklint.model.finding import Reason, Slip
from gklint.model.interval import Exact
from gklint.start.records import dataclass

COINCIDENCES = frozenset({Slip.LEFT_EMPTY, Slip.COPIED, Slip.STALE, Slip.COUNTED_TWICE, Slip.LEFT_OUT, Slip.WRONG_SIGN})
"""Reasons that numbers in a table give by chance now and then; a lone sum is not enough to believe them."""

Reasons = tuple[tuple[int, Reason], ...]
"""Figure ids, each with the slip that explains what is printed there."""


@dataclass(frozen=True, slots=True)
class Move:
    """
    *changes* (figure id, value meant) and how likely the fault is that they undo; *reasons* by figure id. Not
    *unique*: other values would do as well, so that none is suggested. *blamed* is the first of the figures.
    """

    changes: tuple[tuple[int, Exact], ...]
    score: int
    reasons: Reasons = ()
    unique: bool = True

    @property
    def figures(self) -> tuple[int, ...]:
        return tuple(figure for figure, _ in self.changes)

    @property
    def is_explained(self) -> bool:
        """Whether a slip of the hand tells how the printed values came about, and no mere coincidence of numbers."""
        return bool(self.reasons) and not any(reason.slip in COINCIDENCES for _, reason in self.reasons)
