"""Readers hand over what a person wrote to gklint, and read nothing of it as text."""

from __future__ import annotations

import io

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from gklint.model.document import Directive, DocxLocation, Table, TextLocation
from gklint.readers import read


def directives(text: str, name: str = "a.md") -> list[tuple[str, TextLocation, bool]]:
    """What each says, where it is written, and whether it has text beside it."""
    return [(d.text, d.location, bool(d.reach)) for d in read(text.encode(), name).directives]


ALONE = {
    "on a line": ("<!-- gklint: ignore GK1 x -->", False),
    "in a quotation": ("> <!-- gklint: ignore GK1 x -->", False),
    "in an empty element": ("<div><!-- gklint: ignore GK1 x --></div>", False),
    "behind text": ("共 3 件。 <!-- gklint: ignore GK1 x -->", True),
    "before text": ("<!-- gklint: ignore GK1 x --> 共 3 件。", True),
    "in a heading": ("## 二、情况 <!-- gklint: ignore GK1 x -->", True),
    "with a full-width colon": ("<!--gklint：ignore GK1 x-->", False),
}


@pytest.mark.parametrize("case", ALONE.values(), ids=ALONE)
def test_markdown(case: tuple[str, bool]) -> None:
    """A comment has text beside it or is alone, whatever markup stands around it."""
    text, beside = case

    ((said, _, reaches),) = directives(f"# 总结\n\n正文一段。\n\n{text}\n\n正文又一段。\n")

    assert ("ignore GK1 x", beside) == (said, reaches)


def test_place_is_that_of_the_comment() -> None:
    """Lines and columns count as they do for text; a comment may span lines."""
    text = "# 总结\r\n\r\n共 3 件。<!-- gklint: ignore GK1\r\n x -->\r\n"

    assert [("ignore GK1\r\n x".replace("\r", ""), TextLocation(3, 7, 4, 7), True)] == directives(text)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- 请核对 gklint 的提示 -->",
        "gklint: ignore GK1 x",
        "`<!-- gklint: ignore GK1 x -->`",
        "```\n<!-- gklint: ignore GK1 x -->\n```",
        "<!-- gklint: ignore GK1 x",
    ],
    ids=["to somebody else", "no comment", "code", "block of code", "never closed"],
)
def test_no_directive(text: str) -> None:
    """Only a whole comment that begins with the name is addressed to gklint."""
    assert [] == directives(f"# 总结\n\n正文一段。\n\n{text}\n\n正文又一段。\n")


def test_comment_behind_a_row_is_no_cell() -> None:
    """A comment behind the last bar of a row leaves the table as it is."""
    plain = "| 项目 | 数量 |\n|---|---|\n| 甲 | 3 |\n"

    (table,) = read(plain.encode(), "a.md").blocks
    (commented,) = read(plain.replace("3 |", "3 | <!-- gklint: ignore GK1 x -->").encode(), "a.md").blocks

    assert isinstance(table, Table)
    assert table == commented


def test_html_places() -> None:
    """A comment behind text speaks of its element; one before text, or between elements, of what follows."""
    text = "<p>共 3 件。<!-- gklint: a --></p><!-- gklint: b --><table><tr><td><!-- gklint: c -->3</td></tr></table>"

    assert [("a", True), ("b", False), ("c", False)] == [(d[0], d[2]) for d in directives(text, "a.html")]


def commented_docx() -> bytes:
    word = docx.Document()
    first, second, _ = [word.add_paragraph(text) for text in ("共 3 件。", "共 4 件。", "共 5 件。")]
    word.add_comment([first.runs[0], second.runs[0]], text="gklint: ignore GK1 两段", author="甲")
    word.add_comment(second.runs[0], text="请核对 9 件", author="乙")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_docx_comment() -> None:
    """A comment is fixed to every paragraph of its range; those to other people are left out, their text unread."""
    document = read(commented_docx(), "a.docx")

    places = tuple(DocxLocation("word/document.xml", n, 0, 0) for n in (0, 1))
    assert (Directive("ignore GK1 两段", places[0], places),) == document.directives
    assert ["共 3 件。", "共 4 件。", "共 5 件。"] == [
        block.text for block in document.blocks if not isinstance(block, Table)
    ]


def test_pdf_note() -> None:
    """A note has its page and the box on it, from the upper left corner; its words are no text of the page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600), invariant=1)
    canvas.drawString(50, 500, "Received 3 letters.")
    canvas.textAnnotation("gklint: ignore GK1 \u6838\u5b9e", (40, 495, 58, 513), addtopage=1)
    canvas.textAnnotation("please check 9", (40, 395, 58, 413), addtopage=1)
    canvas.save()

    document = read(out.getvalue(), "a.pdf")

    assert [("ignore GK1 核实", 1, ((40.0, 87.0, 58.0, 105.0),))] == [
        (d.text, d.location.page, d.location.boxes) for d in document.directives
    ]
    assert ["Received 3 letters."] == [block.text for block in document.blocks if not isinstance(block, Table)]


@pytest.mark.parametrize("rect", [b"[40 495 58]", b"(none)", b"[40 495 58 /x]"])
def test_damaged_note_leaves_the_page_readable(rect: bytes) -> None:
    """A note without a place is passed over."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600), invariant=1, pageCompression=0)
    canvas.drawString(50, 500, "Received 3 letters.")
    canvas.textAnnotation("gklint: ignore GK1 x", (40, 495, 58, 513), addtopage=1)
    canvas.save()
    data = out.getvalue()
    whole = b"[ 40 495 58 513 ]"
    assert whole in data

    document = read(data.replace(whole, rect.ljust(len(whole))), "a.pdf")

    assert ((), 1) == (document.directives, len(document.blocks))
