"""Form F1 (2014–2018): the 58 rows of the 统计表, random consistent values, and what must hold between them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.factory.identity import Identity, bound, ends, subset, total
from tests.factory.layout import Box, Grid

# (slot, or None for a heading row that holds no figure; label; unit)
ROWS: tuple[tuple[str | None, str, str], ...] = (
    (None, "一、主动公开情况", ""),
    ("r1", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条"),
    ("r2", "其中：主动公开规范性文件数", "条"),
    ("r3", "制发规范性文件总数", "件"),
    (None, "（二）通过不同渠道和方式公开政府信息的情况", ""),
    ("r4", "1.政府公报公开政府信息数", "条"),
    ("r5", "2.政府网站公开政府信息数", "条"),
    ("r6", "3.政务微博公开政府信息数", "条"),
    ("r7", "4.政务微信公开政府信息数", "条"),
    ("r8", "5.其他方式公开政府信息数", "条"),
    (None, "二、回应解读情况", ""),
    ("r9", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次"),
    (None, "（二）通过不同渠道和方式回应解读的情况", ""),
    ("r10", "1.参加或举办新闻发布会总次数", "次"),
    ("r11", "其中：主要负责同志参加新闻发布会次数", "次"),
    ("r12", "2.政府网站在线访谈次数", "次"),
    ("r13", "其中：主要负责同志参加政府网站在线访谈次数", "次"),
    ("r14", "3.政策解读稿件发布数", "篇"),
    ("r15", "4.微博微信回应事件数", "次"),
    ("r16", "5.其他方式回应事件数", "次"),
    (None, "三、依申请公开情况", ""),
    ("r17", "（一）收到申请数", "件"),
    ("r18", "1.当面申请数", "件"),
    ("r19", "2.传真申请数", "件"),
    ("r20", "3.网络申请数", "件"),
    ("r21", "4.信函申请数", "件"),
    ("r22", "（二）申请办结数", "件"),
    ("r23", "1.按时办结数", "件"),
    ("r24", "2.延期办结数", "件"),
    ("r25", "（三）申请答复数", "件"),
    ("r26", "1.属于已主动公开范围数", "件"),
    ("r27", "2.同意公开答复数", "件"),
    ("r28", "3.同意部分公开答复数", "件"),
    ("r29", "4.不同意公开答复数", "件"),
    ("r30", "其中：涉及国家秘密", "件"),
    ("r31", "涉及商业秘密", "件"),
    ("r32", "涉及个人隐私", "件"),
    ("r33", "危及国家安全、公共安全、经济安全和社会稳定", "件"),
    ("r34", "不是《条例》所指政府信息", "件"),
    ("r35", "法律法规规定的其他情形", "件"),
    ("r36", "5.不属于本行政机关公开数", "件"),
    ("r37", "6.申请信息不存在数", "件"),
    ("r38", "7.告知作出更改补充数", "件"),
    ("r39", "8.告知通过其他途径办理数", "件"),
    ("r40", "四、行政复议数量", "件"),
    ("r41", "（一）维持具体行政行为数", "件"),
    ("r42", "（二）被依法纠错数", "件"),
    ("r43", "（三）其他情形数", "件"),
    ("r44", "五、行政诉讼数量", "件"),
    ("r45", "（一）维持具体行政行为或者驳回原告诉讼请求数", "件"),
    ("r46", "（二）被依法纠错数", "件"),
    ("r47", "（三）其他情形数", "件"),
    ("r48", "六、举报投诉数量", "件"),
    ("r49", "七、依申请公开信息收取的费用", "万元"),
    (None, "八、机构建设和保障经费情况", ""),
    ("r50", "（一）政府信息公开工作专门机构数", "个"),
    ("r51", "（二）设置政府信息公开查阅点数", "个"),
    ("r52", "（三）从事政府信息公开工作人员数", "人"),
    ("r53", "1.专职人员数（不包括政府公报及政府网站工作人员数）", "人"),
    ("r54", "2.兼职人员数", "人"),
    ("r55", "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）", "万元"),
    (None, "九、政府信息公开会议和培训情况", ""),
    ("r56", "（一）召开政府信息公开工作会议或专题会议数", "次"),
    ("r57", "（二）举办各类培训班数", "次"),
    ("r58", "（三）接受培训人员数", "人次"),
)

MISPRINTS: Mapping[str, str] = {
    "r27": "2.同一公开答复数",
    "r30": "其中：涉及国家机密",
    "r31": "涉及商业机密",
    "r33": "危机国家安全、公共安全、经济安全和社会稳定",
    "r38": "7.告知做出更改补充数",
    "r44": "五、行政诉讼量",
}
"""Official labels as careless copies print them: they must still be recognised."""

AMOUNTS = frozenset({"r49", "r55"})


def _names(*numbers: int) -> tuple[str, ...]:
    return tuple(f"r{number}" for number in numbers)


IDENTITIES: tuple[Identity, ...] = (
    Identity("F1-1", ("r1", *_names(4, 5, 6, 7, 8)), lambda w, *p: max(p) <= w <= sum(p)),
    subset("F1-2", "r1", "r2"),
    subset("F1-4 press", "r10", "r11"),
    subset("F1-4 interviews", "r12", "r13"),
    total("F1-7", "r17", _names(18, 19, 20, 21)),
    total("F1-8", "r22", _names(23, 24)),
    total("F1-9", "r25", _names(26, 27, 28, 29, 36, 37, 38, 39)),
    Identity("F1-10", ("r29", *_names(30, 31, 32, 33, 34, 35)), lambda w, *p: w <= sum(p)),
    bound("F1-12 reviews", "r40", _names(41, 42, 43)),
    bound("F1-12 suits", "r44", _names(45, 46, 47)),
    total("F1-13", "r52", _names(53, 54)),
    *(ends(f"F1-15 {slot}", slot) for slot, _, _ in ROWS if slot),
)
"""What the form declares strictly enough for 错误 (kinds E and B)."""


@dataclass(frozen=True, slots=True)
class Print:
    """How a copy of the form is printed. *lost* are rows that the copy lacks, *notes* follow a cell's number."""

    ordinal: str = "."
    heading_mark: str = ""
    misprints: Mapping[str, str] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)


