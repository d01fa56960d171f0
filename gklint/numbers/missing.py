"""Cells that state no number at all. Reporters ask too, which need nothing else that is known of numbers."""

from __future__ import annotations

from gklint.numbers.script import BLANK
from gklint.start.patterns import lazy


def is_unknown(text: str) -> bool:
    """Whether the cell states no number: blank, a dash of any length, a slash, 无, n/a. It is never a zero."""
    return bool(_UNKNOWN.fullmatch(text))


_B = f"{BLANK}*"
_UNKNOWN = lazy(rf"{_B}(?:[-－–—―─_/／\\*…·.{BLANK}]*|无|空|空格|略|不适用|[nN]/?[aA]|[xX]|[nN]il){_B}")
