"""
Figures of sentences against any table without a form: the row that has the very same name, the list in a cell that
names the same things.

A passing figure fits one cell of the rows of its name; a figure that fits none is held against the nearest. Names must
be equal, not alike, and long enough to be names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from gklint.claims.crosscheck.clause import MARK, clause
from gklint.claims.crosscheck.standing import is_of_year
from gklint.claims.tabled import celled as _celled
from gklint.claims.tabled.rows import Rows, Said
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure, Numeral
from gklint.model.relation import Same
from gklint.model.rule import Rule
from gklint.model.statement import Mention
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

COUNTED = lazy(r"^[^A-Za-z]+")
CROWD = 12
"""With more cells of one name some fit by chance."""


@dataclass(frozen=True, slots=True)
class Find:
    """*by* "rows": the name of a row; "lists": a list in one cell whose names the sentence repeats."""

    by: Literal["rows", "lists"]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """The claims of *rules* about figures of prose and tables that share their names."""
    for rule in rules:
        if isinstance(rule.find, Find) and ledger.sheets:
            yield from _celled.claims(ledger, rule) if rule.find.by == "lists" else _by_rows(ledger, rule)


def _by_rows(ledger: Ledger, rule: Rule) -> Iterator[Claim]:
    rows = Rows(ledger) if any(sentence.mentions for sentence in ledger.sentences) else None
    if not rows:
        return
    for sentence in ledger.sentences:
        for mention in sentence.mentions:
            if said := _said(rows, mention):
                cells = [cell for cell in said.cells[: 4 * CROWD] if _comparable(mention.figure, cell)]
                values = {cell.numeral.value for cell in cells if cell.numeral}
                if cells and len(values) <= CROWD and len(said.cells) <= 4 * CROWD:
                    yield _nearest(rule, mention.figure, cells, said).claim


def _said(rows: Rows, mention: Mention) -> Said | None:
    """The rows that *mention* names, unless it is about another year or is no quantity of its own."""
    if mention.figure.indicator or not is_of_year(mention):
        return None
    text = clause(mention)
    # An English noun behind its number is read as the number's unit: 450 reference works.
    counted = COUNTED.sub("", mention.figure.numeral.raw if mention.figure.numeral else "")
    for phrase in (mention.before, counted, mention.after):
        if said := rows.exactly(phrase):
            return said
    return rows.named(text[: text.index(MARK)])


def _comparable(figure: Figure, cell: Figure) -> bool:
    one, other = figure.numeral, cell.numeral
    if one is None or other is None:
        return False
    return one.unit == other.unit or (one.unit.measure is Measure.COUNT and _counts(one, other))


def _counts(one: Numeral, other: Numeral) -> bool:
    """A count in a table often has no unit; one that has must be of the same kind."""
    return other.unit.measure is Measure.BARE or one.unit.group == other.unit.group


def _nearest(rule: Rule, figure: Figure, cells: Sequence[Figure], said: Said) -> Outcome:
    basis = Basis.LABELLED if said.explicit else Basis.INHERITED
    outcomes = [judge(Claim(rule, Same((figure, cell)), basis, about=said.label)) for cell in cells]
    for outcome in outcomes:
        if outcome.verdict is Verdict.PASS:
            return outcome
    return min(outcomes, key=_miss)


def _miss(outcome: Outcome) -> Exact:
    difference = outcome.difference or 0
    return -difference if difference < 0 else difference
