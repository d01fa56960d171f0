"""One call of ``gklint check``."""

from __future__ import annotations

from gklint.config.configuration import Given
from gklint.config.settings import OFF
from gklint.start.records import dataclass

NEGATED: dict[str, tuple[str, object]] = {
    "no_baseline": ("baseline", OFF),
    "no_ignores": ("ignores", False),
    "no_cache": ("cache", False),
}
"""Options that turn something off: the field that they set, and to what."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for: *paths* (none: the current folder), settings, and what no file can settle."""

    paths: tuple[str, ...]
    given: Given
    stdin_filename: str = "-"
    since: str | None = None
    show_files: bool = False
    watch: bool = False
