"""Shapes of sums: a total before, behind or around its parts, over sentence ends, in mixed measure words."""

from __future__ import annotations

import random
from fractions import Fraction
from functools import partial

from tests.factory.prose import Fault, Shape, Statement, Wording, decimal, filled, slips, slots

ENGLISH = "Annual report on access to information 2017"

CLOSED = (
    Wording(
        "of which, then a list",
        "<whole-year>，<county>受理<ask>{t}件，其中网络申请{a}件、信函申请{b}件、当面申请{c}件。",
    ),
    Wording("of which with a colon", "全县从事政务公开工作的人员共{t}人，其中：专职{a}人，兼职{b}人。", 2, 300),
    Wording("parts before their sum", "<year>，<office>办理人大建议{a}件、政协提案{b}件，合计{t}件。", 4, 90),
    Wording("staff before their sum", "目前配备{a}名专职人员、{b}名兼职人员，共{t}名。", 2, 90),
    Wording("altogether three kinds", "编发简报{a}期、专报{b}期、动态{c}期，三类刊物共{t}期。", 2, 80),
    Wording("respectively", "<whole-year>共收到<ask>{t}件，其中当面、信函、网络申请分别为{a}件、{b}件、{c}件。"),
    Wording("respectively with names", "<year>办理依申请公开{t}件，按时办结和延期办结分别为{a}件和{b}件。"),
    Wording("bracketed parts", "发布机构职能类信息{t}条（条例{a}个、指南{b}则、年报{c}篇、通告{d}篇）。", 2, 60),
    Wording("brackets with 含", "清理历年文件{t}件（含继续有效{a}件、修改{b}件、废止{c}件）。", 3, 400),
    Wording(
        "channel by channel",
        "<county>主动公开<info>{t}条，其中，通过门户网站公开{a}条，通过政务微博公开{b}条，通过公示栏公开{c}条。",
        20,
        4000,
    ),
    Wording("comprising", "举办各类培训{t}场，包括新任人员培训{a}场、业务骨干培训{b}场、信息员轮训{c}场。", 2, 60),
    Wording(
        "over a sentence end",
        "<year><county>共公开<info>{t}条。其中，动态类信息{a}条，公告类信息{b}条，政策类信息{c}条。",
        20,
        4000,
    ),
    Wording("semicolons", "<whole-year>答复申请{t}件：予以公开{a}件；部分公开{b}件；不予公开{c}件。", 4, 500),
    Wording("divided into", "接听热线来电{t}个，其中咨询类{a}个、求助类{b}个、投诉类{c}个、其他{d}个。", 5, 3000),
    Wording("spoken measure words", "制作解读产品{t}个，其中图解{a}幅、视频{b}条、访谈{c}期。", 2, 90),
    Wording(
        "total of the year before a nested note",
        "发布通知公告{t}条，其中行政许可公示{a}条、招标公告{b}条、人事任免{c}条。",
        5,
        900,
    ),
    Wording("sum said by 总计", "行政复议{a}件，行政诉讼{b}件，总计{t}件。", 2, 60),
    Wording("people by applicant", "收到申请{t}件，其中自然人申请{a}件，法人或其他组织申请{b}件。", 5, 900),
    Wording(
        "added up in 亿元",
        "<year>，全市一般公共预算收入{t}亿元，其中税收收入{a}亿元，非税收入{b}亿元。",
        300,
        90000,
        frozenset({"money"}),
    ),
    Wording(
        "amounts that make a sum",
        "基本支出{a}万元，项目支出{b}万元，支出合计{t}万元。",
        3000,
        900000,
        frozenset({"money"}),
    ),
    Wording(
        "budget by kind",
        "本单位三公经费预算{t}万元，其中：因公出国（境）费{a}万元，公务接待费{b}万元，公务用车购置及运行费{c}万元。",
        100,
        90000,
        frozenset({"money"}),
    ),
    Wording(
        "of which, in English",
        "The office received {t} requests, of which {a} came by post, {b} by e-mail and {c} in person.",
        5,
        900,
        frozenset({"english"}),
    ),
    Wording(
        "sum behind, in English",
        "We held {a} seminars and {b} open days, a total of {t} events.",
        2,
        90,
        frozenset({"english"}),
    ),
    Wording(
        "brackets, in English",
        "A total of {t} complaints were closed ({a} upheld, {b} rejected and {c} withdrawn).",
        3,
        400,
        frozenset({"english"}),
    ),
)
"""Closed lists: any slip in any of their figures is a fault."""

OPEN = (
    Wording("an open list with 等", "发布民生信息{t}条，其中教育{a}条、医疗{b}条、住房{c}条等。", 5, 900),
    Wording("a lone part", "制发规范性文件{t}件，其中主动公开{a}件。", 4, 90),
    Wording("a lone bracket", "转发上级文件{t}件（其中涉及民生{a}件）。", 4, 300),
    Wording("mainly these", "公开重点领域信息{t}条，主要包括财政预决算{a}条、重大项目{b}条。", 5, 900),
    Wording(
        "including, in English",
        "Staff answered {t} letters, including {a} from journalists and {b} from students.",
        5,
        900,
        frozenset({"english"}),
    ),
)
"""Open lists: only parts above the whole are a fault."""


def closed(wording: Wording, rng: random.Random) -> Statement:
    names = [slot for slot in slots(wording.words) if slot != "t"]
    values = {name: rng.randrange(wording.low, wording.high) for name in names}
    values["t"] = sum(values.values())
    ordered = list(values)
    faults = []
    for slot in ordered:
        choices = [slip for slip in slips(rng, values[slot]) if _judged(values, slot, slip)]
        if "money" in wording.options:
            # Two decimals are rounded: a cent for each figure may be lost in a sum.
            choices = [slip for slip in choices if abs(slip - values[slot]) > len(values)]
        faults += [Fault(slot, _print(wording, choice)) for choice in choices]
    return _statement(wording, rng, values, tuple(faults))


def opened(wording: Wording, rng: random.Random) -> Statement:
    names = [slot for slot in slots(wording.words) if slot != "t"]
    values = {name: rng.randrange(wording.low, wording.high) for name in names}
    parts = sum(values.values())
    values["t"] = parts + rng.randrange(wording.low, wording.high)
    faults = [Fault("t", _print(wording, rng.randrange(max(values[name] for name in names) // 2 + 1, parts)))]
    faults += [Fault(name, _print(wording, values["t"] + rng.randrange(1, 40))) for name in names]
    return _statement(wording, rng, values, tuple(faults))


def _judged(values: dict[str, int], slot: str, slip: int) -> bool:
    """
    Whether *slip* leaves parts of half the whole or more and no more than twice it: a shorter list that no word
    closes is open.
    """
    changed = {**values, slot: slip}
    whole = changed.pop("t")
    return whole <= 2 * sum(changed.values()) <= 4 * whole


def _statement(wording: Wording, rng: random.Random, values: dict[str, int], faults: tuple[Fault, ...]) -> Statement:
    printed = {slot: _print(wording, value) for slot, value in values.items()}
    words = filled(rng, wording.words)
    return (
        Statement(words, printed, faults, title=ENGLISH)
        if "english" in wording.options
        else Statement(words, printed, faults)
    )


def _print(wording: Wording, value: int) -> str:
    return decimal(Fraction(value, 100), 2) if "money" in wording.options else str(value)


SHAPES: dict[str, Shape] = {
    **{f"sum, {wording.name}": partial(closed, wording) for wording in CLOSED},
    **{f"sum, {wording.name}": partial(opened, wording) for wording in OPEN},
}
