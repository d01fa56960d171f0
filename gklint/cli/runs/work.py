"""
Sources → audits, in the order of the sources: what the cache knows is not done again, what is left is spread over
processes where that pays. Nothing in the result tells how it came about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Protocol

from gklint.cli.runs import crew
from gklint.cli.runs.parcel import DamageError, packed, unpacked
from gklint.cli.runs.store import Store
from gklint.cli.sources import Source
from gklint.errors import ReadError
from gklint.model.finding import Audit, Status
from gklint.reporters.depth import Depth
from gklint.start.records import dataclass

BATCH_BYTES = 32 * 1024 * 1024
"""So much is read before it is worked on, and held in memory, whatever the number of files."""

CHANGING = (Status.FAILED, Status.OVER_BUDGET)
"""What may come out otherwise the next time, with the very same bytes."""


class Auditor(Protocol):
    """Makes the audit of a source. It is sent to other processes, so it has to be a record."""

    def key(self, name: str) -> bytes:
        """A hash of everything but the bytes that the audit of *name* depends on."""
        ...

    def prepare(self) -> None:
        """Load what every audit needs, once, before processes part."""
        ...

    def finish(self) -> None:
        """Called once when everything is done."""
        ...

    def audit(self, data: bytes | ReadError, name: str) -> Audit:
        """The audit of *name*; only what ends the whole run is raised (GklintError)."""
        ...

    def lost(self, data: bytes | ReadError, name: str, how: ReadError, failure: str) -> Audit:
        """What is left to say of a document that could not be audited to the end."""
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """How a run does its work: in *jobs* processes at most (None: as many as pay), *store* None: without a cache."""

    auditor: Auditor
    depth: Depth
    jobs: int | None
    store: Store | None = None

    def audits(self, sources: Iterable[Source]) -> Iterator[Audit]:
        """The audit of each of *sources*, in their order, as deep as asked for."""
        for batch in _batches(sources):
            keys = [self._key(*source) for source in batch]
            known = [self._known(key) if key else None for key in keys]
            fresh = self._fresh([source for source, audit in zip(batch, known, strict=True) if audit is None])
            learnt: list[tuple[bytes, bytes]] = []
            for key, audit in zip(keys, known, strict=True):
                if audit is not None:
                    yield audit
                    continue
                made, data = next(fresh)
                if key and made.status not in CHANGING:
                    learnt += self._entries(key, made, data)
                yield made
            if self.store and learnt:
                self.store.put(learnt)
        self.auditor.finish()

    def _key(self, name: str, data: bytes | ReadError) -> bytes:
        """The key of a source in the cache; none where there is no cache, or nothing to be known again by."""
        if self.store is None or isinstance(data, ReadError):
            return b""
        return sha256(b"\0".join((self.auditor.key(name), name.encode("utf-8", "surrogatepass"), data))).digest()

    def _known(self, key: bytes) -> Audit | None:
        """What the cache holds under *key*, as deep as asked for."""
        if self.depth is Depth.WHOLE:
            return self._read(key, whole=True)
        brief = self._read(key, whole=False)
        return self._read(key, whole=True) if brief and self.depth.is_whole(brief) else brief

    def _read(self, key: bytes, *, whole: bool) -> Audit | None:
        data = self.store.get(_entry(key, whole=whole)) if self.store else None
        try:
            return unpacked(data, Audit) if data else None
        except DamageError:
            return None

    def _entries(self, key: bytes, audit: Audit, data: bytes) -> Iterator[tuple[bytes, bytes]]:
        """What the cache is to hold of *audit*, so that ``_known`` finds it."""
        whole = self.depth.is_whole(audit)
        yield _entry(key, whole=whole), data or packed(audit)
        if whole and self.depth is not Depth.WHOLE:
            yield _entry(key, whole=False), packed(audit.brief())

    def _fresh(self, sources: list[Source]) -> Iterator[tuple[Audit, bytes]]:
        if not sources:
            return iter(())
        self.auditor.prepare()
        return crew.spread(_Task(self.auditor, self.depth), sources, self.jobs or crew.automatic())


@dataclass(frozen=True, slots=True)
class _Task:
    auditor: Auditor
    depth: Depth

    def __call__(self, source: Source) -> Audit:
        name, data = source
        return self.depth.of(self.auditor.audit(data, name))

    def lost(self, source: Source, how: ReadError, failure: str = "") -> Audit:
        name, data = source
        return self.auditor.lost(data, name, how, failure)


def _entry(key: bytes, *, whole: bool) -> bytes:
    return key + (b"whole" if whole else b"brief")


def _batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    batch: list[Source] = []
    size = 0
    for name, data in sources:
        batch.append((name, data))
        size += len(data) if isinstance(data, bytes) else 0
        if size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
