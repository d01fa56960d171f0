"""Slips planted into sentences are found, and correct sentences are left in peace, however they are worded."""

import random

import pytest

from tests.factory import evidence, prose_lists, prose_odd, prose_rates, prose_sums, prose_tables
from tests.factory.formats import FORMATS
from tests.factory.prose import alarms

FAULTY = {**prose_sums.SHAPES, **prose_rates.SHAPES, **prose_lists.SHAPES, **prose_tables.SHAPES}
CORRECT = {**FAULTY, **prose_odd.SHAPES}


def test_grammar_is_wide():
    """The grammar has at least thirty shapes that can be wrong and twenty that only look so."""
    assert len(FAULTY) >= 30
    assert len(prose_odd.SHAPES) >= 20


@pytest.mark.parametrize("name", FAULTY)
def test_slip_is_named(name):
    """A slip in a sentence earns a finding above 提示 that involves the changed figure."""
    rng = random.Random(f"slip {name}")
    statement = FAULTY[name](rng)
    fault = rng.choice(statement.faults)

    result = evidence.lint(FORMATS["markdown"](statement.report(fault)))

    assert statement.named(result, fault), [text for text, _ in statement.paragraphs(fault)]


@pytest.mark.parametrize("way", ["markdown", "html"])
@pytest.mark.parametrize("name", CORRECT)
def test_correct_statement_is_silent(name, way):
    """A correct sentence has no finding above 提示, odd as it may look."""
    statement = CORRECT[name](random.Random(f"correct {name} {way}"))

    result = evidence.lint(FORMATS[way](statement.report()))

    assert [(finding.rule.code, finding.quote.exact) for finding in alarms(result)] == []
