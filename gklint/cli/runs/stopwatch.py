"""How long each stage of a run took, for ``--timing``: on stderr only, so that no result depends on a clock."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from gklint.cli.guard import complain
from gklint.cli.language import t

Item = TypeVar("Item")

STAGES: dict[str, tuple[str, str]] = {
    "reading": ("读取文件", "reading files"),
    "judging": ("核对", "judging"),
    "upkeep": ("豁免与基线", "waivers and baseline"),
    "output": ("输出", "output"),
}


class Stopwatch:
    """Seconds by stage; what a stage waits for another one counts for that one only."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = dict.fromkeys(STAGES, 0.0)
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._count()
        self._running.append(name)
        try:
            yield
        finally:
            self._count()
            self._running.pop()

    def each(self, name: str, items: Iterable[Item]) -> Iterator[Item]:
        """*items* as they are; making each of them counts for the stage *name*."""
        iterator = iter(items)
        while True:
            with self.stage(name):
                try:
                    item = next(iterator)
                except StopIteration:
                    return
            yield item

    def tell(self) -> None:
        """One line on stderr."""
        parts = (f"{t(*STAGES[name])} {seconds:.2f}s" for name, seconds in self.seconds.items())
        complain(t("用时：", "time: ") + t("，", ", ").join(parts))

    def _count(self) -> None:
        now = time.perf_counter()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now
