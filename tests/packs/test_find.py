"""The folder of rules in every kind of installation."""

from __future__ import annotations

import gklint
from gklint.packs.find import rules_root


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
