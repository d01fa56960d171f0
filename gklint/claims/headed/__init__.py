"""
Kind "headed": identities that the heads of a table assert, in every row or column below or beside them.

::

    | item  | last year | this year | change | change (%) |      change = this year − last year
    | roads |       400 |       350 |    -50 |      -12.5 |      change (%) = change / last year

What a head means is weighed with the lines: most of them must obey before one that does not is told, and the fewer
there are, the more the heads must say themselves. What a line says beside them is weighed in the room for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from gklint.claims.headed.evidence import Proposal, Standing, best
from gklint.claims.headed.grid import Grid, grids
from gklint.claims.headed.heads import Role, role
from gklint.claims.headed.identities import Growth
from gklint.claims.headed.readings import formulas, portions, products, rates, sums, wholes, years
from gklint.claims.total.surroundings import softening
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.reading import Reading
from gklint.model.rule import Rule
from gklint.start.records import dataclass

Sort = Literal["sum", "share", "change", "product", "formula", "year", "hundred", "portion"]
FORMS: Mapping[Sort, str] = {
    "sum": "head.sum",
    "share": "head.rate",
    "change": "head.rate",
    "product": "head.rate",
    "formula": "head.formula",
    "year": "head.year",
    "hundred": "head.sum",
    "portion": "head.portion",
}
WAYS: tuple[tuple[tuple[Sort, ...], Callable[[Grid], Iterator[Proposal]]], ...] = (
    (("formula",), formulas),
    (("sum",), sums),
    (("share", "change"), rates),
    (("product",), products),
    (("year",), years),
    (("hundred",), wholes),
    (("portion",), portions),
)


@dataclass(frozen=True, slots=True)
class Find:
    """
    *sort*: a change or what is left, as a sum of others; one position as a percentage of another or of its total; a
    change in percent; a price, as an amount by a number; what a printed formula says; a year as all its months; shares
    that make 100; what lies within another.
    """

    sort: Sort


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """For each head the one identity that it is believed to mean, claimed of every line."""
    by_sort = {rule.find.sort: rule for rule in rules if isinstance(rule.find, Find)}
    for sheet in ledger.sheets:
        found = [one for grid in grids(sheet) for one in _of_grid(grid, by_sort)]
        notes = softening(ledger, sheet) if found else ()
        for grid, standing, sort in found:
            yield from _claims(grid, standing, sort, by_sort[sort], notes)


def _of_grid(grid: Grid, by_sort: Mapping[Sort, Rule]) -> Iterator[tuple[Grid, Standing, Sort]]:
    for sorts, propose in WAYS:
        rule = next((by_sort[sort] for sort in sorts if sort in by_sort), None)
        for proposal in propose(grid) if rule else ():
            if rule and (standing := best(grid, rule, proposal)):
                sort: Sort = "change" if isinstance(standing.identity, Growth) else sorts[0]
                if sort in by_sort:
                    yield grid, standing, sort


def _claims(grid: Grid, standing: Standing, sort: Sort, rule: Rule, notes: tuple[str, ...]) -> Iterator[Claim]:
    evidence = (len(standing.obeying), len(standing.obeying) + len(standing.breaking))
    for line in sorted((*standing.obeying, *standing.breaking, *standing.idle)):
        relation = standing.identity.relation(grid.lines[line])
        # Of two parts one may grow by more than both do together.
        if relation is None or (sort == "portion" and role(grid.names[line]) is Role.CHANGE):
            continue
        target = grid.lines[line][standing.identity.target]
        # No anchor: the reading was chosen for all lines, and other sums of the figure are no rivals of it.
        reading = Reading(FORMS[sort], standing.features(line))
        yield Claim(
            rule, relation, Basis.LABELLED, about=_about(grid, target), evidence=evidence, notes=notes, reading=reading
        )


def _about(grid: Grid, figure: Figure | None) -> str:
    if figure is None or figure.cell is None:
        return ""
    return figure.cell.row_label if grid.axis == "row" else figure.cell.column_label
