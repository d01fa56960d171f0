"""Files that cannot be read, or look as if they could not: what users hand to a linter on a bad day."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.factory import generic, markup, paper, reports, textual, word

MEGABYTE = 1 << 20
GOOD = reports.sample("F3", 2).report()


def truncated_docx(path: Path) -> None:
    whole = word.docx(GOOD)
    path.write_bytes(whole[: len(whole) // 2])


def truncated_pdf(path: Path) -> None:
    whole = paper.pdf(GOOD)
    path.write_bytes(whole[: len(whole) // 3])


def encrypted_docx(path: Path) -> None:
    """The start of the OLE container that Word writes around a document with a password."""
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    path.write_bytes(container + "EncryptedPackage".encode("utf-16-le") + bytes(99))


def encrypted_pdf(path: Path) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", ownerPassword="secret", strength=128))
    canvas.drawString(100, 700, "Total 12 = 5 + 7")
    canvas.save()


def scanned_pdf(path: Path) -> None:
    """A page that is one picture, and no characters at all."""
    canvas = Canvas(str(path))
    canvas.drawInlineImage(Image.new("L", (60, 80), 200), 0, 0, 595, 842)
    canvas.save()


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(b"<w:document>")
            for _ in range(300):
                part.write(bytes(MEGABYTE))


def entities(path: Path) -> None:
    """A Word file whose document declares entities that multiply when they are resolved."""
    nested = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 9))
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "12">{nested}]>'
        f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>&e8;</w:t></w:r></w:p></w:body></w:document>'
    )
    whole = io.BytesIO(word.docx(GOOD))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, document if name == "word/document.xml" else source.read(name))


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * MEGABYTE)


UNREADABLE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "empty file": ("empty.txt", lambda path: path.write_bytes(b"")),
    "truncated docx": ("cut.docx", truncated_docx),
    "truncated pdf": ("cut.pdf", truncated_pdf),
    "encrypted docx": ("locked.docx", encrypted_docx),
    "encrypted pdf": ("locked.pdf", encrypted_pdf),
    "scanned pdf": ("scan.pdf", scanned_pdf),
    "zip bomb": ("bomb.docx", zip_bomb),
    "entities of a DTD": ("entities.docx", entities),
    "200 MB": ("huge.txt", huge),
    "text that calls itself docx": ("noise.docx", lambda path: path.write_bytes(bytes(range(256)) * 4)),
    "text that calls itself pdf": ("noise.pdf", lambda path: path.write_bytes(b"\x00\x01\x02" * 99)),
    "picture": ("photo.pdf", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))),
}
"""File name and writer of what must end as one line and exit code 3."""

_TEXT = textual.plain(GOOD)

READABLE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "pdf that calls itself txt": ("report.txt", lambda path: path.write_bytes(paper.pdf(GOOD))),
    "html that calls itself docx": ("page.docx", lambda path: path.write_text(markup.html(GOOD), "utf-8")),
    "docx without an extension": ("report", lambda path: path.write_bytes(word.docx(GOOD))),
    "GB18030": ("gbk.txt", lambda path: path.write_bytes(_TEXT.encode("gb18030"))),
    "UTF-16": ("wide.txt", lambda path: path.write_bytes(_TEXT.encode("utf-16"))),
    "UTF-8 with a mark": ("mark.txt", lambda path: path.write_bytes(_TEXT.encode("utf-8-sig"))),
    "no final newline": ("open.txt", lambda path: path.write_text(_TEXT.rstrip("\n"), "utf-8")),
    "carriage returns": ("dos.txt", lambda path: path.write_bytes(_TEXT.replace("\n", "\r\n").encode())),
}
"""Looks odd, and is the same report all the same."""


def wide_table() -> str:
    """A page that asks for a table of a hundred thousand columns."""
    return (
        "<table><tr><td colspan=100000>wide</td></tr><tr><td rowspan=100000>a</td><td>1</td></tr></table>"
        + markup.html(generic.visits(random.Random(1)).report())
    )


def long_figure() -> str:
    """A table with a column of numbers of four hundred digits."""
    rows = [("甲科", "4", "1" * 400), ("乙科", "6", "2" * 400), ("合计", "10", "3" * 400)]
    body = "".join(f"| {label} | {small} | {large} |\n" for label, small, large in rows)
    return f"# 年度统计\n\n| 科室 | 来信（件） | 来访（件） |\n|---|---|---|\n{body}"
