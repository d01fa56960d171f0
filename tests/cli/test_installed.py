"""The rules of an installation are read once, and known by what is written in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.cli import installed
from gklint.cli.runs.store import Store
from gklint.start import codes


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def test_rules_come_from_the_cache(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read once is not read again, and is the same."""
    first = installed.packs_from(store)
    monkeypatch.setattr(installed, "packs", None)

    assert first == installed.packs_from(Store(store._folder))


def test_a_damaged_entry_is_read_again(store: Store) -> None:
    """Rules that cannot be unpacked are read from their files."""
    store.put([(installed.identity() + b"packs", b"damaged")])

    assert installed.packs(cases=False) == installed.packs_from(store)


def test_patterns_come_from_the_cache(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patterns that one run compiled are there in the next."""
    monkeypatch.setattr(codes, "_known", None)
    monkeypatch.setattr(codes, "_is_new", False)
    installed.recall_patterns(store)
    codes.compiled("一二三", 0)
    installed.keep_patterns(store)

    installed.recall_patterns(Store(store._folder))

    assert codes._known is not None
    assert [("一二三", 0)] == list(codes._known)


def test_data_of_a_checkout_tells_it_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other weights find other things: what was found with the old ones is not taken for new."""
    package, rules = tmp_path / "gklint", tmp_path / "rules"
    for folder in (package, rules):
        folder.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    monkeypatch.setattr(installed.gklint, "__file__", str(package / "__init__.py"))
    monkeypatch.setattr(installed, "rules_root", lambda: rules)
    weights = package / "weights.toml"
    weights.write_text("some = 1", "utf-8")
    before = installed.identity.__wrapped__()

    weights.write_text("some = 22", "utf-8")

    assert before != installed.identity.__wrapped__()
