"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.cli.files import write_whole
from gklint.errors import ConfigError


def test_replaces_what_was_there(tmp_path: Path) -> None:
    """A file that is there gets the new content and nothing is left beside it."""
    target = tmp_path / "out.json"
    target.write_bytes(b"old")

    write_whole(target, b"new")

    assert b"new" == target.read_bytes()
    assert [target] == list(tmp_path.iterdir())


def test_says_where_it_cannot_write(tmp_path: Path) -> None:
    """A folder that does not exist is named in one line."""
    target = tmp_path / "nowhere" / "out.json"

    with pytest.raises(ConfigError, match="nowhere"):
        write_whole(target, b"new")


def test_leaves_nothing_behind_if_the_move_fails(tmp_path: Path) -> None:
    """A target that is a folder stays as it is, and no half-written file lies beside it."""
    target = tmp_path / "out.json"
    target.mkdir()

    with pytest.raises(ConfigError, match=r"out\.json"):
        write_whole(target, b"new")

    assert [target] == list(tmp_path.iterdir())
