"""
A limit on the memory that a piece of work may take on top of what this process has: what wants more gets MemoryError.

Linux counts the whole address space. Where there is no such limit, or one that counts nothing (macOS), none is set.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from gklint.start.records import dataclass

TAKEN, PEAK, RESET = "/proc/self/statm", "/proc/self/status", "/proc/self/clear_refs"
NEARLY = 0.5
"""Of the limit: who asks for much at once never had it all."""


@dataclass(frozen=True, slots=True)
class Memory:
    """
    The limit that was set here: no more than *more* bytes above those that this process has, of which it *used* some;
    none (0) where another limit holds.
    """

    used: int = 0
    more: int = 0

    @property
    def was_reached(self) -> bool:
        """Whether so much was used that a MemoryError is what the limit was set for."""
        return self.more > 0 and _peak() >= self.used + NEARLY * self.more


@contextmanager
def capped(more: int) -> Iterator[Memory]:
    """Let this process take *more* bytes than it has now."""
    # Other threads have memory of their own to ask for.
    if not sys.platform.startswith("linux") or threading.current_thread() is not threading.main_thread():
        yield Memory()
        return
    import resource  # which there is on Unix only

    before, most = resource.getrlimit(resource.RLIMIT_AS)
    taken, used = _taken(resource.getpagesize())
    known = [limit for limit in (before, most) if limit != resource.RLIM_INFINITY]
    if any(limit <= taken + more for limit in known):
        yield Memory()
        return
    resource.setrlimit(resource.RLIMIT_AS, (taken + more, most))
    try:
        _forget_peak()
        yield Memory(used, more)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, most))


def _taken(page: int) -> tuple[int, int]:
    """Bytes of address space that this process has, and of memory that it uses."""
    with open(TAKEN, "rb") as file:
        taken, used, *_ = file.read().split()
    return int(taken) * page, int(used) * page


def _peak() -> int:
    """The most memory that it has used."""
    with open(PEAK, encoding="ascii", errors="replace") as file:
        kilobytes = next(line for line in file if line.startswith("VmHWM")).split()[1]
    return int(kilobytes) * 1024


def _forget_peak() -> None:
    """Whatever was used by documents before this one says nothing of it."""
    with contextlib.suppress(OSError), open(RESET, "w", encoding="ascii") as file:
        file.write("5")
