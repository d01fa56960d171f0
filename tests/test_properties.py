"""Properties of the whole: what must not change a verdict does not."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import evidence, faults, generic
from tests.factory.formats import FORMATS

TABLES = st.sampled_from(sorted(generic.TABLES))
SEEDS = st.integers(0, 10_000)
few = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def sheet_of(name, seed):
    """A table in which, for odd seeds, one digit is wrong."""
    rng = random.Random(seed)
    sheet = generic.TABLES[name](rng)
    if seed % 2:
        fault = faults.plant(rng, sheet.printed, sheet.lines, sheet.identities, "digit replaced")
        assert fault
        return sheet, dict(fault.printed)
    return sheet, sheet.printed


def verdicts(sheet, printed, name="markdown"):
    """How many checks end in each verdict."""
    result = evidence.lint(FORMATS[name](sheet.report(printed)))
    return Counter(outcome.verdict.value for outcome in result.outcomes)


@few
@given(seed=SEEDS, name=st.sampled_from(["budget", "visits"]))
def test_permuted_parts(seed, name):
    """The order of the parts does not matter."""
    sheet = generic.TABLES[name](random.Random(seed))
    if seed % 2:
        sheet = generic.off_by(sheet, random.Random(seed))

    moved = sheet.permuted(random.Random(seed + 1))

    assert verdicts(sheet, sheet.printed) == verdicts(moved, moved.printed)


@few
@given(seed=SEEDS)
def test_renamed_labels(seed):
    """The names of the parts do not matter where no form is involved."""
    sheet, printed = sheet_of("visits", seed)

    renamed = replace(sheet, labels=(*(f"Office of {name}" for name in sheet.labels[:-1]), sheet.labels[-1]))

    assert verdicts(sheet, printed) == verdicts(renamed, printed)


@few
@given(seed=SEEDS, name=TABLES, after=st.integers(0, 3))
def test_blank_rows(seed, name, after):
    """An empty row changes nothing."""
    sheet, printed = sheet_of(name, seed)

    spaced = replace(sheet, blanks=frozenset({after}))

    assert verdicts(sheet, printed) == verdicts(spaced, printed)


@few
@given(seed=SEEDS, name=TABLES, way=st.sampled_from(["html", "docx"]))
def test_formats(seed, name, way):
    """Markdown, HTML and Word give the same verdicts."""
    sheet, printed = sheet_of(name, seed)

    assert verdicts(sheet, printed) == verdicts(sheet, printed, way)


@few
@given(seed=SEEDS, name=st.sampled_from(["visits", "subtotals"]))
def test_times_ten(seed, name):
    """Ten times every count gives the same verdicts."""
    sheet = generic.TABLES[name](random.Random(seed))
    if seed % 2:
        sheet = generic.off_by(sheet, random.Random(seed))

    assert verdicts(sheet, sheet.printed) == verdicts(sheet.times_ten(), sheet.times_ten().printed)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", generic.TABLES)
def test_fault_and_its_inverse(name, seed):
    """A fault that is taken back leaves no trace (property 5)."""
    sheet = generic.TABLES[name](random.Random(seed))
    fault = faults.plant(random.Random(seed), sheet.printed, sheet.lines, sheet.identities, "digit inserted")
    assert fault

    mended = {**fault.printed, **{slot: sheet.printed[slot] for slot in fault.changed}}

    assert verdicts(sheet, sheet.printed) == verdicts(sheet, mended)
