"""Nothing printed is lost: each numeral becomes a figure or is no figure by a rule, and each check is decided."""

from collections import Counter
from functools import cache

import pytest

from gklint.model.claim import Verdict
from tests.factory import evidence, reports
from tests.factory.formats import FORMATS

FORMS = ("F1", "F2", "F3")
SEED = 21


@cache
def linted(form, name):
    """The Audit of a clean report."""
    return evidence.lint(FORMATS[name](reports.sample(form, SEED).report()))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_numerals(form, name):
    """At least 99 % of all runs of digits are figures or identifiers."""
    printed = reports.sample(form, SEED).report().digits()

    ledger = linted(form, name).ledger

    assert ledger
    lost = printed - evidence.accounted(ledger)
    assert lost.total() <= printed.total() // 100, lost


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_cells(form, name):
    """Each number of the official tables is a figure with its value."""
    sample = reports.sample(form, SEED)
    printed = Counter(sample.printed[slot] for slot in sample.report().places())

    ledger = linted(form, name).ledger

    assert ledger
    assert printed <= Counter(figure.raw for figure in ledger.figures if figure.cell and figure.numeral)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_nothing_open(form, name):
    """In a clean report every check of its form is decided."""
    result = linted(form, name)

    assert [outcome.claim.about for outcome in result.outcomes if outcome.verdict is Verdict.OPEN] == []


@pytest.mark.parametrize(("form", "checks"), [("F2", 40), ("F3", 42)])
def test_all_exact_checks(form, checks):
    """The exact equations of tables 三 and 四 are all claimed and pass."""
    result = linted(form, "html")

    assert checks == evidence.exact_passes(result)
