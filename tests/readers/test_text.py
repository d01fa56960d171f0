"""Plain text: tables in all the shapes that text gives them, titles, furniture, and what cannot be read."""

from __future__ import annotations

import random

import pytest

from gklint.errors import ReadError
from gklint.model.document import Document, Heading, Paragraph, Table
from gklint.readers.text import UNREADABLE_TABLE, read
from tests.factory.reports import FormName, sample
from tests.factory.textual import celled, plain, wrapped
from tests.readers.places import cells, inked, places


def document(source: str) -> Document:
    return read(source.encode(), "report.txt")


def tables(source: str) -> list[Table]:
    return [block for block in document(source).blocks if isinstance(block, Table)]


def outline(source: str) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in document(source).blocks if isinstance(block, Heading)]


HEAD = ["事项", "单位", "数量"]
ROWS = [
    ["一、接待", "", ""],
    ["（一）来信", "件", "12"],
    ["（二）来访", "次", "7（含集体1次）"],
    ["二、办结", "件", "15"],
]
UPPER = "事项\t单位\t数量\n一、接待\t\t\n（一）来信\t件\t12"
LOWER = "（二）来访\t次\t7（含集体1次）\n二、办结\t件\t15"
PRINTS = {
    "tabs": f"{UPPER}\n{LOWER}",
    "tabs, blank lines of a page break": f"{UPPER}\n\n\n{LOWER}",
    "tabs, header repeated behind a page number": f"{UPPER}\n\n— 3 —\n\n{HEAD[0]}\t{HEAD[1]}\t{HEAD[2]}\n{LOWER}",
    "tabs, header repeated without a gap": f"{UPPER}\n{HEAD[0]}\t{HEAD[1]}\t{HEAD[2]}\n{LOWER}",
    "tabs, a blank line after every row": f"{UPPER}\n{LOWER}".replace("\n", "\n\n"),
    "strokes": "\n".join(f"| {row} |" for row in f"{UPPER}\n---\t---\t---\n{LOWER}".replace("\t", " | ").split("\n")),
}


@pytest.mark.parametrize("source", PRINTS.values(), ids=PRINTS)
def test_table_of_rows(source: str) -> None:
    """Rows of a text are one table, whatever parts their cells and wherever pages cut it."""
    (table,) = tables(f"云川县2018年工作情况表\n\n{source}\n\n填报人：何三川\n")

    assert [HEAD, *ROWS] == cells(table)


def test_aligned_columns() -> None:
    """Cells parted by runs of blanks are a table if a column is figures throughout."""
    (table,) = tables("指标      上年    本年\n来信      12      15\n来访      7       9\n")

    assert [["指标", "上年", "本年"], ["来信", "12", "15"], ["来访", "7", "9"]] == cells(table)


def test_aligned_names_are_no_table() -> None:
    """Blanks between the names of a signature are none."""
    assert [] == tables("负责人：林远山    审核人：周一舟\n填报人：何三川    日期：2019年2月9日\n")


def test_wide_blank_in_a_wrapped_line() -> None:
    """Two blanks inside a wrapped sentence do not part its paragraph."""
    lines = [
        "全年公开信息三百条，比上一年有所增长，群众对公开工作表",
        "示比较满意，各部门也都  按照要求完成了年度任务，工作没有",
        "出现失误，没有收到投诉，也没有发生行政复议和诉讼的情况",
        "。",
    ]

    found = [block.text for block in document("\n".join(lines)).blocks if isinstance(block, Paragraph)]

    assert ["".join(lines)] == found


def test_tab_in_prose_is_no_table() -> None:
    """A tab that indents a paragraph leaves it a paragraph."""
    assert [] == tables("\t全年公开信息310条，比上年有所增长。\n\t举办培训班2期。\n")


