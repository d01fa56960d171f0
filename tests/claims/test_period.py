"""Years and dates that cannot belong to the report."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# 某县2021年政府信息公开工作年度报告\n\n"
FILLER = "全县各级各部门通过政府网站主动公开政府信息，公开质量稳步提高，社会评价良好，解读回应及时。"
SIGNED = f"\n\n## 一、总体情况\n\n{FILLER}\n\n某县人民政府\n\n"

FAULTS = [
    pytest.param("所列数据统计期限为2020年1月1日至2020年12月31日。", ("GK820", "error"), id="period"),
    pytest.param("2020年度政府信息公开情况统计表", ("GK820", "error"), id="annex"),
    pytest.param("统计期限为2021年1月1日至2021年10月31日。", ("GK821", "warning"), id="ten months"),
    pytest.param(f"{SIGNED}2021年12月7日", ("GK822", "warning"), id="signed in its year"),
    pytest.param(f"{SIGNED}2022年4月1日", ("GK823", "note"), id="signed late"),
    pytest.param(f"公告于2022年2月1日发布。{SIGNED}2022年1月20日", ("GK824", "warning"), id="later than signed"),
    pytest.param("根据某政办发〔2024〕8号文件要求推进。", ("GK825", "warning"), id="a document to come"),
    pytest.param("全面落实《2020年政务公开工作要点》部署。", ("GK826", "warning"), id="plan of the year before"),
    pytest.param(f"2020年，{FILLER}", ("GK827", "warning"), id="copied paragraph"),
    pytest.param("## 二、存在问题及2021年工作打算\n\n继续推进。", ("GK828", "warning"), id="plan for this year"),
    pytest.param("数据截至202112月。", ("GK829", "note"), id="lost character"),
]
CLEAN = [
    pytest.param("统计期限为2021年1月1日至12月31日。", id="whole year"),
    pytest.param(f"{SIGNED}2022年1月20日", id="signed in January"),
    pytest.param(f"计划于2022年6月30日前完成。{SIGNED}2022年1月20日", id="a day to come"),
    pytest.param("根据某政办发〔2021〕8号、某政发〔2015〕3号、某公开办〔2022〕1号文件。", id="documents"),
    pytest.param("公开2020年度部门决算、2021年度部门预算。", id="accounts of the year before"),
    pytest.param(f"2019年以来，{FILLER}", id="since a year"),
    pytest.param(f"2020年底，{FILLER}", id="end of a year"),
    pytest.param("## 二、2022年工作打算\n\n继续推进。", id="plan for the next year"),
    pytest.param("2022年，我县将进一步加强政府信息公开工作，深化公开内容，规范公开程序，强化公开举措。", id="intent"),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_wrong_year(text: str, expected: tuple[str, str]):
    """A date that cannot be is told once, at the strength of its rule."""
    assert [expected] == [(code, word) for code, word, _ in told("period", TITLE + text) if word != "pass"]


@pytest.mark.parametrize("text", CLEAN)
def test_possible_year(text: str):
    """Dates that a report of 2021 may print stay silent."""
    assert [] == [(code, word) for code, word, _ in told("period", TITLE + text) if word != "pass"]


def test_years_that_agree_are_checks():
    """Title and period agree; the document cited is not younger than the report."""
    text = f"{TITLE}统计期限为2021年1月1日至2021年12月31日。\n\n根据某政办发〔2021〕8号文件。"

    assert [("GK820", "pass"), ("GK825", "pass")] == [(code, word) for code, word, _ in told("period", text)]


def test_other_documents_are_left_alone():
    """A plan or a budget is no yearly report on disclosure."""
    assert [] == told("period", f"# 某县2021年工作总结\n\n2020年，{FILLER}")
