"""Markdown: what is text, what is markup, what is a table, and where every character stands."""

from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from gklint.errors import ReadError
from gklint.model.document import Heading, Paragraph, Span, Table, TextLocation
from gklint.readers.markdown import read


def blocks(text):
    return read(text.encode(), "report.md").blocks


def outline(text):
    """(level or 0, text) of every block that is no table."""
    return [(getattr(block, "level", 0), block.text) for block in blocks(text) if not isinstance(block, Table)]


def cells(table):
    return [[cell and cell.text for cell in row] for row in table.grid]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**一是**加强**“两库”**建设", "一是加强“两库”建设"),
        ("满意率<u>25%</u>，*较好*，__稳定__", "满意率25%，较好，稳定"),
        ("见[公开目录](https://example.org/a_(b))和<https://example.org/c>", "见公开目录和https://example.org/c"),
        ("某政发[2023](5号)文件", "某政发[2023](5号)文件"),
        ("2*3*4 与 5 * 6 与 a_b_c", "2*3*4 与 5 * 6 与 a_b_c"),
        (r"\*注\* 1\|2", "*注* 1|2"),
        ("受理12件&nbsp;&amp;&#x31;件", "受理12件\xa0&1件"),
        ("办结~~13~~14件", "办结14件"),
        ("办结<del>13</del>14件<!-- 待核 -->", "办结14件"),
        ("受理`12`件", "受理12件"),
        ("受理12<sup>①</sup>件[^1]", "受理12件"),
        ("![图](a.png)受理12件", "受理12件"),
        ("本年受理 12 件，其中申请人自己撤回的共\n3件", "本年受理 12 件，其中申请人自己撤回的共3件"),
        ("twelve requests were received and\nthree withdrawn", "twelve requests were received and three withdrawn"),
        ("- [x] 受理12件", "受理12件"),
        ("> 受理12件", "受理12件"),
        ("    2023年，受理12件。", "2023年，受理12件。"),
        ("**没有结尾 12件", "**没有结尾 12件"),
    ],
    ids=lambda value: value[:12],
)
def test_markup_is_dropped(source, shown):
    """Markers go, the text between them stays as it is printed."""
    (block,) = blocks(source)

    assert shown == block.text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# 年报\n\n## 二、**收到**申请 ##", [(1, "年报"), (2, "二、收到申请")]),
        ("##二、收到申请", [(2, "二、收到申请")]),
        ("年报\n===\n\n概况\n---", [(1, "年报"), (2, "概况")]),
        ("# 年报\n一、总体情况\n全年受理12件。", [(1, "年报"), (2, "一、总体情况"), (0, "全年受理12件。")]),
        ("# 年报\n（一）公开。全年12件。", [(1, "年报"), (0, "（一）公开。全年12件。")]),
        ("# 年报\n1. 受理12件；\n2. 办结11件。", [(1, "年报"), (0, "1. 受理12件；"), (0, "2. 办结11件。")]),
        ("# 年报\n- 受理12件\n- 办结11件", [(1, "年报"), (0, "受理12件"), (0, "办结11件")]),
        ("# 年报\n\n---\n\n***\n受理12件。", [(1, "年报"), (0, "受理12件。")]),
        ("某县2023年公开年度报告\n\n受理12件。", [(1, "某县2023年公开年度报告"), (0, "受理12件。")]),
    ],
    ids=["hashes", "no blank", "underlined", "official", "run in", "ordered", "bullets", "rules", "plain title"],
)
def test_outline(source, expected):
    """Headings are known by their marks or by their official form; items are paragraphs."""
    assert expected == outline(source)


@pytest.mark.parametrize(
    "hidden",
    [
        "---\ntotal: 7\n---\n",
        "+++\ntotal = 7\n+++\n",
        "```\n7\n```\n",
        "~~~ text\n7\n\n7\n~~~~\n",
        "<!-- 7\n\n7 -->\n",
        "[a]: http://e.org/7\n",
    ],
    ids=["front matter", "toml front matter", "fence", "long fence", "comment", "link definition"],
)
def test_not_the_report(hidden):
    """Front matter, code, comments and definitions are no text of the report."""
    assert [(0, "受理12件。")] == outline(f"{hidden}受理12件。\n")


def test_unclosed_fence():
    """A fence without an end hides nothing."""
    assert [(0, "``` 受理12件。")] == outline("``` 受理12件。\n")


def test_pipe_table():
    """Escapes, markup and short rows of a pipe table are read; the line of dashes is no row."""
    source = "| 项目 | 件数\n|:--|--:|\n| **甲**\\|乙 | 1<br>（其中2） |\n丙 | - |\n| 丁 |\n| - | - |"

    (table,) = blocks(source)

    assert [["项目", "件数"], ["甲|乙", "1\n（其中2）"], ["丙", "-"], ["丁", ""], ["-", "-"]] == cells(table)


