"""From paths to bytes: folders are walked in a fixed order, what cannot be read comes out as its ReadError."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from gklint.cli.runs.wanted import ALL, Wanted
from gklint.errors import ReadError
from gklint.readers import EXTENSIONS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"
SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes. The largest reports with pictures are a third of this; more is a scan or a data dump, and fills memory."""
LOCKS = ("~$", ".~")
"""What Word, WPS and LibreOffice put beside an open document."""

Source = tuple[str, bytes | ReadError]


def sources(paths: Sequence[str], stdin_filename: str = STDIN, wanted: Wanted = ALL) -> Iterator[Source]:
    """
    The name, as the user wrote it, and the bytes of every report at *paths*, each file once.

    A file that is named is always tried; in a folder only known extensions are, without lock files, hidden ones and
    what .gitignore leaves out. A folder in which nothing is found is a source itself: it is empty.
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
        for item in _walk(path, _rules_above(path), wanted) if os.path.isdir(path) else (path,):
            nothing = False
            if isinstance(item, tuple) or (_first(item, seen) and wanted.is_recent(item)):
                yield item
        if nothing:
            yield path, ReadError("empty", "a folder without reports")


def _first(path: str, seen: set[str]) -> bool:
    """Whether *path* turns up for the first time, however it is written."""
    whole = os.path.abspath(path)
    if whole in seen:
        return False
    seen.add(whole)
    return True


def _walk(folder: str, rules: tuple[tuple[str, GitIgnoreSpec], ...], wanted: Wanted) -> Iterator[str | Source]:
    """The paths of the reports in *folder* and below, ordered by name; a folder that is closed is an error."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, _obstacle(error)
        return
    if any(entry.name == ".gitignore" for entry in entries):
        rules = (*rules, *_rules_of(folder))
    for entry in entries:
        if entry.name.startswith((".", *LOCKS)) or _ignored(entry, rules):
            continue
        if not wanted.passes(entry.path, is_named=False):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, rules, wanted)
        elif os.path.splitext(entry.name)[1].lower() in EXTENSIONS and entry.is_file():
            yield entry.path


def _rules_above(folder: str) -> tuple[tuple[str, GitIgnoreSpec], ...]:
    """The .gitignore files from the root of the repository that *folder* lies in down to the one above it."""
    parents = [Path(os.path.abspath(folder)), *Path(os.path.abspath(folder)).parents]
    # Not Path.exists: before Python 3.12 that raises in a folder without permission.
    root = next((i for i, parent in enumerate(parents) if os.path.exists(parent / ".git")), 0)
    return tuple(rule for parent in reversed(parents[1 : root + 1]) for rule in _rules_of(str(parent)))


def _rules_of(folder: str) -> Iterator[tuple[str, GitIgnoreSpec]]:
    try:
        lines = Path(folder, ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    from pathspec import GitIgnoreSpec

    yield os.path.abspath(folder), GitIgnoreSpec.from_lines(lines)


def _ignored(entry: os.DirEntry[str], rules: tuple[tuple[str, GitIgnoreSpec], ...]) -> bool:
    """Whether the .gitignore files leave *entry* out: the deepest one that has a pattern for it decides."""
    if not rules:
        return False
    path = os.path.abspath(entry.path)
    slash = "/" if entry.is_dir(follow_symlinks=False) else ""
    for folder, spec in reversed(rules):
        verdict = spec.check_file(os.path.relpath(path, folder).replace(os.sep, "/") + slash).include
        if verdict is not None:
            return verdict
    return False


def _standard_input() -> bytes | ReadError:
    return _capped(sys.stdin.buffer)


def _content(path: str) -> bytes | ReadError:
    try:
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > SIZE_LIMIT:
                return _too_large()
            return _capped(file)
    except OSError as error:
        return _obstacle(error)


def _capped(file: IO[bytes]) -> bytes | ReadError:
    data = file.read(SIZE_LIMIT + 1)
    return data if len(data) <= SIZE_LIMIT else _too_large()


def _too_large() -> ReadError:
    return ReadError("too-large", f"more than {SIZE_LIMIT // 1024 // 1024} MB")


def _obstacle(error: OSError) -> ReadError:
    if isinstance(error, PermissionError):
        return ReadError("denied", "permission denied")
    return ReadError("unreadable", (error.strerror or type(error).__name__).lower())
