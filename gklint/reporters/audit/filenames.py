"""A name for the page of each report: readable, unique, and possible on every system."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from gklint.start.patterns import lazy

_UNSAFE = lazy(r'[<>:"/\\|?*%#\x00-\x1f\x7f\ud800-\udfff]+')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_SEPARATOR = lazy(r"[/\\]+")
MAX_BYTES = 180
"""File systems end at 255 bytes, 85 Chinese characters; the endings and a number need some of them."""


def stems(paths: Sequence[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """
    A file name without ending for each of *paths*, none of them in *taken*, none twice on a system that does not
    tell A from a. Reports of one name in several folders are told apart by the names of those folders::

        a/report.docx, b/report.docx   →   a-report.docx, b-report.docx
    """
    parts = [_parts(path) for path in paths]
    names = [_safe(part[-1]) for part in parts]
    often = Counter(map(_folded, names))
    for index, part in enumerate(parts):
        if often[_folded(names[index])] > 1:
            names[index] = _safe("-".join(part))
    used = {_folded(name) for name in taken}
    return tuple(_unused(name, used) for name in names)


def _parts(path: str) -> list[str]:
    return [part for part in _SEPARATOR.split(path) if part not in ("", ".", "..")] or ["report"]


def _safe(name: str) -> str:
    name = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
    while len(name.encode()) > MAX_BYTES:
        # The end tells most: the report's own name and its format.
        name = name[1:].lstrip(" .")
    if name.split(".")[0].lower() in _DEVICES:
        name = f"_{name}"
    return name or "report"


def _unused(name: str, used: set[str]) -> str:
    """*name*, or with a number behind it; noted as used."""
    candidate, number = name, 1
    while _folded(candidate) in used:
        number += 1
        candidate = f"{name} ({number})"
    used.add(_folded(candidate))
    return candidate


def _folded(name: str) -> str:
    return name.casefold()
