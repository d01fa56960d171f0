"""
What one document may cost: processor seconds, memory, bytes that are unpacked, figures in one passage.

A file of some kilobytes can unpack to gigabytes or keep a reader busy for days. Whoever unpacks or collects asks here;
seconds and memory are watched from outside (``_deadline``, ``_memory``), and in a process of its own by the system too.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

from gklint.budget._deadline import Deadline, DeadlineError, harden
from gklint.budget._memory import capped
from gklint.errors import ReadError
from gklint.start.records import dataclass

__all__ = ["Budget", "current", "harden", "room", "spent", "unpack", "within"]

Done = TypeVar("Done")

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Budget:
    """*seconds* of processor time, *memory* and *unpacked* in megabytes, *figures* in one passage."""

    seconds: int = 60
    """Real reports take less than one."""
    memory: int = 1500
    unpacked: int = 256
    figures: int = 2000
    """The densest passage of a real report has two hundred."""

    def share(self, limit: int, part: float, size: int) -> float:
        """
        What of *limit* a document of *size* bytes may use: *part* of it, and more from byte to byte up to the whole at
        one megabyte: a small file has no claim to a minute.
        """
        return limit * min(1.0, part + size / MEGABYTE)


SECONDS_PART, MEMORY_PART = 1 / 8, 1 / 4


class _Meter:
    """What the document at hand has used."""

    def __init__(self, budget: Budget, size: int, deadline: Deadline) -> None:
        self.budget = budget
        self.size = size
        self.deadline = deadline
        self.unpacked = 0


_meter: ContextVar[_Meter | None] = ContextVar("meter", default=None)


def within(budget: Budget, size: int, do: Callable[[], Done]) -> Done:
    """
    What *do* returns that is done for a document of *size* bytes.

    Raises:
        ReadError: over-budget.
    """
    deadline = Deadline()
    token = _meter.set(_Meter(budget, size, deadline))
    try:
        with capped(int(budget.share(budget.memory, MEMORY_PART, size) * MEGABYTE)) as memory:
            try:
                return deadline.keep(do, budget.share(budget.seconds, SECONDS_PART, size))
            except MemoryError:
                if memory.was_reached:
                    raise spent("memory") from None
                raise
    except (DeadlineError, TimeoutError):
        # The second one is that of a search for a pattern of somebody's pack.
        raise spent("seconds") from None
    finally:
        _meter.reset(token)


def spent(name: str) -> ReadError:
    """The error that says which part of the budget is used up, and how to raise it."""
    value = getattr(current(), name)
    return ReadError("over-budget", f"budget.{name} = {value}; --config budget.{name}={2 * value}")


def current() -> Budget:
    """The budget of the document at hand."""
    meter = _meter.get()
    return meter.budget if meter else Budget()


def room() -> int:
    """How many bytes may still be unpacked."""
    meter = _meter.get()
    used = meter.unpacked if meter else 0
    return current().unpacked * MEGABYTE - used


def unpack(count: int, *, earns: bool = False) -> None:
    """
    Note that *count* bytes were unpacked; if that *earns* time, as text does that is all looked at, the deadline moves.

    Raises:
        ReadError: over-budget.
    """
    meter = _meter.get()
    if meter is None:
        return
    meter.unpacked += count
    if meter.unpacked > meter.budget.unpacked * MEGABYTE:
        raise spent("unpacked")
    if earns:
        budget = meter.budget
        meter.deadline.move(budget.share(budget.seconds, SECONDS_PART, meter.size + meter.unpacked))
