"""Pages with marks: the characters of the file, each figure in question marked, nothing of the file run."""

from __future__ import annotations

import re
from html import unescape

import pytest

from gklint.annotate import Job, RefusalError
from gklint.annotate.marks import annotate, clear
from tests.factory import evidence

JOB = Job("zh", "2025-01-31")
TEXT = "# 某县2024年报告\r\n\r\n<script>alert(1)</script>全年收到申请 12 件，其中个人 8 件，单位 5 件。\r\n"
MARK = re.compile(r"<mark[^>]*>(.*?)<a [^>]*>\d+</a></mark>", re.DOTALL)


def page(name: str, text: str) -> str:
    data = text.encode()
    return annotate(data, evidence.lint((name, data)), JOB)[0].decode()


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_marks_are_the_figures(name: str) -> None:
    """Every operand is marked, its characters and no others, in the order of the text."""
    assert ["12", "8", "5"] == MARK.findall(page(name, TEXT))


def test_text_is_as_written() -> None:
    """Without the marks the page shows the file, character by character."""
    shown = re.search(r"<pre>(.*?)</pre>", page("a.md", TEXT), re.DOTALL)

    assert shown
    assert TEXT == unescape(re.sub(r"</?mark[^>]*>|<a [^>]*>\d+</a>", "", shown[1]))


def test_nothing_of_the_report_runs() -> None:
    """A script in the report is shown as text, and the page may load nothing."""
    made = page("a.md", TEXT)

    assert "<script" not in made
    assert "default-src &#39;none&#39;" in made


def test_figure_of_two_findings_is_marked_once() -> None:
    """What several findings say of one figure stands in one note."""
    table = (
        "| 项目 | 甲 | 乙 | 合计 |\n|---|---|---|---|\n| 一 | 1 | 2 | 4 |\n| 二 | 3 | 4 | 9 |\n| 合计 | 4 | 6 | 10 |\n"
    )
    made = page("a.md", f"# 某县2024年统计\n\n{table}")

    numbers = re.findall(r'id="mark-(\d+)"', made)

    assert numbers == sorted(set(numbers), key=int)
    assert len(numbers) == len(re.findall(r'id="note-(\d+)"', made))


def test_there_is_nothing_to_clear() -> None:
    """The page is a file of its own."""
    with pytest.raises(RefusalError):
        clear(b"")
