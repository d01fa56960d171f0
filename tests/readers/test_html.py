"""HTML: what a page shows, its tables, broken markup, hostile markup."""

import pytest

from gklint.errors import ReadError
from gklint.model.document import Heading, Span, Table
from gklint.readers.html import read


def blocks(source):
    return read(source.encode(), "report.html").blocks


def texts(source):
    return [block.text for block in blocks(source) if not isinstance(block, Table)]


def cells(table):
    return [[cell and cell.text for cell in row] for row in table.grid]


def tables(source):
    return [cells(block) for block in blocks(source) if isinstance(block, Table)]


PAIR = "<tr><td>甲<td>1<tr><td>乙<td>2"
GRID = [["甲", "1"], ["乙", "2"]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>受理<b>12</b>件，占<span>3</span><small>%</small>。", ["受理12件，占3%。"]),
        ("<p>受理 &nbsp;12&#20214;&lt;&#x31;", ["受理 \xa012件<1"]),
        ("<p>受\n   理12\n件</p>", ["受理12件"]),
        ("<p>two\n  words</p><div>three</div>four", ["two words", "three", "four"]),
        ("受理12件。<br>　　办结11件。<br><br>完", ["受理12件。", "办结11件。", "完"]),
        ("<ul><li>甲1件<li>乙2件</ul><dl><dt>总数<dd>3件</dl>", ["甲1件", "乙2件", "总数 3件"]),
        ("<p>受理12<sup>[1]</sup>件，1<sup>st</sup></p>", ["受理12件，1st"]),
        ("<pre>甲 1\n乙 2</pre>", ["甲 1", "乙 2"]),
        ("<p>办结<del>13</del>14件", ["办结14件"]),
        ("<title>7</title><nav>7</nav><script>7<p></script><style>7</style><!-- 7 --><p>12件", ["12件"]),
        ("<p hidden>7<p style='display: none'>7<p>12件<span style=display:none>7</span>", ["12件"]),
        ("<![foo[7]]><?xml 7?><!x 7><p>12件", ["12件"]),
    ],
    ids=[
        "inline",
        "entities",
        "wrapped",
        "blocks",
        "line breaks",
        "lists",
        "raised",
        "pre",
        "struck",
        "unseen",
        "hidden",
        "declarations",
    ],
)
def test_text(source, expected):
    """Visible text, paragraph by paragraph."""
    assert expected == texts(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h1>某局<br>年报</h1><h3><small>二</small> 申请</h3>", [(1, "某局年报"), (3, "二 申请")]),
        ("<h1>年报</h1><p><b>一、总体情况</b></p><p>受理12件。</p>", [(1, "年报"), (2, "一、总体情况")]),
        ("<p>某县2023年公开年度报告</p><p>受理12件。</p>", [(1, "某县2023年公开年度报告")]),
        ("<h2>*</h2><h2>" + "很长的一段话。" * 20 + "</h2>", []),
    ],
    ids=["marked", "official", "plain title", "no heading"],
)
def test_headings(source, expected):
    """Headings are known by their tag or by their official form, unless they are none."""
    assert expected == [(b.level, b.text) for b in blocks(source) if isinstance(b, Heading)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<table>{PAIR}</table>", GRID),
        (f"<table><caption>表一</caption><thead></thead><tbody>{PAIR}</tbody></table>", GRID),
        (
            "<table><tr><th colspan=2>头<tr><td rowspan=2>甲<td>1<tr><td>2</table>",
            [["头", "头"], ["甲", "1"], ["甲", "2"]],
        ),
        ("<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr></table>", [["甲", "1"], ["甲", "2"]]),
        ("<table><tr><td rowspan=3>甲<td>1<tr></tr><tr><td>2</table>", [["甲", "1"], ["甲", "2"]]),
        ("<table><tr><td colspan=x>甲<td colspan=-3>1</table>", [["甲", "1"]]),
        ("<table><tr><td><p>22</p><p>（其中<br>修订16件）</p><td>1</table>", [["22\n（其中\n修订16件）", "1"]]),
        ("<table><tr><td>&nbsp;&nbsp;甲 <td> 1\n</table>", [["\xa0\xa0甲", "1"]]),
        (
            "<table><tr><td style='padding-left:2em'>甲<td>1<tr class=indent><td>乙<td>2</table>",
            [["　　甲", "1"], ["　乙", "2"]],
        ),
        (f"<table>{PAIR}<tr style='display:none'><td>丙<td>3<tr><td hidden>x<td>丁<td>4", [*GRID, ["丁", "4"]]),
        (f"<table>{PAIR}</table><p>&nbsp;</p><table><tr><td>丙<td>3</table>", [*GRID, ["丙", "3"]]),
    ],
    ids=[
        "open tags",
        "sections",
        "spans",
        "span to end",
        "empty row",
        "odd spans",
        "inner paragraphs",
        "blanks",
        "indents",
        "hidden",
        "cut",
    ],
)
def test_table(source, expected):
    """Cells, merges and inner breaks of a table."""
    assert [expected] == tables(source)


