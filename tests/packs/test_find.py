"""The folder of rules in every kind of installation."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import gklint
from gklint.packs.find import digest, rules_root


def test_checkout():
    """In a checkout the rules stand next to the package."""
    assert (rules_root() / "cn-disclosure").is_dir()


def test_wheel(tmp_path, monkeypatch):
    """In a wheel the rules stand inside the package, and come first."""
    package = tmp_path / "gklint"
    (package / "_rules").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(gklint, "__file__", str(package / "__init__.py"))

    assert package / "_rules" == rules_root()


@pytest.mark.parametrize(
    ("name", "text"),
    [("core/one.toml", "a = 2"), ("core/two.toml", "a = 1"), ("core/forms/one.toml", "a = 1")],
    ids=["changed", "another", "a form"],
)
def test_digest_follows_content(tmp_path: Path, name: str, text: str) -> None:
    """A rule that is changed, added or moved makes another digest; other files, and when it was written, do not."""
    (tmp_path / "core" / "forms").mkdir(parents=True)
    (tmp_path / "core" / "one.toml").write_text("a = 1")
    before = digest(tmp_path)
    (tmp_path / "README.md").write_text("words")
    os.utime(tmp_path / "core" / "one.toml", (0, 0))
    same = digest(tmp_path)

    (tmp_path / name).write_text(text)

    assert before == same != digest(tmp_path)
