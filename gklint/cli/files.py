"""Bytes → a file, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from gklint.cli.language import t
from gklint.errors import ConfigError


def write_whole(path: Path, data: bytes) -> None:
    """
    Put *data* at *path*: written beside it first, then moved there in one step, so that nobody ever sees a half of it.

    Raises:
        ConfigError: it cannot be written.
    """
    import tempfile  # which most runs, that write nothing, need not load

    beside = ""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(beside, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(beside, path)
    except OSError as error:
        if beside and os.path.exists(beside):
            os.unlink(beside)
        why = error.strerror or type(error).__name__
        raise ConfigError(t(f"无法写入 {path}：{why}", f"cannot write {path}: {why}")) from None


def _umask() -> int:
    """The mask of this process; asking for it is setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
