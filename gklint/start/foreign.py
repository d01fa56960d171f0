"""
Patterns of packs that did not come with gklint: whoever delivers reports may deliver rules with them.

A pattern can be written so that a search takes longer than anybody lives. Those of others run through the ``regex``
package, whose searches end when their time is up; it is loaded only where there are such patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any

SECONDS = 2.0
"""For one search; those of gklint's own packs take some thousandths."""
REPEATING = frozenset("*+{")
"""Without one of these no pattern takes long."""
SEARCHES = frozenset(("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"))

_foreign: set[str] = set()


class PatternError(ValueError):
    """A text of a foreign pack that should be a pattern, and is none."""


def distrust(settings: Iterable[object]) -> None:
    """From now on treat as foreign every pattern that holds a text of *settings*."""
    _foreign.update(text for item in settings for text in _texts(item))


def is_distrusted(pattern: str) -> bool:
    """Whether *pattern* is, in part at least, somebody else's, and could take long."""
    return any(text in pattern for text in _foreign if REPEATING & set(text))


def blamed(pattern: str, error: Exception) -> Exception:
    """The *error* that *pattern* could not be compiled for, as that of the foreign text that is to blame, if one is."""
    parts = [text for text in sorted(_foreign) if text in pattern]
    for text in parts:
        try:
            re.compile(text)
        except (re.error, RecursionError, OverflowError) as reason:
            return PatternError(f"{text!r}: {reason}")
    return PatternError(f"{pattern!r}: {error}") if parts else error


class Timed:
    """A pattern whose searches raise TimeoutError when they take too long."""

    def __init__(self, pattern: str, flags: int) -> None:
        import regex

        try:
            self._pattern = regex.compile(pattern, flags)
        except regex.error as error:
            raise re.error(str(error), pattern) from None

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._pattern, name)
        return partial(method, timeout=SECONDS) if name in SEARCHES else method


def _texts(item: object) -> Iterator[str]:
    """Every text in *item*, however deep."""
    match item:
        case str():
            yield item
        case Mapping():
            for value in item.values():
                yield from _texts(value)
        case tuple() | list() | frozenset() | set():
            for value in item:
                yield from _texts(value)
        case _ if is_dataclass(item) and not isinstance(item, type):
            for field in fields(item):
                yield from _texts(getattr(item, field.name))
