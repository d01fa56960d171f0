"""Figures of no wording whose words are the very name of a row of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gklint.claims.crosscheck.labels import Labels
from gklint.claims.crosscheck.link import Link
from gklint.claims.crosscheck.standing import is_of_year, standing
from gklint.claims.crosscheck.wordings import Wording
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.rule import Rule
from gklint.model.statement import Mention, Sentence


class ByLabel:
    """The rows of the form whose indicator some wording speaks of, by the rule of that wording."""

    def __init__(self, ledger: Ledger, table: Sequence[tuple[Rule, Wording]], labels: Labels) -> None:
        self._ledger, self._labels = ledger, labels
        self._rules: dict[str, Rule] = {}
        for rule, wording in table:
            for value in wording.values:
                for path in value.split("+"):
                    self._rules.setdefault(path.strip(), rule)
        self._paths: Mapping[int, str] = {found[0].id: path for path, found in ledger.bound.items() if found}

    def link(self, sentence: Sentence, mention: Mention) -> Iterator[Link]:
        """*mention* as the figure of the row that is called so."""
        if mention.figure.indicator or not is_of_year(mention):
            return
        rows = self._labels.named(mention)
        cells = [(self._paths[id_], id_) for id_ in rows if id_ in self._paths]
        # Of a row with a column for each applicant the total has the shortest path.
        path, _ = min(cells, key=lambda cell: len(cell[0]), default=("", 0))
        rule = self._rules.get(path)
        if rule is None:
            return
        cell = self._ledger.bound[path][0]
        if _is_counted_alike(mention, cell):
            wording = Wording(words=path, values=(path,), basis="named")
            yield Link(rule, wording, sentence, mention, standing(mention, self._ledger.subject), ((cell,),))


def _is_counted_alike(mention: Mention, cell: Figure) -> bool:
    one, two = mention.figure.numeral, cell.numeral
    if one is None or two is None:
        return False
    return one.unit.measure is two.unit.measure and one.unit.group == two.unit.group
