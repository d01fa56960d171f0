"""One report, written in every format, is one set of findings and one set of checks."""

import random
from collections import Counter
from functools import cache

import pytest

from tests.factory import evidence, faults, generic, markup, reports
from tests.factory.formats import FORMATS

FORMS = ("F1", "F2", "F3")
REFERENCE = "html"
OTHERS = [name for name in FORMATS if name != REFERENCE]


@cache
def linted(form, name):
    """The Audit of a report with one planted fault, so that findings are compared too."""
    sample = reports.sample(form, 11)
    fault = faults.plant(
        random.Random(5), sample.printed, reports.lines_of(sample), reports.identities_of(sample), "digit inserted"
    )
    assert fault
    return evidence.lint(FORMATS[name](sample.report(fault.printed)))


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("form", FORMS)
def test_same_checks(form, name):
    """Rule, verdict, operand values and cell labels of all checks are those of the HTML page."""
    expected = evidence.checks(linted(form, REFERENCE))

    actual = evidence.checks(linted(form, name))

    assert Counter() == expected - actual
    assert Counter() == actual - expected


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("form", FORMS)
def test_same_findings(form, name):
    """The findings are those of the HTML page, place and values included."""
    expected = evidence.told(linted(form, REFERENCE))

    actual = evidence.told(linted(form, name))

    assert expected == actual


@pytest.mark.parametrize("name", ["markdown", "html", "docx", "pdf", "csv"])
def test_generic_table(name):
    """A budget table gives the same checks in every format, CSV included."""
    sheet = generic.budget(random.Random(8))
    expected = evidence.checks(evidence.lint(FORMATS["text"](sheet.report())))

    written = (
        ("report.csv", markup.comma_separated(sheet.grid()).encode())
        if name == "csv"
        else FORMATS[name](sheet.report())
    )

    assert expected == evidence.checks(evidence.lint(written))
