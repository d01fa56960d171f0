"""What a sentence names and the form counts at zero: the gazette among the channels, and no item in its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.claims.crosscheck.clause import clause
from gklint.claims.crosscheck.indicators import figures
from gklint.claims.crosscheck.standing import is_of_year, standing
from gklint.claims.crosscheck.wordings import Wording
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.relation import Required
from gklint.model.rule import Rule


def claims(ledger: Ledger, table: Sequence[tuple[Rule, Wording]]) -> Iterator[Claim]:
    """A claim for each cell that is zero although a sentence names what it counts, in the words of *table*."""
    idle = [(rule, wording, cell) for rule, wording in table if (cell := _zero(ledger, wording))]
    told: set[Figure] = set()
    for sentence in ledger.sentences if idle else ():
        for mention in sentence.mentions:
            text = clause(mention)
            for rule, wording, cell in idle:
                if cell in told or not wording.fits(text):
                    continue
                if standing(mention, ledger.subject) != "narrower" and is_of_year(mention):
                    told.add(cell)
                    name = cell.cell.row_label if cell.cell else wording.values[0]
                    yield Claim(rule, Required(name, sentence.block, (cell,), (cell.raw,)), Basis.INHERITED)


def _zero(ledger: Ledger, wording: Wording) -> Figure | None:
    """The cell of *wording*, if it holds a zero."""
    cells = figures(ledger, wording.values[0])
    return cells[0] if cells and cells[0].numeral and cells[0].numeral.value == 0 else None
