"""What was worked out once, kept by the object that it was worked out from: tables of rules cannot be hashed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")
MOST = 2000
"""Objects that are remembered; the tables of all rules together are some hundreds."""


def per_object(make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """*make*, done once for each object; for objects that live as long as the run and do not change."""
    known: dict[int, tuple[Thing, Made]] = {}

    def remembered(thing: Thing) -> Made:
        found = known.get(id(thing))
        # The object is kept with what was made of it, so that no other can take its place in memory.
        if found is None:
            if len(known) >= MOST:
                known.clear()  # a process that watches files loads its rules again and again
            found = known[id(thing)] = thing, make(thing)
        return found[1]

    return remembered


def of_last(make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """*make*, done once as long as it is asked for the same object: for documents, which come one after the other."""
    last: list[tuple[Thing, Made]] = []

    def remembered(thing: Thing) -> Made:
        if not last or last[0][0] is not thing:
            last[:] = [(thing, make(thing))]
        return last[0][1]

    return remembered
