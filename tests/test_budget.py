"""What a document may cost: whatever it does, it is stopped in time, and nothing is left behind."""

from __future__ import annotations

import contextlib
import re
import resource
import signal
import sys
import threading
import zlib
from collections.abc import Callable

import pytest

from gklint import pipeline
from gklint.budget import Budget, current, room, unpack, within
from gklint.errors import ReadError
from gklint.model.finding import Status
from tests.factory.evidence import packs

BRIEF = Budget(seconds=1)
"""An eighth of it for small documents."""


def spin() -> None:
    while True:
        pass


def search() -> None:
    re.search(r"(a+)+#", "a" * 60)


def recur() -> None:
    with contextlib.suppress(RecursionError):
        recur()
    recur()


def hoard() -> None:
    kept = []
    while True:
        kept.append(bytearray(8 << 20))


@pytest.mark.parametrize("do", [spin, search, recur], ids=lambda do: do.__name__)
def test_what_never_ends_is_ended(do: Callable[[], None]) -> None:
    """A loop, a search for a pattern, a recursion that starts anew: the time is up for all."""
    before = signal.getsignal(signal.SIGPROF)

    with pytest.raises(ReadError, match=r"budget\.seconds = 1; --config budget\.seconds=2"):
        within(BRIEF, 0, do)

    assert (before, (0.0, 0.0)) == (signal.getsignal(signal.SIGPROF), signal.getitimer(signal.ITIMER_PROF))


def test_an_exception_that_a_library_swallows_comes_again() -> None:
    """Whoever catches everything once is told again a second later."""

    def stubborn() -> None:
        with contextlib.suppress(BaseException):
            spin()
        spin()

    with pytest.raises(ReadError, match=r"budget\.seconds"):
        within(BRIEF, 0, stubborn)


def test_other_threads_have_deadlines_too() -> None:
    """A signal comes to the main thread alone; elsewhere, and on Windows, a clock does it."""
    told: list[str] = []

    def work() -> None:
        try:
            within(BRIEF, 0, spin)
        except ReadError as error:
            told.append(error.detail)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert ["budget.seconds = 1; --config budget.seconds=2"] == told


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counted by Linux only")
def test_memory_has_an_end() -> None:
    """What a small document may take is told before the machine has none, and the limit is lifted behind it."""
    before = resource.getrlimit(resource.RLIMIT_AS)

    with pytest.raises(ReadError, match=r"budget\.memory = 400; --config budget\.memory=800"):
        within(Budget(memory=400), 0, hoard)

    assert before == resource.getrlimit(resource.RLIMIT_AS)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counted by Linux only")
def test_memory_that_others_limit_is_not_ours_to_raise() -> None:
    """Under a tighter limit from outside it is that one which holds: no setting of gklint would help."""
    before, most = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm", encoding="ascii") as file:
        taken = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + (200 << 20), most))
    try:
        with pytest.raises(MemoryError):
            within(Budget(memory=4000), 0, hoard)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, most))


def test_unpacking_has_an_end() -> None:
    """Each document unpacks what it may, and the next one begins anew."""

    def greedy() -> None:
        for _ in range(9):
            unpack(30 << 20)

    with pytest.raises(ReadError, match=r"budget\.unpacked = 256"):
        within(Budget(), 0, greedy)

    assert 256 << 20 == within(Budget(), 0, room)


def test_size_earns_time() -> None:
    """A long report may take longer than a short one, up to the whole."""
    budget = Budget(seconds=60)

    assert [7.5, 37.5, 60] == [budget.share(60, 1 / 8, size) for size in (0, 1 << 19, 1 << 24)]


def test_budgets_are_those_of_the_document_at_hand() -> None:
    """Inside, the budget that was given; outside, the usual one."""
    own = Budget(figures=7)

    assert (own, Budget()) == (within(own, 0, current), current())


def test_a_passage_of_too_many_figures_is_told() -> None:
    """Nobody writes two thousand figures in one passage; whoever does is told how to have them checked."""
    text = "1件，" * 30

    refused = pipeline.contained(text.encode(), "a.txt", packs(), budget=Budget(figures=29))
    read = pipeline.contained(text.encode(), "a.txt", packs(), budget=Budget(figures=30))

    (finding,) = refused.findings
    assert (Status.OVER_BUDGET, "GK012") == (refused.status, finding.rule.code)
    assert "budget.figures = 29; --config budget.figures=58" == finding.args["detail"]
    assert Status.READ is read.status


def test_a_deadline_leaves_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is cut short is a document that was not checked, never one without findings."""
    monkeypatch.setattr("gklint.figures.read", lambda document, packs: spin())

    audit = pipeline.contained("全年12件。".encode(), "a.txt", packs(), budget=BRIEF)

    assert (Status.OVER_BUDGET, None, "") == (audit.status, audit.ledger, audit.failure)


def test_damage_in_the_middle_keeps_what_came_before() -> None:
    """A stream that is damaged near its end is read up to there, as before there were guards."""
    from gklint.readers._pdf_guard import _inflated

    packed = zlib.compress(bytes(range(256)) * 200, 0)

    assert bytes(range(256)) * 200 == _inflated(packed[:-2] + b"xx", 1 << 20)
