"""Entries of the file of waivers, applied to a run."""

from __future__ import annotations

from dataclasses import replace

from gklint.cli.keep.excuse import excused
from gklint.model.finding import Report
from gklint.suppress.entries import Entry
from gklint.suppress.waived import idle, unsilenced, waived
from tests.factory.evidence import packs
from tests.suppress import samples
from tests.suppress.samples import MARKDOWN, MET

FILE = "gklint-waivers.toml"


def run(text: str = MARKDOWN) -> Report:
    return Report((samples.markdown(text),))


def entry(figure: str, report: Report) -> Entry:
    """The waiver of the finding that shows *figure* first."""
    (finding,) = [finding for finding in report.findings if finding.quote.exact == figure]
    return replace(excused(report, finding.id, "原件如此", ""), line=3)


def told(report: Report) -> dict[str, str]:
    """Each finding by its first figure (of a waiver, by its fault): where it is excused, "" where it is not."""
    return {
        finding.message if finding.rule.kind == "upkeep" else finding.quote.exact: finding.waived.origin
        if finding.waived
        else ""
        for finding in report.findings
    }


def test_entry_excuses_its_finding_in_every_format() -> None:
    """What was waived in Markdown stays waived in Word, and nothing else is."""
    excuse = entry("12", run())

    for report in (run(), Report((samples.docx({}),)), Report((samples.html({}),))):
        assert {"120": "", "92": "", "12": f"{FILE}:3"} == told(waived(report, [excuse], FILE, packs().rules))


def test_entry_survives_other_edits() -> None:
    """Paragraphs that come and go, and figures of other findings, leave a waiver alone."""
    edited = MARKDOWN.replace("## 一、", "## 一、概述\n\n本年度政务工作平稳有序。\n\n## 二、").replace(
        "| 92 |", "| 93 |"
    )
    excuse = entry("12", run())

    assert f"{FILE}:3" == told(waived(run(edited), [excuse], FILE, packs().rules))["12"]


def test_entry_lapses_with_its_figures() -> None:
    """When a figure changes the finding is told again, and so is the waiver, at its own place."""
    changed = run(MARKDOWN.replace("专题会议5次", "专题会议6次"))

    result = waived(changed, [entry("12", run())], FILE, packs().rules)

    assert {"120": "", "92": "", "12": "", "upkeep-lapsed": ""} == told(result)
    assert (FILE, 3) == (result.findings[-1].path, result.findings[-1].location.line)


def test_entry_is_unused_once_the_report_is_right() -> None:
    """A fault that was mended needs no waiver; one of a report that was not read may be needed elsewhere."""
    mended = run(MARKDOWN.replace("专题会议5次", "专题会议3次"))
    excuse = entry("12", run())
    elsewhere = replace(excuse, report="某局 2019")

    result = waived(mended, [excuse, elsewhere], FILE, packs().rules)

    assert ["upkeep-unused"] == [finding.message for finding in result.findings if finding.rule.kind == "upkeep"]
    assert [excuse] == list(idle(mended, [excuse, elsewhere], packs().rules))


def test_entry_without_reason_excuses_nothing() -> None:
    """A reason is required."""
    excuse = replace(entry("12", run()), reason=" ")

    assert {"120": "", "92": "", "12": "", "upkeep-reasonless": ""} == told(
        waived(run(), [excuse], FILE, packs().rules)
    )


def test_everything_can_be_told_again() -> None:
    """An audit of what was silenced sees directives and entries alike undone."""
    text = MARKDOWN.replace(MET, f"{MET}<!-- gklint: ignore GK3 原件如此 -->")
    report = waived(run(text), [entry("92", run())], FILE, packs().rules)

    assert 2 == sum(finding.waived is not None for finding in report.findings)
    assert {"120": "", "92": "", "12": ""} == told(unsilenced(report))
