"""Rearranged copies of the official tables, as offices print them: every equation of the form still has to be found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.factory import form2021, reports
from tests.factory.layout import Box, Grid, Part, Prose, Report

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def with_local_row(grid: Grid) -> Sequence[Part]:
    """F1 with a row of the province's own, full of percentages."""
    at = next(i for i, row in enumerate(grid.rows) if row[0].text.startswith("四、行政复议"))
    shares = "主要为征地补偿和规划许可，其中征地补偿占60%、规划许可占25%、其他占15%"
    own = ((Box("（四）申请公开的主要内容"), Box(""), Box("")), (Box(shares), Box(""), Box("")))
    return (replace(grid, rows=(*grid.rows[:at], *own, *grid.rows[at:])),)


def with_row_numbers(grid: Grid) -> Sequence[Part]:
    head, *body = grid.rows
    return (replace(grid, rows=((Box("序号"), *head), *((Box(str(i)), *row) for i, row in enumerate(body, 1)))),)


def with_codes(grid: Grid) -> Sequence[Part]:
    head, *body = grid.rows
    rows = ((row[0], Box(f"{i:02d}"), *row[1:]) for i, row in enumerate(body, 1))
    return (replace(grid, rows=((head[0], Box("代码"), *head[1:]), *rows)),)


def without_units(grid: Grid) -> Sequence[Part]:
    return (replace(grid, rows=tuple((row[0], row[2]) for row in grid.rows)),)


def a_table_per_block(grid: Grid) -> Sequence[Part]:
    """F1 with each of its nine blocks in a table of its own."""
    head, *body = grid.rows
    blocks: list[list[tuple[Box, ...]]] = []
    for row in body:
        if row[0].text[1] == "、":
            blocks.append([head])
        blocks[-1].append(row)
    return [part for rows in blocks for part in (replace(grid, rows=tuple(rows)), Prose("（接上表）"))]


def continued(grid: Grid) -> Sequence[Part]:
    upper, lower = grid.cut(15, repeat_head=True)
    return (upper, Prose("续表"), lower)


def continued_without_header(grid: Grid) -> Sequence[Part]:
    return grid.cut(15, repeat_head=False)


def a_table_per_banner(grid: Grid) -> Sequence[Part]:
    """Table 二 as four tables with their banners above them."""
    starts = [i for i, row in enumerate(grid.rows) if row[0].text.startswith("第二十条")]
    pieces = zip(starts, [*starts[1:], len(grid.rows)], strict=True)
    parts: list[Part] = []
    for start, stop in pieces:
        parts += [Prose(grid.rows[start][0].text), replace(grid, rows=grid.rows[start + 1 : stop], head=1)]
    return parts


def tall(grid: Grid) -> Sequence[Part]:
    """Table 四 as fifteen rows."""
    cells = grid.rows[-1]
    rows: list[tuple[Box, ...]] = [(Box("类别"), Box("项目"), Box("件数"))]
    for number, name in enumerate(("行政复议", "未经复议直接起诉", "复议后起诉")):
        for i, result in enumerate(form2021.RESULTS):
            stub = (Box(name, rows=5),) if i == 0 else ()
            rows.append((*stub, Box(result), cells[5 * number + i]))
    return (Grid(tuple(rows)),)


def a_table_per_dispute(grid: Grid) -> Sequence[Part]:
    head = tuple(Box(result) for result in form2021.RESULTS)
    parts: list[Part] = []
    for number, name in enumerate(("行政复议", "行政诉讼：未经复议直接起诉", "行政诉讼：复议后起诉")):
        parts += [Prose(name), Grid((head, grid.rows[-1][5 * number : 5 * number + 5]))]
    return parts


def transposed(grid: Grid) -> Sequence[Part]:
    columns = zip(*grid.spread(fill=True), strict=True)
    return (Grid(tuple(tuple(Box(text) for text in column) for column in columns), head=3),)


def letter_spaced(grid: Grid) -> Sequence[Part]:
    return (_each(grid, lambda box: box.text if box.slot or len(box.text) > 4 else " ".join(box.text)),)


def units_in_cells(grid: Grid) -> Sequence[Part]:
    return (_each(grid, lambda box: f"{box.text}件" if box.slot else box.text),)


def full_width(grid: Grid) -> Sequence[Part]:
    return (_each(grid, lambda box: box.text.translate(FULL_WIDTH) if box.slot else box.text),)


def thousands_marks(grid: Grid) -> Sequence[Part]:
    return (_each(grid, lambda box: f"{int(box.text):,}" if box.slot else box.text),)


def _each(grid: Grid, text: Callable[[Box], str]) -> Grid:
    return replace(grid, rows=tuple(tuple(replace(box, text=text(box)) for box in row) for row in grid.rows))


PRINTS: dict[str, tuple[reports.FormName, int, Callable[[Grid], Sequence[Part]]]] = {
    "F1 with a local row": ("F1", 0, with_local_row),
    "F1 with row numbers": ("F1", 0, with_row_numbers),
    "F1 with codes": ("F1", 0, with_codes),
    "F1 without units": ("F1", 0, without_units),
    "F1, a table per block": ("F1", 0, a_table_per_block),
    "table 二, one per banner": ("F3", 0, a_table_per_banner),
    "table 三, continued": ("F3", 1, continued),
    "table 三, continued without header": ("F3", 1, continued_without_header),
    "table 三, transposed": ("F3", 1, transposed),
    "table 三, letter-spaced": ("F3", 1, letter_spaced),
    "table 三, units in cells": ("F3", 1, units_in_cells),
    "table 三, full width": ("F3", 1, full_width),
    "table 三, thousands marks": ("F3", 1, thousands_marks),
    "table 四, tall": ("F3", 2, tall),
    "table 四, one per dispute": ("F3", 2, a_table_per_dispute),
    "table 四, letter-spaced": ("F3", 2, letter_spaced),
}
"""Form, which of its tables is printed otherwise, and how."""


def printed(name: str, seed: int) -> tuple[Report, Report]:
    """The report number *seed* as officially printed, and in the print *name*."""
    form, number, rearranged = PRINTS[name]
    official = reports.sample(form, seed).report()
    parts: list[Part] = []
    grids = 0
    for part in official.parts:
        if not isinstance(part, Grid):
            parts.append(part)
            continue
        parts += rearranged(part) if grids == number else [part]
        grids += 1
    return official, Report(tuple(parts))
