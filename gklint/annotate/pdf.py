"""
PDF: highlights with notes on the figures, appended to the file (ISO 32000-1, 7.5.6): what was there stays, every byte.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from gklint.annotate._pdf_pages import Point, View
from gklint.annotate.job import AUTHOR, Job, RefusalError
from gklint.annotate.remarks import Remark, remarks
from gklint.model.document import PdfLocation
from gklint.model.finding import Audit
from gklint.reporters.wording import Words

SUFFIX = ""
Quad = tuple[Point, Point, Point, Point]
YELLOW, RED = (1.0, 0.9, 0.3), (1.0, 0.55, 0.5)
"""An operand, and the one that is probably wrong: the note says so too."""
MARK = "gklint-"
"""How the names of gklint's annotations begin."""
SIGNED = 1
"""The bit of /SigFlags that says that there are signatures."""
PRINTED = 4


def annotate(data: bytes, audit: Audit, job: Job) -> tuple[bytes, int]:
    """See Annotator; annotations of an earlier run are replaced."""
    writer = _opened(data)
    _without_own(writer)
    views = {number: View.of(page) for number, page in enumerate(writer.pages, start=1)}
    count = 0
    for remark in remarks(audit, Words(job.language)):
        place = remark.location
        if isinstance(place, PdfLocation) and place.page in views and place.boxes:
            quads = [views[place.page].quad(box) for box in place.boxes]
            count += 1
            _add(writer, writer.pages[place.page - 1], _highlight(writer, remark, quads, count, job))
    return _written(writer), count


def clear(data: bytes) -> tuple[bytes, int]:
    """See Annotator."""
    writer = _opened(data)
    count = _without_own(writer)
    return (_written(writer), count) if count else (data, 0)


def _opened(data: bytes) -> PdfWriter:
    """
    *data*, to be appended to.

    Raises:
        RefusalError: it is encrypted or signed, or too damaged to be appended to.
    """
    # What pypdf puts up with is no concern of the person who reads standard error.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise RefusalError("pdf-encrypted")
        if _is_signed(reader):
            raise RefusalError("signed")
        return PdfWriter(io.BytesIO(data), incremental=True)
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise RefusalError("pdf-damaged") from None


def _is_signed(reader: PdfReader) -> bool:
    root = _dictionary_at(reader.trailer, "/Root")
    flags = _dictionary_at(root, "/AcroForm").get("/SigFlags", 0)
    if "/Perms" in root or (isinstance(flags, int) and flags & SIGNED):
        return True
    return any(field.get("/FT") == "/Sig" and "/V" in field for field in (reader.get_fields() or {}).values())


def _dictionary_at(above: DictionaryObject, key: str) -> DictionaryObject:
    """What stands at *key*, an empty one if nothing does."""
    found = above[key].get_object() if key in above else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _written(writer: PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _notes(page: PageObject) -> ArrayObject:
    """The annotations of *page*; of a page without any, those of none."""
    found = page["/Annots"].get_object() if "/Annots" in page else None
    return found if isinstance(found, ArrayObject) else ArrayObject()


def _own(page: PageObject) -> Iterator[int]:
    """Where the annotations of gklint stand among those of *page*, the last one first."""
    for index, item in reversed(list(enumerate(_notes(page)))):
        note = item.get_object()
        if (
            isinstance(note, DictionaryObject)
            and note.get("/T") == AUTHOR
            and str(note.get("/NM", "")).startswith(MARK)
        ):
            yield index


def _without_own(writer: PdfWriter) -> int:
    count = 0
    for page in writer.pages:
        for index in _own(page):
            del _notes(page)[index]
            count += 1
    return count


def _add(writer: PdfWriter, page: PageObject, note: DictionaryObject) -> None:
    if "/Annots" not in page:
        page[NameObject("/Annots")] = ArrayObject()
    _notes(page).append(writer._add_object(note))


def _highlight(writer: PdfWriter, remark: Remark, quads: list[Quad], number: int, job: Job) -> DictionaryObject:
    colour = RED if remark.is_suspect else YELLOW
    points = [point for quad in quads for point in quad]
    rectangle = (
        min(x for x, _ in points),
        min(y for _, y in points),
        max(x for x, _ in points),
        max(y for _, y in points),
    )
    appearance = DictionaryObject()
    appearance[NameObject("/N")] = writer._add_object(_drawn(quads, rectangle, colour))
    return _dictionary(
        {
            "/Type": NameObject("/Annot"),
            "/Subtype": NameObject("/Highlight"),
            "/Rect": _numbers(rectangle),
            "/QuadPoints": _numbers([coordinate for point in points for coordinate in point]),
            "/C": _numbers(colour),
            "/F": NumberObject(PRINTED),
            "/T": TextStringObject(AUTHOR),
            "/NM": TextStringObject(f"{MARK}{number}"),
            "/M": TextStringObject(f"D:{job.day.replace('-', '')}000000Z"),
            "/Contents": TextStringObject("\n".join(remark.lines)),
            "/AP": appearance,
        }
    )


def _drawn(quads: list[Quad], rectangle: tuple[float, ...], colour: tuple[float, ...]) -> DecodedStreamObject:
    """What a viewer paints: each quad filled, the print below it showing through."""
    paths = []
    for upper_left, upper_right, lower_left, lower_right in quads:
        corners = (upper_left, upper_right, lower_right, lower_left)
        steps = [f"{x:.3f} {y:.3f} {'l' if index else 'm'}" for index, (x, y) in enumerate(corners)]
        paths.append(" ".join((*steps, "h f")))
    red, green, blue = colour
    form = DecodedStreamObject()
    form.set_data(f"/G gs {red} {green} {blue} rg\n{chr(10).join(paths)}\n".encode())
    multiply = _dictionary({"/Type": NameObject("/ExtGState"), "/BM": NameObject("/Multiply")})
    states = _dictionary({"/G": multiply})
    form.update(
        _dictionary(
            {
                "/Type": NameObject("/XObject"),
                "/Subtype": NameObject("/Form"),
                "/BBox": _numbers(rectangle),
                "/Resources": _dictionary({"/ExtGState": states}),
            }
        )
    )
    return form


def _dictionary(items: dict[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in items.items()})


def _numbers(values: tuple[float, ...] | list[float]) -> ArrayObject:
    return ArrayObject([FloatObject(f"{value:.3f}") for value in values])
