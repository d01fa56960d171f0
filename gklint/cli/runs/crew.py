"""Several processes for one run: whether that pays, who does what, and how it ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from gklint.cli.runs.parcel import packed, unpacked
from gklint.cli.sources import Source
from gklint.model.finding import Audit

Do = Callable[[Source], Audit]

MOST_JOBS = 8
"""Each process takes the memory of a run of its own."""
CHUNK_FILES = 200
ROUNDS = 4
"""So many chunks for each process at least: the last ones to be ready wait less for each other."""
START_SECONDS = {"fork": 0.15, "forkserver": 0.6, "spawn": 0.6}
"""What has to be saved before another process pays: it is started, and compiles the patterns again."""

EACH_SECONDS = 0.0005
SECONDS_PER_BYTE = {".pdf": 10e-6, ".docx": 3e-6}
"""Guesses on a slow machine, good enough to tell a second from a tenth of it."""
TEXT_SECONDS_PER_BYTE = 2e-6

_do: Do


def automatic() -> int:
    """As many processes as may run at the same time here."""
    own = getattr(os, "sched_getaffinity", None)
    return min(MOST_JOBS, len(own(0)) if own else os.cpu_count() or 1)


def spread(do: Do, sources: Sequence[Source], jobs: int) -> Iterator[tuple[Audit, bytes]]:
    """
    What *do* makes of each source, in their order, and the same packed if it came from another process: that is done
    where it saves time.

    *do* is sent to the processes, so it has to be a function of a module or a record. What it raises arrives as if it
    had been called here; an interrupt leaves no process behind.
    """
    costs = [cost(*source) for source in sources]
    if not pays(costs, jobs):
        yield from ((do(source), b"") for source in sources)
        return
    from concurrent.futures import ProcessPoolExecutor

    plan = chunks(costs, jobs)
    places = {index: (number, place) for number, chunk in enumerate(plan) for place, index in enumerate(chunk)}
    with ProcessPoolExecutor(min(jobs, len(plan)), initializer=_begin, initargs=(do,)) as pool:
        futures = [pool.submit(_chunk, [sources[index] for index in chunk]) for chunk in plan]
        try:
            for index in range(len(sources)):
                number, place = places[index]
                data = futures[number].result()[place]
                yield unpacked(data, Audit), data
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def cost(name: str, data: object) -> float:
    """About how many seconds it takes to check *data*."""
    size = len(data) if isinstance(data, bytes) else 0
    return EACH_SECONDS + size * SECONDS_PER_BYTE.get(os.path.splitext(name)[1].lower(), TEXT_SECONDS_PER_BYTE)


def pays(costs: Sequence[float], jobs: int) -> bool:
    """Whether *jobs* processes save more than it takes to start them; the largest document is one process's work."""
    if jobs < 2 or len(costs) < 2:
        return False
    total = sum(costs)
    saved = total - max(total / jobs, *costs)
    if saved < min(START_SECONDS.values()):
        return False
    from multiprocessing import get_start_method

    return saved >= START_SECONDS[get_start_method()]


def chunks(costs: Sequence[float], jobs: int) -> list[list[int]]:
    """The indices of *costs* in pieces of about the same work, the dearest first, none with too many files."""
    share = sum(costs) / (jobs * ROUNDS)
    found: list[list[int]] = []
    room = 0.0
    for index in sorted(range(len(costs)), key=lambda i: -costs[i]):
        if not found or room < costs[index] or len(found[-1]) == CHUNK_FILES:
            found.append([])
            room = share
        found[-1].append(index)
        room -= costs[index]
    return found


def _begin(do: Do) -> None:
    """Set up a process: it knows what to do, and an interrupt ends it without a word."""
    import gc
    import signal

    global _do
    _do = do
    gc.set_threshold(100_000, 50, 100)  # as in gklint.__main__
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _chunk(sources: list[Source]) -> list[bytes]:
    return [packed(_do(source)) for source in sources]
