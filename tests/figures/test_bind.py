"""Tables of the official forms in every shape that copies give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from gklint import readers
from gklint.figures.bind import bind
from gklint.figures.cells import tabulate
from gklint.model.document import Table
from gklint.model.figure import Figure
from gklint.model.form import Form
from gklint.model.ledger import Ledger, Sheet
from gklint.packs.find import rules_root
from gklint.packs.load import forms as forms_in
from tests.factory import form2014, form2021, markup, reports, variants

FORMS = forms_in(rules_root())
WIDE = """
<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>
<tr>{results_tall}<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>
<tr>{results}{results}</tr>
<tr><td>1</td><td>2</td><td>3</td><td>4</td><td>10</td><td>5</td><td>6</td><td>7</td><td>8</td><td>26</td>
<td>9</td><td>1</td><td>2</td><td>3</td><td>15</td></tr></table>
"""
NAMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
BLOCKS = (("行政复议", (1, 2, 3, 4, 10)), ("未经复议直接起诉", (5, 6, 7, 8, 26)), ("复议后起诉", (9, 1, 2, 3, 15)))
EXPECTED = {
    path: str(value)
    for prefix, (_, values) in zip(("review", "lawsuits.direct", "lawsuits.after-review"), BLOCKS, strict=True)
    for path, value in zip(
        (f"{prefix}.upheld", f"{prefix}.corrected", f"{prefix}.other", f"{prefix}.pending", prefix), values, strict=True
    )
}


def wide() -> str:
    tall = "".join(f"<td rowspan=2>{name}</td>" for name in NAMES)
    return WIDE.format(results_tall=tall, results="".join(f"<td>{name}</td>" for name in NAMES))


def row_per_block() -> str:
    return html(("类别", *NAMES), *((block, *values) for block, values in BLOCKS))


def column_per_block() -> str:
    return html(
        ("结果", *(block for block, _ in BLOCKS)),
        *((name, *(values[i] for _, values in BLOCKS)) for i, name in enumerate(NAMES)),
    )


def table_per_block() -> str:
    return "".join(f"<p>（一）{block}</p>{html(NAMES, values)}" for block, values in BLOCKS)


def down_the_page() -> str:
    return html(
        ("类别", "结果", "件数"), *((b, name, v) for b, values in BLOCKS for name, v in zip(NAMES, values, strict=True))
    )


def header_only_in_corners() -> str:
    blank = ("",) * 4
    return html(
        ("行政复议", *blank, "未经复议直接起诉", *blank, "复议后起诉", *blank),
        NAMES * 3,
        [value for _, values in BLOCKS for value in values],
    )


SHAPES = (wide, row_per_block, column_per_block, table_per_block, down_the_page, header_only_in_corners)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__.replace("_", " "))
def test_orientation_is_free(shape):
    """The dispute table binds alike, whichever way it is turned or cut."""
    ledger = ledger_of(shape())

    assert {path: figures[0].raw for path, figures in ledger.bound.items()} == EXPECTED


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("form", ["F1", "F2", "F3"])
def test_every_cell_is_bound(form, seed):
    """In any print of a form each cell is bound to an indicator of its own, and the form is told apart."""
    sample = variants.sample(form, seed)

    ledger = ledger_of(markup.html(sample.report()))

    assert ledger.form is not None
    assert {"F1": "2014", "F2": "2019", "F3": "2021"}[form] == ledger.form.id[-4:]
    assert len(sample.printed) == len(ledger.bound)
    assert all(len(figures) == 1 for figures in ledger.bound.values())


def test_misprinted_labels_still_bind():
    """A row under a misprinted label is bound, and the label is remembered as misprinted."""
    style = form2014.Print(misprints={slot: form2014.MISPRINTS[slot] for slot in ("r27", "r30", "r44")})
    sample = reports.sample("F1", 5, print2014=style)

    ledger = ledger_of(markup.html(sample.report()))

    assert sample.printed["r44"] == ledger.bound["lawsuits"][0].raw
    (table,) = ledger.tables
    assert [label.item.label for label in table.labels if label.misprinted] == [
        "2.同意公开答复数",
        "其中：涉及国家秘密",
        "五、行政诉讼数量",
    ]


def test_heading_rows_hold_no_figure():
    """A stray number behind a heading of a block is not bound to anything."""
    rows = (("三、依申请公开情况", "", "0"), ("（一）收到申请数", "件", "4"), ("1.当面申请数", "件", "4"))
    more = (("2.传真申请数", "件", "0"), ("3.网络申请数", "件", "0"), ("4.信函申请数", "件", "0"))

    ledger = ledger_of(html(("统计指标", "单位", "统计数"), *rows, *more))

    assert ledger.figures[0].indicator is None
    assert ledger.figures[0].raw == "0"
    assert len(ledger.bound) == 5


@pytest.mark.parametrize("heads", [("本年度", "历年累计"), ("历年累计", "本年度")], ids=["before", "behind"])
def test_of_two_columns_the_year_is_bound(heads):
    """A sheet that prints the year beside all years together is bound to the year."""
    labels = ("（一）收到申请数", "1.当面申请数", "2.传真申请数", "3.网络申请数", "4.信函申请数")
    order = 1 if heads[0] == "本年度" else -1
    lines = [(label, "件", *(place, place + 30)[::order]) for place, label in enumerate(labels)]

    ledger = ledger_of(html(("统计指标", "单位", *heads), ("三、依申请公开情况", "", "", ""), *lines))

    assert list("01234") == [figures[0].raw for figures in ledger.bound.values()]


def test_blank_cells_are_bound_as_unknown():
    """A blank cell is a figure of its indicator without a value."""
    ledger = ledger_of(row_per_block().replace("<td>26</td>", "<td></td>"))

    (figure,) = ledger.bound["lawsuits.direct"]

    assert figure.numeral is None


def test_blank_is_zero_where_the_pack_says_so():
    """A table whose pack declares blanks as zero gets zeros, with a trace that tells where they come from."""
    generous = [replace(form, tables=tuple(replace(t, blank="zero") for t in form.tables)) for form in FORMS]

    ledger = ledger_of(row_per_block().replace("<td>26</td>", "<td></td>"), generous)

    numeral = ledger.bound["lawsuits.direct"][0].numeral
    assert numeral is not None
    assert (numeral.value, numeral.trace) == (0, ("blank is zero",))


def test_local_rows_are_left_alone():
    """A row that the form does not have binds to nothing and does not disturb its neighbours."""
    text = row_per_block().replace("<tr><td>复议后", "<tr><td>信访事项</td>" + "<td>7</td>" * 5 + "</tr><tr><td>复议后")

    ledger = ledger_of(text)

    assert {path: figures[0].raw for path, figures in ledger.bound.items()} == EXPECTED


def test_continuation_without_header():
    """A table that goes on as another one without a header keeps the columns of the first."""
    sample = reports.sample("F3", 4)
    upper, lower = form2021.applications(sample.printed, "F3").cut(12, repeat_head=False)

    ledger = ledger_of(markup.html_table(upper) + "<p>— 7 —</p>" + markup.html_table(lower))

    assert sample.printed["C.c1"] == ledger.bound["requests.carried-out.natural"][0].raw
    assert len(ledger.bound) == 25 * 7


def test_other_tables_are_no_form():
    """Columns 其他 and 总计 do not make a table official."""
    ledger = ledger_of(html(("项目", "自然人", "其他", "总计"), ("其他", 3, 4, 7), ("绿化", 1, 2, 3)))

    assert ledger.form is None
    assert not ledger.bound


def test_every_holder_of_a_figure_knows_its_indicator():
    """Figures of the ledger, of the sheets and of the bindings are the same values."""
    ledger = ledger_of(row_per_block())

    (sheet,) = ledger.sheets
    for figures in ledger.bound.values():
        for figure in figures:
            assert figure == ledger.figures[figure.id]
            assert figure.cell is not None
            assert figure == sheet.figures[figure.cell.row][figure.cell.column]


def html(*rows: object) -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)  # type: ignore[attr-defined]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def ledger_of(text: str, forms: Sequence[Form] = FORMS) -> Ledger:
    """The bound ledger of an HTML text; only its tables are read."""
    document = readers.read(text.encode(), "report.html")
    figures: list[Figure] = []
    sheets: list[Sheet] = []
    for block, item in enumerate(document.blocks):
        if isinstance(item, Table):
            read = tabulate(document, block, len(sheets), len(figures))
            figures += read.figures
            sheets.append(read.sheet)
    return bind(Ledger(document, tuple(figures), tuple(sheets)), forms)
