"""One process beside the main one: it takes a source, gives back its audit, and never outlives who started it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from gklint.budget import harden, spent
from gklint.cli.runs.parcel import packed
from gklint.cli.sources import Source
from gklint.errors import GklintError, ReadError
from gklint.failure import failure
from gklint.model.finding import Audit
from gklint.start.records import dataclass

PATIENCE_SECONDS = 5.0
"""So long a process that was told to end is waited for."""

OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0)


class Do(Protocol):
    """What is done with each source. It is sent to the processes: it has to be a function of a module or a record."""

    def __call__(self, source: Source) -> Audit:
        """The audit of *source*; only what ends the whole run is raised (GklintError)."""
        ...

    def lost(self, source: Source, how: ReadError, failure: str = "") -> Audit:
        """What is left to say of a *source* that processes died of; *failure* is for programmers."""
        ...


class StartError(Exception):
    """No process could be started."""


@dataclass(frozen=True, slots=True)
class Answer:
    """*audit*, packed; empty for the first word of a process: that it is there."""

    audit: bytes


@dataclass(frozen=True, slots=True)
class Death:
    """The process is gone: *how* that is told of the document it had; *may_be_chance*: of another it might not be."""

    how: ReadError
    may_be_chance: bool


class Worker:
    """A process that runs *do*; *task* is the number of the source that it has, None while it has none."""

    def __init__(self, do: Do) -> None:
        self.task: int | None = None
        self.is_ready = False
        try:
            self.connection, theirs = multiprocessing.Pipe()
            self._process = multiprocessing.Process(target=_serve, args=(theirs, do), daemon=True)
            with _undisturbed():
                self._process.start()
        except (OSError, MemoryError, ValueError) as error:
            raise StartError(str(error)) from None
        # With this end closed here, the death of the process is the end of the line.
        theirs.close()

    @property
    def is_idle(self) -> bool:
        return self.is_ready and self.task is None

    def give(self, task: int, source: Source) -> None:
        """Let the process begin with *source*."""
        self.task = task
        # Whoever has died will be found to be dead when it is asked for its answer.
        with contextlib.suppress(OSError):
            self.connection.send(source)

    def answer(self) -> Answer | Death:
        """
        What the process says, once it does.

        Raises:
            GklintError: what it was about ends the whole run.
        """
        try:
            said: Answer | GklintError = self.connection.recv()
        except (EOFError, OSError):
            return self._death()
        if isinstance(said, GklintError):
            raise said
        self.is_ready = True
        self.task = None
        return said

    def end(self) -> None:
        """End the process, whatever it is at."""
        self.connection.close()
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.join(PATIENCE_SECONDS)

    def _death(self) -> Death:
        self._process.join(PATIENCE_SECONDS)
        code = self._process.exitcode
        self.end()
        if code == OUT_OF_TIME:
            return Death(spent("seconds"), may_be_chance=False)
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        return Death(ReadError("failed", f"its process died: {how}"), may_be_chance=True)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """An interrupt waits: a process that has hardly begun would answer it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection[Any, Any], do: Do) -> None:
    """The life of a process: an interrupt is for the main one to deal with, which then ends this one."""
    import gc

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 50, 100)  # as in gklint.__main__
    harden()
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(Answer(b""))
        while True:
            source: Source = connection.recv()
            connection.send(_said(do, source))


def _said(do: Do, source: Source) -> Answer | GklintError:
    try:
        return Answer(packed(do(source)))
    except GklintError as error:
        return error
    except (MemoryError, RecursionError) as error:  # of packing: all else is contained
        known = failure(error)
        return Answer(packed(do.lost(source, ReadError("failed", known.where), known.traceback)))


def _leave_with_parent() -> None:
    """Whatever this process is at: who asked for it is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
