"""Fingerprints name a fault by its meaning: they survive every change of form, and no change of figures."""

from __future__ import annotations

import random

import pytest

from gklint.model.finding import Audit
from tests.factory import evidence, faults, reports
from tests.factory.formats import FORMATS
from tests.suppress import samples
from tests.suppress.samples import MARKDOWN, MET, RECEIVED

Prints = dict[tuple[str, str], str]


def prints(result: Audit) -> Prints:
    """Both fingerprints of each finding: by rule and first figure where that tells them apart."""
    return {(finding.fingerprint, finding.values): finding.rule.code for finding in result.findings}


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
@pytest.mark.parametrize("form", ["F1", "F2", "F3"])
def test_fingerprints_survive_formats(form: reports.FormName, name: str) -> None:
    """The same report has the same fingerprints as Markdown, Word, PDF or text."""
    sample = reports.sample(form, 11)
    lines, identities = reports.lines_of(sample), reports.identities_of(sample)
    fault = faults.plant(random.Random(5), sample.printed, lines, identities, "digit inserted")
    assert fault
    report = sample.report(fault.printed)

    assert prints(evidence.lint(FORMATS["html"](report))) == prints(evidence.lint(FORMATS[name](report)))


EDITS = {
    "a paragraph inserted": (RECEIVED, f"本年度工作平稳有序，现将有关情况报告如下。\n\n{RECEIVED}"),
    "a sentence inserted": (MET, f"本年度会议制度落实到位。{MET}"),
    "a section inserted": ("## 二、", "## 二、概述\n\n工作平稳有序。\n\n## 三、"),
    "a table numbered": ("| 渠道", "表 3  受理渠道\n\n| 渠道"),
    "rows numbered": ("| 当面 | 31 |\n| 网络", "| 1.当面 | 31 |\n| 2.网络"),
    "a line wrapped": ("当面申请", "\n当面申请"),
    "a word in bold": ("12次", "**12**次"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_fingerprints_survive_edits(edit: tuple[str, str]) -> None:
    """What is written around a fault does not change what it means."""
    old, new = edit

    assert prints(samples.markdown()) == prints(samples.markdown(MARKDOWN.replace(old, new)))


@pytest.mark.parametrize(("old", "new"), [("12次", "13次"), ("5次", "6次"), ("| 92 ", "| 93 ")])
def test_values_follow_the_figures(old: str, new: str) -> None:
    """Another figure leaves the meaning and changes the values, of this finding only."""
    before, after = prints(samples.markdown()), prints(samples.markdown(MARKDOWN.replace(old, new)))

    assert {meaning for meaning, _ in before} == {meaning for meaning, _ in after}
    assert 2 == len(before.keys() & after.keys())


def test_faults_in_prose_differ() -> None:
    """Two sentences of one kind about different things are different faults."""
    other = samples.markdown(MARKDOWN.replace(MET, "全年共开展培训12次，其中线上培训9次，线下培训5次。"))

    assert 2 == len(prints(samples.markdown()).keys() & prints(other).keys())


def test_reports_of_other_years_differ() -> None:
    """Last year's waiver says nothing of this year's report."""
    assert {} == {
        key: code
        for key, code in prints(samples.markdown()).items()
        if key in prints(samples.markdown(MARKDOWN.replace("2024年", "2023年")))
    }
