"""Forms F2 (2019–2020) and F3 (2021–): tables 二, 三 and 四, random consistent values, and their equations."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tests.factory.form2014 import split
from tests.factory.identity import Identity, ends, total
from tests.factory.layout import Box, Grid

Form = Literal["F2", "F3"]

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
COLUMNS = tuple(f"c{i}" for i in range(1, 8))
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("（一）予以公开", ()),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ()),
    (
        "（三）不予公开",
        (
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ),
    ),
    ("（四）无法提供", ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")),
    (
        "（五）不予处理",
        (
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ),
    ),
    (
        "（六）其他处理",
        (
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "3.其他",
        ),
    ),
)
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
DISPUTES = ("review", "direct", "after")


@dataclass(frozen=True, slots=True)
class Print:
    """
    How a copy is printed. *single_other*: （六）其他处理 as one row in F3 too. *groups* False: the column of
    （三）不予公开 … is missing. *disputes* is the orientation of table 四. *notes* follow a cell's number.
    """

    ordinal: str = "."
    total: str = "总计"
    single_other: bool = False
    groups: bool = True
    disputes: Literal["wide", "rows"] = "wide"
    captions: bool = True
    stacked: bool = False
    notes: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


def leaves(form: Form, *, single_other: bool = False) -> tuple[str, ...]:
    """L1 … L21 (F3) or L1 … L19 (F2, and F3 printed with one row of 其他处理)."""
    return tuple(f"L{i}" for i in range(1, 20 if form == "F2" or single_other else 22))


def identities(form: Form, *, single_other: bool = False) -> tuple[Identity, ...]:
    """T3-1 … T3-4, T4-1 and T2-1/T2-3: 42 exact equations in F3 (three-row 其他处理), 40 in F2."""
    names = leaves(form, single_other=single_other)
    rows = ("N", "P", *names, "D", "C")
    counts = [f"{row}.{column}" for row in rows for column in COLUMNS]
    counts += [f"{dispute}.{i}" for dispute in DISPUTES for i in range(5)]
    return (
        *(
            Identity(f"T3-1 {c}", (f"N.{c}", f"P.{c}", f"D.{c}", f"C.{c}"), lambda n, p, d, rest: n + p == d + rest)
            for c in COLUMNS
        ),
        *(total(f"T3-2 {c}", f"D.{c}", tuple(f"{leaf}.{c}" for leaf in names)) for c in COLUMNS),
        *(total(f"T3-3 {row}", f"{row}.c7", tuple(f"{row}.{c}" for c in COLUMNS[:-1])) for row in rows),
        *(total(f"T4-1 {d}", f"{d}.4", tuple(f"{d}.{i}" for i in range(4))) for d in DISPUTES),
        *(ends(f"T3-4 {slot}", slot) for slot in counts),
    )


def values(rng: random.Random, form: Form, *, single_other: bool = False) -> dict[str, int | str]:
    """Consistent values: natural persons ask, companies now and then, the other columns are mostly zero."""
    names = leaves(form, single_other=single_other)
    v: dict[str, int | str] = {}
    size = rng.choice((3, 20, 150, 3_000))
    for column in COLUMNS[:-1]:
        asks = column == "c1" or rng.random() < (0.5 if column == "c2" else 0.2)
        inflow = rng.randrange(1, size) if asks else 0
        carried = rng.randint(0, inflow // 8) if rng.random() < 0.5 else 0
        closing = rng.randint(0, (inflow + carried) // 6) if rng.random() < 0.5 else 0
        decided = inflow + carried - closing
        v.update({f"N.{column}": inflow, f"P.{column}": carried, f"D.{column}": decided, f"C.{column}": closing})
        results = split(rng, decided, min(len(names), rng.choice((2, 8, 8, 19))))
        results += [0] * (len(names) - len(results))
        v.update({f"{leaf}.{column}": result for leaf, result in zip(names, results, strict=True)})
    for row in ("N", "P", *names, "D", "C"):
        v[f"{row}.c7"] = sum(int(v[f"{row}.{column}"]) for column in COLUMNS[:-1])
    for dispute in DISPUTES:
        parts = [rng.choice((0, 0, 0, rng.randrange(1, 40))) for _ in range(4)]
        v.update({f"{dispute}.{i}": part for i, part in enumerate((*parts, sum(parts)))})
    v.update(_proactive(rng, form))
    return v


def _proactive(rng: random.Random, form: Form) -> Iterator[tuple[str, int | str]]:
    """Values of table 二; a county makes no 规章."""
    if form == "F3":
        yield from (("rules.0", 0), ("rules.1", 0), ("rules.2", 0))
        yield from (("norms.0", rng.randrange(20)), ("norms.1", rng.randrange(9)), ("norms.2", rng.randrange(20, 90)))
        for slot in ("permits", "fines", "force"):
            yield slot, rng.choice((0, rng.randrange(1, 900), rng.randrange(900, 90_000)))
        yield "fees", rng.choice(("0", "36.5", "1203.55"))
        return
    fresh = rng.randrange(0, 20)
    yield from (("rules.0", 0), ("rules.1", 0), ("rules.2", 0))
    yield from (("norms.0", fresh), ("norms.1", fresh), ("norms.2", fresh + rng.randrange(0, 80)))
    for slot in ("permits", "services", "fines", "force", "fees"):
        before = rng.randrange(0, 300)
        change = rng.choice((0, 0, rng.randrange(1, 20), -rng.randrange(0, before // 3 + 1)))
        yield f"{slot}.0", before
        yield f"{slot}.1", f"+{change}" if change > 0 else change
        if slot != "fees":
            yield f"{slot}.2", rng.randrange(0, 2_000)
    bought = rng.choice((0, rng.randrange(1, 40)))
    yield "bought.0", bought
    yield "bought.1", f"{rng.randrange(100, 90_000)}.{rng.randrange(10, 99)}" if bought else 0


def proactive(printed: Mapping[str, str], form: Form, style: Print | None = None) -> Grid:
    """Table 二: small grids under banner rows, one above the other."""
    style = style or Print()

    def grid(banner: str, heads: tuple[str, ...], rows: tuple[tuple[str, str, bool], ...]) -> list[tuple[Box, ...]]:
        spans = {1: (3,), 2: (1, 2), 3: (1, 1, 1)}[len(heads)]
        lines: list[tuple[Box, ...]] = [
            (Box(f"第二十条第（{banner}）项", columns=4),),
            (Box("信息内容"), *(Box(head, columns=span) for head, span in zip(heads, spans, strict=True))),
        ]
        for label, slot, many in rows:
            slots = [f"{slot}.{i}" for i in range(len(heads))] if many else [slot]
            lines.append(
                (
                    Box(style.labels.get(slot, label)),
                    *(
                        Box(printed[s] + style.notes.get(s, ""), columns=span, slot=s)
                        for s, span in zip(slots, spans, strict=True)
                    ),
                )
            )
        return lines

    if form == "F3":
        once = ("本年处理决定数量",)
        rows = [
            *grid(
                "一",
                ("本年制发件数", "本年废止件数", "现行有效件数"),
                (("规章", "rules", True), ("行政规范性文件", "norms", True)),
            ),
            *grid("五", once, (("行政许可", "permits", False),)),
            *grid("六", once, (("行政处罚", "fines", False), ("行政强制", "force", False))),
            *grid("八", ("本年收费金额（单位：万元）",), (("行政事业性收费", "fees", False),)),
        ]
    else:
        three = ("上一年项目数量", "本年增/减", "处理决定数量")
        rows = [
            *grid(
                "一",
                ("本年新制作数量", "本年新公开数量", "对外公开总数量"),
                (("规章", "rules", True), ("规范性文件", "norms", True)),
            ),
            *grid("五", three, (("行政许可", "permits", True), ("其他对外管理服务事项", "services", True))),
            *grid("六", three, (("行政处罚", "fines", True), ("行政强制", "force", True))),
            *grid("八", three[:2], (("行政事业性收费", "fees", True),)),
            *grid("九", ("采购项目数量", "采购总金额"), (("政府集中采购", "bought", True),)),
        ]
    return Grid(tuple(rows), head=0)


def applications(printed: Mapping[str, str], form: Form, style: Print | None = None) -> Grid:
    """Table 三 with its stub of three columns (two without group labels) and its header of three rows."""
    style = style or Print()
    stub = 3 if style.groups else 2
    corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    rows: list[tuple[Box, ...]] = [
        (Box(corner, rows=3, columns=stub), Box("申请人情况", columns=7)),
        (Box("自然人", rows=2), Box("法人或其他组织", columns=5), Box(style.total, rows=2)),
        tuple(Box(name) for name in APPLICANTS[1:-1]),
    ]

    def cells(row: str) -> tuple[Box, ...]:
        return tuple(Box(printed[f"{row}.{c}"] + style.notes.get(f"{row}.{c}", ""), slot=f"{row}.{c}") for c in COLUMNS)

    for row, label in (("N", "一、本年新收政府信息公开申请数量"), ("P", "二、上年结转政府信息公开申请数量")):
        rows.append((Box(label, columns=stub), *cells(row)))
    body: list[tuple[Box, ...]] = []
    number = 0
    for group, labels in GROUPS:
        alone = not labels or (group.startswith("（六）") and (form == "F2" or style.single_other))
        for i, label in enumerate((group,) if alone else labels):
            number += 1
            text = label if alone else label.replace(".", style.ordinal, 1)
            text = style.labels.get(f"L{number}", text)
            boxes = [Box(text, columns=stub - 1 if alone else 1)]
            if not alone and style.groups and i == 0:
                boxes.insert(0, Box(group, rows=len(labels)))
            body.append((*boxes, *cells(f"L{number}")))
    body.append((Box(f"（七）{style.total}", columns=stub - 1), *cells("D")))
    results = "三、本年度办理结果"
    first = Box("\n".join(results) if style.stacked else results, rows=len(body))
    rows += [(first, *body[0]), *body[1:]]
    rows.append((Box("四、结转下年度继续办理", columns=stub), *cells("C")))
    return Grid(tuple(rows), head=3)


def disputes(printed: Mapping[str, str], style: Print | None = None) -> Grid:
    """Table 四: the official row of fifteen cells, or one row for each kind of dispute."""
    style = style or Print()
    results = (*RESULTS[:-1], style.total)

    def cells(dispute: str) -> tuple[Box, ...]:
        return tuple(
            Box(printed[f"{dispute}.{i}"] + style.notes.get(f"{dispute}.{i}", ""), slot=f"{dispute}.{i}")
            for i in range(5)
        )

    if style.disputes == "rows":
        names = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
        head = (Box("类别"), *(Box(result) for result in results))
        return Grid((head, *((Box(name), *cells(d)) for name, d in zip(names, DISPUTES, strict=True))))
    return Grid(
        (
            (Box("行政复议", columns=5), Box("行政诉讼", columns=10)),
            (
                *(Box(result, rows=2) for result in results),
                Box("未经复议直接起诉", columns=5),
                Box("复议后起诉", columns=5),
            ),
            tuple(Box(result) for result in (*results, *results)),
            tuple(box for dispute in DISPUTES for box in cells(dispute)),
        ),
        head=3,
    )
