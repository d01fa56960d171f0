"""One report as Markdown, HTML and Word."""

import io

import docx
from docx.enum.text import WD_BREAK

from gklint.model.document import Table
from gklint.readers import html, markdown
from gklint.readers.docx import read

ROWS = [
    [("项目", 2, 1), ("申请人情况", 1, 2)],
    [("自然人", 1, 1), ("商业\n企业", 1, 1)],
    [("（一）予以公开", 1, 1), ("22\n（其中修订16件）", 1, 1), ("0", 1, 1)],
    [("（二）合计", 1, 1), ("1,204", 2, 2)],
    [("（三）其他", 1, 1)],
]
PROSE = [("一、总体情况", True), ("全年受理12件，占35.4%。", False), ("二、受理情况", True)]


def as_html():
    rows = "".join(
        "<tr>"
        + "".join(f"<td rowspan={d} colspan={w}>{t.replace(chr(10), '<br>')}</td>" for t, d, w in row)
        + "</tr>\n"
        for row in ROWS
    )
    prose = "".join(f"<p>{text}</p>\n" for text, _ in PROSE)
    return f"<h1>某局年度报告</h1>{prose}<table>{rows}</table><p>完。</p>"


def as_markdown():
    prose = "\n\n".join(f"## {text}" if heading else text.replace("12", "**12**") for text, heading in PROSE)
    table = as_html().partition("<table>")[2].partition("</table>")[0]
    return f"# 某局年度报告\n\n{prose}\n\n<table>{table}</table>\n\n完。\n"


def as_docx():
    made = docx.Document()
    made.add_heading("某局年度报告", 0)
    for text, heading in PROSE:
        made.add_heading(text, 2) if heading else made.add_paragraph(text)
    table = made.add_table(len(ROWS), 3)
    taken = set()
    for y, row in enumerate(ROWS):
        x = 0
        for text, down, right in row:
            while (y, x) in taken:
                x += 1
            taken |= {(y + i, x + j) for i in range(down) for j in range(right)}
            cell = table.cell(y, x).merge(table.cell(y + down - 1, x + right - 1))
            cell.text = ""
            first, *others = text.split("\n")
            cell.paragraphs[0].add_run(first)
            for other in others:
                cell.paragraphs[0].add_run().add_break(WD_BREAK.LINE)
                cell.paragraphs[0].add_run(other)
    made.add_paragraph("完。")
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def told(found):
    """All that a block says, without its place."""
    for block in found.blocks:
        if isinstance(block, Table):
            yield [
                [cell and (cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in row]
                for row in block.grid
            ]
        else:
            yield type(block), getattr(block, "level", 0), block.text


def test_same_report_in_every_format():
    """Markdown, HTML and Word give the same headings, paragraphs and tables with the same merges."""
    expected = list(told(html.read(as_html().encode(), "a.html")))

    assert 6 == len(expected)
    assert expected == list(told(markdown.read(as_markdown().encode(), "a.md")))
    assert expected == list(told(read(as_docx(), "a.docx")))
