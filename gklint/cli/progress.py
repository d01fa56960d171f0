"""A sign of life on stderr while a long run reads its files: only on a terminal, only after a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any, TypeVar

Item = TypeVar("Item")
PATIENCE_SECONDS = 1.0


def watched(items: Iterator[Item], name: Callable[[Any], str] = itemgetter(0)) -> Iterator[Item]:
    """*items* as they are; the number and the name of the one at hand are shown while that takes long."""
    if not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    status = None
    try:
        for count, item in enumerate(items, start=1):
            if status is None and time.monotonic() - started > PATIENCE_SECONDS:
                from rich.console import Console

                status = Console(stderr=True).status("")
                status.start()
            if status is not None:
                status.update(f"{count}  {name(item)}")
            yield item
    finally:
        if status is not None:
            status.stop()
