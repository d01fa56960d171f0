"""What stands in an annotated Word file, read without the code that wrote it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from docx import Document
from lxml import etree

from gklint.annotate.remarks import operands
from gklint.model.finding import Audit

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FRAMES = (W + "commentRangeStart", W + "commentRangeEnd")


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def ranges(data: bytes) -> dict[str, str]:
    """The characters between the marks of each comment, by its id; deleted text is none."""
    found: dict[str, str] = {}
    begun: set[str] = set()
    for element in etree.fromstring(parts(data)["word/document.xml"]).iter():
        number = element.get(W + "id", "")
        if element.tag == FRAMES[0]:
            begun.add(number)
            found[number] = ""
        elif element.tag == FRAMES[1]:
            begun.discard(number)
        elif element.tag == W + "t":
            found |= {one: found[one] + (element.text or "") for one in begun}
    return found


def comments(data: bytes, author: str = "gklint") -> dict[str, str]:
    """The text of each comment of *author* by its id, as python-docx reads it."""
    return {
        str(comment.comment_id): "\n".join(paragraph.text for paragraph in comment.paragraphs)
        for comment in Document(io.BytesIO(data)).comments
        if comment.author == author
    }


def asked(audit: Audit) -> list[str]:
    """The printed form of every operand of every live finding, of its place if it has none, in alphabetical order."""
    found: list[str] = []
    for finding in audit.findings:
        figures = operands(finding) if finding.is_live and audit.ledger else ()
        found += [audit.ledger.quote(figure).exact for figure in figures]
        found += [finding.quote.exact] if finding.is_live and not figures else []
    return sorted(found)


def plain(data: bytes) -> bytes:
    """The main part as it would be without comments: their marks taken out, neighbours of one look made one."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    for mark in list(root.iter(*FRAMES, W + "commentReference")):
        gone = mark.getparent() if mark.tag == W + "commentReference" else mark
        gone.getparent().remove(gone)
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _look(before) == _look(run):
            before.extend([child for child in run if child.tag != W + "rPr"])
            run.getparent().remove(run)
    for text in list(root.iter(W + "t")):
        text.attrib.clear()
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
    return etree.tostring(root, method="c14n")


def _look(run: etree._Element) -> Mapping[str, str] | tuple[object, ...]:
    look = run.find(W + "rPr")
    return (dict(run.attrib), None if look is None else etree.tostring(look, method="c14n", with_tail=False))
