"""Readers: bytes to a Document. ``read`` picks the reader by content first and by extension where content is mute."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from gklint.errors import ReadError
from gklint.model.document import Document
from gklint.readers._decode import decode
from gklint.start.patterns import lazy

Reader = Callable[[bytes, str], Document]


def _on_demand(module: str) -> Reader:
    """The ``read`` of a reader module, imported when first used: nobody pays for formats that do not occur."""

    def read(data: bytes, name: str) -> Document:
        reader: Reader = import_module(f"gklint.readers.{module}").read
        return reader(data, name)

    return read


READERS: dict[str, Reader] = {
    "text": _on_demand("text"),
    "markdown": _on_demand("markdown"),
    "html": _on_demand("html"),
    "docx": _on_demand("docx"),
    "pdf": _on_demand("pdf"),
    "csv": _on_demand("delimited"),
}

EXTENSIONS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".csv": "csv",
    ".tsv": "csv",
}
"""What a walk through folders takes for reports, and by which reader."""

_OFFICE = "an old Office file; save it as .docx"
_SHEET = "a workbook; save the sheet as .csv"
_SLIDES = "a presentation; save its text as .docx or .pdf"
_OPEN = "an OpenDocument file; save it as .docx"
_ARCHIVE = "an archive; unpack it first"

UNREAD: dict[str, str] = {
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpt", ".uof", ".uot"), _OFFICE),
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".xlsb", ".et", ".ett", ".ods", ".numbers"), _SHEET),
    **dict.fromkeys((".ppt", ".pptx", ".pptm", ".pps", ".ppsx", ".dps", ".odp", ".key"), _SLIDES),
    **dict.fromkeys((".odt", ".ott", ".fodt", ".pages"), _OPEN),
    **dict.fromkeys((".rtf", ".dotx", ".dotm"), "save it as .docx"),
    **dict.fromkeys((".mht", ".mhtml", ".eml", ".msg"), "a mail or a web page in one file; save it as .html"),
    **dict.fromkeys((".ofd", ".xps", ".oxps", ".djvu", ".caj", ".ceb", ".epub"), "export it as .pdf or .docx"),
    **dict.fromkeys((".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"), _ARCHIVE),
}
"""Formats in which reports are delivered and that no reader knows, with advice: whoever has them is told of them."""

_MUTE = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "RTF; save it as .docx",
    b"\x1f\x8b": "a compressed archive; unpack it first",
    b"Rar!": "an archive; unpack it first",
    b"7z\xbc\xaf": "an archive; unpack it first",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = lazy(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table)\b", re.I | re.S)
_MARKDOWN = lazy(r"^(?:#{1,6} \S|\|?[ \t]*:?-{3,}:?[ \t]*\|)", re.M)
_PROBE = 4096


def read(data: bytes, name: str) -> Document:
    """
    Read *data* with the reader that its content asks for, whatever the extension of *name* says.

    Raises:
        ReadError: for every fault of the document, nothing else.
    """
    return READERS[pick(data, name)](data, name)


def pick(data: bytes, name: str) -> str:
    """
    The key of the reader for *data*.

    Raises:
        ReadError: empty, encrypted, unsupported (with advice), or unreadable: the extension promises a format whose
            signature is missing.
    """
    if not data:
        raise ReadError("empty")
    dot = name.rfind(".")
    expected = EXTENSIONS.get(name[dot:].lower()) if dot >= 0 else None
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _of_archive(data, expected)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ReadError("encrypted", "a Word document protected by a password")
        raise ReadError("unsupported", "an old Office file (.doc, .wps, .xls); save it as .docx")
    for signature, what in _MUTE.items():
        if data.startswith(signature):
            raise ReadError("unsupported", what)
    return _of_text(data, expected)


def _of_archive(data: bytes, expected: str | None) -> str:
    if b"word/" in data or expected == "docx":
        return "docx"
    for part, what in ((b"xl/", "a workbook; save the sheet as .csv"), (b"ppt/", "a presentation")):
        if part in data:
            raise ReadError("unsupported", what)
    raise ReadError("unsupported", "a zip archive; unpack it first")


def _of_text(data: bytes, expected: str | None) -> str:
    try:
        head = decode(data[: 2 * _PROBE])[:_PROBE]
    except ReadError as error:
        if expected in ("docx", "pdf") and error.obstacle == "unsupported":
            raise ReadError("unreadable", f"no {expected} signature at its start") from None
        if error.obstacle == "empty" and data.strip():
            return expected or "text"
        raise
    if expected != "markdown" and _HTML.match(head):
        return "html"
    if expected in ("docx", "pdf", None):
        return "markdown" if _MARKDOWN.search(head) else "text"
    return expected
