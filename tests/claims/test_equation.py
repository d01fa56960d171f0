"""Equations of a form as claims over the cells that a document prints."""

from __future__ import annotations

from collections import Counter

import pytest

from gklint.claims.equation import Equation, Find, claims
from gklint.errors import PackError
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Verdict
from gklint.model.document import Document
from gklint.model.figure import Figure
from gklint.model.form import Form, FormTable, Item
from gklint.model.ledger import Ledger
from gklint.model.relation import Flow, Order, Partition
from gklint.schema import build
from tests.build import figure, rule

TABLE = FormTable(
    "trips",
    {"zh": "出行", "en": "trips"},
    rows=(
        Item("day", ("白天",)),
        Item("night", ("夜间",), members=("night.early", "night.late")),
        Item("night.early", ("前半夜",)),
        Item("night.late", ("后半夜",)),
        Item("all", ("全天",)),
    ),
    columns=(Item("bus", ("公交",)), Item("rail", ("地铁",)), Item("total", ("总计",))),
    prefix="trips",
)
FORM = Form("probe", {"zh": "", "en": ""}, "", (), (2020, 0), (TABLE,))
ROWS = Find("trips", (Equation("partition", ("bus", "rail"), ("total",)),), each="row")
COLUMNS = Find("trips", (Equation("partition", ("day", "night"), ("all",)),), each="column")


def test_once_for_each_row():
    """An equation along the rows is claimed for every row that prints its total, and says which row it is."""
    ledger = ledger_of({"day.bus": 3, "day.rail": 4, "day": 7, "night.late.bus": 1, "night.late.rail": 1})

    (claim,) = claims_of(ledger, ROWS)

    assert (claim.about, claim.basis) == ("白天", Basis.DECLARED)
    assert values(claim) == (7, 3, 4)


def test_group_stands_for_its_members():
    """A group printed as lines of its own gives its members; one that is printed as one line gives itself."""
    split = ledger_of({"day.bus": 3, "night.early.bus": 1, "night.late.bus": 2, "all.bus": 6})
    whole = ledger_of({"day.bus": 3, "night.bus": 3, "all.bus": 6})

    printed = [values(claim) for ledger in (split, whole) for claim in claims_of(ledger, COLUMNS)]

    assert printed == [(6, 3, 1, 2), (6, 3, 3)]


def test_lost_row_is_missing_and_open():
    """An operand that the document does not print is named, and the claim stays open."""
    ledger = ledger_of({"day.bus": 3, "night.early.bus": 1, "all.bus": 6})

    (claim,) = claims_of(ledger, COLUMNS)

    assert claim.missing == ("后半夜",)
    assert judge(claim).verdict is Verdict.OPEN


@pytest.mark.parametrize(
    ("equation", "relation"),
    [
        (Equation("flow", ("all",), ("day", "night")), Flow),
        (Equation("order", ("day",), ("all",)), Order),
        (Equation("partition", ("day", "night"), ("all",)), Partition),
    ],
    ids=lambda value: getattr(value, "relation", None),
)
def test_relation(equation, relation):
    """The relation of the rule file becomes the relation of the claim."""
    ledger = ledger_of({"day.bus": 3, "night.bus": 3, "all.bus": 6})

    (claim,) = claims_of(ledger, Find("trips", (equation,), each="column"))

    assert isinstance(claim.relation, relation)
    assert judge(claim).verdict is Verdict.PASS


def test_nothing_without_a_form():
    """A document that follows no form is claimed nothing by equations."""
    ledger = Ledger(Document("x", "text", ()), (), ())

    assert not list(claims(ledger, [rule(find=ROWS)]))


@pytest.mark.parametrize(
    "data",
    [
        {"relation": "partition", "parts": ["a"]},
        {"relation": "order", "whole": ["a"], "parts": ["b", "c"]},
        {"relation": "at-least-zero", "whole": ["a"], "parts": ["b"]},
        {"relation": "sum", "whole": ["a"], "parts": ["b"]},
    ],
    ids=["no whole", "two parts", "needless whole", "unknown relation"],
)
def test_senseless_equation_is_refused(data):
    """An equation whose sides do not suit its relation is a fault of the pack."""
    with pytest.raises(PackError):
        build(Equation, data, "rule.toml")


def test_checks_of_the_current_form():
    """A complete F3 has 42 exact equations, F2 and F3 with one row of 其他处理 have 40."""
    from gklint.claims import KINDS
    from gklint.packs.find import rules_root
    from gklint.packs.load import load

    packs = load(rules_root(), {name: kind.Find for name, kind in KINDS.items()})
    counts = {}
    for form in packs.forms:
        cells = {
            path: figure(0)
            for table in form.tables
            for path in (table.indicator(row, column) for row, column in table.cells() if not row.members)
        }
        ledger = Ledger(Document("x", "text", ()), (), (), form=form, bound={path: (f,) for path, f in cells.items()})
        rules = [one for one in packs.rules if one.kind == "equation" and form.id in one.forms]
        exact = [c for c in claims(ledger, rules) if c.rule.strength.value == "E"]
        counts[form.id[-4:]] = Counter(type(c.relation).__name__ for c in exact).total()

    assert counts == {"2014": 4, "2019": 40, "2021": 42}


def ledger_of(numbers: dict[str, int]) -> Ledger:
    bound: dict[str, tuple[Figure, ...]] = {f"trips.{path}": (figure(value),) for path, value in numbers.items()}
    return Ledger(Document("x", "text", ()), (), (), form=FORM, bound=bound)


def claims_of(ledger: Ledger, find: Find) -> list[Claim]:
    return list(claims(ledger, [rule(find=find)]))


def values(claim: Claim) -> tuple[object, ...]:
    assert isinstance(claim.relation, Partition)
    return tuple(f.numeral and f.numeral.value for f in (claim.relation.whole, *claim.relation.parts))
