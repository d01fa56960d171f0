from __future__ import annotations

import pytest

from gklint.reporters.display import clip, one_line, pad, paint, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("合计", 4), ("４５", 4), ("合计 16", 7), ("e\u0301", 1), ("│", 1)],
    ids=["latin", "chinese", "full width", "mixed", "combining mark", "box drawing"],
)
def test_width(text: str, columns: int) -> None:
    """Chinese and full-width characters take two cells."""
    assert columns == width(text)


@pytest.mark.parametrize("columns", [8, 13, 21, 40])
def test_wrap_keeps_lines_short(columns: int) -> None:
    """No line is wider than it may be, and nothing but blanks is lost."""
    text = "本年新收：合计 19462 ≠ 36 + 5120 + 640 + 1275，多 12391。请核对合计与各分项（含上年结转）"

    lines = list(wrap(text, columns))

    assert all(width(line) <= columns for line in lines)
    assert text.replace(" ", "") == "".join(lines).replace(" ", "")


def test_wrap_keeps_numbers_whole() -> None:
    """A number is never broken, even where it is wider than the line."""
    assert ["合计", "123456789", "多"] == list(wrap("合计 123456789 多", 6))


def test_wrap_lets_no_closing_mark_lead() -> None:
    """A comma or a bracket stays with what it closes."""
    lines = list(wrap("一二三四，五六七八）九十", 8))

    assert not any(line[0] in "，）" for line in lines)


def test_wrap_leaves_no_opening_mark_behind() -> None:
    """A bracket goes with what it opens."""
    assert ["一二三", "（四五）"] == list(wrap("一二三（四五）", 8))


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [("合计数", 6, "合计数"), ("合计数", 5, "合计…"), ("合计数", 4, "合…"), ("abc", 2, "a…")],
    ids=["fits", "cut", "half a character left over", "latin"],
)
def test_clip(text: str, columns: int, expected: str) -> None:
    """What does not fit ends in an ellipsis that does."""
    assert expected == clip(text, columns)


def test_pad_counts_cells() -> None:
    """Columns of Chinese and Latin text line up."""
    assert ["合计  ", "  合计", "abcdef "] == [pad("合计", 6), pad("合计", 6, right=True), pad("abcdef", 7)]


def test_one_line_is_safe_to_print() -> None:
    """Line ends and control characters of a document never reach the terminal."""
    assert "合 计 [31m red" == one_line("合\n计\t\x1b[31m red\x00")


def test_paint_is_silent_without_colour() -> None:
    """Without colour there is no escape sequence."""
    assert "错误" == paint("错误", "error", colour=False)
    assert "\x1b[" in paint("错误", "error", colour=True)
