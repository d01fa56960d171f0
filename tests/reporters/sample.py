"""A small report, built by hand: one table of two rows by three columns, and what was found in it."""

from __future__ import annotations

from dataclasses import replace

from gklint.errors import ReadError
from gklint.grip import gripped
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Outcome
from gklint.model.document import (
    Cell,
    Document,
    DocxLocation,
    Heading,
    Paragraph,
    PdfLocation,
    Span,
    Table,
    TextOrigin,
)
from gklint.model.figure import CellPlace, Figure, Quote
from gklint.model.finding import Audit, Finding, Reason, Report, Slip, Standing, Status, Suspect, Waiver
from gklint.model.interval import Interval
from gklint.model.ledger import Ledger
from gklint.model.numeral import Numeral
from gklint.model.relation import Order, Partition, Relation, operands
from gklint.model.rule import Rule, Severity
from tests.build import PIECES, rule

ROWS = (("", "邮寄", "网络", "合计"), ("本年新收", "7", "18", "25"), ("上年结转", "1", "2", "4"))

SUM = rule(
    "GK101",
    id="core/parts-not-total",
    title={"zh": "合计与分项之和不等", "en": "parts do not make the total"},
    source="表内合计",
)
UNREAD = rule(
    "GK003", id="core/no-text-layer", kind="reading", title={"zh": "没有文字层", "en": "no text layer"}, source="gklint"
)


def origin(line: int, column: int = 1) -> TextOrigin:
    return TextOrigin((0,), ((line, column),))


def document(name: str = "example.md") -> Document:
    grid = tuple(
        tuple(Cell(text, row, column, 1, 1, origin(5 + row, 3 + 8 * column)) for column, text in enumerate(line))
        for row, line in enumerate(ROWS)
    )
    blocks = (
        Heading("某某局2023年度报告", 1, origin(1)),
        Paragraph("本年共新收25件。", origin(3)),
        Table(grid),
    )
    return Document(name, "markdown", blocks)


def figures() -> tuple[Figure, ...]:
    """The figure of the sentence, then those of the table, row by row."""
    found = [_figure(0, "25", 1, 4, None)]
    for row, line in enumerate(ROWS[1:], start=1):
        for column, text in enumerate(line[1:], start=1):
            found.append(_figure(len(found), text, 2, 0, CellPlace(0, row, column, line[0], ROWS[0][column])))
    return tuple(found)


def _figure(number: int, text: str, block: int, start: int, cell: CellPlace | None) -> Figure:
    span = Span(start, start + len(text))
    value = int(text)
    numeral = Numeral(span.start, span.end, text, value, Interval.point(value), PIECES)
    return Figure(number, numeral, block, span, text, cell, "requests.received" if cell is None else None)


def ledger(name: str = "example.md") -> Ledger:
    return Ledger(document(name), figures(), (), subject="某某局", year=2023)


def outcome(relation: Relation, of: Rule = SUM, about: str = "") -> Outcome:
    return gripped(judge(Claim(of, relation, Basis.DECLARED, about=about)))


def broken() -> Outcome:
    """上年结转 1 + 2 ≠ 4"""
    f = figures()
    return outcome(Partition(f[6], (f[4], f[5])), about="上年结转")


def kept() -> Outcome:
    """本年新收 7 + 18 = 25"""
    f = figures()
    return outcome(Partition(f[3], (f[1], f[2])), about="本年新收")


def unknown() -> Outcome:
    """An order whose one side is not filled in."""
    f = figures()
    return outcome(Order(replace(f[1], numeral=None, raw="", span=Span(0, 0)), f[3]))


def finding(result: Outcome, severity: Severity = Severity.ERROR, path: str = "example.md") -> Finding:
    book = ledger(path)
    first = operands(result.claim.relation)[0][1]
    return Finding(
        rule=result.claim.rule,
        severity=severity,
        path=path,
        location=book.locate(first),
        quote=book.quote(first),
        message="partition-broken",
        args={"about": result.claim.about},
        outcomes=(result,),
        fingerprint="7f3a91c2" * 4,
        values="00112233" * 4,
        id="7f3a91c2",
    )


def audit(*outcomes: Outcome, findings: tuple[Finding, ...] = (), path: str = "example.md") -> Audit:
    return Audit(path, "0" * 64, "markdown", Status.READ, ledger(path), outcomes, findings)


def unread(path: str = "scan.pdf") -> Audit:
    error = ReadError("no-text", "3 pages")
    found = Finding(
        UNREAD,
        Severity.NOTE,
        path,
        origin(1).locate(Span(0, 0)),
        Quote("", "", ""),
        f"unread-{error.obstacle}",
        {"detail": error.detail},
        fingerprint="ab" * 16,
        values="cd" * 16,
        id="abababab",
    )
    return Audit(path, "0" * 64, None, Status.UNREADABLE, None, (), (found,))


def mixed() -> Report:
    """Text, Word and PDF, new, updated, known and waived findings, a suspect that is named, and a file not read."""
    fault = broken()
    f = figures()
    named = replace(
        finding(fault), suspects=(Suspect(f[6], True, 3, (Reason(Slip.REPLACED_DIGIT),), ("7f3a91c2" * 4,)),)
    )
    word = replace(
        finding(broken(), path="附件/报 告.docx"),
        location=DocxLocation("word/document.xml", 12, 3, 4),
        standing=Standing.UPDATED,
    )
    paper = replace(finding(broken(), Severity.WARNING, "附件/a%b.pdf"), location=PdfLocation(3, ((72, 80, 90, 92),)))
    excused = replace(finding(broken(), path="excused.md"), waived=Waiver("上级口径，经核实", "gklint-waivers.toml"))
    known = replace(finding(broken(), Severity.NOTE, "known.md"), standing=Standing.UNCHANGED)
    audits = [audit(fault, kept(), unknown(), findings=(named,))]
    audits += [audit(*one.outcomes, findings=(one,), path=one.path) for one in (word, paper, excused, known)]
    return Report((*audits, unread()))


def report() -> Report:
    """One report with a fault, a pass and an open claim, and one file that could not be read."""
    fault = broken()
    return Report((audit(fault, kept(), unknown(), findings=(finding(fault),)), unread()))
