from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from gklint.judge import judge
from gklint.model.document import Span
from gklint.model.figure import CellPlace, Figure, mark
from gklint.model.numeral import Measure, Unit
from gklint.model.relation import (
    AtLeastZero,
    Attainable,
    Change,
    Count,
    Countable,
    Cover,
    Flow,
    Growth,
    Hundred,
    Mean,
    Order,
    Partition,
    Presence,
    Relation,
    Required,
    Same,
    Sequence,
    Share,
    Subset,
)
from gklint.reporters.equation import asserted, equation
from gklint.reporters.story import message, told
from gklint.reporters.wording import Words
from tests.build import PERCENT, PIECES, claim, figure, rate, rule
from tests.reporters import sample

ZH = Words("zh")


def cell(value: object, row: str, column: str = "", at: tuple[int, int] = (0, 0)) -> Figure:
    return replace(figure(value), cell=CellPlace(0, *at, row, column))  # type: ignore[arg-type]


def column(*cells: tuple[str, object]) -> tuple[Figure, ...]:
    """Figures that stand under each other, by their row labels."""
    return tuple(cell(value, label, "数量", (row, 1)) for row, (label, value) in enumerate(cells))


TOTAL, POST, NET = column(("合计", 25), ("邮寄", 7), ("网络", 19))
BLANK = column(("合计", 25), ("邮寄", None), ("网络", 29))

STORIES: dict[str, tuple[Relation, str, str]] = {
    "partition": (Partition(TOTAL, (POST, NET)), "数量：合计 25 ≠ 7 + 19 = 26，少 1", "25 = 7 + 19"),
    "partition with a blank part": (
        Partition(BLANK[0], BLANK[1:]),
        "数量：合计 25 < ? + 29 = 29，至少少 4",
        "25 = ? + 29",
    ),
    "cover above the sum": (Cover(TOTAL, (POST, POST)), "数量：合计 25 > 7 + 7 = 14，多 11", "25 ≤ 7 + 7"),
    "cover below a channel": (Cover(POST, (NET, TOTAL)), "数量：合计 25 > 邮寄 7，多 18", "25 ≤ 7"),
    "subset of one": (Subset(POST, (NET,)), "数量：网络 19 > 邮寄 7，多 12", "19 ≤ 7"),
    "subset of several": (Subset(POST, (NET, TOTAL)), "数量：邮寄 7 < 19 + 25 = 44，少 37", "19 + 25 ≤ 7"),
    "flow": (Flow((TOTAL, POST), (NET, POST)), "数量：25 + 7 = 32 ≠ 19 + 7 = 26，多 6", "25 + 7 = 19 + 7"),
    "order": (Order(TOTAL, POST), "数量：合计 25 > 邮寄 7，多 18", "25 ≤ 7"),
    "presence": (
        Presence(TOTAL, cell(0, "邮寄", "数量", (1, 1))),
        "数量：合计 25 > 0，而 邮寄 0 = 0",
        "25 > 0 → 0 > 0",
    ),
    "same": (Same((figure(2), figure(11))), "同一数字前后不一致：2，11", "2 = 11"),
    "below zero": (AtLeastZero((figure(3), figure(-5))), "3 - 5 = -2 < 0", "3 - 5 ≥ 0"),
    "no count": (Countable(cell(-1, "邮寄")), "邮寄 -1 应为不小于 0 的整数", "-1 ≥ 0"),
}


POINTS = Unit("百分点", Measure.POINTS, "百分点")


def worded(raw: str, value: int | str, unit: Unit, **settings: object) -> Figure:
    """A figure whose print is *raw*, unit and all."""
    plain = figure(value, unit)
    return replace(plain, raw=raw, numeral=replace(plain.numeral, raw=raw, **settings))  # type: ignore[type-var,arg-type]


def marks(*texts: str, numbers: tuple[int, ...] = ()) -> tuple[Figure, ...]:
    values = numbers or (None,) * len(texts)
    return tuple(
        mark(0, Span(place, place + 1), text, value)
        for place, (text, value) in enumerate(zip(texts, values, strict=True))
    )


THIRD = worded("三分之一", "1/3", Unit("比", Measure.MULTIPLE, "比"))
PER_MILLE = worded("3‰", "0.3", PERCENT, scale=Fraction(1, 10))
ITEMS = worded("5项", 5, PIECES)

