"""A folder and what lies below it, in a fixed order: the reports, and what may be one and is not read."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli.runs.wanted import Wanted
from gklint.errors import ReadError
from gklint.readers import EXTENSIONS, UNREAD

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    Rules = tuple[tuple[str, GitIgnoreSpec], ...]
    """The .gitignore files that hold, each with its folder; the deepest last."""

LOCKS = ("~$", ".~")
"""What Word, WPS and LibreOffice put beside an open document."""

Source = tuple[str, bytes | ReadError]

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def walk(folder: str, wanted: Wanted) -> Iterator[str | Source]:
    """
    The paths of the reports in *folder* and below, ordered by name, folders in between; with its error each folder that
    is closed, link that leads to no file, and file of another format.
    """
    # Not by recursion: folders can be nested deeper than functions.
    levels = [_listed(folder, _rules_above(folder), wanted)]
    while levels:
        item = next(levels[-1], None)
        match item:
            case None:
                levels.pop()
            case (str() as inner, tuple() as rules):
                levels.append(_listed(inner, rules, wanted))
            case _:
                yield item


def _listed(folder: str, rules: Rules, wanted: Wanted) -> Iterator[str | Source | tuple[str, Rules]]:
    """What is to be told of the entries of *folder*; for a folder in it, itself and the rules that hold there."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield folder, obstacle(error)
        return
    if any(entry.name == ".gitignore" for entry in entries):
        rules = (*rules, *_rules_of(folder))
    for entry in entries:
        if entry.name.startswith((".", *LOCKS)) or _ignored(entry, rules):
            continue
        if not wanted.passes(entry.path, is_named=False):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield entry.path, rules
        else:
            yield from _file(entry)


def _file(entry: os.DirEntry[str]) -> Iterator[str | Source]:
    extension = os.path.splitext(entry.name)[1].lower()
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        # A link to nowhere is asked for if what it is called is.
        if extension in EXTENSIONS or extension in UNREAD:
            yield entry.path, obstacle(error, is_link=entry.is_symlink())
        return
    if stat.S_ISDIR(mode):
        yield entry.path, ReadError("link", "to a folder")
    elif extension in EXTENSIONS:
        special = special_kind(mode)
        yield (entry.path, ReadError("special", special)) if special else entry.path
    elif extension in UNREAD:
        yield entry.path, ReadError("unsupported", UNREAD[extension])


def special_kind(mode: int) -> str:
    """What is no file and must not be opened; "" for a file."""
    return next((kind for is_one, kind in _KINDS if is_one(mode)), "")


def obstacle(error: OSError, *, is_link: bool = False) -> ReadError:
    """Why there was nothing to read."""
    why = (error.strerror or type(error).__name__).lower()
    if isinstance(error, PermissionError):
        return ReadError("denied", "permission denied")
    if is_link or error.errno == errno.ELOOP:
        return ReadError("link", why)
    return ReadError("unreadable", why)


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
