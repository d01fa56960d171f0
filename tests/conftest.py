"""What all tests share: golden files and their one writer, ``pytest --accept``."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gklint import __version__
from gklint.start import foreign

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what the code prints now")


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another one left: a cache below a file can neither be read nor made."""
    monkeypatch.setenv("GKLINT_CACHE_DIR", str(Path(__file__) / "cache"))


@pytest.fixture(autouse=True)
def no_foreign_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test distrusts the patterns that another one's pack held."""
    monkeypatch.setattr(foreign, "_foreign", set())


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """
    Compare a text with the golden file of a name; versions, paths of this machine and times are scrubbed first.

    A golden file is never edited by hand: ``pytest --accept`` writes it, its diff is reviewed like code.
    """

    def check(name: str, text: str) -> None:
        path, actual = GOLDEN / name, scrubbed(text)
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, "utf-8")
        expected = path.read_text("utf-8") if path.exists() else ""

        assert expected == actual, f"tests/golden/{name} differs: look, then pytest --accept"

    return check


def scrubbed(text: str) -> str:
    """*text* without what changes from machine to machine."""
    text = text.replace(str(Path(__file__).parents[1]), "ROOT").replace(__version__, "VERSION")
    text = re.sub(r"/tmp/[\w/.-]*?/(?=[^/\s]+)", "TMP/", text)
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?", "TIME", text)
