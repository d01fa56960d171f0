"""The folder that an audit writes: never over files of another's making, never a file of the reports themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from gklint.cli.files import write_whole
from gklint.cli.language import t
from gklint.errors import ConfigError
from gklint.reporters.audit.shell import GENERATOR

ENTRY = "index.html"
OWN_MARK = f'<meta name="generator" content="{GENERATOR} '.encode()
HEAD_BYTES = 4096
IGNORED = ".gitignore"
"""Holds ``*``, as the caches of other tools do: no later ``gklint check .`` takes the pages for reports."""


def write(folder: Path, made: Iterable[tuple[str, bytes]], reports: int) -> Iterator[str]:
    """
    Put the files into *folder*, each whole or not at all, the entry page last, and tell where to begin.

    Raises:
        ConfigError: *folder* holds something else than an earlier audit, or cannot be written.
    """
    _refuse_foreign(folder)
    entry = b""
    for name, data in made:
        if name == ENTRY:
            entry = data
            continue
        _put(folder / name, data)
    _put(folder / IGNORED, b"*\n")
    _put(folder / ENTRY, entry)
    yield t(f"{reports} 份报告的核对页：{folder / ENTRY}", f"pages of {reports} reports: {folder / ENTRY}")


def _put(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failure(path.parent, error) from None
    write_whole(path, data)


def _refuse_foreign(folder: Path) -> None:
    """A new or empty folder and one that an audit wrote are fine; in any other something could be lost."""
    try:
        if not folder.exists() or not any(folder.iterdir()):
            return
        with open(folder / ENTRY, "rb") as file:
            if OWN_MARK in file.read(HEAD_BYTES):
                return
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _failure(folder, error) from None
    raise ConfigError(
        t(
            f"{folder}：文件夹里已有其他文件，请另给一个新文件夹",
            f"{folder}: holds other files, please name a new folder",
        )
    )


def _failure(path: Path, error: OSError) -> ConfigError:
    why = error.strerror or type(error).__name__
    return ConfigError(t(f"无法写入 {path}：{why}", f"cannot write {path}: {why}"))
