"""What was known before does not count again; what is new, changed or swapped does."""

from __future__ import annotations

import pytest

from gklint.baseline import Known, compared, dump, known, load, pruned, renewed
from gklint.errors import ConfigError
from gklint.model.finding import Report, Standing
from tests.factory.evidence import packs
from tests.suppress import samples
from tests.suppress.samples import MARKDOWN, MET, RECEIVED

FILE = "gklint-baseline.json"
NEW, UNCHANGED, UPDATED = Standing.NEW, Standing.UNCHANGED, Standing.UPDATED


def run(*texts: str) -> Report:
    return Report(tuple(samples.markdown(text, f"{n}.md") for n, text in enumerate(texts or (MARKDOWN,))))


def standing(report: Report, before: tuple[Known, ...]) -> dict[str, Standing]:
    """How each finding stands, by its first figure; GK9 by its message."""
    found = compared(report, before, FILE, packs().rules).findings
    return {f.message if f.rule.kind == "upkeep" else f.quote.exact: f.standing for f in found}


def test_unchanged_findings_are_known() -> None:
    """The same report has nothing new, whether it is Markdown, HTML or Word."""
    before = known(run())

    for report in (run(), Report((samples.html({}),)), Report((samples.docx({}),))):
        assert {"120": UNCHANGED, "92": UNCHANGED, "12": UNCHANGED} == standing(report, before)


def test_moved_findings_are_known() -> None:
    """Paragraphs inserted, sections renumbered and pages broken elsewhere leave the baseline alone."""
    moved = MARKDOWN.replace("## 二、", "## 二、概述\n\n工作平稳有序。\n\n## 三、").replace(
        RECEIVED, f"综述如下。{RECEIVED}"
    )

    assert {"120": UNCHANGED, "92": UNCHANGED, "12": UNCHANGED} == standing(run(moved), known(run()))


def test_other_figures_are_an_update() -> None:
    """The same fault with other figures counts."""
    changed = run(MARKDOWN.replace("专题会议5次", "专题会议6次"))

    assert {"120": UNCHANGED, "92": UNCHANGED, "12": UPDATED} == standing(changed, known(run()))


def test_one_error_swapped_for_another_is_caught() -> None:
    """A fault mended and another made leave as many findings, and one of them is new."""
    before = known(run(MARKDOWN.replace("专题会议5次", "专题会议3次")))
    after = run(MARKDOWN.replace("信函申请20件", "信函申请10件"))

    assert {"92": UNCHANGED, "12": NEW, "upkeep-stale": NEW} == standing(after, before)


TWICE = MARKDOWN.replace(MET, f"{MET}\n\n{MET}")


def test_fault_written_twice_counts() -> None:
    """A sentence with a known fault that is written a second time is one fault with more figures than were known."""
    found = compared(run(TWICE), known(run()), FILE, packs().rules).findings

    assert [UPDATED] == [finding.standing for finding in found if finding.quote.exact == "12"]


def test_twin_that_goes_leaves_the_other_known() -> None:
    """Of two like faults with figures of their own, either can be mended: the other is unchanged."""
    other = MET.replace("12次", "13次")
    before = known(run(MARKDOWN.replace(MET, f"{MET}\n\n{other}")))

    assert UNCHANGED is standing(run(MARKDOWN.replace(MET, other)), before)["13"]


def test_waived_findings_are_not_held() -> None:
    """What a person has excused is no part of the baseline."""
    waived = run(MARKDOWN.replace(MET, f"{MET}<!-- gklint: ignore GK3 原件如此 -->"))

    assert ["120", "92"] == [entry.shown for entry in known(waived)]


def test_stale_entries_are_told_where_they_were_looked_for() -> None:
    """An entry of a report that was not read may still hold."""
    before = known(run(MARKDOWN, MARKDOWN.replace("某县", "邻县")))
    mended = run(MARKDOWN.replace("专题会议5次", "专题会议3次"))

    found = compared(mended, before, FILE, packs().rules).findings

    assert [("GK905", "某县 2024 GK302", "1")] == [
        (finding.rule.code, finding.quote.exact, finding.args["detail"])
        for finding in found
        if finding.rule.kind == "upkeep"
    ]


def test_prune_only_takes_away() -> None:
    """What is stale goes; what is new does not come in, and what was not looked for stays."""
    before = known(run(MARKDOWN.replace("| 92 |", "| 90 |"), MARKDOWN.replace("某县", "邻县")))
    after = run(MARKDOWN.replace("专题会议5次", "专题会议3次"))

    kept = pruned(after, before, packs().rules)

    assert {("某县 2024", "120"), *(("邻县 2024", figure) for figure in ("120", "92", "12"))} == {
        (entry.report, entry.shown) for entry in kept
    }


def test_update_renews_what_was_looked_for() -> None:
    """The reports of the run are known as they are now, the others as they were."""
    before = known(run(MARKDOWN, MARKDOWN.replace("某县", "邻县")))
    after = run(MARKDOWN.replace("专题会议5次", "专题会议3次"))

    assert {("某县 2024", "120"), ("某县 2024", "92"), *(("邻县 2024", figure) for figure in ("120", "92", "12"))} == {
        (entry.report, entry.shown) for entry in renewed(after, before, packs().rules)
    }


def test_file_comes_back_and_is_stable() -> None:
    """Written in a fixed order, one line for an entry; read again it holds the same."""
    entries = known(run(TWICE))

    assert dump(entries) == dump(tuple(reversed(load(dump(entries), FILE))))
    assert len(entries) + 3 == dump(entries).count("\n")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema_version": "9", "findings": []}', '{"schema_version": "1"}'])
def test_file_that_is_no_baseline(text: str) -> None:
    """Whatever else stands in the file is a mistake of the user, in one line."""
    with pytest.raises(ConfigError, match=FILE):
        load(text, FILE)
