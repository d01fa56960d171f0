"""Whole reports: own wording around the official tables, true to their values, dense with digits of no figure."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tests.factory import form2014, form2021
from tests.factory.identity import Identity
from tests.factory.layout import Head, Part, Prose, Report

FormName = Literal["F1", "F2", "F3"]
UNITS = ("云川县人民政府", "云川县教育局", "青禾镇人民政府", "松石区自然资源局")


@dataclass(frozen=True, slots=True)
class Sample:
    """A report together with the values it prints: ``report()`` writes any other values into the same words."""

    form: FormName
    unit: str
    year: int
    printed: Mapping[str, str]
    print2014: form2014.Print = field(default_factory=form2014.Print)
    print2021: form2021.Print = field(default_factory=form2021.Print)

    def report(self, printed: Mapping[str, str] | None = None) -> Report:
        cells = self.printed if printed is None else printed
        front, back = (_front2014, _back2014) if self.form == "F1" else (_front, _back)
        return Report((*front(self), *_tables(self, cells), *back(self)))


def sample(
    form: FormName, seed: int, *, print2014: form2014.Print | None = None, print2021: form2021.Print | None = None
) -> Sample:
    """The consistent report number *seed* of *form*."""
    rng = random.Random(f"{form} {seed}")
    year = rng.randrange(*{"F1": (2014, 2019), "F2": (2019, 2021), "F3": (2021, 2026)}[form])
    print2021 = print2021 or form2021.Print()
    values = form2014.values(rng) if form == "F1" else form2021.values(rng, form, single_other=print2021.single_other)
    lost = print2014.lost if print2014 else frozenset()
    printed = {slot: str(value) for slot, value in values.items() if slot not in lost}
    return Sample(form, rng.choice(UNITS), year, printed, print2014 or form2014.Print(), print2021)


def _tables(sample: Sample, cells: Mapping[str, str]) -> tuple[Part, ...]:
    if sample.form == "F1":
        return (
            Head(f"{sample.year}年度政府信息公开情况统计表"),
            Prose(f"填报单位（盖章）：{sample.unit}办公室"),
            form2014.table(cells, sample.print2014),
        )
    form: form2021.Form = "F2" if sample.form == "F2" else "F3"
    return (
        Head("二、主动公开政府信息情况"),
        form2021.proactive(cells, form, sample.print2021),
        Head("三、收到和处理政府信息公开申请情况"),
        form2021.applications(cells, form, sample.print2021),
        Head("四、政府信息公开行政复议、行政诉讼情况"),
        form2021.disputes(cells, sample.print2021),
    )


def _front2014(sample: Sample) -> tuple[Part, ...]:
    v, year = sample.printed, sample.year
    return (
        Head(f"{sample.unit}{year}年政府信息公开工作年度报告", 1),
        Prose(
            f"本报告依照《中华人民共和国政府信息公开条例》和云政办发〔{year}〕61号文件的要求编写，"
            f"所列数据的统计期限为{year}年1月1日至{year}年12月31日。"
            "读者如有疑问，请联系云川县政务公开办公室（地址：和平路18号3楼，邮编：650199，"
            "电话：0871-5550126，电子邮箱：zwgk@yunchuan.example）。"
        ),
        Head("一、主动公开工作"),
        Prose(
            f"{year}年，主动公开政府信息{v['r1']}条。政府网站设有专栏，全年通过政府网站公开信息{v['r5']}条，"
            f"制发规范性文件{v['r3']}件。各类信息在形成之日起20个工作日内上网。"
        ),
        Head("二、依申请公开工作"),
        Prose(
            f"全年收到政府信息公开申请{v['r17']}件，办结{v['r22']}件。"
            "申请表可到政务服务大厅2号窗口领取，也可拨打12345热线咨询；工作人员按照《条例》第二十四条的期限答复。"
        ),
        Head("三、队伍和培训"),
        Prose(
            f"从事政府信息公开工作的人员共{v['r52']}人，其中专职{v['r53']}人、兼职{v['r54']}人。"
            f"举办培训班{v['r57']}次，接受培训{v['r58']}人次，教材选用2009年以来的56×56像素图解和第3版手册。"
        ),
        Head("四、存在的问题和打算"),
        Prose("一是公开的深度不够，二是解读的形式单一。下一步将以“五公开”为抓手，健全三项制度，做到一站式查询。"),
        Prose(f"{year + 1}年2月11日"),
    )


def _back2014(sample: Sample) -> tuple[Part, ...]:
    return (
        Prose("单位负责人：林远山　审核人：周一舟　填报人：何三川"),
        Prose(f"联系电话：0871-5550126　填报日期：{sample.year + 1}年2月9日"),
    )


def _front(sample: Sample) -> tuple[Part, ...]:
    v, year = sample.printed, sample.year
    legal = sum(int(v[f"N.{column}"].replace("/", "0")) for column in form2021.COLUMNS[1:-1])
    return (
        Head(f"{sample.unit}{year}年政府信息公开工作年度报告", 1),
        Prose(
            "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条的规定编写，"
            f"统计期限自{year}年1月1日起，至{year}年12月31日止。"
            f"电子版可在 http://www.yunchuan.example/zwgk/{year}/ 下载。"
            "联系地址：青禾大道126号，邮编：650199，电话：0871-5550126。"
        ),
        Head("一、总体情况"),
        Prose(
            f"（一）主动公开。{year}年在门户网站发布各类信息3860余条，政务新媒体发布信息1274条，"
            f"印发《云川县{year}年政务公开工作要点》（云政办发〔{year}〕12号）。"
        ),
        Prose(
            f"（二）依申请公开。全年新收政府信息公开申请{v['N.c7']}件，"
            f"其中自然人{v['N.c1']}件，法人或其他组织{legal}件；结转下年度继续办理{v['C.c7']}件。"
        ),
        Prose(
            "（三）政府信息管理。对2016年以来的文件作了清理，登记率达98.6%，"
            "档案室于9:00—17:30开放，12345热线转办的咨询均已回复。"
        ),
        Prose("（四）平台建设。栏目由40个精简为32个，首页图片统一为1280×720像素。"),
        Prose("（五）监督保障。组织培训2次，参训约120人次，第3季度抽查的8类事项全部合格。"),
    )


def _back(sample: Sample) -> tuple[Part, ...]:
    return (
        Head("五、存在的主要问题及改进情况"),
        Prose(
            "一是解读材料偏少，图解只占三成左右；二是少数单位更新不及时。将以两微一端为重点，按季度通报，逐项整改到位。"
        ),
        Head("六、其他需要报告的事项"),
        Prose("按照国办函〔2020〕109号文件的规定，本年度未收取信息处理费。"),
        Prose(f"{sample.unit}"),
        Prose(f"{sample.year + 1}年1月22日"),
    )


def lines_of(sample: Sample) -> list[list[str]]:
    """Slots side by side or one below the other, within the tables whose equations the form declares."""
    if sample.form == "F1":
        blocks = ((4, 8), (10, 16), (17, 21), (22, 24), (25, 29), (30, 35), (36, 39), (40, 43), (44, 47), (52, 54))
        lines = [["r1", "r2"], *([f"r{i}" for i in range(low, high + 1)] for low, high in blocks)]
        return [[slot for slot in line if slot in sample.printed] for line in lines]
    form: form2021.Form = "F2" if sample.form == "F2" else "F3"
    rows = ("N", "P", *form2021.leaves(form, single_other=sample.print2021.single_other), "D", "C")
    return [
        *([f"{row}.{column}" for column in form2021.COLUMNS] for row in rows),
        *([f"{row}.{column}" for row in rows] for column in form2021.COLUMNS),
        *([f"{dispute}.{i}" for i in range(5)] for dispute in form2021.DISPUTES),
    ]


def identities_of(sample: Sample) -> tuple[Identity, ...]:
    """What the form of *sample* declares strictly enough for 错误."""
    if sample.form == "F1":
        return form2014.IDENTITIES
    return form2021.identities("F2" if sample.form == "F2" else "F3", single_other=sample.print2021.single_other)
