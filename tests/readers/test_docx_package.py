"""Packages that are damaged, locked, something else or hostile."""

import io
import zipfile

import pytest

from gklint.errors import ReadError
from gklint.readers.docx import read
from tests.readers.ooxml import NAMES, p, package, r, tbl, tc, zipped


def whole():
    return package(p(r("受理8件")))


def repacked(**changes):
    with zipfile.ZipFile(io.BytesIO(whole())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**files, **changes})


def document(content, head=""):
    return repacked(**{"word/document.xml": f"{head}<w:document {NAMES}><w:body>{content}</w:body></w:document>"})


def locked():
    """A zip whose entries say that they are encrypted."""
    data = bytearray(whole())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def lying():
    """A bomb whose directory claims a small size."""
    data = bytearray(document(p(r("8" * 3_000_000))))
    size = len(f"<w:document {NAMES}><w:body>{p(r(''))}</w:body></w:document>") + 3_000_000
    return bytes(data).replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "8888">]>'
CASES = {
    "empty file": (b"", "unreadable"),
    "no zip": (b"PK\x03\x04 but no archive", "unreadable"),
    "truncated": (whole()[:-300], "unreadable"),
    "damaged part": (whole().replace(whole()[60:70], b"\xff" * 10), "unreadable"),
    "broken xml": (document("<w:p>"), "unreadable"),
    "no main part": (zipped({"a.txt": "8"}), "unreadable"),
    "encrypted": (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "encrypted zip": (locked(), "encrypted"),
    "old word": (OLE + bytes(500), "unsupported"),
    "workbook": (zipped({"xl/workbook.xml": "<a/>"}), "unsupported"),
    "presentation": (zipped({"ppt/presentation.xml": "<a/>"}), "unsupported"),
    "opendocument": (zipped({"mimetype": "x", "content.xml": "<a/>"}), "unsupported"),
    "zip bomb": (document(p(r("8" * 3_000_000))), "hostile"),
    "lying zip bomb": (lying(), "unreadable"),
    "many entries": (zipped({f"{n}": "" for n in range(10_001)}), "hostile"),
    "entities": (document(p(r("&a;")), ENTITIES), "hostile"),
    "entities in utf-16": (
        repacked(**{"word/document.xml": f'<?xml version="1.0" encoding="utf-16"?>{ENTITIES}<a/>'.encode("utf-16")}),
        "hostile",
    ),
    "outer entity": (document(p(""), '<!DOCTYPE x SYSTEM "file:///etc/passwd">'), "hostile"),
    "absurd table": (document(tbl(*[[tc("1", '<w:gridSpan w:val="100000"/>')] * 2] * 600)), "hostile"),
    "deep nesting": (document("<w:sdt>" * 5000), "unreadable"),
    "no text": (document(p("")), "empty"),
    "pictures only": (document(p("<w:r><w:drawing/></w:r>")), "no-text"),
}


@pytest.mark.parametrize(("data", "obstacle"), CASES.values(), ids=CASES)
def test_bad_input(data, obstacle):
    """What cannot or must not be read is refused with its reason."""
    with pytest.raises(ReadError) as caught:
        read(data, "a.docx")

    assert obstacle == caught.value.obstacle
