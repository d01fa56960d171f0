"""Other processes for a run: whether several pay, and which documents are better kept out of this one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gklint.cli.sources import Source
from gklint.model.finding import Audit

if TYPE_CHECKING:
    from gklint.cli.runs.worker import Do

MOST_JOBS = 8
"""Each process takes the memory of a run of its own."""
START_SECONDS = {"fork": 0.15, "forkserver": 0.6, "spawn": 0.6}
"""What has to be saved before another process pays: it is started, and compiles the patterns again."""

EACH_SECONDS = 0.0005
SECONDS_PER_BYTE = {".pdf": 10e-6, ".docx": 3e-6}
"""Guesses on a slow machine, good enough to tell a second from a tenth of it."""
TEXT_SECONDS_PER_BYTE = 2e-6


def automatic() -> int:
    """As many processes as may run at the same time here."""
    own = getattr(os, "sched_getaffinity", None)
    return min(MOST_JOBS, len(own(0)) if own else os.cpu_count() or 1)


def spread(do: Do, sources: Sequence[Source], jobs: int) -> Iterator[tuple[Audit, bytes]]:
    """
    What *do* makes of each source, in their order, and the same packed if it came from another process: that is done
    where it saves time or shields this process. An interrupt leaves no process behind.
    """
    costs = [cost(*source) for source in sources]
    if not pays(costs, jobs):
        if not (_can_fork() and any(map(is_risky, sources))):
            yield from ((do(source), b"") for source in sources)
            return
        jobs = 1
    from gklint.cli.runs.workers import Workers  # small runs of texts need none

    workers = Workers(do, sources, jobs)
    try:
        yield from workers.answers(sorted(range(len(sources)), key=lambda index: -costs[index]))
    finally:
        workers.dismiss()


def is_risky(source: Source) -> bool:
    """
    Whether a document is read by libraries that are not written in Python, or for machines in the first place: what
    goes wrong there may be the end of a process.
    """
    _, data = source
    return isinstance(data, bytes) and (data.startswith(b"PK") or b"%PDF-" in data[:1024])


def _can_fork() -> bool:
    """Whether another process costs some hundredths of a second, not half of one."""
    if sys.platform != "linux":
        return False
    from multiprocessing import get_start_method

    return get_start_method() == "fork"


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
