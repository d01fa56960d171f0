"""
The column of all years beside that of the report's: 本年度 12, 历年累计 480.

What a sentence says of all years (历年累计公开480条) is said of that column; 累计 alone can mean either.
"""

from __future__ import annotations

from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.statement import Mention
from gklint.start.patterns import lazy

WORDS = lazy(r"历年|累计|历次")
HEAD = lazy(r"历年|累计|历次|以来")


def says_cumulative(mention: Mention) -> bool:
    """Whether the clause of *mention* may count more than one year."""
    return bool(WORDS.search(mention.lead) or WORDS.search(mention.period.text))


def in_all_years(ledger: Ledger, cells: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures in the rows of *cells* under a head that speaks of all years; none if one of the rows has none."""
    found = [_beside(ledger, cell) for cell in cells]
    return tuple(figure for figure in found if figure) if all(found) else ()


def _beside(ledger: Ledger, cell: Figure) -> Figure | None:
    place = cell.cell
    if place is None:
        return None
    sheet = next((sheet for sheet in ledger.sheets if sheet.number == place.table), None)
    if sheet is None or place.row >= len(sheet.figures):
        return None
    for head, figure in zip(sheet.column_paths, sheet.figures[place.row], strict=True):
        if figure is not None and figure.id != cell.id and HEAD.search("".join(head)):
            return figure
    return None
