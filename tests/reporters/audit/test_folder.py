from __future__ import annotations

import csv
import io
from collections.abc import Callable

from gklint.reporters.audit.folder import files
from gklint.reporters.audit.run import Run
from gklint.reporters.wording import Words
from tests.reporters import sample
from tests.reporters.audit.made import FAULTY, SOUND, Elements, folder, report


def test_files() -> None:
    """Each report has a page and a text to send back; list, table and summary are there once."""
    made = folder(a=FAULTY, b=SOUND)

    assert [
        "a.md.html",
        "feedback/a.md.txt",
        "b.md.html",
        "feedback/b.md.txt",
        "index.html",
        "summary.html",
        "units.csv",
    ] == list(made)


def test_table_opens_in_excel() -> None:
    """A byte order mark, lines that end as on Windows, one row per unit below the heads."""
    data = dict(files(report(a=FAULTY, b=SOUND), Run(), Words("zh")))["units.csv"]

    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))

    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert ["需修改", "未发现错误"] == [row["结论"] for row in rows]
    assert ["1", "0"] == [row["错误"] for row in rows]
    assert ["2023", "2023"] == [row["年份"] for row in rows]


def test_formulas_in_the_table_are_text() -> None:
    """A file name or a fault that begins like a formula is none for a spreadsheet."""
    made = files(report(**{"=1+1": SOUND}), Run(), Words("zh"))

    assert "'=1+1.md" in dict(made)["units.csv"].decode("utf-8-sig")


def test_index_has_the_worst_first() -> None:
    """Who opens the list sees at once what needs work."""
    text = Elements(folder(b=SOUND, a=FAULTY, c="")["index.html"]).text

    assert text.index("a.md") < text.index("c.md") < text.index("b.md")


def test_summary_fits_half_a_minute() -> None:
    """How many reports, how many have errors, the worst of them with its fault."""
    text = Elements(folder(a=FAULTY, b=SOUND, c="")["summary.html"]).text

    assert "3 份报告：需修改 1、未能读取 1、未发现错误 1" in text
    assert "错误 1，请核实 1：备案：合计 15 ≠ 5 + 6 = 11，多 4" in text


def test_feedback(golden: Callable[[str, str], None]) -> None:
    """The text for a unit with faults, one without, and one whose report could not be read."""
    made = folder(a=FAULTY, b=SOUND, c="")

    golden("reporters/audit/feedback.zh.txt", "\n".join(made[f"feedback/{name}.md.txt"] for name in "abc"))


def test_feedback_in_english(golden: Callable[[str, str], None]) -> None:
    """The same in English."""
    golden("reporters/audit/feedback.en.txt", folder(a=FAULTY, language="en")["feedback/a.md.txt"])


def test_report_without_prose_or_checks_is_whole() -> None:
    """A sample made by hand, with an open check and an unread file, gets all its files too."""
    assert 7 == len(list(files(sample.report(), Run(), Words("en"))))
