"""Subject and year of a report."""

from __future__ import annotations

import pytest

from gklint.figures.scope import scope
from gklint.model.document import Block, Document, Heading, Paragraph, TextOrigin
from gklint.model.ledger import Ledger

NOWHERE = TextOrigin((0,), ((1, 1),))
PERIOD = "本报告所列数据的统计期限为2022年1月1日至2022年12月31日，电子版见政府网站。"


@pytest.mark.parametrize(
    ("texts", "subject", "year"),
    [
        (["云川县教育局2023年政府信息公开工作年度报告"], "云川县教育局", 2023),
        (["云川县教育局", "2023年政府信息公开工作年度报告"], "云川县教育局", 2023),
        (["青禾镇关于 2019 年度政府信息公开工作的报告"], "青禾镇", 2019),
        (["2021年松石区人民政府工作总结"], "松石区人民政府", 2021),
        (["松石区二〇二一年政府信息公开工作年度报告"], "松石区", 2021),
        (["松石区２０２１年度部门决算"], "松石区", 2021),
        (["一、总体情况", PERIOD], None, 2022),
        (["现将2023年工作总结报告如下，请审阅。"], None, None),
        (["政府工作报告"], None, None),
    ],
    ids=[
        "title",
        "two lines",
        "about",
        "year first",
        "Chinese year",
        "full width",
        "period only",
        "sentence",
        "no year",
    ],
)
def test_scope(texts, subject, year):
    """The title tells who reports on which year, else 统计期限 tells the year."""
    first, *rest = texts
    blocks: list[Block] = [Heading(first, 1, NOWHERE), *(Paragraph(text, NOWHERE) for text in rest)]

    found = scope(Ledger(Document("x", "text", tuple(blocks)), (), ()))

    assert (subject, year) == (found.subject, found.year)
