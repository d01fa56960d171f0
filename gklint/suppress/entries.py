"""
``gklint-waivers.toml``: its entries, and its text with one entry more or some less.

::

    [[waiver]]
    fingerprint = "…"     the finding, by meaning
    values = "…"          and with the figures that were excused
    rule = "GK102"        for people: which rule, which report, what it showed
    report = "某县 2024"
    shown = "9462"
    reason = "…"
    by = "…"              optional

The text belongs to its writers: entries are put at its end or cut out of it, every other character stays.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import fields

from gklint.errors import ConfigError
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

HEADER = lazy(r"^[ \t]*\[\[\s*waiver\s*\]\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One excused finding; *line* is where it begins in the file, 1-based, 0 as long as it is in none."""

    fingerprint: str
    values: str
    rule: str
    report: str
    reason: str
    shown: str = ""
    by: str = ""
    line: int = 0


KEYS = tuple(field.name for field in fields(Entry) if field.name != "line")
REQUIRED = ("fingerprint", "values", "rule", "report")


def entries(text: str, path: str) -> tuple[Entry, ...]:
    """
    The entries of the file *text*, in order.

    Raises:
        ConfigError: it is no TOML, or an entry lacks a key or has one that is unknown or no text.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from None
    for key in data:
        if key != "waiver":
            raise ConfigError(f"{path}: {key}: unknown key, [[waiver]] would be right")
    listed = data.get("waiver", [])
    lines = _headers(text)
    if not isinstance(listed, list) or len(listed) != len(lines):
        raise ConfigError(f"{path}: waiver: each entry below a line [[waiver]] of its own would be right")
    return tuple(_entry(item, line, path) for item, line in zip(listed, lines, strict=True))


def appended(text: str, entry: Entry) -> str:
    """*text* with *entry* at its end."""
    end = _line_end(text)
    written = (f"{key} = {_quoted(value)}{end}" for key in KEYS if (value := getattr(entry, key)))
    gap = "" if not text else end if text.endswith("\n") else end * 2
    return "".join((text, gap, "[[waiver]]", end, *written))


def without(text: str, dropped: Collection[int]) -> str:
    """*text* without the entries that begin on the lines *dropped*, and without the comments right above these."""
    lines = text.removesuffix("\n").split("\n")
    starts = [line - 1 for line in _headers(text)]
    ends = [*starts[1:], len(lines)]
    for start, end in reversed(list(zip(starts, ends, strict=True))):
        if start + 1 not in dropped:
            continue
        while end < len(lines) and lines[end - 1].startswith("#"):
            end -= 1  # the comment of the entry below
        while start and lines[start - 1].startswith("#"):
            start -= 1
        del lines[start:end]
    kept = "\n".join(lines).rstrip()
    return kept + _line_end(text) if kept else ""


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _headers(text: str) -> list[int]:
    return [number for number, line in enumerate(text.split("\n"), start=1) if HEADER.match(line)]


def _entry(item: object, line: int, path: str) -> Entry:
    where = f"{path}:{line}"
    if not isinstance(item, dict):
        raise ConfigError(f"{where}: {item!r} found, a table would be right")
    for problem in _problems(item):
        raise ConfigError(f"{where}: {problem}")
    return Entry(**{"reason": "", **item}, line=line)


def _problems(item: dict[str, object]) -> Iterator[str]:
    for key, value in item.items():
        if key not in KEYS:
            yield f"{key}: unknown key, one of {', '.join(KEYS)} would be right"
        elif not isinstance(value, str):
            yield f"{key}: {value!r} found, text would be right"
    for key in REQUIRED:
        if not item.get(key):
            yield f"{key}: missing"


def _quoted(text: str) -> str:
    """*text* as a TOML string: the escapes of JSON are some of TOML's; what is above ASCII stays readable."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
