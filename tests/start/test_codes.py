"""Patterns made from kept codes are the patterns that Python would compile."""

from __future__ import annotations

import marshal
import re
import sys
import zlib

import pytest

from gklint.start import codes

PATTERNS = [
    (r"(?P<year>20[0-9]{2})\s*年|(?P<word>全年|今年)", 0),
    (r"[\u3400-\u4dbf\u4e00-\u9fff，。；]+?(?=共|$)", 0),
    (r"(?:total|合\s*计) # note", re.VERBOSE | re.IGNORECASE),
    (r"(?i:about)\b.(\d+)?", re.DOTALL),
]
TEXT = "2024年全年共收到申请 12 件，合 计about\n120件 TOTAL"


@pytest.fixture(autouse=True)
def as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts without codes and leaves none."""
    monkeypatch.setattr(codes, "_known", None)
    monkeypatch.setattr(codes, "_is_new", False)


def kept(thing: object) -> bytes:
    return zlib.compress(marshal.dumps(thing))


def found(pattern: re.Pattern[str]) -> object:
    hits = [(hit.span(), hit.groups(), hit.groupdict(), hit.lastgroup) for hit in pattern.finditer(TEXT)]
    return pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), hits


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS, ids=["groups", "chinese", "verbose", "inline"])
def test_a_kept_code_is_the_same_pattern(pattern: str, flags: int) -> None:
    """Compiled, compiled while codes are kept, made from a kept code: it finds the same, with the same groups."""
    plain = codes.compiled(pattern, int(flags))
    codes.recall(None)
    learnt = codes.compiled(pattern, int(flags))
    codes.recall(codes.learnt())
    recalled = codes.compiled(pattern, int(flags))

    assert found(plain) == found(learnt) == found(recalled)


def test_what_is_known_is_not_learnt_again() -> None:
    """A run that compiles nothing new has nothing to keep."""
    codes.recall(None)
    codes.compiled("一", 0)
    first = codes.learnt()
    codes._is_new = False
    codes.recall(first)

    codes.compiled("一", 0)

    assert first is not None
    assert codes.learnt() is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no codes",
        kept(("another Python", {("一", 0): (0, b"", 0, {}, ())})),
        kept((sys.version, {("一", 0): (0, b"\xff" * 8, 0, {}, ())})),
        kept((sys.version, {("一", 0): "no code"})),
        kept(17),
    ],
    ids=["nothing", "noise", "another Python", "no such instruction", "another shape", "another thing"],
)
def test_anything_else_is_compiled(data: bytes) -> None:
    """Codes that cannot be used cost time, never a result."""
    codes.recall(data)

    assert found(re.compile("一")) == found(codes.compiled("一", 0))


def test_an_error_in_a_pattern_is_told() -> None:
    """A pattern that is none says so, whether codes are kept or not."""
    codes.recall(None)

    with pytest.raises(re.error):
        codes.compiled("(", 0)
