"""Small PDF files that unpack to gigabytes or never end, by the kind of trick, made from a small grammar."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache

MEGABYTE = 1024 * 1024
HUGE = 2**31 - 1
TEXT = b"BT /F1 12 Tf 72 700 Td (Total 12 = 5 + 6) Tj ET"


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of *objects* with a table that says where they stand; object 1 is the catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, size = len(data), max(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        data += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    data += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(data)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), more) + data + b"\nendstream"


def report(**changed: bytes) -> dict[int, bytes]:
    """The objects of a page with one line of text, some of them others: ``content``, ``font``, ``page``, ``form`` …"""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>"
    resources = b"<< /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >>"
    return {
        1: changed.get("catalogue", b"<< /Type /Catalog /Pages 2 0 R >>"),
        2: changed.get("pages", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        3: changed.get("page", page % resources),
        4: changed.get("content", stream(TEXT)),
        5: changed.get("font", font),
        6: changed.get("form", stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 1 1]")),
        7: changed.get("other", b"null"),
    }


def filters(*names: str) -> bytes:
    return b"/Filter [" + b" ".join(b"/" + name.encode() for name in names) + b"]"


@cache
def deflated(times: int = 1, megabytes: int = 300) -> bytes:
    """Blanks, deflated over and over."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * MEGABYTE) for _ in range(megabytes)) + packer.flush()
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data


@cache
def lzw(codes: int) -> bytes:
    """Blanks in LZW: the n-th code stands for n of them."""
    bits, data, held = 0, bytearray(), 0

    def put(code: int, width: int) -> None:
        nonlocal bits, held
        held, bits = held << width | code, bits + width
        while bits >= 8:
            bits -= 8
            data.append(held >> bits & 255)
            held &= (1 << bits) - 1

    put(256, 9)
    put(32, 9)
    size = 258
    for _ in range(codes):
        width = 9 if size < 511 else 10 if size < 1023 else 11 if size < 2047 else 12
        put(min(size, 4094), width)
        size += 1
    put(0, 12)
    return bytes(data)


def runs(data_size: int) -> bytes:
    return bytes((129, 32)) * (data_size // 128)


def runs_of_runs() -> bytes:
    """RunLengthDecode twice, below deflate: each pair of bytes is one pair of bytes many times over."""
    return zlib.compress(zlib.compress(runs(600 * MEGABYTE), 9), 9)


def cmap(body: str) -> bytes:
    return stream(b"/CIDInit /ProcSet findresource begin begincmap\n" + body.encode() + b"\nendcmap end")


def composite(to_unicode: bytes = b"", more: bytes = b"", descriptor: bytes = b"", subtype: bytes = b"0") -> bytes:
    """A font of two-byte codes; *more* stands with its descendant."""
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType%s /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /A %s >> %s >>"
    ) % (subtype, descriptor, more)
    return b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [%s] %s >>" % (
        descendant,
        to_unicode,
    )


MAPPED = composite(b"/ToUnicode 7 0 R")


def mapped(body: str) -> Callable[[], bytes]:
    return lambda: pdf(report(font=MAPPED, other=cmap(body)))


def truetype(groups: Iterable[tuple[int, int, int]]) -> bytes:
    """A font whose table of characters (format 12) has *groups*: first and last character, first glyph."""
    listed = list(groups)
    table = struct.pack(">HHIII", 12, 0, 16 + 12 * len(listed), 0, len(listed))
    table += b"".join(struct.pack(">III", *group) for group in listed)
    table = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table
    return b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(table)) + table


