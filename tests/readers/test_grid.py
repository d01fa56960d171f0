"""Spans become a grid; pieces that pages cut become one table."""

from __future__ import annotations

import pytest

from gklint.errors import ReadError
from gklint.model.document import Table, TextOrigin
from gklint.readers._grid import SPAN_LIMIT, Piece, join, join_if_continued, span_grid
from gklint.readers._merged import spread
from tests.readers.places import cells

HERE = TextOrigin((0,), ((1, 1),))


def table(*rows: str) -> Table:
    """Rows of cells parted by strokes."""
    return span_grid([[Piece(text.strip(), HERE) for text in row.split("|")] for row in rows])


def test_spans_repeat_one_cell() -> None:
    """A merged cell is one object at every position that it covers."""
    grid = span_grid(
        [
            [Piece("a", HERE, 2, 1), Piece("b", HERE, 1, 2)],
            [Piece("c", HERE), Piece("d", HERE)],
            [Piece("e", HERE)],
        ]
    )

    assert [["a", "b", "b"], ["a", "c", "d"], ["e", None, None]] == cells(grid)
    assert grid.grid[0][0] is grid.grid[1][0]
    assert grid.grid[0][2] is grid.grid[0][1]


def test_span_of_zero_reaches_down() -> None:
    """A row span of 0 ends with the table."""
    grid = span_grid([[Piece("a", HERE, 0, 1), Piece("b", HERE)], [Piece("c", HERE)], [Piece("d", HERE)]])

    assert ["a", "a", "a"] == [row[0] for row in cells(grid)]


def test_absurd_span_is_cut() -> None:
    """A colspan of 100,000 over a table of two columns makes no third one."""
    grid = span_grid([[Piece("title", HERE, 1, 100_000)], [Piece("a", HERE), Piece("b", HERE)]])

    assert (2, 2) == (grid.columns, grid.rows)
    assert [["title", "title"], ["a", "b"]] == cells(grid)


def test_absurd_number_of_positions_is_hostile() -> None:
    """Spans that together ask for millions of positions are refused before they are filled."""
    rows = [[Piece("x", HERE, SPAN_LIMIT, SPAN_LIMIT)] for _ in range(SPAN_LIMIT + 1)]

    with pytest.raises(ReadError) as caught:
        span_grid(rows)

    assert "hostile" == caught.value.obstacle


HEADER = "事项|单位|数量"
CONTINUATIONS = {
    "header repeated": ([HEADER, "接待|次|4"], [HEADER, "来信|件|7"], 3),
    "header not repeated": ([HEADER, "接待|次|4"], ["来信|件|7", "来电|件|9"], 4),
    "heading row first": ([HEADER, "接待|次|4"], ["二、来信情况|——|", "网上来信|件|7"], 4),
    "single rows": (["接待|次|四"], ["来信|件|七"], 2),
    "other header": ([HEADER, "接待|次|4"], ["项目|计量|金额", "办公|元|7"], None),
    "other width": ([HEADER, "接待|次|4"], ["来信|7", "来电|9"], None),
}


@pytest.mark.parametrize(("first", "second", "rows"), CONTINUATIONS.values(), ids=CONTINUATIONS)
def test_continuation(first: list[str], second: list[str], rows: int | None) -> None:
    """A table goes on if its header is repeated, or figures follow under figures; another header begins another."""
    joined = join_if_continued(table(*first), table(*second))

    assert rows == (joined.rows if joined else None)


def test_joined_rows_are_counted_on() -> None:
    """Cells know their row in the whole table, the repeated header is gone."""
    joined = join([table(HEADER, "接待|次|4"), table(HEADER, "来信|件|7")])

    assert [0, 1, 2] == [row[0].row for row in joined.grid if row[0]]


def test_equal_data_rows_are_no_header() -> None:
    """Rows that happen to repeat data of the first page stay."""
    joined = join([table(HEADER, "接待|次|4"), table(HEADER, "接待|次|4")])

    assert [HEADER.split("|"), ["接待", "次", "4"], ["接待", "次", "4"]] == cells(joined)


def test_merged_label_reaches_over_the_break() -> None:
    """A merged cell that goes on blank on the next page is one cell."""
    above = span_grid(
        [[Piece("结果", HERE, 2, 1), Piece("a", HERE), Piece("1", HERE)], [Piece("b", HERE), Piece("2", HERE)]]
    )
    below = span_grid(
        [[Piece("", HERE, 2, 1), Piece("c", HERE), Piece("3", HERE)], [Piece("d", HERE), Piece("4", HERE)]]
    )

    joined = join([above, below])

    assert ["结果"] * 4 == [row[0] for row in cells(joined)]
    assert joined.grid[0][0] is joined.grid[3][0]


def test_spread_gives_headers_and_labels_their_reach() -> None:
    """Blank cells beside and below headers and labels belong to them; blank cells among figures stay blank."""
    merged = spread(
        table(
            "项目||申请人||合计",
            "||个人|单位|",
            "结果|公开|3||3",
            "|不公开|1|2|3",
            "结转||0|0|0",
        )
    )

    assert [
        ["项目", "项目", "申请人", "申请人", "合计"],
        ["项目", "项目", "个人", "单位", "合计"],
        ["结果", "公开", "3", "", "3"],
        ["结果", "不公开", "1", "2", "3"],
        ["结转", "结转", "0", "0", "0"],
    ] == cells(merged)


def test_spread_leaves_heading_rows_alone() -> None:
    """A heading row without figures has blank cells, not a merged one."""
    plain = table("指标|单位|数量", "一、来信||", "网上来信|件|7")

    assert plain == spread(plain)
