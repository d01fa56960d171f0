"""``--watch``: the run again whenever a file that it reads has changed, been added or gone."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable

from gklint.cli.guard import INTERRUPTED
from gklint.cli.language import t

SECONDS = 1.0
Snapshot = dict[str, tuple[int, int]]
"""Size and time of change of each file that is there."""


def repeated(
    run: Callable[[], int], seen: Callable[[], Snapshot], wait: Callable[[], object], clear: Callable[[], None]
) -> int:
    """
    *run* once and then after each change of what *seen* tells, the screen cleared before; between two looks it is for
    *wait* to pass the time. Ends with an interrupt, and with the exit code of the last run.
    """
    status, before = 0, None
    try:
        while True:
            now = seen()
            if now != before:
                clear()
                status, before = run(), now
            if status == INTERRUPTED:
                return status
            wait()
    except KeyboardInterrupt:
        return status


def snapshot(paths: Iterable[str]) -> Snapshot:
    """The files at *paths* as they are now; one that went away meanwhile is not there."""
    found: Snapshot = {}
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        found[path] = status.st_size, status.st_mtime_ns
    return found


def wait() -> None:
    time.sleep(SECONDS)


def clear() -> None:
    """A clean screen on a terminal; a pipe gets a line between two runs."""
    import click

    click.clear()
    click.echo(
        t("gklint：有改动即重新检查，Ctrl+C 结束", "gklint: checks again on every change, Ctrl+C ends"), err=True
    )
