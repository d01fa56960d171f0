"""PDF files as other programs write them: objects in streams, pages turned, pages that do not begin at zero."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator

import pdfplumber
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject, PdfObject, RectangleObject, StreamObject


def changed(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """*data* written anew after *change*."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def turned(data: bytes, turn: int) -> bytes:
    """The same pages to a viewer, written sideways and turned back by /Rotate."""

    def change(writer: PdfWriter) -> None:
        for page in writer.pages:
            page.rotate(360 - turn).transfer_rotation_to_content()
            page[NameObject("/Rotate")] = NumberObject(turn)

    return changed(data, change)


def shifted(data: bytes) -> bytes:
    """Pages with a margin around what they had, the corner of which is not zero, cropped to a little less."""

    def change(writer: PdfWriter) -> None:
        for page in writer.pages:
            left, low, right, high = (float(edge) for edge in page.mediabox)
            page.mediabox = RectangleObject((left - 40, low - 30, right + 20, high + 10))
            page.cropbox = RectangleObject((left + 5, low + 5, right - 5, high - 5))

    return changed(data, change)


def packed(data: bytes) -> bytes:
    """The same objects, those that are no streams in a stream of objects, found by a stream of places."""
    reader = PdfReader(io.BytesIO(data))
    things = {number: reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))}
    streams = {number: _printed(thing) for number, thing in things.items() if isinstance(thing, StreamObject)}
    plain = {number: _printed(thing) for number, thing in things.items() if number not in streams}
    pack = len(things) + 1
    index, body, rows = [], b"", {0: (0, 0, 65535)}
    for order, (number, printed) in enumerate(plain.items()):
        index.append(f"{number} {len(body)}")
        body += printed + b"\n"
        rows[number] = (2, pack, order)
    head = " ".join(index).encode() + b" "
    streams[pack] = _stream(b"/Type /ObjStm /N %d /First %d" % (len(plain), len(head)), head + body)
    out = b"%PDF-1.5\n"
    for number, stream in streams.items():
        rows[number] = (1, len(out), 0)
        out += b"%d 0 obj\n" % number + stream + b"\nendobj\n"
    rows[pack + 1] = (1, len(out), 0)
    table = b"".join(struct.pack(">BIH", *rows[number]) for number in range(pack + 2))
    root = reader.trailer.raw_get("/Root").idnum
    places = _stream(b"/Type /XRef /W [1 4 2] /Size %d /Root %d 0 R" % (pack + 2, root), table)
    start = len(out)
    return out + b"%d 0 obj\n" % (pack + 1) + places + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def under(data: bytes) -> Iterator[str]:
    """The characters below each highlight of gklint, as another program reads them."""
    pages = PdfReader(io.BytesIO(data)).pages
    with pdfplumber.open(io.BytesIO(data)) as document:
        for number, page in enumerate(pages):
            for item in page.get("/Annots", []):
                note = item.get_object()
                if note.get("/T") == "gklint":
                    name = str(note["/NM"]).encode()
                    box = next(one for one in document.pages[number].annots if one["data"].get("NM") == name)
                    yield "".join(c["text"] for c in document.pages[number].chars if _lies_in(c, box))


def _lies_in(character: dict[str, float], box: dict[str, float]) -> bool:
    across = (character["x0"] + character["x1"]) / 2
    down = (character["top"] + character["bottom"]) / 2
    return box["x0"] < across < box["x1"] and box["top"] < down < box["bottom"]


def _printed(thing: PdfObject | None) -> bytes:
    stream = io.BytesIO()
    assert thing is not None
    thing.write_to_stream(stream)
    return stream.getvalue()


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n" % (entries, len(content)) + content + b"\nendstream"
