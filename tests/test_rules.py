"""Every case of every rule file, through the whole spine."""

from __future__ import annotations

import pytest

from gklint.claims import KINDS
from gklint.cli.cases import accused
from gklint.model.rule import Case, Rule
from gklint.packs.find import rules_root
from gklint.packs.load import load

NO_REPORT = ("GK905",)
"""Rules that no report can break by itself: an entry of the baseline."""

PACKS = load(rules_root(), {name: kind.Find for name, kind in KINDS.items()})
SHOWN = [rule for rule in PACKS.rules if rule.kind != "reading" and rule.code not in NO_REPORT]
CASES = [pytest.param(rule, case, id=f"{rule.code} {case.name}") for rule in PACKS.rules for case in rule.cases]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: Rule, case: Case):
    """A rule accuses the figures its case lists, in order, and no others."""
    assert case.flags == accused(PACKS, rule, case)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_rule_has_both_sides(rule: Rule):
    """A rule shows a report that it flags and a near miss, and says where it comes from."""
    assert any(case.flags for case in rule.cases)
    assert any(not case.flags for case in rule.cases)
    assert rule.source


@pytest.mark.parametrize("rule", PACKS.rules, ids=lambda rule: rule.code)
def test_code_fits_its_range(rule: Rule):
    """Codes of a form's relations, of plausibility and of the template lie in the ranges that users filter by."""
    ranges = {"equation": ("GK1",), "countable": ("GK7",), "template": ("GK8",), "reading": ("GK0",)}
    ranges |= {"upkeep": ("GK9",)}

    assert rule.code.startswith(ranges.get(rule.kind, ("GK",)))
