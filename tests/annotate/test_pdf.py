"""Highlights in PDF files cover exactly the figures; the file itself stays, every byte of it."""

from __future__ import annotations

import io
import random
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from gklint.annotate import Job, RefusalError
from gklint.annotate._pdf_pages import View
from gklint.annotate.pdf import annotate, clear
from gklint.annotate.remarks import operands, remarks
from gklint.model.document import PdfLocation
from gklint.model.finding import Audit, Report
from gklint.reporters.concise import render
from gklint.reporters.style import Style
from gklint.reporters.wording import Words
from tests.annotate.odd_pdf import changed, packed, shifted, turned, under
from tests.factory import evidence, faults, reports, variants
from tests.factory.formats import FORMATS

JOB = Job("zh", "2025-01-31")
SEEDS = range(25)
Box = tuple[float, float, float, float]


@cache
def planted(form: reports.FormName, seed: int) -> bytes:
    """A generated report with one slip, as a PDF."""
    rng = random.Random(f"pdf {form} {seed}")
    sample = variants.sample(form, seed)
    lines, identities = reports.lines_of(sample), reports.identities_of(sample)
    kinds = list(faults.KINDS)
    rng.shuffle(kinds)
    found = (faults.plant(rng, sample.printed, lines, identities, kind) for kind in kinds)
    return FORMATS["pdf"](sample.report(next(fault for fault in found if fault).printed))[1]


def lint(data: bytes) -> Audit:
    return evidence.lint(("report.pdf", data))


def highlights(data: bytes) -> list[tuple[int, list[Box], str]]:
    """Page, quads as boxes in the coordinates of the file, and text of each annotation of gklint."""
    found = []
    for number, page in enumerate(PdfReader(io.BytesIO(data)).pages, start=1):
        for item in page.get("/Annots", []):
            note = item.get_object()
            if note.get("/T") == "gklint":
                numbers = [float(value) for value in note["/QuadPoints"]]
                quads = [numbers[i : i + 8] for i in range(0, len(numbers), 8)]
                boxes = [(min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])) for q in quads]
                found.append((number, boxes, str(note["/Contents"])))
    return found


def overlap(one: Box, other: Box) -> float:
    """How much of *other* lies in *one*."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    area = (other[2] - other[0]) * (other[3] - other[1])
    return max(0, width) * max(0, height) / area if area else 1


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["F1", "F3"])
def test_every_operand_has_its_highlight(form: reports.FormName, seed: int) -> None:
    """Each operand of each finding is covered, once, and the original is the beginning of the copy."""
    data = planted(form, seed)
    audit = lint(data)
    wanted = [remark for remark in remarks(audit, Words("zh")) if isinstance(remark.location, PdfLocation)]

    copy, count = annotate(data, audit, JOB)

    marked = highlights(copy)
    views = [View.of(page) for page in PdfReader(io.BytesIO(data)).pages]
    assert copy.startswith(data)
    assert len(wanted) == count == len(marked) > 0
    for remark in wanted:
        place = remark.location
        assert isinstance(place, PdfLocation)
        mine = [boxes for page, boxes, text in marked if page == place.page and text == "\n".join(remark.lines)]
        for box in place.boxes:
            corners = views[place.page - 1].quad(box)
            written = (
                min(x for x, _ in corners),
                min(y for _, y in corners),
                max(x for x, _ in corners),
                max(y for _, y in corners),
            )
            assert any(overlap(quad, written) >= 0.95 for boxes in mine for quad in boxes)


@pytest.mark.parametrize("seed", range(4))
def test_copy_is_judged_like_the_original(seed: int) -> None:
    """The notes of gklint are neither text nor waivers."""
    data = planted("F3", seed)
    copy, _ = annotate(data, lint(data), JOB)

    assert render(Report((lint(data),)), Style()) == render(Report((lint(copy),)), Style())


def test_second_run_replaces_the_first() -> None:
    """Annotated twice there are as many notes as once; cleared there are none; the same call gives the same bytes."""
    data = planted("F3", 0)
    once, count = annotate(data, lint(data), JOB)
    twice, again = annotate(once, lint(once), JOB)
    cleared, gone = clear(twice)

    assert count == again == gone == len(highlights(twice))
    assert [] == highlights(cleared)
    assert once == annotate(data, lint(data), JOB)[0]


def test_notes_of_others_stay() -> None:
    """What somebody else has written in the file is there in every copy."""
    data = changed(planted("F3", 0), lambda writer: note(writer, "reviewer"))
    copy, _ = annotate(data, lint(data), JOB)
    cleared, _ = clear(copy)

    for made in (copy, cleared):
        authors = [str(item.get_object()["/T"]) for item in PdfReader(io.BytesIO(made)).pages[0]["/Annots"]]
        assert "reviewer" in authors


ODD: dict[str, Callable[[bytes], bytes]] = {
    "as written": lambda data: data,
    "objects in streams": packed,
    "turned 90": lambda data: turned(data, 90),
    "turned 180": lambda data: turned(data, 180),
    "turned 270": lambda data: turned(data, 270),
    "shifted and cropped": shifted,
}


@pytest.mark.parametrize("change", ODD.values(), ids=list(ODD))
def test_marks_cover_the_figures_and_nothing_else(change: Callable[[bytes], bytes]) -> None:
    """Another program finds under each mark just the characters of its figure, however the page is written."""
    data = change(planted("F1", 1))
    audit = lint(data)
    assert audit.ledger
    wanted = Counter(audit.ledger.quote(figure).exact for one in audit.findings for figure in operands(one))

    copy, _ = annotate(data, audit, JOB)

    assert wanted == Counter(under(copy))
    assert copy.startswith(data)
    assert render(Report((audit,)), Style()) == render(Report((lint(copy),)), Style())


def note(writer: PdfWriter, author: str) -> None:
    made = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (10, 10, 30, 30)]),
            NameObject("/T"): TextStringObject(author),
            NameObject("/Contents"): TextStringObject("seen"),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(made)])


def signed(writer: PdfWriter) -> None:
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/SigFlags"): NumberObject(3)})


@pytest.mark.parametrize(
    ("change", "reason"),
    [(signed, "signed"), (lambda writer: writer.encrypt("", "owner"), "pdf-encrypted")],
    ids=["signed", "encrypted"],
)
def test_refused(change: object, reason: str) -> None:
    """What a copy would break is refused, with the reason."""
    data = planted("F3", 0)

    with pytest.raises(RefusalError) as caught:
        annotate(changed(data, change), lint(data), JOB)

    assert reason == caught.value.reason


def test_truncated_is_refused_or_done() -> None:
    """Half a file ends in a refusal, never in a bug."""
    data = planted("F3", 0)

    with pytest.raises(RefusalError):
        annotate(data[: len(data) // 2], lint(data), JOB)
