from __future__ import annotations

import io
import os
import sys

import pytest

from gklint.cli import progress
from gklint.cli.output import MIN_WIDTH, PIPED_WIDTH, style


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "asked", "environment", "colour"),
    [
        (True, "auto", {}, True),
        (True, "auto", {"NO_COLOR": "1"}, False),
        (True, "auto", {"TERM": "dumb"}, False),
        (True, "never", {}, False),
        (True, "always", {"NO_COLOR": "1"}, True),
        (False, "auto", {}, False),
        (False, "always", {}, True),
    ],
    ids=["terminal", "NO_COLOR", "dumb terminal", "never", "always", "pipe", "pipe always"],
)
def test_colour(
    terminal: bool, asked: str, environment: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Colour is for terminals that want it, or for who insists."""
    monkeypatch.setattr(sys, "stdout", Screen() if terminal else io.StringIO())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert colour == style("zh", asked).colour


@pytest.mark.parametrize(
    ("terminal", "columns", "expected"),
    [(True, 132, 132), (True, 10, MIN_WIDTH), (False, 132, PIPED_WIDTH)],
    ids=["terminal", "tiny terminal", "pipe"],
)
def test_width(terminal: bool, columns: int, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets a width that no terminal can change."""
    monkeypatch.setattr(sys, "stdout", Screen() if terminal else io.StringIO())
    monkeypatch.setattr("shutil.get_terminal_size", lambda fallback: os.terminal_size((columns, 24)))

    assert expected == style("zh", "auto").width


@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
def test_progress_passes_everything_on(terminal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign of life is for terminals only and changes nothing of what is read."""
    screen = Screen() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", -1.0)
    items = [("a.md", b"1"), ("b.md", b"2")]

    assert items == list(progress.watched(iter(items)))
    assert terminal == bool(screen.getvalue())
