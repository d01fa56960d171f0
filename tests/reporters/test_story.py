from __future__ import annotations

from dataclasses import replace

import pytest

from gklint.judge import judge
from gklint.model.claim import (
    AtLeastZero,
    Countable,
    Cover,
    Flow,
    Order,
    Partition,
    Presence,
    Relation,
    Required,
    Same,
    Share,
    Subset,
)
from gklint.model.figure import CellPlace, Figure
from gklint.reporters.equation import asserted, equation
from gklint.reporters.story import message, told
from gklint.reporters.wording import Words
from tests.build import PERCENT, claim, figure, rule
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
    "share": (
        Share(figure("36", PERCENT), figure(7), figure(25)),
        "7 / 25 = 28%，与所述 36% 不符",
        "36% = 7 / 25",
    ),
    "below zero": (AtLeastZero((figure(3), figure(-5))), "3 - 5 = -2 < 0", "3 - 5 ≥ 0"),
    "no count": (Countable(cell(-1, "邮寄")), "邮寄 -1 应为不小于 0 的整数", "-1 ≥ 0"),
}


@pytest.mark.parametrize(("relation", "story", "text"), STORIES.values(), ids=STORIES)
def test_fault_is_told_in_arithmetic(relation: Relation, story: str, text: str) -> None:
    """One line says what was found, with the printed numbers and the difference."""
    outcome = judge(claim(relation))

    assert (story, text) == (told(outcome, ZH), asserted(outcome))


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
