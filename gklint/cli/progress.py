"""A sign of life on stderr while a long run reads its files: only on a terminal, only after a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import TypeVar

Item = TypeVar("Item")
PATIENCE_SECONDS = 1.0


def watched(items: Iterator[tuple[str, Item]]) -> Iterator[tuple[str, Item]]:
    """*items* as they are; the name of the one in work is shown while that takes long."""
    if not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    status = None
    try:
        for count, (name, item) in enumerate(items, start=1):
            if status is None and time.monotonic() - started > PATIENCE_SECONDS:
                from rich.console import Console

                status = Console(stderr=True).status("")
                status.start()
            if status is not None:
                status.update(f"{count}  {name}")
            yield name, item
    finally:
        if status is not None:
            status.stop()
