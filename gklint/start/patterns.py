"""
Patterns that are compiled when they are first used.

A small report needs a third of the patterns that gklint knows, and compiling one takes up to three milliseconds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gklint.start.codes import compiled
from gklint.start.foreign import Timed, blamed, is_distrusted

if TYPE_CHECKING:
    lazy = re.compile
else:

    class lazy:  # noqa: N801 - stands where a function stands: lazy(r"…") reads as re.compile(r"…")
        """What ``re.compile`` makes of the same arguments; an error in the pattern shows when it is used."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self.pattern = pattern
            self.flags = flags

        def __getattr__(self, name: str) -> Any:
            pattern = _HAN_CLASS.sub(_unfolded, self.pattern) if self.flags & re.IGNORECASE else self.pattern
            method = getattr(_made(pattern, int(self.flags)), name)
            # From now on an attribute like any other: this is asked once for each method.
            setattr(self, name, method)
            return method

        def __reduce__(self) -> tuple[Any, ...]:
            return lazy, (self.pattern, self.flags)


def _made(pattern: str, flags: int) -> Any:
    try:
        return Timed(pattern, flags) if is_distrusted(pattern) else compiled(pattern, flags)
    except (re.error, RecursionError, OverflowError) as error:
        raise blamed(pattern, error) from None


_HAN_CLASS = re.compile(r"\[(?:[^\]\\]|\\.)*(?:一-[鿿龥]|\\u4e00-\\u9fff)(?:[^\]\\]|\\.)*\]")
_ESCAPE = re.compile(r"\\u[0-9a-f]{4}|\\.")


def _unfolded(found: re.Match[str]) -> str:
    """
    A class of Chinese characters, which know no case, kept out of case folding.

    Folding goes through a range character by character: two milliseconds for each class.
    """
    has_letters = any(character.isascii() and character.isalpha() for character in _ESCAPE.sub("", found[0]))
    return found[0] if has_letters else f"(?-i:{found[0]})"
