"""
What Python makes of patterns, kept from one run to the next: compiling takes a third of the time of a small report.

This uses what ``re`` keeps to itself. Where that is not as expected, or the codes are those of another Python, patterns
are compiled as ever; ``_sre`` itself checks a code before it takes it.
"""

from __future__ import annotations

import marshal
import re
import sys
import zlib
from array import array
from typing import Any

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, instructions, number of groups, groups by name, names of groups."""
MOST = 4000

_known: dict[tuple[str, int], Code] | None = None
_is_new = False


def recall(data: bytes | None) -> None:
    """From now on keep codes, those in *data* (from ``learnt``) to begin with."""
    global _known
    _known = {}
    try:
        version, codes = marshal.loads(zlib.decompress(data or b""))
    except (zlib.error, EOFError, ValueError, TypeError):
        return
    if version == sys.version and isinstance(codes, dict):
        _known = codes


def learnt() -> bytes | None:
    """All codes that are known, if they are more than were recalled."""
    return zlib.compress(marshal.dumps((sys.version, _known)), 1) if _is_new else None


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """``re.compile(pattern, flags)``"""
    if _known is None:
        return re.compile(pattern, flags)
    code = _known.get((pattern, flags))
    try:
        if code is None:
            code = _learn(pattern, flags)
        return _made(pattern, code)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(pattern, flags)


def _made(pattern: str, code: Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, instructions, groups, by_name, names = code
    made: re.Pattern[str] = _sre.compile(
        pattern, flags, list(memoryview(instructions).cast("I")), groups, by_name, names
    )
    return made


def _learn(pattern: str, flags: int) -> Code:
    """As ``re._compiler.compile`` does it."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    global _is_new
    parsed: Any = _parser.parse(pattern, flags)
    instructions = array("I", _compiler._code(parsed, flags)).tobytes()
    names: list[str | None] = [None] * parsed.state.groups
    for name, index in parsed.state.groupdict.items():
        names[index] = name
    code = flags | parsed.state.flags, instructions, parsed.state.groups - 1, parsed.state.groupdict, tuple(names)
    if _known is not None and len(_known) < MOST:
        _known[pattern, flags] = code
        _is_new = True
    return code
