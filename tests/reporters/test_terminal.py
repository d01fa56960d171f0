from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from gklint.model.claim import Verdict
from gklint.model.finding import Report
from gklint.model.relation import Required
from gklint.model.rule import Severity
from gklint.reporters import REPORTERS
from gklint.reporters.display import width
from gklint.reporters.style import Style
from tests.build import rule
from tests.reporters import sample

BLANK = rule("GK801", id="core/cell-blank", strength=sample.SUM.strength, title={"zh": "空格未填", "en": "blank cell"})


def noted(count: int) -> Report:
    """A report with *count* notes of one rule."""
    outcome = sample.outcome(Required("cell", 2, ()), of=BLANK)
    finding = replace(
        sample.finding(sample.broken(), Severity.NOTE), rule=BLANK, outcomes=(outcome,), message="required-cell"
    )
    return Report((sample.audit(sample.kept(), findings=(finding,) * count),))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["full", "concise"])
def test_report_for_people(name: str, language: str, golden: Callable[[str, str], None]) -> None:
    """A fault, an open claim and an unread file as a person sees them."""
    golden(f"reporters/{name}.{language}.txt", REPORTERS[name].render(sample.report(), Style(language, 80)))


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_lines_fit_the_terminal(columns: int) -> None:
    """No line of a finding is wider than the terminal."""
    printed = REPORTERS["full"].render(sample.report(), Style("zh", columns))

    assert all(width(line) <= columns for line in printed.splitlines() if line.startswith((" ", "错误")))


def test_no_escape_sequence_without_colour() -> None:
    """Piped output is plain text."""
    assert "\x1b" not in REPORTERS["full"].render(sample.report(), Style())


def test_colour_adds_nothing_but_colour() -> None:
    """Colour is never the only carrier of what is said."""
    plain, coloured = (REPORTERS["full"].render(sample.report(), Style(colour=colour)) for colour in (False, True))

    assert plain == re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert plain != coloured


def test_output_survives_a_gbk_console() -> None:
    """Glyphs of gklint's own are all in GBK."""
    printed = REPORTERS["full"].render(sample.report(), Style())

    assert printed == printed.encode("gbk").decode("gbk")


def test_notes_of_one_rule_are_told_once() -> None:
    """Nine blank cells are one entry with a count; the concise format has nine lines."""
    full, concise = (REPORTERS[name].render(noted(9), Style()) for name in ("full", "concise"))

    assert 1 == full.count("GK801")
    assert "共 9 处" in full
    assert 9 == concise.count("GK801")


def test_clean_report_is_a_summary() -> None:
    """A report without findings is counted, not printed."""
    printed = REPORTERS["full"].render(Report((sample.audit(sample.kept()),)), Style())

    told = "1 份报告：读出数字 7（精确核对 3，仅限上下界 0，未核对 4），关系 1 条：成立 1，不成立 0，无法判断 0"
    assert [told] == printed.splitlines()


def test_doubtful_reading_is_said() -> None:
    """A list that looks like a breakdown and is not believed to be one is counted as not checked, with the reason."""
    doubtful = replace(sample.kept(), verdict=Verdict.OPEN, why="doubtful-reading", grips=())
    printed = REPORTERS["full"].render(Report((sample.audit(doubtful),)), Style())

    assert "精确核对 0，仅限上下界 0，未核对 7" in printed
    assert "无法判断 1（读法存疑，未核对 1）" in printed


def test_nothing_judged_is_said() -> None:
    """A report in which nothing could be judged never looks as if it had passed."""
    printed = REPORTERS["full"].render(Report((sample.audit(sample.unknown()),)), Style())

    assert "没有任何关系可以判断：example.md" in printed