def test_table_without_dashes():
    """Lines framed by pipes are a table although the line of dashes is missing."""
    (table,) = blocks("| 项目 | 件数 |\n| 甲 | 1 |\n| 乙 | 2 |\n")

    assert [["项目", "件数"], ["甲", "1"], ["乙", "2"]] == cells(table)


def test_blank_header():
    """The blank header that the syntax asks for is no row."""
    (table,) = blocks("| | |\n|---|---|\n| 甲 | 1 |\n| 乙 | 2 |\n")

    assert [["甲", "1"], ["乙", "2"]] == cells(table)


def test_merged_header():
    """Blank header cells belong to the merged header that the syntax cannot express."""
    source = "| 项目 | 申请人 | |\n|---|---|---|\n| | 自然人 | 法人 |\n| 甲 | 1 | 2 |\n| 乙 | 3 | 4 |"

    (table,) = blocks(source)

    assert (2, 1) == (table.grid[0][0].row_span, table.grid[0][0].column_span)
    assert (1, 2) == (table.grid[0][1].row_span, table.grid[0][1].column_span)


def test_table_cut_by_page():
    """A table that goes on under its repeated header is one table."""
    (table,) = blocks("|项目|数|\n|-|-|\n|甲|1|\n\n|项目|数|\n|-|-|\n|乙|2|\n")

    assert [["项目", "数"], ["甲", "1"], ["乙", "2"]] == cells(table)


def test_raw_html_table():
    """A raw HTML table with blank lines in it is one table, with its merges, at its place in the file."""
    source = (
        "前文。\n\n<table>\n<tr><td rowspan=2>项</td>\n\n<td>1</td></tr>\n<tr><td>23</td></tr>\n</table>\n## 二、后文"
    )

    _, table, after = blocks(source)

    assert [["项", "1"], ["项", "23"]] == cells(table)
    assert TextLocation(7, 9, 7, 11) == table.grid[1][1].origin.locate(Span(0, 2))
    assert Heading is type(after)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_places(end):
    """Every character leads back to its line and column, whatever stands before it."""
    lines = [
        "# 年报",
        "",
        "> **一是**受理[12](a.md)件，并在法定的期限之内办理完毕的",
        "  有&amp;34件。",
        "",
        "|甲|",
        "|-|",
        "| \\|5 |",
    ]

    title, paragraph, table = blocks(end.join(lines))

    def place(block, text):
        start = block.text.index(text)
        found = block.origin.locate(Span(start, start + len(text)))
        return lines[found.line - 1][found.column - 1 : found.end_column - 1]

    assert "年报" == place(title, "年报")
    assert "一是" == place(paragraph, "一是")
    assert "12" == place(paragraph, "12")
    assert "34件" == place(paragraph, "34件")
    assert "|5" == place(table.grid[1][0], "|5")


@pytest.mark.parametrize(
    ("data", "obstacle"),
    [(b"", "empty"), (b" \n\n", "empty"), (b"```\n12\n```\n", "empty"), (bytes(range(256)) * 40, "unsupported")],
    ids=["nothing", "blank", "code only", "binary"],
)
def test_bad_input(data, obstacle):
    """What holds no text is refused with its reason."""
    with pytest.raises(ReadError) as caught:
        read(data, "report.md")

    assert obstacle == caught.value.obstacle


@pytest.mark.parametrize(
    "source",
    ["<table>\n\n" * 3000, "~~~a\n" * 3000, "<!-- " * 3000, "`a " * 3000, "[a](" * 3000, "**a" * 3000, "|" * 3000],
    ids=["tables", "fences", "comments", "ticks", "links", "stars", "pipes"],
)
def test_endless_marks(source):
    """Thousands of marks without an end are read without harm, and the sentence behind them is found."""
    found = read(f"{source}\n\n受理12件。".encode(), "report.md").blocks

    assert "受理12件。" in found[-1].text


TABLES = [
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "a|b\n:-|-:\n1|2\n3|4",
    "text above\n\n| a | b |\n|---|---|\n| `1` | *2* |\n\ntext below",
    "| a\\|b | c |\n|---|---|\n| \\| | 2 |",
]


@pytest.mark.parametrize("source", TABLES, ids=["framed", "bare", "in text", "escaped"])
def test_tables_as_markdown_it(source):
    """Cells are those that the reference parser finds."""
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    expected = ["".join(child.content for child in t.children) for t in _cell_tokens(tokens)]

    (table,) = [block for block in blocks(source) if isinstance(block, Table)]

    assert expected == [text for row in cells(table) for text in row]


def _cell_tokens(tokens):
    return [after for before, after in pairwise(tokens) if before.type in ("th_open", "td_open")]


def test_gb18030():
    """A file in GB18030 is read like one in UTF-8."""
    (block,) = read("受理12件。".encode("gb18030"), "report.md").blocks

    assert ("受理12件。", Paragraph) == (block.text, type(block))