def with_table_of_objects(body: bytes, entries: bytes) -> bytes:
    """A file whose table of objects is the stream *body* with the *entries* of its dictionary."""
    data = bytearray(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
    data += b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    start = len(data)
    data += b"9 0 obj\n" + stream(body, b"/Type /XRef /Root 1 0 R /W [1 2 1] " + entries) + b"\nendobj\n"
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % start


def with_objects_in_stream(body: bytes, entries: bytes) -> bytes:
    """A file whose page stands in a stream of objects, *body* with the *entries* of its dictionary."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, text in (
        (1, b"<< /Type /Catalog /Pages 2 0 R >>"),
        (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        (4, stream(body, b"/Type /ObjStm " + entries)),
    ):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + text + b"\nendobj\n"
    table = struct.pack(">BHB", 0, 0, 255) + struct.pack(">BHB", 1, places[0], 0) + struct.pack(">BHB", 1, places[1], 0)
    table += struct.pack(">BHB", 2, 4, 0) + struct.pack(">BHB", 1, places[2], 0)
    start = len(data)
    data += b"9 0 obj\n" + stream(table, b"/Type /XRef /Root 1 0 R /Size 5 /W [1 2 1]") + b"\nendobj\n"
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % start


def content(data: bytes, *names: str) -> Callable[[], bytes]:
    return lambda: pdf(report(content=stream(data, filters(*names))))


def _forms(count: int) -> bytes:
    """Forms each of which draws the next one ten times."""
    objects = report(content=stream(b"/X1 Do " * 10))
    for number in range(count):
        inner = b"/Resources << /XObject << /X1 %d 0 R >> >>" % (11 + number)
        objects[10 + number] = stream(b"/X1 Do " * 10, b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] " + inner)
    objects[6] = objects[10]
    objects[10 + count] = stream(TEXT, b"/Type /XObject /Subtype /Form /BBox [0 0 1 1]")
    return pdf(objects)


FLATE = "FlateDecode"
BOMBS: dict[str, Callable[[], bytes]] = {
    "content deflated": lambda: content(deflated(), FLATE)(),
    "content deflated twice": lambda: content(deflated(2), FLATE, FLATE)(),
    "content deflated three times": lambda: content(deflated(3), FLATE, FLATE, FLATE)(),
    "content by the short names of filters": lambda: content(deflated(2), "Fl", "Fl")(),
    "content in hexadecimal deflated": lambda: content(deflated(2).hex().encode() + b">", "AHx", FLATE, FLATE)(),
    "content in base 85 deflated": lambda: content(base64.a85encode(deflated(2)) + b"~>", "A85", FLATE, FLATE)(),
    "content in runs deflated": lambda: content(runs_of_runs(), FLATE, FLATE, "RunLengthDecode")(),
    "content in LZW deflated": lambda: content(zlib.compress(lzw(60_000), 9), FLATE, "LZWDecode")(),
    "content in many parts": lambda: pdf(
        report(
            page=b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [" + b"4 0 R " * 3000 + b"] >>",
            content=stream(deflated(2, 3), filters(FLATE, FLATE)),
        )
    ),
    "form deflated twice": lambda: pdf(
        report(
            content=stream(b"/X1 Do"),
            form=stream(deflated(2), b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + filters(FLATE, FLATE)),
        )
    ),
    "character map deflated twice": lambda: pdf(report(font=MAPPED, other=stream(deflated(2), filters(FLATE, FLATE)))),
    "objects in a stream deflated": lambda: with_objects_in_stream(deflated(1, 300), b"/N 1 /First 5 /Filter /Fl"),
    "objects in a stream deflated twice": lambda: with_objects_in_stream(
        deflated(2), b"/N 1 /First 5 " + filters(FLATE, FLATE)
    ),
    "table of objects deflated": lambda: with_table_of_objects(deflated(1, 300), b"/Size 10 /Filter /Fl"),
    "table of objects deflated twice": lambda: with_table_of_objects(deflated(2), b"/Size 10 " + filters(FLATE, FLATE)),
    "table of billions of objects": lambda: with_table_of_objects(b"\0\0\0\0", b"/Size %d" % HUGE),
    "table of objects by billions of indices": lambda: with_table_of_objects(
        b"\1\0\0\0", b"/Size 10 /Index [0 %d 5 %d]" % (HUGE, HUGE)
    ),
    "predictor of billions of columns": lambda: pdf(
        report(
            content=stream(
                zlib.compress(TEXT * 99),
                b"/Filter /Fl /DecodeParms << /Predictor 12 /Colors 3 /Columns %d >>" % HUGE,
            )
        )
    ),
    "filters by the thousand": lambda: content(b"30>", *["ASCIIHexDecode"] * 3000)(),
    "page that is itself": lambda: pdf(report(page=b"3 0 R")),
    "content that is itself": lambda: pdf(report(content=b"4 0 R")),
    "content in a circle of three": lambda: pdf({**report(content=b"7 0 R", other=b"8 0 R"), 8: b"4 0 R"}),
    "length that is the stream itself": lambda: pdf(report(content=b"<< /Length 4 0 R >>\nstream\nq Q\nendstream")),
    "encryption that is itself": lambda: pdf(report(other=b"7 0 R"), b"/Encrypt 7 0 R /ID [(a) (b)]"),
    "catalogue that is itself": lambda: pdf(report(catalogue=b"1 0 R")),
    "pages that hold each other": lambda: pdf(
        report(pages=b"<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count %d >>" % HUGE)
    ),
    "range of codes to numbers": mapped("1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"),
    "range of codes with blanks": mapped("1 beginbfrange <00 00 00 00> <FF FF FF FF> <0000> endbfrange"),
    "range of codes in lines": mapped("1 beginbfrange\n<0000\n0000>\n<FFFF\nFFFF>\n<0000>\nendbfrange"),
    "ranges of codes by the thousand": mapped(
        "100 beginbfrange " + "".join(f"<{n:04X}0000> <{n:04X}FFFF> <0000> " for n in range(999)) + "endbfrange"
    ),
    "range of codes in a deflated map": lambda: pdf(
        report(
            font=MAPPED,
            other=stream(zlib.compress(cmap("1 begincidrange <00000000> <7FFFFFFF> 0 endcidrange")), b"/Filter /Fl"),
        )
    ),
    "range of widths": lambda: pdf(report(font=composite(more=b"/W [0 %d 500]" % HUGE))),
    "ranges of widths by the thousand": lambda: pdf(
        report(
            font=composite(
                more=b"/W [" + b"".join(b"%d %d 9 " % (n << 17, n << 17 | 99999) for n in range(9999)) + b"]"
            )
        )
    ),
    "range of heights": lambda: pdf(
        report(font=composite(more=b"/W2 [0 %d 1 2 3]" % HUGE).replace(b"Identity-H", b"Identity-V"))
    ),
    "font file of billions of characters": lambda: pdf(
        {
            **report(font=composite(descriptor=b"/FontFile2 8 0 R", subtype=b"2")),
            8: stream(truetype([(0, HUGE, 0)])),
        }
    ),
    "font file deflated twice": lambda: pdf(
        {
            **report(font=composite(descriptor=b"/FontFile2 8 0 R", subtype=b"2")),
            8: stream(deflated(2), filters(FLATE, FLATE)),
        }
    ),
    "font program deflated twice": lambda: pdf(
        {
            **report(
                font=b"<< /Type /Font /Subtype /Type1 /BaseFont /A /FontDescriptor << /Type /FontDescriptor"
                b" /FontName /A /FontFile 8 0 R >> >>"
            ),
            8: stream(deflated(2), b"/Length1 %d " % HUGE + filters(FLATE, FLATE)),
        }
    ),
    "forms that multiply": lambda: _forms(12),
    "form that draws itself": lambda: pdf(
        report(
            content=stream(b"/X1 Do"),
            form=stream(
                b"/X1 Do /X1 Do",
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >>",
            ),
        )
    ),
    "brackets by the million": lambda: pdf(report(page=b"[" * 200_000)),
    "annotations that are themselves": lambda: pdf(
        {
            **report(page=b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Annots 8 0 R >>"),
            8: b"[8 0 R 8 0 R 9 0 R]",
            9: b"9 0 R",
        }
    ),
    "box that is itself": lambda: pdf(
        {**report(page=b"<< /Type /Page /Parent 2 0 R /MediaBox 8 0 R /Contents 4 0 R >>"), 8: b"[8 0 R 8 0 R 9 9]"}
    ),
    "characters by the million": lambda: pdf(
        report(content=stream(zlib.compress(b"BT /F1 9 Tf " + b"(12) Tj " * 400_000 + b"ET"), b"/Filter /Fl"))
    ),
    "lines by the million": lambda: pdf(
        report(content=stream(zlib.compress(b"0 0 m 90 0 l S " * 250_000), b"/Filter /Fl"))
    ),
    "one word of a million operands": lambda: pdf(
        report(content=stream(zlib.compress(b"BT /F1 9 Tf [" + b"(1) 2 " * 600_000 + b"] TJ ET"), b"/Filter /Fl"))
    ),
}
