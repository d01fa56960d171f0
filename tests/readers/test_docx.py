"""Word documents: every construct that carries text, headings, places in the paragraphs."""

import pytest
from lxml import etree

from gklint.model.document import DocxLocation, Heading, Span
from gklint.readers._docx_text import stretches
from gklint.readers.docx import read
from tests.readers.ooxml import NAMES, p, package, r, tbl, tc, texts

BOX = f"<w:txbxContent>{p(r('框内5件'))}</w:txbxContent>"
BOTH = (
    "<mc:AlternateContent>"
    f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
    "</mc:AlternateContent>"
)
PAGE_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>SEQ 9</w:instrText></w:r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("受理1") + r("2") + r("件")), ["受理12件"]),
        (p(f"<w:ins>{r('受理')}</w:ins><w:del><w:r><w:delText>13</w:delText></w:r></w:del>" + r("14件")), ["受理14件"]),
        (p(f"<w:moveFrom>{r('7')}</w:moveFrom><w:moveTo>{r('受理8件')}</w:moveTo>"), ["受理8件"]),
        (p(r("7", "<w:vanish/>") + r("受理", '<w:vanish w:val="0"/>') + r("9", "<w:strike/>") + r("8件")), ["受理8件"]),
        (
            p("<w:hyperlink>" + r("受理") + f"</w:hyperlink><w:sdt><w:sdtContent>{r('8件')}</w:sdtContent></w:sdt>"),
            ["受理8件"],
        ),
        (f"<w:sdt><w:sdtContent>{p(r('受理8件'))}</w:sdtContent></w:sdt>", ["受理8件"]),
        (p("<w:r><w:t>受理</w:t><w:tab/><w:t>8</w:t><w:noBreakHyphen/><w:t>9件</w:t></w:r>"), ["受理\t8-9件"]),
        (p("<w:r><w:t>受理8件。</w:t><w:br/><w:t>办结7件。</w:t></w:r>"), ["受理8件。", "办结7件。"]),
        (p(r("受理8") + '<w:r><w:br w:type="page"/></w:r>' + r("9件")), ["受理89件"]),
        (p(r("受理8") + r("①", '<w:vertAlign w:val="superscript"/>') + r("件")), ["受理8件"]),
        (p(r("受理") + PAGE_FIELD + r("8件")), ["受理8件"]),
        (
            p("<w:r><w:ruby><w:rt>" + r("7") + "</w:rt><w:rubyBase>" + r("受理8件") + "</w:rubyBase></w:ruby></w:r>"),
            ["受理8件"],
        ),
        (p(r("前") + f"<w:r>{BOTH}</w:r>" + r("后")), ["前后", "框内5件"]),
        (p(r("前") + f"<w:r><w:pict>{BOX}</w:pict></w:r>"), ["前", "框内5件"]),
        (p(r("一、总体情况 3"), '<w:pStyle w:val="TOC1"/>') + p(r("受理8件")), ["受理8件"]),
    ],
    ids=[
        "runs",
        "tracked changes",
        "moves",
        "hidden",
        "links and controls",
        "block control",
        "tabs",
        "line break",
        "page break",
        "raised",
        "field",
        "ruby",
        "text box once",
        "old text box",
        "contents",
    ],
)
def test_text(body, expected):
    """What the printed page shows of a paragraph is its text."""
    styles = (
        f'<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>'
    )

    assert expected == texts(p(r("年报")) + body, styles=styles)[1:]


def test_notes():
    """Foot- and endnotes are blocks behind the text, separators are not."""
    note = '<w:{0}s {1}><w:{0} w:type="separator">' + p(r("7")) + "</w:{0}><w:{0}>" + p(r("{2}")) + "</w:{0}></w:{0}s>"

    found = texts(
        p(r("正文")),
        footnotes=note.format("footnote", NAMES, "脚注5件"),
        endnotes=note.format("endnote", NAMES, "尾注6件"),
    )

    assert ["正文", "脚注5件", "尾注6件"] == found


STYLES = f"""<w:styles {NAMES}>
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="own"/><w:basedOn w:val="a1"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="x"/><w:basedOn w:val="a5"/>
<w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="y"/><w:basedOn w:val="a4"/></w:style>
<w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {NAMES}>
<w:abstractNum w:abstractNumId="4">
<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
<w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num></w:numbering>"""


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="a1"/>', 2),
        ('<w:pStyle w:val="a2"/>', 2),
        ('<w:pStyle w:val="a3"/>', 1),
        ('<w:pStyle w:val="a4"/>', 4),
        ('<w:pStyle w:val="a1"/><w:outlineLvl w:val="9"/>', None),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', 2),
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>', None),
        ('<w:pStyle w:val="lost"/>', None),
    ],
    ids=["style", "inherited", "title", "circle", "body", "outline", "numbered", "bullet", "lost style"],
)
def test_heading(properties, level):
    """Headings are known by outline level, style or automatic number."""
    data = package(p(r("受理8件。")) + p(r("总体情况"), properties), styles=STYLES, numbering=NUMBERING)

    block = read(data, "a.docx").blocks[1]

    assert level == (block.level if isinstance(block, Heading) else None)


def test_hidden_style():
    """A character style can hide text."""
    assert ["8件"] == texts(p(r("7", '<w:rStyle w:val="gone"/>') + r("8件")), styles=STYLES)


def test_places():
    """Locations count every w:p of the part, and characters of its visible text."""
    body = p("") + tbl(
        [tc("甲"), tc(p("<w:del><w:r><w:delText>9</w:delText></w:r></w:del>" + r("约") + r("1") + r("2件")))]
    )
    body += p(r("后") + f"<w:r><w:pict>{BOX}</w:pict></w:r><w:r><w:tab/><w:t>34件</w:t></w:r>")

    table, after, box = read(package(body), "a.docx").blocks

    part = "word/document.xml"
    assert DocxLocation(part, 2, 1, 3) == table.grid[0][1].origin.locate(Span(1, 3))
    assert DocxLocation(part, 3, 2, 4) == after.origin.locate(Span(2, 4))
    assert DocxLocation(part, 4, 2, 3) == box.origin.locate(Span(2, 3))


def test_stretches():
    """The elements behind a paragraph's text and where each begins and ends, for whoever writes into it."""
    paragraph = etree.fromstring(
        f"<w:p {NAMES}>{r('约')}<w:ins>{r('12')}</w:ins>{r('7', '<w:vanish/>')}<w:r><w:tab/></w:r></w:p>"
    )

    found = [(etree.QName(s.element).localname, s.text, s.start, s.end) for s in stretches(paragraph)]

    assert [("t", "约", 0, 1), ("t", "12", 1, 3), ("tab", "\t", 3, 4)] == found
