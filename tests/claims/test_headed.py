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


IDENTITIES = [
    pytest.param(
        "科目 | 上年 | 本年 | 增减",
        ("甲 | 301 | 330 | 29", "乙 | 226 | 212 | -14", "丙 | 97 | 103 | 6", "丁 | 52 | 60 | {}"),
        "8",
        "9",
        id="a change",
    ),
    pytest.param(
        "item | FY2022 | FY2023 | Variance",
        ("roads | 1,301 | 1,330 | 29", "parks | 1,226 | 1,212 | (14)", "rest | 520 | 601 | {}"),
        "81",
        "18",
        id="a change in English",
    ),
    pytest.param(
        "项目 | 年初数 | 本年增加 | 本年减少 | 年末数",
        ("房屋 | 120.4 | 30.1 | 18.6 | 131.9", "设备 | 176.3 | 12.7 | 4.1 | {}"),
        "184.9",
        "148.9",
        id="a balance of two rows",
    ),
    pytest.param(
        "项目 | 东区 | 西区 | 南区",
        ("期初 | 100 | 80 | 60", "加：本期增加 | 50 | 40 | 30", "减：本期减少 | 20 | 30 | {}", "期末 | 130 | 90 | 60"),
        "30",
        "39",
        id="a balance down the rows",
    ),
    pytest.param(
        "项目 | 结转 | 新收 | 办结 | 未办结",
        ("申请 | 12 | 165 | 158 | {}",),
        "19",
        "91",
        id="one row, whose heads say it",
    ),
    pytest.param(
        "品名 | 数量 | 单价（元） | 金额（元）",
        ("桌 | 14 | 360 | 5040", "椅 | 28 | 130 | {}", "柜 | 6 | 845 | 5070"),
        "3640",
        "6340",
        id="a price",
    ),
    pytest.param(
        "月份 | 上半年 | 下半年 | 全年",
        ("来信 | 1240 | 1302 | 2542", "来访 | 887 | 911 | {}"),
        "1798",
        "1978",
        id="a year and its halves",
    ),
    pytest.param(
        "地区 | 合并 | 一般 | 专项",
        ("公式 | 1=2+3 | 2 | 3", "东县 | 52.84 | 39.62 | {}"),
        "13.22",
        "31.22",
        id="a formula in the head",
    ),
]


@pytest.mark.parametrize(("heads", "lines", "right", "wrong"), IDENTITIES)
def test_identity(heads: str, lines: tuple[str, ...], right: str, wrong: str) -> None:
    """What the heads assert is a check of every line, and the line that breaks it is told."""
    clean = told("headed", table(heads, *(line.format(right) for line in lines)))
    broken = told("headed", table(heads, *(line.format(wrong) for line in lines)))

    assert {"pass"} == {word for _, word, _ in clean}
    assert len(clean) == len(broken)
    assert 1 == sum(word in ("warning", "error") for _, word, _ in broken)


@pytest.mark.parametrize(
    ("heads", "lines"),
    [
        pytest.param(
            "科目 | 上年 | 本年 | 比计划增减",
            ("甲 | 301 | 330 | 12", "乙 | 226 | 212 | -3", "丙 | 97 | 103 | 1"),
            id="a change from something else",
        ),
        pytest.param(
            "项目 | 金额",
            ("财政拨款收入 | 1534.35", "其他收入 | 12.50", "使用非财政拨款结余 | 3.40", "上年结转 | 20.10"),
            id="a balance that is spent",
        ),
        pytest.param(
            "项目 | 金额",
            ("一、收入 | 84.87", "1.保费收入 | 49.29", "二、支出 | 80.27", "1.待遇支出 | 76.46", "三、结余 | 4.60"),
            id="parts of what came in",
        ),
        pytest.param(
            "季度 | 人数", ("一季度 | 41", "二季度 | 46", "三季度 | 52", "四季度 | 49", "全年 | 49"), id="stocks"
        ),
    ],
)
def test_no_identity(heads: str, lines: tuple[str, ...]) -> None:
    """Heads that mean something else accuse nothing."""
    outcomes = told("headed", table(heads, *lines))

    assert not {"warning", "error"} & {word for _, word, _ in outcomes}
