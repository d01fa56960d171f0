"""Shapes of prose beside the tables of forms F1 and F3: a sentence that gives a cell, or a sum of cells, again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial
from itertools import count, pairwise

from tests.factory import reports
from tests.factory.layout import Grid, Head, Part, Prose
from tests.factory.prose import Fault, Shape, Statement, Wording, filled

F1 = (
    Wording("r1", "<whole-year>，{unit}主动公开政府信息{v}条。"),
    Wording("r5", "{unit}通过政府网站公开信息{v}条，内容更新及时。"),
    Wording("r3", "<whole-year>{unit}制发规范性文件{v}件。"),
    Wording("r17", "<whole-year>，{unit}共收到政府信息公开申请{v}件。"),
    Wording("r22", "{unit}全年办结政府信息公开申请{v}件。"),
    Wording("r40", "<whole-year>，因政府信息公开引起的行政复议{v}件。"),
    Wording("r52", "{unit}从事政府信息公开工作人员{v}人。"),
    Wording("r53", "{unit}共有从事政府信息公开工作的专职人员{v}人。"),
    Wording("r56", "<whole-year>召开政府信息公开工作会议{v}次。"),
    Wording("r57", "<whole-year>，{unit}举办各类政务公开培训班{v}次。"),
    Wording("r51", "{unit}共设置政府信息公开查阅点{v}个。"),
)

F3 = (
    Wording("N.c7", "<whole-year>，{unit}新收政府信息公开申请{v}件。"),
    Wording("D.c7", "{unit}全年办结政府信息公开申请{v}件。"),
    Wording("P.c7", "上年结转政府信息公开申请{v}件。"),
    Wording("C.c7", "结转下年度继续办理{v}件。"),
    Wording("L1.c7", "在办结的申请中，予以公开{v}件。"),
    Wording("norms.0", "<whole-year>，{unit}制发行政规范性文件{v}件。"),
    Wording("norms.2", "{unit}现行有效行政规范性文件{v}件。"),
    Wording("permits", "<whole-year>，{unit}作出行政许可{v}件。"),
    Wording("fines", "<whole-year>，{unit}作出行政处罚{v}件。"),
    Wording("review.4", "<whole-year>，因政府信息公开引发的行政复议{v}件。"),
    Wording("direct.4+after.4", "<whole-year>，因政府信息公开引发的行政诉讼共{v}件。"),
)


def pair(form: reports.FormName, wording: Wording, rng: random.Random) -> Statement:
    """A sample of *form* in which the figure is not zero, told again in prose."""
    for _ in count():
        sample = reports.sample(form, rng.randrange(10**6))
        names = wording.name.split("+")
        value = sum(int(sample.printed[name]) for name in names)
        if value:
            break
    taken = set(_readings(sample))
    wrong = [value + step for step in rng.sample(range(1, 900), 60) if value + step not in taken][:3]
    words = filled(rng, wording.words.replace("{unit}", sample.unit))
    return Statement(
        words,
        {"v": str(value)},
        tuple(Fault("v", str(slip)) for slip in wrong),
        parts=tuple(_official(sample)),
        title=f"{sample.unit}{sample.year}年政府信息公开工作年度报告",
    )


def _official(sample: reports.Sample) -> Iterator[Part]:
    """The tables of *sample* with their headings, without its own narrative."""
    parts = sample.report().parts
    for above, part in pairwise(parts):
        if isinstance(part, Grid):
            if isinstance(above, Head):
                yield above
            elif sample.form == "F1":
                yield Head(f"{sample.year}年度政府信息公开情况统计表")
                yield Prose(f"填报单位（盖章）：{sample.unit}办公室")
            yield part


def _readings(sample: reports.Sample) -> Iterator[int]:
    """Every whole number of the tables and every sum and difference of two: what some reading may admit."""
    values = [int(text) for text in sample.printed.values() if text.isdigit()]
    yield from values
    yield from (one + two for one in values for two in values if one and two)
    yield from (one - two for one in values for two in values if one > two > 0)


SHAPES: dict[str, Shape] = {
    **{f"table F1, {wording.name}": partial(pair, "F1", wording) for wording in F1},
    **{f"table F3, {wording.name}": partial(pair, "F3", wording) for wording in F3},
}
