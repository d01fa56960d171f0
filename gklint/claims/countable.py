"""Cells of a form that hold what cannot be counted or paid: a fraction of a request, an amount below zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.form import Item
from gklint.model.ledger import Ledger
from gklint.model.relation import Countable
from gklint.model.rule import Rule
from gklint.start.records import dataclass

MONEY = "元"
"""End of the units in which fractions make sense."""


@dataclass(frozen=True, slots=True)
class Find:
    """No settings: the form says which items are amounts, and which are signed."""


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """A claim for each cell that breaks the rule, none for those that keep it: they say nothing of each other."""
    for rule in rules:
        for match in ledger.tables:
            for row, column in match.table.cells():
                for figure in ledger.bound.get(match.table.indicator(row, column), ()):
                    if not _is_right(figure, row, column):
                        yield Claim(rule, Countable(figure), Basis.DECLARED, about=row.label)


def _is_right(figure: Figure, row: Item, column: Item) -> bool:
    if figure.numeral is None or row.signed or column.signed:
        return True
    is_amount = (row.unit or column.unit).endswith(MONEY)
    value = figure.numeral.value
    return value >= 0 and (is_amount or value == int(value))
