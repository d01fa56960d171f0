"""Text on a terminal: display width, wrapping, padding and colour. Nothing here knows what a report is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from gklint.start.patterns import lazy

_TOKEN = lazy(r"[!-~]+|\s+|.", re.DOTALL)
_NEVER_LAST = frozenset("（《“‘「『【(")
_NEVER_FIRST = frozenset("，。；：、）】》」』”’！？,.;:)]}…·%％")

_COLOURS = {"error": "1;31", "warning": "1;33", "note": "36", "strong": "1", "faint": "2"}


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Columns that *text* takes: Chinese and full-width characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def one_line(text: str) -> str:
    """*text* with every run of blanks, line ends and control characters as one space: safe to print."""
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def clip(text: str, columns: int) -> str:
    """*text* if it fits, else its beginning and "…"."""
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for char in text:
        used += _cells(char)
        if used > columns - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """*text* filled with blanks to *columns*, on its left side if it is to stand *right*."""
    blanks = " " * max(0, columns - width(text))
    return blanks + text if right else text + blanks


def wrap(text: str, columns: int) -> Iterator[str]:
    """
    Lines of at most *columns*. Breaks at blanks and between Chinese characters, never inside a number or a Latin
    word (one that is longer than a line sticks out), never before a closing or behind an opening mark.
    """
    if width(text) <= columns:
        if text.strip():
            yield text.rstrip()
        return
    line, used = "", 0
    for token in _atoms(text):
        size = width(token)
        if used and used + size > columns:
            yield line.rstrip()
            line, used = "", 0
            token = token.lstrip()
            size = width(token)
        line += token
        used += size
    if line.strip():
        yield line.rstrip()


def _atoms(text: str) -> Iterator[str]:
    """The pieces that stay whole: a token with the opening marks before it and the closing marks behind it."""
    atom = ""
    for match in _TOKEN.finditer(text):
        token = match.group()
        if atom and (atom[-1] in _NEVER_LAST or (token in _NEVER_FIRST and not atom.isspace())):
            atom += token
            continue
        if atom:
            yield atom
        atom = token
    if atom:
        yield atom


def paint(text: str, tone: str, *, colour: bool) -> str:
    """*text* in the ANSI colour of *tone*, bare unless *colour*."""
    return f"\x1b[{_COLOURS[tone]}m{text}\x1b[0m" if colour else text
