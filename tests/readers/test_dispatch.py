"""Which reader gets a file, and what is said of files that none can read."""

from __future__ import annotations

import pytest

from gklint.errors import ReadError
from gklint.readers import READERS, pick, read
from gklint.readers._decode import decode

PICKED = {
    "text": (b"plain words", "a.txt", "text"),
    "markdown": (b"# Title", "a.md", "markdown"),
    "csv": (b"a,b\n1,2", "a.csv", "csv"),
    "html": (b"<!DOCTYPE html><p>x", "a.html", "html"),
    "html without extension": (b"<html><p>x", "-", "html"),
    "html called text": ("<HTML>\n<p>数".encode("utf-16"), "a.txt", "html"),
    "html called doc": (b"\n<html xmlns='x'><body>", "a.doc", "html"),
    "pdf called text": (b"%PDF-1.7\n", "a.txt", "pdf"),
    "pdf behind junk": (b"\xef\xbb\xbf\n%PDF-1.4", "a.pdf", "pdf"),
    "docx called zip": (b"PK\x03\x04....word/document.xml", "a.zip", "docx"),
    "truncated docx": (b"PK\x03\x04", "a.docx", "docx"),
    "text called pdf": ("全年收到申请3件。".encode(), "a.pdf", "text"),
    "text called docx": ("全年收到申请3件。".encode("gb18030"), "a.docx", "text"),
    "markdown without extension": (b"# Title\n\nwords", "README", "markdown"),
    "markdown table on standard input": ("数|量\n---|---\n1|2".encode(), "-", "markdown"),
    "upper case extension": (b"words", "A.TXT", "text"),
    "html inside markdown": (b"<table><tr><td>1", "a.md", "markdown"),
}


@pytest.mark.parametrize(("data", "name", "reader"), PICKED.values(), ids=PICKED)
def test_pick(data: bytes, name: str, reader: str) -> None:
    """Content decides before the extension does."""
    assert reader == pick(data, name)


REFUSED = {
    "nothing": (b"", "a.txt", "empty"),
    "blanks": (b" \r\n\t", "a.txt", "empty"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a.doc", "unsupported"),
    "encrypted word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
        "a.docx",
        "encrypted",
    ),
    "workbook": (b"PK\x03\x04xl/workbook.xml", "a.xlsx", "unsupported"),
    "archive": (b"PK\x03\x04a.txt", "a.zip", "unsupported"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "a.png", "unsupported"),
    "rich text": (b"{\\rtf1 words}", "a.rtf", "unsupported"),
    "rubbish": (bytes(range(256)) * 8, "a.txt", "unsupported"),
    "rubbish called pdf": (bytes(range(256)) * 8, "a.pdf", "unreadable"),
    "rubbish called docx": (bytes(range(256)) * 8, "a.docx", "unreadable"),
}


@pytest.mark.parametrize(("data", "name", "obstacle"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, name: str, obstacle: str) -> None:
    """What no reader can read is named by its obstacle."""
    with pytest.raises(ReadError) as caught:
        read(data, name)

    assert obstacle == caught.value.obstacle


def test_reader_is_the_key() -> None:
    """A document names the reader that made it by its key."""
    documents = {key: READERS[key](b"1,2\n3,4\n", "a") for key in ("text", "csv", "markdown", "html")}

    assert list(documents) == [document.reader for document in documents.values()]


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    """Text in any encoding that Chinese offices use comes out the same, without its mark."""
    text = "全年公开信息310条，\r\n其中图解 12 件。"

    assert text == decode(text.encode(encoding))


def test_cut_character_is_dropped() -> None:
    """A file that ends inside a character is read up to there."""
    assert "全年公开310条" == decode("全年公开310条。".encode()[:-1])


def test_latin_text_is_no_guess() -> None:
    """Bytes that are neither UTF-8 nor GB18030 are refused, not guessed at."""
    with pytest.raises(ReadError) as caught:
        decode("caf\xe9 and d\xe9j\xe0 vu\xff".encode("latin-1"))

    assert "unsupported" == caught.value.obstacle
