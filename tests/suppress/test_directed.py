"""Directives in a report excuse what they name, where they stand, and are told if they do not."""

from __future__ import annotations

import pytest

from tests.suppress import samples
from tests.suppress.samples import MARKDOWN, MET, RECEIVED, told

OPEN = {"120": False, "92": False, "12": False}


def with_line(text: str, comment: str, *, behind: bool = False) -> str:
    """The Markdown report with *comment* on a line of its own before *text*, or *behind* it on its line."""
    mark = f"<!-- gklint: {comment} -->"
    return MARKDOWN.replace(text, f"{text} {mark}" if behind else f"{mark}\n\n{text}")


MARKDOWN_CASES = {
    "behind a paragraph": (with_line(MET, "ignore GK3 原件如此", behind=True), {"12"}),
    "inside a paragraph": (with_line("当面申请30件", "ignore GK3 原件如此", behind=True), {"120"}),
    "before a paragraph": (with_line(MET, "ignore GK302 原件如此"), {"12"}),
    "before a table": (with_line("| 渠道", "ignore GK1 含转来件"), {"92"}),
    "right above a table": (MARKDOWN.replace("| 渠道", "<!-- gklint: ignore GK1 含转来件 -->\n| 渠道"), {"92"}),
    "behind a row": (with_line("| 合计 | 92 |", "ignore GK1 含转来件", behind=True), {"92"}),
    "in a cell": (with_line("| 合计 | 92", "ignore GK1 含转来件", behind=True), {"92"}),
    "in a section": (with_line(RECEIVED, "ignore-section GK 含转来件"), {"120", "92"}),
    "above a heading": (with_line("## 二、会议情况", "ignore-section GK3 原件如此"), {"12"}),
    "for the file": (with_line(MET, "ignore-file GK3 原件如此"), {"120", "12"}),
    "figure as it was": (with_line(MET, "ignore GK3 [12, 9] 原件如此"), {"12"}),
    "by id": (with_line(MET, "ignore parts-above-total 原件如此"), {"12"}),
}


@pytest.mark.parametrize("case", MARKDOWN_CASES.values(), ids=MARKDOWN_CASES)
def test_markdown_comment(case: tuple[str, set[str]]) -> None:
    """A comment speaks of its paragraph or row, of the block below it, of its section or of the file."""
    text, waived = case

    assert {figure: figure in waived for figure in OPEN} == told(samples.markdown(text))


OTHER_FORMATS = {
    "html, behind a text": (samples.html, {MET: "ignore GK3 原件如此"}, {"12"}),
    "html, before a table": (samples.html, {"<table>": "ignore GK1 含转来件"}, {"92"}),
    "html, in a cell": (samples.html, {"92": "ignore GK1 含转来件"}, {"92"}),
    "html, section": (samples.html, {"一、受理情况": "ignore-section GK 含转来件"}, {"120", "92"}),
    "docx, paragraph": (samples.docx, {MET: "ignore GK3 原件如此"}, {"12"}),
    "docx, cell": (samples.docx, {"92": "ignore GK1 含转来件"}, {"92"}),
    "docx, section": (samples.docx, {"一、受理情况": "ignore-section GK 含转来件"}, {"120", "92"}),
}


@pytest.mark.parametrize("case", OTHER_FORMATS.values(), ids=OTHER_FORMATS)
def test_comment_in_other_formats(case) -> None:
    """HTML and Word say the same with comments of their own."""
    write, comments, waived = case

    assert {figure: figure in waived for figure in OPEN} == told(write(comments))


@pytest.mark.parametrize("in_margin", [False, True], ids=["over the text", "in the margin"])
def test_note_in_pdf(in_margin: bool) -> None:
    """A note speaks of the text that it is pinned to, or that it stands beside."""
    result = samples.pdf({MET: "ignore GK3 原件如此"}, in_margin=in_margin)

    assert {"120": False, "12": True} == told(result)


FAULTY = {
    "unused": (with_line(MET, "ignore GK1 原件如此"), "upkeep-unused", "GK1"),
    "one rule of two unused": (with_line(MET, "ignore GK3,GK1 原件如此"), "upkeep-unused", "GK1"),
    "the fault stands elsewhere": (with_line("## 二、会议情况", "ignore GK3 原件如此"), "upkeep-unused", "GK3"),
    "lapsed": (with_line(MET, "ignore GK3 [13] 原件如此"), "upkeep-lapsed", "GK3"),
    "reasonless": (with_line(MET, "ignore GK3"), "upkeep-reasonless", ""),
    "unclear": (with_line(MET, "ignore 原件如此"), "upkeep-unclear", ""),
    "unknown rule": (with_line(MET, "ignore GK998 原件如此"), "upkeep-unclear", "GK998"),
}


@pytest.mark.parametrize("case", FAULTY.values(), ids=FAULTY)
def test_waiver_is_told(case: tuple[str, str, str]) -> None:
    """A waiver that excuses nothing, or whose figures have changed, is a finding at its own place."""
    text, message, detail = case
    line = next(n for n, line in enumerate(text.split("\n"), start=1) if "gklint" in line)

    (found,) = [finding for finding in samples.markdown(text).findings if finding.rule.kind == "upkeep"]

    assert (message, detail, line) == (found.message, found.args["detail"], found.location.line)


def test_comment_is_no_text_of_the_report() -> None:
    """Figures inside comments are not read, in any format."""
    comments = {MET: "ignore GK3 [12] 另有 77 次"}
    results = [samples.html(comments), samples.docx(comments), samples.pdf(comments)]
    results.append(samples.markdown(with_line(MET, comments[MET], behind=True)))

    assert [] == [figure.raw for result in results for figure in result.ledger.figures if "77" in figure.raw]


def test_rules_left_out_leave_their_waivers_alone() -> None:
    """A waiver of a rule that does not run is not unused."""
    from dataclasses import replace

    from gklint.pipeline import audit
    from tests.factory.evidence import packs

    some = replace(packs(), rules=tuple(rule for rule in packs().rules if not rule.code.startswith("GK3")))
    result = audit(with_line(MET, "ignore GK3 原件如此").encode(), "report.md", some)

    assert {"92": False} == told(result)


def test_example_in_code_is_no_waiver() -> None:
    """What stands in a block of code or between backticks is about waivers, and none."""
    fenced = MARKDOWN + "\n```\n<!-- gklint: ignore-file GK3 示例 -->\n```\n"
    inline = MARKDOWN + "\n写法为 `<!-- gklint: ignore-file GK3 示例 -->`。\n"

    assert OPEN == told(samples.markdown(fenced)) == told(samples.markdown(inline))
