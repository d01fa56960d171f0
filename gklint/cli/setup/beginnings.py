"""New files in the current folder: all of them or none, and none over another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from gklint.cli.files import write_whole
from gklint.cli.language import t
from gklint.errors import ConfigError


def written(files: Mapping[str, str], *, force: bool) -> Iterator[str]:
    """
    Write *files* and tell of each.

    Raises:
        ConfigError: one of them is there already and *force* is not set, or it cannot be written.
    """
    present = [name for name in files if Path(name).exists()]
    if present and not force:
        names = ", ".join(present)
        raise ConfigError(
            t(
                f"已有 {names}，没有写入任何文件；--force 可覆盖",
                f"{names}: there already, nothing written; see --force",
            )
        )
    for name, text in files.items():
        path = Path(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise ConfigError(t(f"无法写入 {path}：{why}", f"cannot write {path}: {why}")) from None
        write_whole(path, text.encode())
        yield t(f"已写入 {name}", f"wrote {name}")