RATES: dict[str, tuple[Relation, str, str]] = {
    "share": (
        Share(rate("36"), (figure(7),), ((figure(25),),)),
        "7 / 25 = 28%，与所述 36% 不符",
        "36% = 7 / 25",
    ),
    "share with more digits than it needs": (
        Share(rate("35.4"), (figure(2560),), ((figure(7243),),)),
        "2560 / 7243 = 35.344%，与所述 35.4% 不符",
        "35.4% = 2560 / 7243",
    ),
    "share of sums, by no base": (
        Share(rate("90"), (figure(7), figure(8)), ((figure(20), figure(5)), (figure(40),))),
        "(7 + 8) / (20 + 5) = 60%，与所述 90% 不符，按其他口径计算也不符",
        "90% = (7 + 8) / (20 + 5)",
    ),
    "share in words": (
        Share(THIRD, (figure(20),), ((figure(100),),)),
        "20 / 100 = 20%，与所述 三分之一 不符",
        "三分之一 = 20 / 100",
    ),
    "share in thousandths": (
        Share(PER_MILLE, (figure(5),), ((figure(1000),),)),
        "5 / 1000 = 0.5%，与所述 0.3% 不符",
        "0.3% = 5 / 1000",
    ),
    "all but one": (
        Share(rate("100"), (figure(1999),), ((figure(2000),),)),
        "1999 / 2000 = 99.95%，与所述 100% 不符",
        "100% = 1999 / 2000",
    ),
    "shares above their whole": (
        Hundred((rate("25"), rate("35"), rate("50"))),
        "25% + 35% + 50% = 110% ≠ 100%，多 10%",
        "25% + 35% + 50% = 100%",
    ),
    "mean": (Mean(figure(9), figure(37), figure(3)), "37 / 3 = 12.33，与所述 9 不符", "9 = 37 / 3"),
    "unattainable": (
        Attainable(rate("10"), figure(35)),
        "35 的 10% 不是整数：3 / 35 = 8.57%、4 / 35 = 11.43%",
        "10% = k / 35",
    ),
    "fall by another rate": (
        Change(rate("53.4"), figure(7243), figure(4683), "percent", -1),
        "(7243 - 4683) / 7243 = 35.344%，与所述 53.4% 不符",
        "53.4% = (7243 - 4683) / 7243",
    ),
    "fall told as a rise": (
        Change(rate("35.3"), figure(7243), figure(4683), "percent", 1),
        "由 7243 到 4683 为下降，与所述“增长”不符",
        "35.3% = (4683 - 7243) / 7243",
    ),
    "rise told as a fall": (
        Change(None, figure(4), figure(6), "amount", -1),
        "由 4 到 6 为增长，与所述“下降”不符",
        "6 < 4",
    ),
    "standing still told as a rise": (
        Change(None, figure(4), figure(4), "amount", 1),
        "由 4 到 4 为持平，与所述“增长”不符",
        "4 > 4",
    ),
    "amount": (
        Change(figure(30), figure(100), figure(125), "amount", 1),
        "125 - 100 = 25，与所述 30 不符，多 5",
        "30 = 125 - 100",
    ),
    "points": (
        Change(worded("3个百分点", 3, POINTS), rate("80.0"), rate("88.0"), "points", 1),
        "88.0% - 80.0% = 8，与所述 3个百分点 不符",
        "3个百分点 = 88.0% - 80.0%",
    ),
    "points printed as percent": (
        Change(rate("8.0"), rate("80.0"), rate("88.0"), "percent", 1),
        "(88.0% - 80.0%) / 80.0% = 10.0%，与所述 8.0% 不符，按百分点计则相符，疑似“%”与“百分点”混用",
        "8.0% = (88.0% - 80.0%) / 80.0%",
    ),
    "percent printed as points": (
        Change(worded("10个百分点", 10, POINTS), rate("80.0"), rate("88.0"), "points", 1),
        "88.0% - 80.0% = 8，与所述 10个百分点 不符，按百分比计则相符，疑似“百分点”与“%”混用",
        "10个百分点 = 88.0% - 80.0%",
    ),
    "times as much": (
        Change(worded("3倍", 3, Unit("倍", Measure.MULTIPLE, "倍")), figure(100), figure(750), "times", 1),
        "750 / 100 = 7.5，与所述 3倍 不符",
        "3倍 = 750 / 100",
    ),
    "doubled": (
        Change(worded("一番", 1, Unit("番", Measure.MULTIPLE, "番")), figure(100), figure(150), "doublings", 1),
        "150 / 100 = 1.5，与所述 一番 不符",
        "150 = 100 × 2^1",
    ),
    "growth": (
        Growth(rate("20"), figure(200), figure(1000), 1),
        "200 / (1000 - 200) = 25%，与所述 20% 不符",
        "20% = 200 / (1000 - 200)",
    ),
    "shrinking": (
        Growth(rate("25"), figure(200), figure(800), -1),
        "200 / (800 + 200) = 20%，与所述 25% 不符",
        "25% = 200 / (800 + 200)",
    ),
}

