"""What is told of the run itself: nothing that the bytes of the reports do not fix, unless a person says so."""

from __future__ import annotations

from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """
    *packs* are the editions of the rules that were applied (``core 3f9a12bc``); *date* is the day that the person who
    runs it gives, None to leave room for writing it by hand.
    """

    packs: tuple[str, ...] = ()
    date: str | None = None
