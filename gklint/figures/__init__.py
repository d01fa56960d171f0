"""Document -> Ledger: every figure with its place and unit, and what the official form, if any, calls it."""

from __future__ import annotations

from dataclasses import replace

from gklint.budget import current, spent
from gklint.figures import prose
from gklint.figures.bind import bind
from gklint.figures.cells import tabulate
from gklint.figures.scope import scope
from gklint.model.document import Document, Table
from gklint.model.figure import CellPlace, Figure
from gklint.model.ledger import Ledger, Sheet
from gklint.model.numeral import Identifier, Misprint
from gklint.model.rule import Packs


def read(document: Document, packs: Packs) -> Ledger:
    """
    Everything that *document* prints in digits or numerals, block by block, bound to a form of *packs*.

    Raises:
        ReadError: over-budget; a passage has more figures than anybody writes.
    """
    most = current().figures
    figures: list[Figure] = []
    sheets: list[Sheet] = []
    others: list[tuple[int, CellPlace | None, Identifier | Misprint]] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            table = tabulate(document, index, len(sheets), len(figures))
            sheets.append(table.sheet)
            figures += table.figures
            others += table.others
        else:
            found, rest = prose.figures(block, index, len(figures))
            if len(found) > most:
                raise spent("figures")
            figures += found
            others += rest
    ledger = Ledger(document, tuple(figures), tuple(sheets), tuple(others))
    ledger = bind(scope(ledger), packs.forms)
    return replace(ledger, sentences=prose.sentences(ledger))
