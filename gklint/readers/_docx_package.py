"""The zip package behind a .docx: its XML parts, opened with every guard that hostile files call for."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from gklint.budget import unpack
from gklint.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = W[1:-1].encode()
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

ENTRY_LIMIT = 10_000
"""Entries of the zip; a report with a picture on every page has some hundreds."""
PART_LIMIT = 64 * 1024 * 1024
"""Bytes of one XML part; a hundred pages of tables are about 8 MB, and lxml needs some ten times a part's size."""
RATIO_LIMIT = 300
"""Times a part may grow when unpacked: tables of like rows reach 60, deflate itself ends at 1032."""
RATIO_FREE = 1024 * 1024
"""Small parts are harmless whatever their ratio."""

_DECLARATIONS = [mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le")]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    ("xl/", "a workbook; save the sheet as .csv"),
    ("ppt/", "a presentation"),
    ("content.xml", "an OpenDocument file; save it as .docx"),
)


class Package:
    """
    The parts of a .docx that hold text, by their name without a leading slash.

    Raises:
        ReadError: encrypted, unsupported (another kind of file), unreadable (no whole zip) or hostile.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            if _ENCRYPTED in data:
                raise ReadError("encrypted", "a Word document protected by a password")
            raise ReadError("unsupported", "an old Office file (.doc, .wps); save it as .docx")
        try:
            self._zip = ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except (BadZipFile, LargeZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise ReadError("unreadable", f"no whole zip archive: {error}") from None
        if len(entries) > ENTRY_LIMIT:
            raise ReadError("hostile", f"a zip archive of {len(entries)} entries")
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}
        self.main = self._main_part()

    def part(self, name: str) -> _Element | None:
        """
        The root element of the part *name*, None if there is no such part.

        Raises:
            ReadError: hostile; the part unpacks to an absurd size or declares entities. encrypted; unreadable.
        """
        from lxml import etree

        entry = self._entries.get(name)
        if entry is None:
            return None
        content = self._unpacked(entry)
        if any(mark in content for mark in _DECLARATIONS):
            raise ReadError("hostile", f"{name} declares a document type or entities")
        if _STRICT in content:
            content = content.replace(_STRICT, _TRANSITIONAL)
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise ReadError("unreadable", f"{name}: {error}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise ReadError("hostile", f"{name} declares a document type")
        return root

    def has(self, file: str) -> bool:
        """Whether some part has this file name; cheaper to ask than to look what the main part relates to."""
        return any(name.endswith(file) for name in self._entries)

    def related(self, kind: str) -> str | None:
        """The name of the part that the main part relates to as *kind* (styles, footnotes …)."""
        folder, file = posixpath.split(self.main)
        return self._target(posixpath.join(folder, "_rels", f"{file}.rels"), kind, folder)

    def _main_part(self) -> str:
        main = self._target("_rels/.rels", "officeDocument", "") or "word/document.xml"
        for prefix, what in _OTHERS:
            if main.startswith(prefix) or (main not in self._entries and prefix in self._folders()):
                raise ReadError("unsupported", what)
        if main not in self._entries:
            raise ReadError("unreadable", f"no part {main}")
        return main

    def _folders(self) -> set[str]:
        return {name.partition("/")[0] + "/" * ("/" in name) for name in self._entries}

    def _target(self, relations: str, kind: str, folder: str) -> str | None:
        root = self.part(relations)
        for relation in root.iter(_RELATIONSHIP) if root is not None else ():
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        return None

    def _unpacked(self, entry: ZipInfo) -> bytes:
        """All bytes of *entry*; the sizes that the archive claims are checked, and not believed."""
        if entry.flag_bits & 1:
            raise ReadError("encrypted", "a zip archive protected by a password")
        limit = min(PART_LIMIT, max(RATIO_FREE, entry.compress_size * RATIO_LIMIT))
        if entry.file_size > limit:
            raise ReadError(
                "hostile", f"{entry.filename} unpacks from {entry.compress_size} to {entry.file_size} bytes"
            )
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(limit + 1)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise ReadError("unreadable", f"{entry.filename}: {error}") from None
        if len(content) > limit:
            raise ReadError("hostile", f"{entry.filename} unpacks to more than {limit} bytes")
        unpack(len(content), earns=True)
        return content
