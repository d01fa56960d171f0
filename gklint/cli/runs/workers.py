"""Processes at work on the sources of a run, and what becomes of the work of one that dies."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait

from gklint.cli.runs.parcel import DamageError, unpacked
from gklint.cli.runs.worker import Answer, Do, StartError, Worker
from gklint.cli.sources import Source
from gklint.errors import ReadError
from gklint.model.finding import Audit

TRIES = 2
"""A process may be killed for what another one did: its document is given to one more before it is held guilty."""
STILLBORN = 2
"""So many processes that die before they have said a word: there can be none here, the run does without."""


class Workers:
    """Up to *jobs* processes at work on *sources*; each has one source at a time, so that its death has one cause."""

    def __init__(self, do: Do, sources: Sequence[Source], jobs: int) -> None:
        self._do = do
        self._sources = sources
        self._jobs = min(jobs, len(sources))
        self._workers: list[Worker] = []
        self._deaths = [0] * len(sources)
        self._stillborn = 0

    def answers(self, plan: Sequence[int]) -> Iterator[tuple[Audit, bytes]]:
        """
        The audits in the order of the sources, which are worked on in that of *plan*: the dearest first.

        At an interrupt those that are ready come before it, be they not the next in the order.
        """
        todo = deque(plan)
        done: dict[int, tuple[Audit, bytes]] = {}
        for index in range(len(self._sources)):
            try:
                self._await(index, todo, done)
            except KeyboardInterrupt:
                yield from (done[ready] for ready in sorted(done))
                raise
            yield done.pop(index)

    def _await(self, task: int, todo: deque[int], done: dict[int, tuple[Audit, bytes]]) -> None:
        """Have work done until *task* is."""
        while task not in done:
            self._employ(todo)
            if not self._workers:
                # No process can be had: the rest is done here, as it is asked for.
                todo.remove(task)
                done[task] = self._here(task), b""
                return
            for worker in self._speaking():
                self._hear(worker, todo, done)

    def dismiss(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _employ(self, todo: deque[int]) -> None:
        """Start processes while there is work for them, and give each idle one the next source."""
        idle = [worker for worker in self._workers if worker.is_ready and worker.task is None]
        starting = sum(not worker.is_ready for worker in self._workers)
        wanted = min(self._jobs - len(self._workers), len(todo) - len(idle) - starting)
        while wanted > 0 and self._stillborn < STILLBORN:
            try:
                self._workers.append(Worker(self._do))
            except StartError:
                self._stillborn = STILLBORN
            wanted -= 1
        for worker in idle[: len(todo)]:
            task = todo.popleft()
            worker.give(task, self._sources[task])

    def _here(self, task: int) -> Audit:
        if self._deaths[task]:
            # What one process died of may be the end of this one.
            return self._do.lost(self._sources[task], ReadError("failed", "its process died"))
        return self._do(self._sources[task])

    def _speaking(self) -> list[Worker]:
        """Those that have said something, or died; waits for the first."""
        spoke = set(wait([worker.connection for worker in self._workers if not worker.is_idle]))
        return [worker for worker in self._workers if worker.connection in spoke]

    def _hear(self, worker: Worker, todo: deque[int], done: dict[int, tuple[Audit, bytes]]) -> None:
        task = worker.task
        answer = worker.answer()
        if isinstance(answer, Answer):
            if task is not None:
                done[task] = self._unpacked(task, answer.audit)
            return
        self._workers.remove(worker)
        if task is None:
            self._stillborn += not worker.is_ready
            return
        self._deaths[task] += 1
        if self._deaths[task] < TRIES and answer.may_be_chance:
            todo.appendleft(task)
        else:
            done[task] = self._do.lost(self._sources[task], answer.how), b""

    def _unpacked(self, task: int, data: bytes) -> tuple[Audit, bytes]:
        try:
            return unpacked(data, Audit), data
        except DamageError as error:
            return self._do.lost(self._sources[task], ReadError("failed", f"its answer was damaged: {error}")), b""