def test_cells_on_lines_of_their_own() -> None:
    """Label, unit and figure on three lines are a row; a heading row has its cells blank."""
    flat = "\n".join(cell for row in [HEAD, *ROWS] for cell in row if cell)

    (table,) = tables(f"云川县2018年工作情况表\n{flat}\n填报人：何三川")

    assert [HEAD, ["一、接待", None, None], *ROWS[1:]] == cells(table)


def test_groups_of_columns_on_lines_of_their_own() -> None:
    """The parts of a group stand behind the total that ends its row."""
    flat = "事项 个人 单位 合计 企业 学校 一、来信 1 2 3 6 二、来访 0 1 1 2 三、来电 4 0 0 4"

    (table,) = tables(flat.replace(" ", "\n"))

    assert [
        ["事项", "个人", "单位", "单位", "合计"],
        ["事项", "个人", "企业", "学校", "合计"],
        ["一、来信", "1", "2", "3", "6"],
        ["二、来访", "0", "1", "1", "2"],
        ["三、来电", "4", "0", "0", "4"],
    ] == cells(table)


def test_cells_without_a_period_stay_paragraphs() -> None:
    """Where cells were lost the figures are not put under labels by guess: the table is a doubt."""
    flat = "事项 个人 单位 一、来信 1 2 二、来访 5 三、来电 4 0 四、网上 7 8 9 五、其他 3"

    read_ = document(flat.replace(" ", "\n"))

    assert [] == [block for block in read_.blocks if isinstance(block, Table)]
    assert [UNREADABLE_TABLE] == [doubt.kind for doubt in read_.doubts]


def test_figures_run_together_are_a_doubt() -> None:
    """Labels with all figures of their row run together are reported, not read."""
    read_ = document("三、办理情况个人单位合计来信2000002来访1000001来电3000003网上4000004其他5000005结转0000000")

    assert [UNREADABLE_TABLE] == [doubt.kind for doubt in read_.doubts]


def test_page_on_one_line() -> None:
    """Paragraphs that stand on one line, parted by two wide blanks, are paragraphs."""
    parts = [
        "一、总体情况",
        "全年公开信息310条，比上年增加12条，其中图解52条、视频31条。" * 3,
        "二、申请情况",
        "收到申请3件。",
    ]

    read_ = document("云川县年度报告\n\n　　" + "　　".join(parts))

    assert ["云川县年度报告", *parts] == [b.text for b in read_.blocks if isinstance(b, Heading | Paragraph)]


def test_page_on_one_line_without_blanks() -> None:
    """Sections of a page on one line begin behind a full stop; the ordinals of lists inside a sentence do not."""
    parts = [
        "一、总体情况" + "全年公开信息310条，分为（一）图解、（二）视频。" * 30,
        "（一）来信。收到信件。",
        "二、申请情况" + "收到申请3件。" * 60,
    ]

    read_ = document("云川县年度报告\n" + "".join(parts))

    assert ["云川县年度报告", *parts] == [b.text for b in read_.blocks if isinstance(b, Heading | Paragraph)]


def test_title_below_the_buttons_of_a_page() -> None:
    """The title is the line that says what the document is."""
    assert [(1, "云川县2021年政府工作报告"), (2, "一、回顾")] == outline(
        "下载\n打印\n云川县2021年政府工作报告\n一、回顾\n"
    )


def test_salutation_is_no_title() -> None:
    """A document that begins with a salutation has no title."""
    assert [(2, "一、回顾")] == outline("市政府办公室：\n现将有关情况报告如下。\n一、回顾\n")


FURNITURE = {
    "dashes": "— 2 —",
    "hyphens": "- 2 -",
    "full width": "－２－",
    "words": "第 2 页 共 9 页",
    "english": "Page 2 of 9",
}


@pytest.mark.parametrize("number", FURNITURE.values(), ids=FURNITURE)
def test_page_numbers_are_left_out(number: str) -> None:
    """A page number between two paragraphs is no text."""
    read_ = document(f"全年公开信息310条。\n\n{number}\n\n收到申请3件。\n")

    assert ["全年公开信息310条。", "收到申请3件。"] == [b.text for b in read_.blocks if isinstance(b, Paragraph)]