LISTS: dict[str, tuple[Relation, str, str]] = {
    "unit slip": (
        Same((figure(35), figure(350000))),
        "同一数字前后不一致：35，350000，相差 10000 倍，疑为单位写错",
        "35 = 350000",
    ),
    "list too short": (
        Count(ITEMS, marks("公开", "解读", "回应"), closed=True),
        "所列 3 项：公开、解读、回应，文中称 5项",
        "5 = 3",
    ),
    "open list too long": (
        Count(ITEMS, marks(*"甲乙丙丁戊己"), closed=False),
        "所列已有 6 项：甲、乙、丙、丁、戊、己，多于文中所称 5项",
        "5 ≥ 6",
    ),
    "ordinal left out": (
        Sequence(marks("一是", "二是", "四是", numbers=(1, 2, 4))),
        "序号缺第 3 项：一是、二是、四是",
        "一是, 二是, 四是",
    ),
    "ordinal doubled": (
        Sequence(marks("一是", "二是", "二是", numbers=(1, 2, 2))),
        "序号“二是”重复：一是、二是、二是",
        "一是, 二是, 二是",
    ),
    "ordinals start late": (
        Sequence(marks("（二）", "（三）", numbers=(2, 3))),
        "序号从“（二）”开始：（二）、（三）",
        "（二）, （三）",
    ),
    "ordinals exchanged": (
        Sequence(marks("1.", "3.", "2.", numbers=(1, 3, 2))),
        "序号“3.”位置有误：1.、3.、2.",
        "1., 3., 2.",
    ),
}

ALL_STORIES = STORIES | RATES | LISTS


@pytest.mark.parametrize(("relation", "story", "text"), ALL_STORIES.values(), ids=ALL_STORIES)
def test_fault_is_told_in_arithmetic(relation: Relation, story: str, text: str) -> None:
    """One line says what was found, with the printed numbers and the difference."""
    outcome = judge(claim(relation))

    assert (story, text) == (told(outcome, ZH), asserted(outcome))


@pytest.mark.parametrize("relation", [story[0] for story in ALL_STORIES.values()], ids=ALL_STORIES)
def test_fault_is_told_in_english(relation: Relation) -> None:
    """Every fault has an English sentence without a Chinese word of gklint's own."""
    text = told(judge(claim(relation)), Words("en"))

    assert not [word for word in ("与所述", "疑", "序号", "不是", "多于") if word in text]


def test_long_run_of_ordinals_is_cut() -> None:
    """Of many ordinals the ones around the fault are told."""
    numbers = (*range(1, 20), *range(21, 31))
    run = Sequence(marks(*(f"{number}." for number in numbers), numbers=numbers))

    assert "序号缺第 20 项：…16.、17.、18.、19.、21.、22.、23.、24.…" == told(judge(claim(run)), ZH)


def test_long_sum_is_cut_in_the_story_only() -> None:
    """Sixty parts are too many to read, but a program gets them all."""
    outcome = judge(claim(Partition(figure(1), tuple(figure(2) for _ in range(60)))))

    assert "…（共 60 项） + 2 = 120" in told(outcome, ZH)
    assert 60 == asserted(outcome).count("2")  # type: ignore[union-attr]


def test_zeros_of_a_long_sum_are_counted() -> None:
    """What adds nothing need not be read."""
    parts = (figure(3), figure(4), *(figure(0) for _ in range(18)))
    outcome = judge(claim(Partition(figure(8), parts)))

    assert "8 ≠ 3 + 4（另 18 项为 0） = 7，多 1" == told(outcome, ZH)


def test_missing_element_is_told_by_its_rule() -> None:
    """What the template asks for is named, with what is printed instead."""
    asks = rule(title={"zh": "官方行名有误", "en": "official label misprinted"})
    outcome = judge(claim(Required("requests.received", 2, (), ("受到申请数",)), rule=asks))

    assert "官方行名有误：requests.received，现为 受到申请数" == told(outcome, ZH)
    assert equation(outcome) is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_unread_document_says_what_to_do(language: str) -> None:
    """A document that cannot be read gets one line with the way out."""
    (finding,) = sample.unread().findings

    assert message(finding, Words(language)).startswith(Words(language)("unread-no-text"))
