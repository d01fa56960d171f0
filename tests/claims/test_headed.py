"""Columns of percentages: which columns make them, and which lines are accused."""

from __future__ import annotations

import pytest

from tests.prose import told


def table(heads: str, *lines: str) -> str:
    return "\n".join(f"| {line} |" for line in (heads, "|".join("---" for _ in heads.split("|")), *lines))


SHARES = [
    pytest.param("town | received | closed | rate", "57 | 54 | {}", "94.7%", "97.4%", id="a rate"),
    pytest.param("town | closed | received | rate", "54 | 57 | {}", "94.7%", "94.9%", id="in another order"),
]
LINES = {"received": ("41 | 33 | 80.5%", "56 | 52 | 92.9%", "38 | 36 | 94.7%")}
LINES["closed"] = tuple(
    " | ".join((line.split(" | ")[1], line.split(" | ")[0], line.split(" | ")[2])) for line in LINES["received"]
)


@pytest.mark.parametrize(("heads", "line", "right", "wrong"), SHARES)
def test_share(heads: str, line: str, right: str, wrong: str) -> None:
    """A percentage that three others prove to be a quotient is a check; one that is none is to be looked at."""
    known = [f"town {i} | {text}" for i, text in enumerate(LINES[heads.split(" | ")[1]])]

    clean = told("headed", table(heads, *known, f"here | {line.format(right)}"))
    broken = told("headed", table(heads, *known, f"here | {line.format(wrong)}"))

    assert ["pass"] * 4 == [word for _, word, _ in clean]
    assert ["pass", "pass", "pass", "error"] == [word for _, word, _ in broken]


def test_share_of_total() -> None:
    """A column of shares is made of its neighbour and the total at its foot."""
    lines = ("a | 407 | 48.2%", "b | 211 | 25.0%", "c | 226 | 28.6%", "d | 1 | 0.1%", "Total | 845 | 100%")

    outcomes = told("headed", table("kind | loans | share", *lines))

    assert ["pass", "pass", "error", "pass"] == [word for _, word, _ in outcomes]


def test_change() -> None:
    """A fall printed without its sign is accused."""
    lines = ("a | 412 | 455 | 10.4%", "b | 560 | 526 | 6.1%", "c | 380 | 361 | -5.0%", "d | 571 | 640 | 12.1%")

    outcomes = told("headed", table("town | last year | this year | change", *lines))

    assert ["pass", "error", "pass", "pass"] == [word for _, word, _ in outcomes]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("a | 41 | 33 | 98.5%", "b | 56 | 52 | 97.2%", "c | 38 | 36 | 94.1%"), id="a survey"),
        pytest.param(("a | 41 | 33 | 80.5%", "b | 56 | 52 | 97.2%", "c | 38 | 36 | 96.1%"), id="one line by chance"),
        pytest.param(("a | 41 | 41 | 100%", "b | 56 | 56 | 100%", "c | 38 | 36 | 100%"), id="all of all"),
    ],
)
def test_unproven(lines: tuple[str, ...]) -> None:
    """Percentages that no two columns give in two lines or more are left alone."""
    assert [] == told("headed", table("town | received | closed | rate", *lines))
