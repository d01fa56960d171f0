"""The cache keeps values, gives them back, and never stops a run."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from gklint.cli.runs import store as module
from gklint.cli.runs.store import FILE, Store, folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "caches" / "gklint"


def kept(place: Path, key: bytes) -> bytes | None:
    """What another run finds."""
    return Store(place).get(key)


def test_a_later_run_finds_what_was_kept(place: Path) -> None:
    """A value comes back byte for byte; another key has none."""
    Store(place).put([(b"one", b"\x00value\xff")])

    assert (b"\x00value\xff", None) == (kept(place, b"one"), kept(place, b"two"))


def test_nothing_is_made_before_something_is_kept(place: Path) -> None:
    """Asking an empty cache leaves no trace."""
    found = Store(place).get(b"one")

    assert (None, False) == (found, place.parent.exists())


@pytest.mark.skipif(sys.platform == "win32", reason="folders of a Windows profile are closed by inheritance")
def test_the_folder_is_closed_to_others(place: Path) -> None:
    """What is kept holds words of drafts: only their owner may read them."""
    Store(place).put([(b"one", b"value")])

    modes = [stat.S_IMODE(os.stat(path).st_mode) for path in (place, place / FILE)]

    assert [0o700, 0o600] == modes


def test_a_folder_of_ones_own_is_left_as_it_is(place: Path) -> None:
    """GKLINT_CACHE_DIR may name a folder with other things in it: one file is added, and taken away again."""
    place.mkdir(parents=True)
    (place / ".gitignore").write_text("mine")
    store = Store(place)

    store.put([(b"one", b"value")])
    store.clean()

    assert [(".gitignore", "mine")] == [(path.name, path.read_text()) for path in place.iterdir()]


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + b"\x99" * 4096])
def test_a_damaged_file_is_no_cache(place: Path, content: bytes) -> None:
    """A file that cannot be read is a miss, and the next run has a cache again."""
    place.mkdir(parents=True)
    (place / FILE).write_bytes(content)
    store = Store(place)

    found = store.get(b"one")
    store.put([(b"one", b"value")])

    assert (None, b"value") == (found, kept(place, b"one"))


def test_a_file_damaged_in_the_middle_is_no_cache(place: Path) -> None:
    """Pages overwritten by something else are a miss, not a failure."""
    Store(place).put((str(n).encode(), bytes(1000)) for n in range(100))
    data = bytearray((place / FILE).read_bytes())
    data[4096:-4096] = b"\x55" * (len(data) - 8192)
    (place / FILE).write_bytes(data)

    found = [kept(place, str(n).encode()) for n in range(100)]

    assert {None} >= set(found) - {bytes(1000)}


def test_a_file_in_place_of_the_folder_is_no_cache(place: Path) -> None:
    """Where nothing can be kept the run goes on without."""
    place.parent.mkdir()
    place.write_text("a file")
    store = Store(place)

    store.put([(b"one", b"value")])

    assert store.get(b"one") is None


def test_a_locked_cache_is_no_cache(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run does not wait long for another that writes."""
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.01)
    Store(place).put([(b"one", b"value")])
    other = sqlite3.connect(place / FILE)
    other.execute("BEGIN EXCLUSIVE")

    found = kept(place, b"one")
    Store(place).put([(b"two", b"value")])
    other.rollback()

    assert (None, b"value", None) == (found, kept(place, b"one"), kept(place, b"two"))


def test_old_values_are_thrown_away(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not written for a month goes with the next write."""
    now = 20_000 * 86400
    monkeypatch.setattr(module.time, "time", lambda: now)
    Store(place).put([(b"old", b"value")])
    monkeypatch.setattr(module.time, "time", lambda: now + 31 * 86400)

    Store(place).put([(b"new", b"value")])

    assert (None, b"value") == (kept(place, b"old"), kept(place, b"new"))


def test_the_size_is_bounded(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too much for the limit: the half that was kept first goes."""
    monkeypatch.setattr(module, "SIZE_LIMIT", 200_000)
    for n in range(40):
        Store(place).put([(str(n).encode(), bytes([n]) * 20_000)])

    assert (None, bytes([39]) * 20_000) == (kept(place, b"0"), kept(place, b"39"))
    assert (place / FILE).stat().st_size < 400_000


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"GKLINT_CACHE_DIR": "/own"}, Path("/own")),
        ({"XDG_CACHE_HOME": "/caches", "HOME": "/home/me"}, Path("/caches/gklint")),
        ({"XDG_CACHE_HOME": "not/absolute", "HOME": "/home/me"}, Path("/home/me/.cache/gklint")),
        ({"HOME": "/home/me"}, Path("/home/me/.cache/gklint")),
    ],
    ids=["named", "caches of the user", "caches at no place", "home"],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have places of their own")
def test_the_cache_has_its_place(variables: dict[str, str], expected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GKLINT_CACHE_DIR, else where this system keeps caches."""
    for name in ("GKLINT_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert expected == folder()
