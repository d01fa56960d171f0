"""From paths to bytes: folders are walked in a fixed order, what cannot be read comes out as its ReadError."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import IO

from gklint.cli.runs.wanted import ALL, Wanted
from gklint.cli.walk import Source, obstacle, special_kind, walk
from gklint.errors import ReadError

STDIN = "-"
SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes. The largest reports with pictures are a third of this; more is a scan or a data dump, and fills memory."""
__all__ = ["STDIN", "Source", "files", "sources"]


def sources(paths: Sequence[str], stdin_filename: str = STDIN, wanted: Wanted = ALL) -> Iterator[Source]:
    """
    The name, as the user wrote it, and the bytes of every report at *paths*, each file once.

    A file that is named is always tried; in a folder only known extensions are, without lock files, hidden ones and
    what .gitignore leaves out. What may be a report there and is not read (another format, a link that leads nowhere
    or to a folder, a pipe) is a source all the same, and so is a folder in which nothing is found: it is empty.
    """
    for item in _found(paths, wanted):
        if isinstance(item, tuple):
            yield item
        elif item == STDIN:
            yield stdin_filename, _standard_input()
        else:
            yield item, _content(item)


def files(paths: Sequence[str], wanted: Wanted = ALL) -> Iterator[str]:
    """The paths of the reports that ``sources`` reads; standard input is none."""
    return (item for item in _found(paths, wanted) if isinstance(item, str) and item != STDIN)


def _found(paths: Sequence[str], wanted: Wanted) -> Iterator[str | Source]:
    seen: set[str] = set()
    for path in paths:
        if path == STDIN:
            yield path
            continue
        if not wanted.passes(path, is_named=True):
            continue
        nothing = True
        for item in walk(path, wanted) if os.path.isdir(path) else (path,):
            nothing = False
            name = item[0] if isinstance(item, tuple) else item
            if _first(name, seen) and (wanted.is_recent(name) or _is_closed(item)):
                yield item
        if nothing:
            yield path, ReadError("empty", "a folder without reports")


def _is_closed(item: str | Source) -> bool:
    """Whether it is a folder that nobody can look into: what has changed in it is not known."""
    return isinstance(item, tuple) and os.path.isdir(item[0])


def _first(path: str, seen: set[str]) -> bool:
    """Whether *path* turns up for the first time, however it is written."""
    whole = os.path.abspath(path)
    if whole in seen:
        return False
    seen.add(whole)
    return True


def _standard_input() -> bytes | ReadError:
    return _capped(sys.stdin.buffer)


def _content(path: str) -> bytes | ReadError:
    try:
        if special := special_kind(os.stat(path).st_mode):
            return ReadError("special", special)
        with open(os.open(path, os.O_RDONLY | _AT_ONCE), "rb") as file:
            status = os.fstat(file.fileno())
            # Once more: it may have been exchanged meanwhile.
            if special := special_kind(status.st_mode):
                return ReadError("special", special)
            if status.st_size > SIZE_LIMIT:
                return _too_large()
            return _capped(file)
    except OSError as error:
        return obstacle(error, is_link=os.path.islink(path))


_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""To open a pipe without a writer would be to wait for one."""


def _capped(file: IO[bytes]) -> bytes | ReadError:
    data = file.read(SIZE_LIMIT + 1)
    return data if len(data) <= SIZE_LIMIT else _too_large()


def _too_large() -> ReadError:
    return ReadError("too-large", f"more than {SIZE_LIMIT // 1024 // 1024} MB")
