"""
What a user or a document can do wrong, as exceptions with one clear line each.

::

    GklintError            one line for the user, exit 2
    ├── ReadError          a document that cannot be read: becomes a GK0 finding, the run goes on
    ├── PackError          a rule pack that is not well formed
    └── ConfigError        an option or a setting that makes no sense

Anything else that is raised is a bug of gklint (exit 101). While one document is at hand it becomes a finding of that
document, and the run goes on.
"""

from typing import Literal

Obstacle = Literal[
    "unreadable",
    "empty",
    "unsupported",
    "encrypted",
    "no-text",
    "hostile",
    "too-large",
    "denied",
    "failed",
    "over-budget",
    "link",
    "special",
]


class GklintError(Exception):
    """
    A mistake that its message explains in one line: where, what was found, what would be right.

    *zh* is that line in Chinese where there is one.
    """

    zh: str = ""


class ReadError(GklintError):
    """
    A document that cannot be read.

    *obstacle* names the kind of trouble and selects the GK0 rule that reports it; *detail* is a short technical
    cause (English, no path) that the finding prints behind its own words.
    """

    def __init__(self, obstacle: Obstacle, detail: str = "") -> None:
        super().__init__(f"{obstacle}: {detail}" if detail else obstacle)
        self.obstacle: Obstacle = obstacle
        self.detail = detail


class PackError(GklintError):
    """A rule file or a pack that is not well formed; the message starts with its path and key."""

    def __init__(self, line: str, zh: str = "") -> None:
        super().__init__(line)
        self.zh = zh


class ConfigError(GklintError):
    """An option, a rule selection or a setting that makes no sense."""

    def __init__(self, line: str, zh: str = "") -> None:
        super().__init__(line)
        self.zh = zh
