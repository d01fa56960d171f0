"""
Annotators: a report and its audit → a copy that says at each figure what is wrong with it, in the file's own way.

The room stands above readers and reporters, because it needs both: where a figure stands, and how a person is told.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from gklint.annotate.job import Job, RefusalError
from gklint.model.finding import Audit

__all__ = ["ANNOTATORS", "Annotator", "Job", "RefusalError", "annotator"]


class Annotator(Protocol):
    """What the module of a format has; *SUFFIX* is that of the copy, "" the same as that of the report."""

    SUFFIX: str

    def annotate(self, data: bytes, audit: Audit, job: Job) -> tuple[bytes, int]:
        """A copy of *data* with a remark at every operand of every live finding, and how many there are."""
        ...

    def clear(self, data: bytes) -> tuple[bytes, int]:
        """A copy of *data* without the remarks of gklint, and how many there were."""
        ...


ANNOTATORS: dict[str, str] = {
    "docx": "gklint.annotate.docx",
    "pdf": "gklint.annotate.pdf",
    **dict.fromkeys(("text", "markdown", "html", "csv"), "gklint.annotate.marks"),
}
"""Reader → module, imported when it is used."""


def annotator(reader: str) -> Annotator | None:
    """The annotator for files of *reader*, None where there is none."""
    return cast("Annotator", import_module(ANNOTATORS[reader])) if reader in ANNOTATORS else None
