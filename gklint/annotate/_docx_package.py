"""A .docx that is written again: parts that were not touched keep their bytes."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from gklint.annotate.job import RefusalError
from gklint.readers._docx_package import ENTRY_LIMIT, PART_LIMIT, Package, W

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENT_TYPES = "[Content_Types].xml"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TOTAL_LIMIT = 8 * PART_LIMIT
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of new entries: the first that a zip archive can hold."""


class Copy:
    """
    The package as it is to be written.

    Raises:
        ReadError: see Package.
        RefusalError: signed, restricted, strict, damaged, or large beyond reason.
    """

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.main = self.package.main
        self._entries: list[tuple[ZipInfo, bytes]] = list(_unpacked(data))
        self._trees: dict[str, _Element] = {}
        self._gone: set[str] = set()
        self._added: dict[str, _Element] = {}
        names = [entry.filename.lstrip("/") for entry, _ in self._entries]
        self.names = frozenset(names)
        if any(name.startswith("_xmlsignatures/") for name in names):
            raise RefusalError("signed")
        if any(
            name.lstrip("/") == self.main and STRICT in content
            for (_, content), name in zip(self._entries, names, strict=True)
        ):
            raise RefusalError("strict")
        settings = self.package.related("settings")
        root = self.package.part(settings) if settings else None
        protection = root.find(W + "documentProtection") if root is not None else None
        if protection is not None and protection.get(W + "enforcement", "0") in ("1", "true", "on"):
            raise RefusalError("protected")

    def tree(self, name: str) -> _Element | None:
        """The root of the part *name*, to be changed in place; say ``touched`` when it was."""
        return self.package.part(name)

    def touched(self, name: str, root: _Element) -> None:
        """Write *root* as the part *name*."""
        (self._trees if name in self.names else self._added)[name] = root

    def drop(self, name: str) -> None:
        self._gone.add(name)

    @property
    def relations(self) -> str:
        folder, file = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{file}.rels")

    def data(self) -> bytes:
        target = BytesIO()
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            for entry, content in self._entries:
                name = entry.filename.lstrip("/")
                if name not in self._gone:
                    archive.writestr(entry, _bytes(self._trees[name]) if name in self._trees else content)
            for name, root in self._added.items():
                entry = ZipInfo(name, EPOCH)
                entry.compress_type = ZIP_DEFLATED
                archive.writestr(entry, _bytes(root))
        return target.getvalue()


def _unpacked(data: bytes) -> list[tuple[ZipInfo, bytes]]:
    """Every entry with its bytes; capped, for what no reader looks at may unpack without end too."""
    found: list[tuple[ZipInfo, bytes]] = []
    room = TOTAL_LIMIT
    with ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist()[: ENTRY_LIMIT + 1]:
            try:
                with archive.open(entry) as stream:
                    content = stream.read(room + 1)
            except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
                raise RefusalError("damaged") from None
            room -= len(content)
            if room < 0:
                raise RefusalError("large")
            found.append((entry, content))
    return found


def _bytes(root: _Element) -> bytes:
    from lxml import etree

    written: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
