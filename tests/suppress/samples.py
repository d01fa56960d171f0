"""One report with three faults, as each format that can hold a word to gklint; comments are put where a test says."""

from __future__ import annotations

import io

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gklint.model.finding import Audit
from gklint.pipeline import audit
from tests.factory.evidence import packs

FONT = "STSong-Light"
TITLE = "某县2024年政务工作总结"
RECEIVED = "全年共受理申请120件，其中网络申请80件，当面申请30件，信函申请20件。"
MET = "全年共召开会议12次，其中常务会议9次，专题会议5次。"
ROWS = (("渠道", "件数"), ("当面", "31"), ("网络", "45"), ("信函", "14"), ("合计", "92"))

MARKDOWN = f"""# {TITLE}

## 一、受理情况

{RECEIVED}

| 渠道 | 件数 |
|---|---|
| 当面 | 31 |
| 网络 | 45 |
| 信函 | 14 |
| 合计 | 92 |

## 二、会议情况

{MET}
"""


def markdown(text: str = MARKDOWN, name: str = "report.md") -> Audit:
    return audit(text.encode(), name, packs())


def html(comments: dict[str, str]) -> Audit:
    """*comments* by the text that they are put behind; by "<table>" in front of the table."""
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    body = (
        f"<h1>{TITLE}</h1><h2>一、受理情况</h2><p>{RECEIVED}</p><table>{rows}</table><h2>二、会议情况</h2><p>{MET}</p>"
    )
    for text, comment in comments.items():
        mark = f"<!-- gklint: {comment} -->"
        body = body.replace(text, f"{mark}{text}" if text.startswith("<") else f"{text}{mark}")
    return audit(f"<html><body>{body}</body></html>".encode(), "report.html", packs())


def docx(comments: dict[str, str]) -> Audit:
    """*comments* by the text of the paragraph or cell that they are fixed to."""
    word = Document()
    runs = {text: word.add_heading(text, 1 + (text != TITLE)).runs[0] for text in (TITLE, "一、受理情况")}
    runs[RECEIVED] = word.add_paragraph().add_run(RECEIVED)
    table = word.add_table(len(ROWS), 2)
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            runs[text] = cell.paragraphs[0].add_run(text)
    runs["二、会议情况"] = word.add_heading("二、会议情况", 2).runs[0]
    runs[MET] = word.add_paragraph().add_run(MET)
    for text, comment in comments.items():
        word.add_comment(runs[text], text=f"gklint: {comment}", author="核对人")
    out = io.BytesIO()
    word.save(out)
    return audit(out.getvalue(), "report.docx", packs())


def pdf(comments: dict[str, str], *, in_margin: bool = False) -> Audit:
    """*comments* by the text that they are pinned to: over it, or beside it *in_margin*."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    y = 760
    for text in (TITLE, "一、受理情况", RECEIVED, "二、会议情况", MET):
        canvas.setFont(FONT, 18 if text == TITLE else 12)
        canvas.drawString(72, y, text)
        if text in comments:
            left = 30 if in_margin else 80
            canvas.textAnnotation(f"gklint: {comments[text]}", (left, y - 4, left + 18, y + 14), addtopage=1)
        y -= 40
    canvas.save()
    return audit(out.getvalue(), "report.pdf", packs())


def told(result: Audit) -> dict[str, bool]:
    """What was found: the first figure of each fault, and whether it is waived; the fault of each waiver."""
    return {
        finding.message if finding.rule.kind == "upkeep" else finding.quote.exact: finding.waived is not None
        for finding in result.findings
    }
