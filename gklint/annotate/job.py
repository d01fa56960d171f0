"""What an annotator is told beside the report, and how it says that it will not."""

from __future__ import annotations

from gklint.errors import GklintError
from gklint.start.records import dataclass

AUTHOR = "gklint"
"""Who signs remarks; what this author signed is replaced by the next run."""


@dataclass(frozen=True, slots=True)
class Job:
    """The *language* of the remarks and the *day* (2025-01-31) that they are dated."""

    language: str
    day: str


class RefusalError(GklintError):
    """A file that was read but must not be changed; *reason* is the end of a key ``refusal.…`` of the wording."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
