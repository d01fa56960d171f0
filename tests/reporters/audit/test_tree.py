from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from gklint.reporters.audit.tree import render
from gklint.reporters.display import width
from gklint.reporters.style import Style
from tests.reporters.audit.made import FAULTY, SOUND, report


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tree(language: str, golden: Callable[[str, str], None]) -> None:
    """A report with faults, one without and one that could not be read, as a tree."""
    golden(f"reporters/audit/tree.{language}.txt", render(report(a=FAULTY, b=SOUND, c=""), Style(language, 80)))


def test_bounds_stand_apart() -> None:
    """A list that names some of its whole is told as a bound, beside what holds."""
    told = render(report(a="# 年度工作报告\n\n全年共受理事项120件，其中来信12件、来访7件。\n"), Style(width=90))

    assert "≤ 仅限上下界 1 条" in told
    assert "成立 1 条" not in told


def test_colour_adds_nothing_but_colour() -> None:
    """Colour is never the only carrier of what is said."""
    plain, coloured = (render(report(a=FAULTY), Style(width=90, colour=colour)) for colour in (False, True))

    assert plain == "".join(f"{line.rstrip()}\n" for line in re.sub(r"\x1b\[[\d;]*m", "", coloured).splitlines())
    assert plain != coloured


def test_lines_fit_the_terminal() -> None:
    """No line of the tree is wider than the terminal."""
    tree, _, _ = render(report(a=FAULTY), Style(width=60)).partition("1 份报告")

    assert all(width(line) <= 60 for line in tree.splitlines())


def test_text_of_a_report_is_no_command() -> None:
    """Brackets and escape sequences in a report are shown, not obeyed."""
    printed = render(report(a=FAULTY.replace("来信12件", "[red]来信[/red]\x1b[31m12件")), Style(width=100, colour=True))

    assert "\x1b[31m12" not in printed


def test_tree_survives_a_gbk_console() -> None:
    """Glyphs of gklint's own are all in GBK."""
    printed = render(report(a=FAULTY, b=SOUND), Style(width=80))

    assert printed == printed.encode("gbk").decode("gbk")