def test_huge_span():
    """A colspan of 100000 reaches to the last column and no farther."""
    (table,) = (block for block in blocks(f"<table><tr><td colspan=100000>头{PAIR}</table>"))

    assert [["头", "头"], *GRID] == cells(table)
    assert 2 == table.grid[0][0].column_span


def test_layout_table():
    """A table that frames the page is not data: what stands in it is read as if it stood alone."""
    page = f"<table><tr><td>导航<tr><td><h1>年报</h1><p>受理12件。<table>{PAIR}</table><p>完</table>"

    found = blocks(page)

    assert ["导航", "年报", "受理12件。", "完"] == [b.text for b in found if not isinstance(b, Table)]
    assert [GRID] == [cells(b) for b in found if isinstance(b, Table)]


def test_nested_table():
    """A small table inside a data table does not turn it into layout."""
    rows = "".join(f"<tr><td>第{n}行<td>{n}" for n in range(1, 6))
    source = f"<table>{rows}<tr><td>注<td><table><tr><td>甲<td>1</table></table>"

    outer, inner = tables(source)

    assert ["第5行", "5"] == outer[4]
    assert [["甲", "1"]] == inner


@pytest.mark.parametrize(
    "source",
    [
        f"</td></table><table>{PAIR}",
        f"<table><table>{PAIR}</table>",
        f"<table>{PAIR}</td></td></tr></tr></table></table>",
        f"<div hidden>7</p><table>{PAIR}</table>",
        f"<nav><p>7</nav><table>{PAIR}</table>",
        f"<table>{PAIR}</table><a href='x",
        f"<td><tr><p><table>{PAIR}</p></b></table>",
    ],
    ids=["stray ends", "table in table", "doubled ends", "hidden unclosed", "nav", "cut off", "stray cells"],
)
def test_broken_markup(source):
    """Tables survive whatever stands around them."""
    assert [GRID] == tables(source)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_places(end):
    """Every character leads back to its line and column."""
    lines = ["<p>受理 <b>12</b>&#20214;，", "  办结&nbsp;34件</p>", "<table><tr><td>甲", "<td> 56 </table>"]

    paragraph, table = blocks(end.join(lines))

    def place(block, text):
        start = block.text.index(text)
        found = block.origin.locate(Span(start, start + len(text)))
        return lines[found.line - 1][found.column - 1 : found.end_column - 1]

    assert ["12", "办结", "34件"] == [place(paragraph, text) for text in ("12", "办结", "34件")]
    assert "56" == place(table.grid[0][1], "56")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("gbk", "utf-8"), ("big5", "big5"), ("", "utf-8-sig"), ("", "utf-16")],
    ids=["gb", "utf-8", "wrongly declared", "big5", "mark", "utf-16"],
)
def test_encodings(declared, encoding):
    """Bytes are believed before the declaration, which decides where they are mute."""
    meta = f"<meta http-equiv=Content-Type content='text/html; charset={declared}'>" if declared else ""

    (block,) = read(f"<html>{meta}<p>受理申請12件，合計".encode(encoding), "a.html").blocks

    assert "受理申請12件，合計" == block.text


@pytest.mark.parametrize(
    ("source", "obstacle"),
    [
        ("", "empty"),
        ("<html><body> &nbsp; </body></html>", "empty"),
        ("<script>12</script>", "empty"),
        ("<table>" + "<tr>" + "<td colspan=1000 rowspan=1000>1" * 1200 + "</table>", "hostile"),
    ],
    ids=["nothing", "blank", "code only", "absurd table"],
)
def test_bad_input(source, obstacle):
    """What holds no text, or too much of nothing, is refused with its reason."""
    with pytest.raises(ReadError) as caught:
        read(source.encode(), "report.html")

    assert obstacle == caught.value.obstacle


@pytest.mark.parametrize(
    "mark",
    ["<table><tr><td>", "<div>", "<", "&", "<sup>", "<div hidden>x</div>", "a<br>", "<b", "</"],
    ids=["tables", "blocks", "less", "ampersands", "raised", "hidden", "breaks", "tag starts", "end starts"],
)
def test_endless_markup(mark):
    """Thousands of open elements are read without harm."""
    found = blocks(f"<p>受理12件。</p>{mark * 5000}")

    assert "受理12件。" == found[0].text


def test_endless_tags():
    """A page of tags that never end is refused or read in a moment, not in an hour."""
    found = blocks("<p>受理12件。</p>" + "<a b='" * 5000)

    assert "受理12件。" == found[0].text
