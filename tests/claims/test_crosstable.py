"""What two tables of one report say of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.prose import told

TOWNS = {"Alder": 311, "Birch": 287, "Cedar": 150, "Elder": 98, "Hazel": 264, "Maple": 412, "Rowan": 77, "Willow": 59}


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = (heads, ["---"] * len(heads), *rows)
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def two(head: str, other: str, values: dict[str, int], *, between: str = "By source:") -> str:
    """A table of all towns, and one that prints the same column, with *values* for some towns."""
    first = table(("town", head, "closed"), [(t, n, i + 5) for i, (t, n) in enumerate(TOWNS.items())])
    second = table(("town", other, "online"), [(t, values.get(t, n), i + 31) for i, (t, n) in enumerate(TOWNS.items())])
    return f"{first}\n\n{between}\n\n{second}\n"


def words(text: str) -> list[str]:
    return sorted(word for _, word, _ in told("crosstable", text))


def test_column_twice() -> None:
    """A column that two tables print is a check in each of its rows."""
    assert ["pass"] * 8 == words(two("received", "received", {}))


def test_column_differs_once() -> None:
    """The one row in which they differ is to be checked, with both figures."""
    outcomes = told("crosstable", two("received", "received", {"Maple": 421}))

    assert [("412", "421")] == [tuple(operands) for _, word, operands in outcomes if word == "warning"]


SILENT = [
    pytest.param(two("2021 received", "2022 received", {"Maple": 421}), id="two years"),
    pytest.param(two("received", "received", {town: 7 * i for i, town in enumerate(TOWNS)}), id="another thing"),
    pytest.param(two("received", "forwarded", {"Maple": 421, "Rowan": 70}), id="two rows under other heads"),
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    """Columns of other years or other things are not held against each other."""
    assert {"pass"} >= set(words(text))


def test_rounded_on_the_way() -> None:
    """Amounts that differ by one in the last place were rounded on the way; nothing is said."""
    heads, rows = ("town", "cost"), [(town, f"{n}.25") for town, n in TOWNS.items()]
    other = [(town, f"{n}.24" if town == "Maple" else f"{n}.25") for town, n in TOWNS.items()]

    assert {"pass"} == set(words(f"{table(heads, rows)}\n\nAgain:\n\n{table(heads, other)}\n"))


COARSE = [(2020, "local", 301), (2020, "distant", 35), (2021, "local", 310), (2021, "distant", 40)]
COARSE += [(2022, "local", 333), (2022, "distant", 52), (2023, "local", 298), (2023, "distant", 47)]
FINE = [(2020, "Alder", 20), (2020, "Birch", 15), (2021, "Alder", 25), (2021, "Birch", 15)]
FINE += [(2022, "Alder", 30), (2022, "Birch", 12), (2022, "Cedar", 10), (2023, "Alder", 26), (2023, "Cedar", 21)]


def detailed(caption: str, fine: Sequence[tuple[int, str, int]]) -> str:
    coarse = table(("year", "kind", "loans"), COARSE)
    return f"## Loans, by year\n\n{coarse}\n\n## {caption}\n\n{table(('year', 'library', 'count'), fine)}\n"


def test_caption_names_the_rows() -> None:
    """The rows that the caption of the finer table names are its sums."""
    assert ["pass"] * 4 == words(detailed("Distant loans, by year and library", FINE))


def test_detail_differs() -> None:
    """A year whose details make another sum is a note that names both, and each of the details."""
    changed = [(y, library, n + 9 * (y == 2023 and library == "Alder")) for y, library, n in FINE]

    outcomes = told("crosstable", detailed("Distant loans, by year and library", changed))

    assert {("47", "56"), ("47", "35", "21")} == {tuple(operands) for _, word, operands in outcomes if word == "note"}


def test_caption_of_another_thing() -> None:
    """Without a caption that names them, rows of another table are not summed."""
    assert [] == words(detailed("Returns, by year and library", FINE))


def test_detail_not_complete() -> None:
    """A key with fewer details than all others is a bound, not a sum."""
    coarse = table(("team", "visits"), [("red", 31), ("blue", 44), ("green", 52)])
    fine = [("red", "first", 14), ("red", "second", 17), ("blue", "first", 20), ("blue", "second", 24)]

    text = f"{coarse}\n\nBy half-year:\n\n{table(('team', 'half', 'visits'), [*fine, ('green', 'first', 22)])}\n"

    assert ["pass"] * 3 == words(text)


BREAKDOWN = """
## {first} summary

| Property searches | 14 |
|---|---|
| Vehicle searches | 9 |

## {second} searches by court

| Property searches | Total | {total} |
|---|---|---|
| North | City court | 8 |
| South | City court | 6 |
"""


@pytest.mark.parametrize(
    ("first", "second", "total", "expected"),
    [
        pytest.param("2021", "2021", 14, ["pass"], id="equal"),
        pytest.param("2021", "2021", 15, ["error"], id="of one year"),
        pytest.param("Our", "Detailed", 15, ["warning"], id="no year named"),
        pytest.param("2021", "2020", 15, [], id="another year"),
    ],
)
def test_breakdown(first: str, second: str, total: int, expected: list[str]) -> None:
    """A line of a summary is the total of the table that breaks it down under its name."""
    assert expected == words(BREAKDOWN.format(first=first, second=second, total=total))


BUDGET = """
单位：万元

| 收入 | 决算数 | 支出 | 决算数 |
|---|---|---|---|
| 财政拨款收入 | 1,250.10 | 基本支出 | 980.40 |
| 其他收入 | 12.00 | 项目支出 | 301.70 |
| 年初结转 | 43.10 | 年末结转 | 23.10 |
| {row} | 1,305.20 | {other} | {total} |
"""


@pytest.mark.parametrize(
    ("row", "other", "total", "expected"),
    [
        pytest.param("收入总计", "支出总计", "1,305.20", ["pass"], id="balanced"),
        pytest.param("总计", "总计", "1,305.20", ["pass"], id="named by the heads"),
        pytest.param("收入总计", "支出总计", "1,350.20", ["error"], id="not balanced"),
        pytest.param("本年收入合计", "本年支出合计", "1,350.20", [], id="totals of the year"),
    ],
)
def test_budget(row: str, other: str, total: str, expected: list[str]) -> None:
    """The grand totals of income and spending are one figure."""
    assert expected == words(BUDGET.format(row=row, other=other, total=total))
