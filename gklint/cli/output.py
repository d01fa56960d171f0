"""Text → the terminal or the pipe: encodings that cannot print a character never stop a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import click

from gklint.reporters.style import Style

PIPED_WIDTH = 100
MIN_WIDTH = 40


def style(language: str, colour: str) -> Style:
    """How to print on this standard output; a pipe gets a fixed width and no colour, so that its bytes are stable."""
    if not sys.stdout.isatty():
        return Style(language, PIPED_WIDTH, colour == "always")
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    import shutil

    columns = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns
    return Style(language, max(MIN_WIDTH, columns), colour == "always" or (colour == "auto" and not plain))


def write(text: str, *, colour: bool = False, utf8: bool = False) -> None:
    """
    Print *text* as it is. *utf8* is for formats that are defined so; otherwise the console's encoding is kept, and
    what it lacks becomes "?".
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        # A path with undecodable bytes becomes a JSON escape, not an exception.
        reconfigure(encoding="utf-8", errors="backslashreplace") if utf8 else reconfigure(errors="replace")
    try:
        click.echo(text, nl=False, color=colour or None)
    except BrokenPipeError:
        # Whoever read us has enough; the exit code is still ours to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_lines(lines: Iterable[str]) -> None:
    write("".join(f"{line}\n" for line in lines))
