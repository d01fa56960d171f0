"""
A deadline for a piece of work in this very process: when it has passed, an exception is raised wherever the work is.

On Unix a timer of the system counts processor time, so that a machine with much else to do judges no document harder;
its signal also ends a search for a pattern. Elsewhere, and outside of the main thread, a second thread counts seconds
of the clock, twice as many, and is heard between two steps of Python only.
"""

from __future__ import annotations

import math
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

Done = TypeVar("Done")

AGAIN_SECONDS = 1.0
"""A library may swallow whatever is raised in it: it is raised again."""
CLOCK_FACTOR = 2
GRACE_SECONDS = 5


class DeadlineError(BaseException):
    """The time is up. No Exception, for libraries catch those in the middle of their work."""


class Deadline:
    """Seconds for one piece of work, which may be made more while it is done."""

    def __init__(self) -> None:
        self._is_armed = False
        self._seconds = 0.0
        self._started = 0.0
        self._set: Callable[[float], None] = lambda seconds: None

    def keep(self, do: Callable[[], Done], seconds: float) -> Done:
        """
        What *do* returns.

        Raises:
            DeadlineError: it took more than *seconds*.
        """
        with _signalled(self._ring) if _can_signal() else _called(self._ring) as (self._set, self._now):
            self._started = self._now()
            self._seconds = seconds
            self._is_armed = True
            try:
                self._set(seconds)
                return do()
            finally:
                # Whoever rings from now on is not heard; the timer itself ends a line later.
                self._is_armed = False
                self._set(0)

    def move(self, seconds: float) -> None:
        """Let the whole work take *seconds*, if that is more than before."""
        if self._is_armed and seconds > self._seconds:
            self._seconds = seconds
            self._set(max(0.01, seconds - (self._now() - self._started)))

    def _ring(self) -> None:
        if self._is_armed:
            raise DeadlineError


def _can_signal() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


Timer = tuple[Callable[[float], None], Callable[[], float]]
"""What sets the alarm (0: off), and what tells the time by its clock."""


@contextmanager
def _signalled(ring: Callable[[], None]) -> Iterator[Timer]:
    def heard(number: int, frame: FrameType | None) -> None:
        ring()

    before = signal.signal(signal.SIGPROF, heard)
    try:
        yield _alarm, time.process_time
    finally:
        # Off before anybody else is asked: by default this signal ends a process.
        _alarm(0)
        signal.signal(signal.SIGPROF, before)


def _alarm(seconds: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN_SECONDS if seconds else 0)
    if _is_hard:
        _let_die(seconds)


_is_hard = False


def harden() -> None:
    """
    This process has nothing else to lose: from now on the system ends it some seconds after a deadline that passed
    unheard, in the middle of a library that is not written in Python.
    """
    global _is_hard
    _is_hard = hasattr(signal, "SIGXCPU")


def _let_die(seconds: float) -> None:
    import resource  # which there is on Unix only

    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    soft = most
    if seconds:
        soft = math.ceil(time.process_time() + CLOCK_FACTOR * seconds + GRACE_SECONDS)
        soft = soft if most == resource.RLIM_INFINITY else min(soft, most)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, most))


@contextmanager
def _called(ring: Callable[[], None]) -> Iterator[Timer]:
    """By a thread that raises DeadlineError in this one."""
    import ctypes  # which takes milliseconds

    thread, throw = ctypes.c_ulong(threading.get_ident()), ctypes.pythonapi.PyThreadState_SetAsyncExc
    clock = _Clock(lambda: throw(thread, ctypes.py_object(DeadlineError)))
    try:
        yield clock.set, time.monotonic
    finally:
        clock.set(0)
        throw(thread, None)  # what was thrown too late to be heard


class _Clock:
    """Calls when the time is up, and again until it is set to 0."""

    def __init__(self, call: Callable[[], object]) -> None:
        self._call = call
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def set(self, seconds: float) -> None:
        with self._lock:
            self._stop()
            if seconds:
                self._start(seconds * CLOCK_FACTOR)

    def _start(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _ring(self) -> None:
        with self._lock:
            if self._timer is threading.current_thread():
                self._call()
                self._start(AGAIN_SECONDS)
