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

from gklint.claims.headed.evidence import Standing, best
from gklint.claims.headed.grid import Grid, grids
from gklint.claims.headed.identities import Growth
from gklint.claims.headed.readings import Proposed, candidates, products, rates, sums
from gklint.claims.total.labels import is_mean, is_rate
from gklint.claims.total.surroundings import softening
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.reading import Reading
from gklint.model.rule import Rule
from gklint.start.records import dataclass

Sort = Literal["sum", "share", "change", "product"]
FORMS: Mapping[Sort, str] = {"sum": "head.sum", "share": "head.rate", "change": "head.rate", "product": "head.rate"}
WAYS: tuple[tuple[tuple[Sort, ...], Callable[[Grid, int], Proposed]], ...] = (
    (("sum",), sums),
    (("share", "change"), rates),
    (("product",), products),
)


@dataclass(frozen=True, slots=True)
class Find:
    """
    *sort*: a change or what is left, as a sum of others; one position as a percentage of another or of its total; a
    change in percent; a price, as an amount by a number.
    """

    sort: Sort


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """For each head the one identity that it is believed to mean, claimed of every line."""
    by_sort = {rule.find.sort: rule for rule in rules if isinstance(rule.find, Find)}
    for sheet in ledger.sheets:
        notes: tuple[str, ...] | None = None
        for grid in grids(sheet):
            for position in candidates(grid):
                for sorts, propose in WAYS:
                    mine = {sort: by_sort[sort] for sort in sorts if sort in by_sort}
                    if not mine:
                        continue
                    rule = next(iter(mine.values()))
                    standing = _standing(grid, position, rule, propose)
                    if standing is None:
                        continue
                    notes = softening(ledger, sheet) if notes is None else notes
                    sort = _sort(sorts, standing)
                    if sort in mine:
                        yield from _claims(grid, standing, sort, mine[sort], notes)


def _standing(grid: Grid, position: int, rule: Rule, propose: Callable[[Grid, int], Proposed]) -> Standing | None:
    readings, said = propose(grid, position)
    if not readings:
        return None
    lines = [n for n, name in enumerate(grid.names) if not _stands_apart(grid, name)]
    return best(grid, rule, readings, said, lines)


def _stands_apart(grid: Grid, name: Sequence[str]) -> bool:
    """A mean of rates need not be the rate of the means; and rates do not add up down their column."""
    return any(map(is_mean, name)) or (grid.axis == "column" and any(map(is_rate, name)))


def _sort(sorts: tuple[Sort, ...], standing: Standing) -> Sort:
    return "change" if isinstance(standing.identity, Growth) else sorts[0]


def _claims(grid: Grid, standing: Standing, sort: Sort, rule: Rule, notes: tuple[str, ...]) -> Iterator[Claim]:
    evidence = (len(standing.obeying), len(standing.obeying) + len(standing.breaking))
    for line in sorted((*standing.obeying, *standing.breaking, *standing.idle)):
        relation = standing.identity.relation(grid.lines[line])
        if relation is None:
            continue
        target = grid.lines[line][standing.identity.target]
        anchor = (target.id,) if target else ()
        reading = Reading(FORMS[sort], standing.features(line), anchor)
        yield Claim(
            rule, relation, Basis.LABELLED, about=_about(grid, target), evidence=evidence, notes=notes, reading=reading
        )


def _about(grid: Grid, figure: Figure | None) -> str:
    if figure is None or figure.cell is None:
        return ""
    return figure.cell.row_label if grid.axis == "row" else figure.cell.column_label
