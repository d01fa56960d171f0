"""
pdfminer under guard: no stream unpacks without end, no object refers to itself, no map of characters has billions.

Whatever pdfminer unpacks (pages, forms, character maps, objects in streams, tables of objects) goes through one
function, which is put in the place of its own and works as that does where nobody is on ``watch``.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pdfminer import pdftypes
from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfexceptions import PDFNotImplementedError
from pdfminer.pdftypes import PDFObjRef, PDFStream, int_value
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from gklint.budget import room, spent, unpack
from gklint.errors import ReadError

FREE = 4 * 1024 * 1024
"""A stream of this size is harmless, however little it was packed to."""
RATIO = 300
"""Times a stream may grow otherwise: pages of like rows reach some dozens, deflate once over ends at 1032."""
STREAM_LIMIT = 64 * 1024 * 1024
"""Bytes of one stream; a dense page of a report has a tenth of a megabyte."""
FILTERS = 8
"""Filters of one stream: two are usual."""
REFERENCES = 100
"""Objects that are nothing but a reference to another one, in a row."""
CODES = 0x20000
"""Characters of one font: twice the two-byte codes that all common encodings use."""
COLUMNS = 1_000_000
"""Columns of a predictor, which keeps a list of them."""

_state = threading.local()


@contextmanager
def watch() -> Iterator[None]:
    """
    Have pdfminer guarded in this thread.

    Raises:
        ReadError: hostile, over-budget; by whatever reads meanwhile.
    """
    _state.depth = getattr(_state, "depth", 0) + 1
    try:
        yield
    finally:
        _state.depth -= 1


def _is_on_watch() -> bool:
    return getattr(_state, "depth", 0) > 0


_plain_decode, _plain_resolve, _plain_add = PDFStream.decode, PDFObjRef.resolve, FileUnicodeMap.add_cid2unichr


def _decode(stream: PDFStream) -> None:
    if not _is_on_watch():
        _plain_decode(stream)
        return
    data = stream.rawdata or b""
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    filters = stream.get_filters()
    if len(filters) > FILTERS:
        raise ReadError("hostile", f"a stream with {len(filters)} filters")
    limit = min(STREAM_LIMIT, max(FREE, RATIO * len(data)))
    for name, parameters in filters:
        data = _unfiltered(name, data, limit)
        if parameters and "Predictor" in parameters:
            data = _predicted(parameters, data)
    if filters:
        unpack(len(data))
    stream.data = data
    stream.rawdata = None


def _unfiltered(name: object, data: bytes, limit: int) -> bytes:
    bounded = next((unfilter for names, unfilter in _FILTERS if name in names), None)
    if bounded is None:
        # Filters of pictures among them, which no text is packed by.
        raise PDFNotImplementedError(f"Unsupported filter: {name!r}")
    most = min(limit, max(0, room()))
    unpacked = bounded(data, most)
    if len(unpacked) <= most:
        return unpacked
    if most < limit:
        raise spent("unpacked")
    raise ReadError("hostile", "a stream that unpacks to gigabytes")


def _inflated(data: bytes, most: int) -> bytes:
    """At most one byte more than *most*; of damaged data what comes before the damage."""
    found = bytearray()
    inflate = zlib.decompressobj()
    step = _PIECE
    place = 0
    while place < len(data) and len(found) <= most and not inflate.eof:
        before = inflate.copy()
        try:
            found += inflate.decompress(data[place : place + step], most + 1 - len(found))
            place += step
        except zlib.error:
            if step == 1:
                break
            # The damage lies in this piece: once more, byte by byte.
            inflate, step = before, 1
    return bytes(found)


_PIECE = 64 * 1024


def _unlzw(data: bytes, most: int) -> bytes:
    found = bytearray()
    for piece in LZWDecoder(BytesIO(data)).run():
        found += piece
        if len(found) > most:
            break
    return bytes(found)


def _unrun(data: bytes, most: int) -> bytes:
    """RunLengthDecode (ISO 32000-1, 7.4.5)."""
    found = bytearray()
    place = 0
    while place < len(data) and data[place] != 128 and len(found) <= most:
        length = data[place]
        if length < 128:
            found += data[place + 1 : place + length + 2]
            place += length + 2
        else:
            found += data[place + 1 : place + 2] * (257 - length)
            place += 2
    return bytes(found)


def _unhex(data: bytes, most: int) -> bytes:
    return asciihexdecode(data)


def _un85(data: bytes, most: int) -> bytes:
    # One letter, z, stands for four bytes.
    return ascii85decode(data[: most + 1])


_FILTERS: tuple[tuple[tuple[object, ...], Callable[[bytes, int], bytes]], ...] = (
    (pdftypes.LITERALS_FLATE_DECODE, _inflated),
    (pdftypes.LITERALS_LZW_DECODE, _unlzw),
    (pdftypes.LITERALS_ASCII85_DECODE, _un85),
    (pdftypes.LITERALS_ASCIIHEX_DECODE, _unhex),
    (pdftypes.LITERALS_RUNLENGTH_DECODE, _unrun),
)


def _predicted(parameters: Any, data: bytes) -> bytes:
    kind = int_value(parameters["Predictor"])
    colors, columns = int_value(parameters.get("Colors", 1)), int_value(parameters.get("Columns", 1))
    bits = int_value(parameters.get("BitsPerComponent", 8))
    if not (0 < colors <= COLUMNS and 0 < columns <= COLUMNS):
        raise ReadError("hostile", f"a predictor of {columns} columns")
    if kind == 1:
        return data
    if kind == 2:
        return bytes(apply_tiff_predictor(colors, columns, bits, data))
    if kind >= 10:
        return bytes(apply_png_predictor(kind, colors, columns, bits, data))
    raise PDFNotImplementedError(f"Unsupported predictor: {kind!r}")


def _resolve(reference: PDFObjRef, default: object = None) -> Any:
    found = _plain_resolve(reference, default)
    seen = {reference.objid}
    while _is_on_watch() and isinstance(found, PDFObjRef):
        if found.objid in seen or len(seen) > REFERENCES:
            raise ReadError("hostile", f"object {reference.objid} refers to itself")
        seen.add(found.objid)
        found = _plain_resolve(found, default)
    return found


def _add(characters: FileUnicodeMap, cid: int, code: Any) -> None:
    if len(characters.cid2unichr) > CODES and _is_on_watch():
        raise ReadError("hostile", "a font with billions of characters")
    _plain_add(characters, cid, code)


for _owner, _name, _guarded in (
    (PDFStream, "decode", _decode),
    (PDFObjRef, "resolve", _resolve),
    (FileUnicodeMap, "add_cid2unichr", _add),
):
    setattr(_owner, _name, _guarded)
