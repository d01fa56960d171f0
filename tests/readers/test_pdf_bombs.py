"""Small PDF files that unpack to gigabytes or never end: refused in seconds, in little memory."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable

import pytest

from gklint import pipeline
from gklint.budget import Budget
from gklint.model.finding import Audit, Status
from tests.bombs import BOMBS, pdf, report
from tests.factory.evidence import packs

SECONDS, MEGABYTES = 10, 500
BRIEF = Budget(seconds=8)
"""An eighth of it for small documents."""


def apart(do: Callable[[], Audit]) -> tuple[str, float, float]:
    """Status, processor seconds and megabytes of what *do* does in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    come, go = os.pipe()
    child = os.fork()
    if not child:
        began = time.process_time()
        told = do()
        spent = time.process_time() - began
        more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        os.write(go, f"{told.status.value} {spent} {more / 1024}".encode())
        os._exit(0)
    os.close(go)
    os.waitpid(child, 0)
    with os.fdopen(come) as answer:
        status, spent, more = answer.read().split()
    return status, float(spent), float(more)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded on Linux")
@pytest.mark.parametrize("make", BOMBS.values(), ids=BOMBS)
def test_bombs_are_refused(make: Callable[[], bytes]) -> None:
    """Each is a finding of its document, and costs little."""
    data = make()

    status, seconds, megabytes = apart(lambda: pipeline.contained(data, "a.pdf", packs(), budget=BRIEF))

    assert status in ("unreadable", "over-budget", "empty")
    assert (True, True) == (seconds < SECONDS, megabytes < MEGABYTES)


def test_what_is_no_bomb_is_read() -> None:
    """The page that all bombs are made from."""
    assert Status.READ is pipeline.contained(pdf(report()), "a.pdf", packs()).status
