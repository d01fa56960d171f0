"""How much of each audit an output prints: what it does not, need not be kept, sent or read again."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from gklint.model.finding import Audit


class Depth(IntEnum):
    BRIEF = 1
    """Findings and counts."""
    FAULTY = 2
    """The whole of a document that has findings, of the others the counts."""
    WHOLE = 3

    def is_whole(self, audit: Audit) -> bool:
        """Whether *audit*, be it brief, is one that has to be whole."""
        return self is Depth.WHOLE or (self is Depth.FAULTY and bool(audit.findings))

    def of(self, audit: Audit) -> Audit:
        """*audit*, brief unless it has to be whole."""
        return audit if self.is_whole(audit) else audit.brief()


DEPTHS: dict[str, Depth] = {
    **dict.fromkeys(("concise", "grouped", "statistics", "github", "gitlab", "rdjson", "csv", "markdown"), Depth.BRIEF),
    "full": Depth.FAULTY,
}
"""Formats that print less than the whole."""


def needed(formats: Iterable[str]) -> Depth:
    """What one run has to know for all of *formats*."""
    return max(DEPTHS.get(name, Depth.WHOLE) for name in formats)
