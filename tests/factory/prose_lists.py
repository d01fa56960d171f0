"""Shapes of lists, repeats and zeros: counted names, one fact twice, a unit above its whole, none beside some."""

from __future__ import annotations

import random
from functools import partial

from tests.factory.prose import Fault, Shape, Statement, Wording, filled, slips

HANZI = "零一二三四五六七八九十"

NAMES = {
    "systems": ("信息发布", "保密审查", "依申请办理", "年度考核", "责任追究", "社会评议", "舆情回应"),
    "works": ("《云川手册》", "《青禾指南》", "《松石问答》", "《北岭须知》", "《南溪读本》", "《西坪简报》"),
    "places": ("政务大厅", "档案馆", "图书馆", "文化站", "便民中心", "社区服务站"),
    "boards": ("“要闻”", "“公告”", "“政策”", "“解读”", "“互动”", "“办事”", "“数据”"),
    "towns": ("青禾镇", "北岭镇", "南溪镇", "西坪乡", "东湾乡", "石桥镇"),
}

COUNTED = (
    Wording("names before their number", "先后建立了[systems]{n}项制度。"),
    Wording("names in title marks", "编印了[works]{n}种宣传册。"),
    Wording("number, colon, names", "设置查阅场所{n}处：[places]。"),
    Wording("quoted names", "网站首页开设[boards]{n}个栏目。"),
    Wording("places that their kind sums up", "选取[towns]{n}个乡镇开展试点。"),
    Wording("number in characters", "健全了[systems]{n}项制度。", options=frozenset({"hanzi"})),
)

TWICE = (
    Wording(
        "in the next paragraph",
        "<year>，<county>公开<info>{a}条，更新及时。\n<whole-year>，<county>公开<info>{b}条，较好满足了群众需要。",
        20,
        4000,
    ),
    Wording(
        "requests twice",
        "<whole-year>，<county>共收到政府信息公开申请{a}件。\n<county>全年收到政府信息公开申请{b}件，全部按期答复。",
        4,
        400,
    ),
    Wording(
        "training twice",
        "<whole-year>，全县共举办政务公开培训班{a}期。\n在队伍建设方面，全县全年共举办政务公开培训班{b}期，提升了业务能力。",
        3,
        60,
    ),
)

ABOVE = (
    Wording(
        "an office above its county",
        "<year>，全县共制发规范性文件{t}件。\n其中，县<office>制发规范性文件{a}件。",
        10,
        90,
    ),
    Wording("answered above received", "<whole-year>收到申请{t}件，答复{a}件，均在法定期限内。", 10, 400),
    Wording(
        "two parts of one whole, paragraphs apart",
        "全县召开新闻发布会{t}场。\n县<office>召开新闻发布会{a}场。",
        10,
        60,
    ),
)

ZEROS = (
    Wording("no requests, yet some", "<whole-year>未收到政府信息公开申请。\n<whole-year>收到政府信息公开申请{a}件。"),
    Wording(
        "no disputes, yet some",
        "<whole-year>没有发生因政府信息公开引起的行政复议案件。\n<whole-year>受理政府信息公开行政复议案件{a}件。",
    ),
)


def counted(wording: Wording, rng: random.Random) -> Statement:
    key = wording.words[wording.words.index("[") + 1 : wording.words.index("]")]
    names = rng.sample(NAMES[key], rng.randrange(3, len(NAMES[key]) - 1))
    comma = "、" if not names[0].startswith(("《", "“")) else rng.choice(("、", ""))
    listed = comma.join(names)

    def shown(number: int) -> str:
        return HANZI[number] if "hanzi" in wording.options else str(number)

    faults = tuple(Fault("n", shown(len(names) + step)) for step in (-1, 1))
    return Statement(wording.words.replace(f"[{key}]", listed), {"n": shown(len(names))}, faults)


def twice(wording: Wording, rng: random.Random) -> Statement:
    value = rng.randrange(wording.low, wording.high)
    faults = tuple(Fault(slot, str(slip)) for slot in "ab" for slip in slips(rng, value))
    return Statement(filled(rng, wording.words), {"a": str(value), "b": str(value)}, faults)


def above(wording: Wording, rng: random.Random) -> Statement:
    whole = rng.randrange(wording.low, wording.high)
    part = rng.randrange(2, whole)
    faults = (Fault("a", str(whole + rng.randrange(1, 40))), Fault("t", str(rng.randrange(1, part))))
    return Statement(filled(rng, wording.words), {"t": str(whole), "a": str(part)}, faults)


def zero(wording: Wording, rng: random.Random) -> Statement:
    return Statement(filled(rng, wording.words), {"a": "0"}, (Fault("a", str(rng.randrange(1, 40))),))


SHAPES: dict[str, Shape] = {
    **{f"count, {wording.name}": partial(counted, wording) for wording in COUNTED},
    **{f"same, {wording.name}": partial(twice, wording) for wording in TWICE},
    **{f"above, {wording.name}": partial(above, wording) for wording in ABOVE},
    **{f"zero, {wording.name}": partial(zero, wording) for wording in ZEROS},
}
