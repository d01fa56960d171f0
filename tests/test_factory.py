"""The factory keeps its own promises, else it is no evidence."""

import random
from collections import Counter

import pytest

from tests.factory import faults, generic, reports
from tests.factory.layout import Box, Grid

FORMS = ("F1", "F2", "F3")


@pytest.mark.parametrize("form", FORMS)
def test_consistent(form):
    """Generated values satisfy every equation of their form."""
    samples = [reports.sample(form, seed) for seed in range(50)]

    broken = [i.name for sample in samples for i in reports.identities_of(sample) if i.broken_by(sample.printed)]

    assert broken == []


@pytest.mark.parametrize(("form", "exact"), [("F2", 40), ("F3", 42)])
def test_exact_equations(form, exact):
    """The forms of 2019 and 2021 declare forty and forty-two exact equations."""
    identities = reports.identities_of(reports.sample(form, 0))

    counted = [identity for identity in identities if len(identity.slots) > 1]

    assert len(counted) == exact


@pytest.mark.parametrize("table", generic.TABLES.values(), ids=generic.TABLES)
def test_generic_consistent(table):
    """Generated tables satisfy their own totals."""
    sheet = table(random.Random(1))

    broken = [identity.name for identity in sheet.identities if identity.broken_by(sheet.printed)]

    assert broken == []


@pytest.mark.parametrize("kind", faults.KINDS)
def test_planted(kind):
    """A planted fault changes a cell and breaks an equation."""
    rng = random.Random(7)
    samples = [reports.sample("F3", seed) for seed in range(8)]

    planted = [
        faults.plant(rng, sample.printed, reports.lines_of(sample), reports.identities_of(sample), kind)
        for sample in samples
    ]

    assert any(planted)
    assert all(fault.changed and fault.broken for fault in planted if fault)


def test_cut():
    """A grid cut by a page break keeps every text once, and its merged cells go on below."""
    grid = Grid(
        (
            (Box("head", columns=2), Box("n")),
            (Box("group", rows=2), Box("a"), Box("1")),
            (Box("b"), Box("2")),
        )
    )

    upper, lower = grid.cut(2, repeat_head=False)

    assert [["head", "", "n"], ["group", "a", "1"]] == upper.spread(fill=False)
    assert [["", "b", "2"]] == lower.spread(fill=False)


def test_digits():
    """Every run of digits is counted where it is printed."""
    report = generic.visits(random.Random(3)).report()

    assert {"1", "2", "3", "4"} <= set(report.digits())
    assert isinstance(report.digits(), Counter)