def test_bare_page_numbers_count_up() -> None:
    """Bare numbers are page numbers if they count up from page to page, else they are text."""
    page = "\n".join(["全年公开信息310条。"] * 14)

    counting = document("".join(f"{page}\n\n{number}\n\n" for number in (1, 2, 3)))
    standing = document(f"{page}\n\n15\n\n{page}")

    assert {"全年公开信息310条。"} == {b.text for b in counting.blocks if isinstance(b, Paragraph | Heading)}
    assert "15" in {b.text for b in standing.blocks if isinstance(b, Paragraph)}


def test_running_heads_are_left_out() -> None:
    """A line that tops every page stands once, as the title; equal sentences at the end of pages all stay."""
    pages = [f"云川县年度报告\n全年公开信息{n}10条。\n以上情况，特此报告。" for n in (1, 2, 3)]

    found = [block.text for block in document("\n\f".join(pages)).blocks if isinstance(block, Heading | Paragraph)]

    assert [1, 3] == [found.count(text) for text in ("云川县年度报告", "以上情况，特此报告。")]


@pytest.mark.parametrize("source", ["\r", "\r\n", "\n"], ids=["old mac", "windows", "unix"])
def test_line_ends(source: str) -> None:
    """Lines end at \\n, \\r\\n or a lone \\r, and at nothing else."""
    read_ = document(f"一、来信\u2028情况{source}收到来信3件。")

    assert 2 == len(read_.blocks)


def test_only_page_numbers_is_empty() -> None:
    """A file of page numbers has no text."""
    with pytest.raises(ReadError) as caught:
        document("- 1 -\n\n- 2 -\n")

    assert "empty" == caught.value.obstacle


FORMS: tuple[FormName, ...] = ("F1", "F2", "F3")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", range(5))
def test_official_forms_read_alike(form: FormName, seed: int) -> None:
    """Wrapped, paged and with tables cut, a report has the very tables of its one-line-a-paragraph twin."""
    report = sample(form, seed).report()

    whole = tables(plain(report))

    assert len(report.grids) == len(whole)
    for repeat in (True, False):
        cut = tables(wrapped(report, repeat_head=repeat))
        assert [cells(table) for table in whole] == [cells(table) for table in cut]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", range(5))
def test_official_forms_with_one_cell_per_line(form: FormName, seed: int) -> None:
    """Copied from a browser the cells of a form come one per line, and its rows of figures come back."""
    report = sample(form, seed).report()

    def figures(table: Table) -> list[list[str]]:
        rows = ([cell.text for cell in dict.fromkeys(filter(None, row)) if cell.text] for row in table.grid)
        return [figures for row in rows if (figures := [text for text in row if text.lstrip("+-").isdigit()])]

    assert [figures(table) for table in tables(plain(report))] == [figures(table) for table in tables(celled(report))]


SCRAPS = (
    *(
        "一、",
        "（一）",
        "1.",
        "12",
        "0",
        "——",
        "/",
        "件",
        "条",
        "合计",
        "总计",
        "第二十条第（一）项",
        "公开信息",
        "申请数量",
    ),
    *(
        "\n",
        "\n\n",
        "\n",
        "\r",
        "\t",
        "\t",
        "|",
        "  ",
        "\u3000\u3000",
        "，",
        "。",
        "：",
        "— 3 —",
        "\f",
        "统计表",
        "报告",
        "abc",
    ),
)


@pytest.mark.parametrize("seed", range(300))
def test_any_text_is_read(seed: int) -> None:
    """Whatever a text is made of, it is read or refused, and no character is in the document twice."""
    rng = random.Random(seed)
    source = "".join(rng.choices(SCRAPS, k=rng.randrange(1, 120)))

    try:
        found = places(document(source))
    except ReadError:
        return

    assert set(found) <= set(inked(source))
    assert len(found) == len(set(found))
