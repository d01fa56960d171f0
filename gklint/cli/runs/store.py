"""
The cache: what earlier runs found out, by key, in one SQLite file.

Reports may be drafts that nobody is to see yet, and what is kept of them holds their words: the folder is closed to
others, and what was not written for a month is thrown away. A cache never stops a run: what cannot be read was never
there, what cannot be written is not kept.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from gklint.cli.language import t
from gklint.errors import ConfigError

FILE = "audits-1.sqlite"
"""The number is that of the layout of the file."""
SIZE_LIMIT = 256 * 1024 * 1024
DAYS = 30
PATIENCE_SECONDS = 2.0
"""So long one run waits for another that is writing."""

_LAYOUT = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)"
_DROP_HALF = "DELETE FROM kept WHERE rowid < (SELECT (min(rowid) + max(rowid)) / 2 FROM kept)"
"""The half that was kept first."""
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of gklint: may be deleted at any time.\n"
"""What tells backup programs to pass by: bford.info/cachedir."""


def folder() -> Path | None:
    """Where the cache is: GKLINT_CACHE_DIR, else the place for caches of this system and user; None if it has none."""
    if named := os.environ.get("GKLINT_CACHE_DIR"):
        return Path(named)
    home, variable, usual = os.path.expanduser("~"), "XDG_CACHE_HOME", ".cache"
    if sys.platform == "win32":
        variable, usual = "LOCALAPPDATA", "AppData/Local"
    elif sys.platform == "darwin":
        usual = "Library/Caches"
    caches = os.environ.get(variable, "")
    caches = caches if os.path.isabs(caches) else os.path.join(home, usual)
    return Path(caches, "gklint") if os.path.isabs(caches) else None


def usual() -> Store | None:
    """The cache of this user, None if there is no place for one."""
    place = folder()
    return Store(place) if place else None


class Store:
    """Values by key in *folder*, which is made when the first value is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / FILE
        self._connection: sqlite3.Connection | None = None
        self._readable = self._file.exists()

    def get(self, key: bytes) -> bytes | None:
        """The value of *key*; None too if the cache cannot be read."""
        if not self._readable:
            return None
        try:
            row = self._connected().execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        except (sqlite3.Error, OSError) as error:
            self._readable = False
            self._give_up(error)
            return None
        return row[0] if row and isinstance(row[0], bytes) else None

    def put(self, items: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep *items*, all in one step, and throw away what is too old or too much."""
        today = int(time.time()) // 86400
        try:
            self._make_folder()
            with self._connected() as connection:
                connection.execute(_LAYOUT)
                connection.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
                    ((key, today, value) for key, value in items if len(value) < SIZE_LIMIT // 8),
                )
                connection.execute("DELETE FROM kept WHERE day NOT BETWEEN ? AND ?", (today - DAYS, today + 1))
                if self._size() > SIZE_LIMIT:
                    connection.execute(_DROP_HALF)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def clean(self) -> int:
        """
        Delete everything that is kept; the bytes that it took.

        Raises:
            ConfigError: a file cannot be deleted.
        """
        self._close()
        freed = 0
        for path in sorted(self._folder.glob("audits-*.sqlite*")):
            try:
                freed += path.stat().st_size
                path.unlink()
            except OSError as error:
                why = error.strerror or type(error).__name__
                raise ConfigError(t(f"无法删除 {path}：{why}", f"cannot delete {path}: {why}")) from None
        return freed

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(self._file, timeout=PATIENCE_SECONDS)
            # A power failure may cost the cache, which is cheaper than waiting for the disk in every run.
            self._connection.execute("PRAGMA synchronous = OFF")
            # What is thrown away is gone, not merely out of sight.
            self._connection.execute("PRAGMA secure_delete = ON")
        return self._connection

    def _make_folder(self) -> None:
        if self._file.exists():
            return
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        # A folder that was there is somebody's own: nothing of it is changed.
        with contextlib.suppress(FileExistsError):
            self._folder.mkdir(mode=0o700)
            (self._folder / "CACHEDIR.TAG").write_text(_TAG, "ascii")
            (self._folder / ".gitignore").write_text("*\n", "ascii")
        os.close(os.open(self._file, os.O_CREAT | os.O_WRONLY, 0o600))

    def _size(self) -> int:
        """Bytes in use; pages that were freed are filled again before the file grows."""
        pages, free, size = (self._pragma(name) for name in ("page_count", "freelist_count", "page_size"))
        return (pages - free) * size

    def _pragma(self, name: str) -> int:
        value: int = self._connected().execute(f"PRAGMA {name}").fetchone()[0]
        return value

    def _give_up(self, error: Exception) -> None:
        """Go on without; a file that is no cache, or a damaged one, is deleted, so that the next run has one again."""
        self._close()
        is_damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        if is_damaged:
            with contextlib.suppress(OSError):
                self._file.unlink()

    def _close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
