"""Every way to write a report, by the name of its test id."""

from __future__ import annotations

from collections.abc import Callable

from tests.factory import markup, paper, textual, word
from tests.factory.layout import Report

Written = tuple[str, bytes]
"""A file name with its extension, and the bytes."""

FORMATS: dict[str, Callable[[Report], Written]] = {
    "text": lambda report: ("report.txt", textual.plain(report).encode()),
    "wrapped text": lambda report: ("report.txt", textual.wrapped(report).encode()),
    "wrapped text, header once": lambda report: ("report.txt", textual.wrapped(report, repeat_head=False).encode()),
    "text, a line per cell": lambda report: ("report.txt", textual.celled(report).encode()),
    "markdown": lambda report: ("report.md", markup.markdown(report).encode()),
    "markdown, corners": lambda report: ("report.md", markup.markdown(report, fill=False).encode()),
    "html": lambda report: ("report.html", markup.html(report).encode()),
    "docx": lambda report: ("report.docx", word.docx(report)),
    "pdf": lambda report: ("report.pdf", paper.pdf(report)),
    "pdf, header once": lambda report: ("report.pdf", paper.pdf(report, repeat_head=False)),
}
