"""Arguments → what there is to read; a path that is not there is complained about and the run goes on."""

from __future__ import annotations

import os
from collections.abc import Sequence

from gklint.cli.guard import complain
from gklint.cli.language import t
from gklint.cli.sources import STDIN, Source, sources
from gklint.errors import ConfigError


def existing(paths: Sequence[str]) -> tuple[str, ...]:
    """Those of *paths* that are there, ``-`` included; one line on stderr for each that is not."""
    for path in paths:
        if not _is_there(path):
            complain(_absent(path))
    return tuple(path for path in paths if _is_there(path))


def _is_there(path: str) -> bool:
    # A dangling link or a folder that we may not look into is there, and is reported as unreadable.
    return path == STDIN or os.path.lexists(path)


def _absent(path: str) -> str:
    return t(f"{path}：没有这个文件或文件夹", f"{path}: no such file or folder")


def single(path: str, stdin_filename: str) -> Source:
    """
    Name and bytes of the one report at *path*.

    Raises:
        ConfigError: there is no such file, or *path* is a folder with no report or several.
    """
    if not _is_there(path):
        raise ConfigError(_absent(path))
    found = tuple(sources((path,), stdin_filename))
    if os.path.isdir(path):
        found = tuple(source for source in found if isinstance(source[1], bytes)) or found[:1]
    if len(found) != 1:
        many = len(found)
        raise ConfigError(t(f"{path}：其中有 {many} 份报告，请给出一个文件", f"{path}: holds {many} reports, name one"))
    return found[0]