def values(rng: random.Random) -> dict[str, int | str]:
    """A consistent form: many zeros in the applications, thousands in the channels."""
    v: dict[str, int | str] = {}
    channels = [rng.choice((0, rng.randrange(5, 60))), rng.randrange(200, 20_000)]
    channels += [rng.choice((0, rng.randrange(10, 3_000))) for _ in range(3)]
    doubled = rng.choice((0, 0, rng.randrange(1, 90)))
    v["r1"] = max(max(channels), sum(channels) - doubled)
    v.update(zip(_names(4, 5, 6, 7, 8), channels, strict=True))
    v["r3"] = rng.randrange(0, 60)
    v["r2"] = rng.randint(0, v["r3"])
    acts = [rng.randrange(0, 20), rng.randrange(0, 9), rng.randrange(0, 80)]
    events = [rng.choice((0, rng.randrange(1, 60))) for _ in range(2)]
    v["r9"] = rng.randint(max(events), sum(acts) + sum(events))
    v.update({"r10": acts[0], "r12": acts[1], "r14": acts[2], "r15": events[0], "r16": events[1]})
    v["r11"], v["r13"] = rng.randint(0, acts[0]), rng.randint(0, acts[1])
    received = rng.choice((0, rng.randrange(1, 30), rng.randrange(30, 600)))
    answered = received - (rng.randint(0, received // 10) if rng.random() < 0.3 else 0)
    v["r17"], v["r22"], v["r25"] = received, answered, answered
    v.update(zip(_names(18, 19, 20, 21), split(rng, received, 4), strict=True))
    v.update(zip(_names(23, 24), split(rng, answered, 2), strict=True))
    v.update(zip(_names(26, 27, 28, 29, 36, 37, 38, 39), split(rng, answered, 8), strict=True))
    v.update(zip(_names(30, 31, 32, 33, 34, 35), split(rng, int(v["r29"]), 6), strict=True))
    for whole, parts in (("r40", (41, 42, 43)), ("r44", (45, 46, 47))):
        cases = rng.choice((0, 0, rng.randrange(1, 40)))
        v[whole] = cases
        v.update(zip(_names(*parts), split(rng, cases, 3), strict=True))
    v["r48"] = rng.choice((0, 0, rng.randrange(1, 9)))
    v["r49"] = 0 if not received else rng.choice(("0", "0", "0.12"))
    v["r50"], v["r51"] = rng.randrange(1, 60), rng.randrange(1, 40)
    v["r53"], v["r54"] = rng.randrange(0, 90), rng.randrange(1, 200)
    v["r52"] = int(v["r53"]) + int(v["r54"])
    v["r55"] = rng.choice(("0", "12", "35.5", "97"))
    v["r56"], v["r57"] = rng.randrange(1, 20), rng.randrange(0, 12)
    v["r58"] = 0 if v["r57"] == 0 else int(v["r57"]) * rng.randrange(8, 60)
    return v


def split(rng: random.Random, whole: int, parts: int) -> list[int]:
    """*whole* over *parts*, most of them empty, as applications fall."""
    result = [0] * parts
    open_parts = rng.sample(range(parts), rng.randint(1, min(parts, 4)))
    for part in open_parts[:-1]:
        result[part] = rng.randint(0, whole - sum(result))
    result[open_parts[-1]] += whole - sum(result)
    return result


def table(printed: Mapping[str, str], style: Print | None = None) -> Grid:
    """The 统计表 with *printed* in its cells."""
    style = style or Print()
    rows = [(Box("统计指标"), Box("单位"), Box("统计数"))]
    for slot, label, unit in ROWS:
        if slot in style.lost:
            continue
        text = style.misprints.get(slot or "", label)
        if text[0].isdigit():
            text = text.replace(".", style.ordinal, 1)
        if slot is None:
            rows.append((Box(text), Box(style.heading_mark), Box(style.heading_mark)))
        else:
            rows.append((Box(text), Box(unit), Box(printed[slot] + style.notes.get(slot, ""), slot=slot)))
    return Grid(tuple(rows))
