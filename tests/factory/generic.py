"""Tables of no official form: budgets, head counts and English statistics with totals, subtotals and differences."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.factory.identity import Identity, total
from tests.factory.layout import Box, Grid, Head, Prose, Report

ITEMS = (
    "一般公共服务支出",
    "教育支出",
    "科学技术支出",
    "文化旅游支出",
    "社会保障和就业支出",
    "卫生健康支出",
    "农林水支出",
)
PLACES = ("North Ferry", "Alder Creek", "Stonebridge", "Lower Mill", "Grey Harbour", "Westmoor", "Fernhill")


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    Numbers of a table in its smallest printed unit: ``cells[r][c]`` at row label r and column head c.

    Sums are (whole, parts) of row or column indices. *blanks* are rows after which an empty row is printed.
    """

    title: str
    corner: str
    labels: tuple[str, ...]
    heads: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    row_sums: tuple[tuple[int, tuple[int, ...]], ...] = ()
    column_sums: tuple[tuple[int, tuple[int, ...]], ...] = ()
    decimals: int = 0
    unit_note: str = ""
    blanks: frozenset[int] = field(default_factory=frozenset)

    @property
    def printed(self) -> dict[str, str]:
        return {f"{r}.{c}": self._print(value) for r, row in enumerate(self.cells) for c, value in enumerate(row)}

    @property
    def identities(self) -> tuple[Identity, ...]:
        return tuple(self._identities())

    def _identities(self) -> Iterator[Identity]:
        for whole, parts in self.row_sums:
            for c in range(len(self.heads)):
                yield total(f"rows {whole} column {c}", f"{whole}.{c}", tuple(f"{part}.{c}" for part in parts))
        for whole, parts in self.column_sums:
            for r in range(len(self.labels)):
                yield total(f"columns {whole} row {r}", f"{r}.{whole}", tuple(f"{r}.{part}" for part in parts))

    @property
    def lines(self) -> list[list[str]]:
        rows = [[f"{r}.{c}" for c in range(len(self.heads))] for r in range(len(self.labels))]
        return [*rows, *(list(column) for column in zip(*rows, strict=True))]

    def _print(self, value: int) -> str:
        if not self.decimals:
            return str(value)
        sign, digits = "-" * (value < 0), f"{abs(value):0{self.decimals + 1}d}"
        return f"{sign}{digits[: -self.decimals]}.{digits[-self.decimals :]}"

    def grid(self, printed: dict[str, str] | None = None) -> Grid:
        cells = printed or self.printed
        rows: list[tuple[Box, ...]] = [(Box(self.corner), *(Box(head) for head in self.heads))]
        for r, label in enumerate(self.labels):
            rows.append((Box(label), *(Box(cells[f"{r}.{c}"], slot=f"{r}.{c}") for c in range(len(self.heads)))))
            if r in self.blanks:
                rows.append(tuple(Box("") for _ in range(len(self.heads) + 1)))
        return Grid(tuple(rows), caption=self.unit_note)

    def report(self, printed: dict[str, str] | None = None) -> Report:
        lead = "Figures as filed by each office." if self.title.isascii() else "下表按各科室报送的口径汇总。"
        return Report((Head(self.title, 1), Prose(lead), self.grid(printed)))

    def permuted(self, rng: random.Random) -> Sheet:
        """The same table with the parts of its (single) row sum in another order."""
        ((whole, parts),) = self.row_sums
        order = iter(rng.sample(parts, len(parts)))
        source = [r if r == whole else next(order) for r in range(len(self.labels))]
        return replace(
            self,
            labels=tuple(self.labels[r] for r in source),
            cells=tuple(self.cells[r] for r in source),
        )

    def times_ten(self) -> Sheet:
        return replace(self, cells=tuple(tuple(value * 10 for value in row) for row in self.cells))


def budget(rng: random.Random, *, total_first: bool = True) -> Sheet:
    """Expenditure by function, 基本支出 + 项目支出 = 合计, in 万元 with two decimals."""
    items = rng.sample(ITEMS, rng.randrange(4, len(ITEMS) + 1))
    parts = [[rng.choice((0, rng.randrange(100, 9_000_000))) for _ in range(2)] for _ in items]
    body = [(sum(row), *row) for row in parts]
    sums = tuple(sum(column) for column in zip(*body, strict=True))
    cells, labels = ([sums, *body], ["合计", *items]) if total_first else ([*body, sums], [*items, "合计"])
    whole = 0 if total_first else len(items)
    return Sheet(
        title="云川县2023年部门支出预算表",
        corner="项目",
        labels=tuple(labels),
        heads=("合计", "基本支出", "项目支出"),
        cells=tuple(cells),
        row_sums=((whole, tuple(r for r in range(len(labels)) if r != whole)),),
        column_sums=((0, (1, 2)),),
        decimals=2,
        unit_note="单位：万元",
    )


def visits(rng: random.Random) -> Sheet:
    """Counts by office and quarter with a total row and a total column, in English."""
    names = rng.sample(PLACES, rng.randrange(4, len(PLACES) + 1))
    body = [[rng.choice((0, rng.randrange(1, 4_000))) for _ in range(4)] for _ in names]
    rows = [(*row, sum(row)) for row in body]
    cells = (*rows, tuple(sum(column) for column in zip(*rows, strict=True)))
    return Sheet(
        title="Requests by office and quarter",
        corner="Office",
        labels=(*names, "Total"),
        heads=("Q1", "Q2", "Q3", "Q4", "Total"),
        cells=cells,
        row_sums=((len(names), tuple(range(len(names)))),),
        column_sums=((4, (0, 1, 2, 3)),),
    )


def subtotals(rng: random.Random) -> Sheet:
    """Two groups with 小计 rows under a 总计."""
    first, second = rng.randrange(2, 5), rng.randrange(2, 5)
    body = [[rng.randrange(1, 500) for _ in range(3)] for _ in range(first + second)]

    def summed(rows: list[list[int]]) -> list[int]:
        return [sum(column) for column in zip(*rows, strict=True)]

    one, two = body[:first], body[first:]
    cells = [*one, summed(one), *two, summed(two), summed(body)]
    labels = [f"{name}中学" for name in "东西南北中"[:first]] + ["小计"]
    labels += [f"{name}小学" for name in "东西南北中"[:second]] + ["小计", "总计"]
    subs = (first, first + second + 1)
    return Sheet(
        title="松石区学校情况统计",
        corner="学校",
        labels=tuple(labels),
        heads=("班级（个）", "学生（人）", "教职工（人）"),
        cells=tuple(tuple(row) for row in cells),
        row_sums=(
            (subs[0], tuple(range(first))),
            (subs[1], tuple(range(first + 1, subs[1]))),
            (subs[1] + 1, subs),
        ),
    )


def rounded(rng: random.Random) -> Sheet:
    """A budget in whole 万元 whose total was rounded by itself, with the note that says so."""
    exact = budget(rng)
    cells = tuple(tuple((value + 50) // 100 for value in row) for row in exact.cells)
    note = "单位：万元（注：由于四舍五入，部分合计数与分项之和略有差异）"
    return replace(exact, cells=cells, decimals=0, unit_note=note)


TABLES = {"budget": budget, "visits": visits, "subtotals": subtotals}


def off_by(sheet: Sheet, rng: random.Random) -> Sheet:
    """The same table with one cell larger than it should be, by more than rounding."""
    row, column = rng.randrange(len(sheet.labels)), rng.randrange(len(sheet.heads))
    cells = [list(line) for line in sheet.cells]
    cells[row][column] += rng.randrange(30, 900)
    return replace(sheet, cells=tuple(tuple(line) for line in cells))
