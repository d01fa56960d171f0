"""Shapes of rates and changes: a percentage with its two figures, a rise or fall with its ends, amounts and points."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from tests.factory.prose import Fault, Shape, Statement, Wording, decimal, filled
from tests.factory.prose_sums import ENGLISH

ONE_DECIMAL = frozenset({"1"})
TWO_DECIMALS = frozenset({"2"})
IN_ENGLISH = frozenset({"english", "1"})

PORTIONS = (
    Wording("share of the head total", "<whole-year>收到<ask>{b}件，其中网络申请{a}件，占{p}%。", 60, 900, ONE_DECIMAL),
    Wording(
        "share of the named total",
        "<county>公开<info>{b}条，政策类信息{a}条，占公开总数的{p}%。",
        60,
        4000,
        TWO_DECIMALS,
    ),
    Wording("share in brackets", "全年参加培训{b}人次，其中乡镇干部{a}人次（占比{p}%）。", 60, 900, ONE_DECIMAL),
    Wording("rate of work done", "<office>承办建议提案{b}件，办结{a}件，办结率{p}%。", 30, 200, ONE_DECIMAL),
    Wording("rate of answers", "网民留言{b}条，已回复{a}条，回复率为{p}%。", 60, 900, TWO_DECIMALS),
    Wording("rate of work in time", "受理申请{b}件，按时办结{a}件，按时办结率达{p}%。", 60, 900, ONE_DECIMAL),
    Wording("rate of disclosure", "<county>应公开部门{b}个，已公开{a}个，公开率{p}%。", 30, 200, ONE_DECIMAL),
    Wording(
        "per cent in brackets, in English",
        "Of {b} requests, {a} ({p}%) were answered within the time limit.",
        60,
        900,
        IN_ENGLISH,
    ),
    Wording(
        "accounting for, in English",
        "The agency received {b} appeals, of which {a} concerned fees, accounting for {p}% of the total.",
        60,
        900,
        IN_ENGLISH,
    ),
)
"""p = a of b, in per cent."""

SAVINGS = (
    Wording("compression", "办事材料由{b}份压缩至{a}份，压缩率为{p}%。", 100, 900, ONE_DECIMAL),
    Wording("cut back", "行政审批承诺时限由法定的{b}个工作日缩减到{a}个工作日，缩减率{p}%。", 200, 4000, ONE_DECIMAL),
    Wording("saved at tenders", "集中采购预算金额{b}万元，成交金额{a}万元，节约率{p}%。", 300, 9000, TWO_DECIMALS),
    Wording(
        "reduced, in English", "The backlog fell from {b} cases to {a} cases, a decrease of {p}%.", 100, 900, IN_ENGLISH
    ),
)
"""p = what is gone from b when a is left, in per cent of b."""

RISES = (
    Wording("more than last year", "上年公开信息{b}条，今年公开信息{a}条，比上年增长{p}%。", 100, 4000, ONE_DECIMAL),
    Wording("up from to", "政务微信关注人数由{b}人增加到{a}人，增长{p}%。", 100, 9000, ONE_DECIMAL),
    Wording(
        "up in English",
        "Traffic on the site rose from {b} visits to {a} visits, an increase of {p}%.",
        100,
        9000,
        IN_ENGLISH,
    ),
)
"""p = what came on top of b, in per cent of b."""

AMOUNTS = (
    Wording("reduced by so many", "审批事项由{b}项精简到{a}项，减少{p}项。", 100, 900),
    Wording("fewer than last year", "上年受理申请{b}件，今年受理申请{a}件，比上年减少{p}件。", 60, 900),
    Wording("down, merged", "全县政务网站由{b}个整合为{a}个，减少{p}个。", 30, 200),
)
"""p = b − a, in their own unit."""

POINTS = (
    Wording("points", "网上办理比例由{b}%提高到{a}%，提高{p}个百分点。", 20, 80),
    Wording("points on last year", "上年群众满意率为{b}%，今年为{a}%，比上年提高{p}个百分点。", 20, 80),
)
"""p = a − b, all of them percentages."""


def portion(wording: Wording, rng: random.Random) -> Statement:
    whole = rng.randrange(wording.low, wording.high)
    return _rate(wording, rng, rng.randrange(whole // 6, whole * 19 // 20), whole, lambda a, b: Fraction(100 * a, b))


def saving(wording: Wording, rng: random.Random) -> Statement:
    whole = rng.randrange(wording.low, wording.high)
    return _rate(
        wording, rng, rng.randrange(whole // 3, whole * 9 // 10), whole, lambda a, b: Fraction(100 * (b - a), b)
    )


def rise(wording: Wording, rng: random.Random) -> Statement:
    old = rng.randrange(wording.low, wording.high)
    new = rng.randrange(old * 21 // 20 + 1, old * 19 // 10)
    return _rate(wording, rng, new, old, lambda a, b: Fraction(100 * (a - b), b))


def amount(wording: Wording, rng: random.Random) -> Statement:
    old = rng.randrange(wording.low, wording.high)
    new = rng.randrange(old // 3, old * 9 // 10)
    values = {"b": old, "a": new, "p": old - new}
    return _moved(wording, rng, values)


def points(wording: Wording, rng: random.Random) -> Statement:
    old = rng.randrange(wording.low, wording.high)
    new = rng.randrange(old + 2, 98)
    # Whole per cents are rounded: their difference may be one point off.
    return _moved(wording, rng, {"b": old, "a": new, "p": new - old}, least=3)


def _rate(wording: Wording, rng: random.Random, a: int, b: int, quotient: object) -> Statement:
    places = 2 if "2" in wording.options else 1
    assert callable(quotient)
    exact: Fraction = quotient(a, b)
    printed = {"a": str(a), "b": str(b), "p": decimal(exact, places)}
    unit = Fraction(1, 10**places)

    def far(other: Fraction) -> bool:
        """Beyond what rounding, cutting off and a slip of one unit in the last digit explain."""
        return abs(other - Fraction(printed["p"])) > 3 * unit

    faults = [Fault("p", wrong) for wrong in _misprints(rng, printed["p"], exact, unit, places)]
    for slot, changes in (
        ("a", (a + rng.randrange(3, 30), a - rng.randrange(3, 30))),
        ("b", (b + rng.randrange(5, 60),)),
    ):
        for value in changes:
            top, base = (value, b) if slot == "a" else (a, value)
            # A part above its whole, or a fall that became a rise, is another fault than the one planted here.
            if value > 0 and quotient(top, base) > 0 and (slot != "a" or value != b) and far(quotient(top, base)):
                faults.append(Fault(slot, str(value)))
    return _statement(wording, rng, printed, faults)


def _misprints(rng: random.Random, printed: str, exact: Fraction, unit: Fraction, places: int) -> Iterator[str]:
    near = (exact + rng.randrange(3, 30) * unit, exact - rng.randrange(3, 30) * unit, exact + rng.randrange(2, 9))
    yield from (decimal(value, places) for value in near if 0 < value < 100)
    if len(printed) > 3 and printed[0] != printed[1] and printed[1] not in ".0":
        yield printed[1] + printed[0] + printed[2:]


def _moved(wording: Wording, rng: random.Random, values: dict[str, int], *, least: int = 1) -> Statement:
    printed = {slot: str(value) for slot, value in values.items()}
    faults = [
        Fault(slot, str(value + step))
        for slot, value in values.items()
        for step in (least, least + rng.randrange(1, 9))
    ]
    return _statement(wording, rng, printed, faults)


def _statement(wording: Wording, rng: random.Random, printed: dict[str, str], faults: list[Fault]) -> Statement:
    words, slips = filled(rng, wording.words), tuple(faults)
    return (
        Statement(words, printed, slips, title=ENGLISH)
        if "english" in wording.options
        else Statement(words, printed, slips)
    )


SHAPES: dict[str, Shape] = {
    **{f"rate, {wording.name}": partial(portion, wording) for wording in PORTIONS},
    **{f"rate, {wording.name}": partial(saving, wording) for wording in SAVINGS},
    **{f"change, {wording.name}": partial(rise, wording) for wording in RISES},
    **{f"change, {wording.name}": partial(amount, wording) for wording in AMOUNTS},
    **{f"change, {wording.name}": partial(points, wording) for wording in POINTS},
}
