"""Slips planted into generated reports are found, and the reports without them are left in peace."""

import random

import pytest

from gklint.model.claim import Verdict
from tests.factory import evidence, faults, generic, reports, variants
from tests.factory.formats import FORMATS

FORMS = ("F1", "F2", "F3")
QUICK = ("markdown", "html", "text")


@pytest.mark.parametrize("kind", faults.KINDS)
@pytest.mark.parametrize("form", FORMS)
def test_fault_is_found(form, kind):
    """A slip that breaks an equation of the form earns an error at the cell that was changed."""
    rng = random.Random(f"{form} {kind}")
    missed = []
    for seed in range(3):
        sample = variants.sample(form, seed)
        fault = faults.plant(rng, sample.printed, reports.lines_of(sample), reports.identities_of(sample), kind)
        if fault is None:
            continue
        report = sample.report(fault.printed)
        places = report.places()

        found = evidence.finds(
            evidence.lint(FORMATS[QUICK[seed % len(QUICK)]](report)), [places[slot] for slot in fault.changed]
        )

        missed += [] if found else [(seed, {slot: fault.printed[slot] for slot in fault.changed})]

    assert missed == []


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("form", FORMS)
def test_clean_report_is_silent(form, seed):
    """A consistent report has no finding above 提示, however it is printed."""
    written = FORMATS[(*QUICK, "docx", "wrapped text", "pdf")[seed]](variants.sample(form, seed).report())

    accused = [(alarm.rule.code, alarm.quote.exact) for alarm in evidence.alarms(evidence.lint(written))]

    assert accused == []


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("control", variants.CONTROLS.values(), ids=variants.CONTROLS)
def test_odd_but_correct_report_is_silent(control, seed):
    """A correct report that looks odd has no finding above 提示."""
    written = FORMATS["markdown"](control(seed).report())

    accused = [(alarm.rule.code, alarm.quote.exact) for alarm in evidence.alarms(evidence.lint(written))]

    assert accused == []


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("table", generic.TABLES.values(), ids=generic.TABLES)
def test_generic_table_is_judged(table, seed):
    """A labelled total that is off is found, the table as it should be is silent."""
    sheet = table(random.Random(seed))
    wrong = generic.off_by(sheet, random.Random(seed))
    places = wrong.report().places()
    changed = [places[slot] for slot in places if wrong.printed[slot] != sheet.printed[slot]]

    before = evidence.lint(FORMATS["markdown"](sheet.report()))
    after = evidence.lint(FORMATS["markdown"](wrong.report()))

    assert [alarm.rule.code for alarm in evidence.alarms(before)] == []
    assert evidence.accuses(after, changed)


@pytest.mark.parametrize("seed", range(4))
def test_rounding_note_excuses(seed):
    """Totals that miss their parts by a rounding, under a note that says so, earn no error."""
    sheet = generic.rounded(random.Random(seed))

    result = evidence.lint(FORMATS["markdown"](sheet.report()))

    assert [alarm.rule.code for alarm in evidence.alarms(result)] == []


def test_misprint_is_no_zero():
    """A sum with a part that is no well-formed number is open, neither right nor wrong."""
    sheet = generic.visits(random.Random(3))
    printed = {**sheet.printed, "1.0": "1.234.567"}

    result = evidence.lint(FORMATS["markdown"](sheet.report(printed)))

    assert evidence.alarms(result) == ()
    assert any(outcome.verdict is Verdict.OPEN for outcome in result.outcomes)
