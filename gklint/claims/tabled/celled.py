"""A list in one cell of a table, and the same list in a sentence: each thing that both name has one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from gklint.claims.crosscheck.clause import MARK, clause
from gklint.claims.tabled.names import plain
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.relation import Same
from gklint.model.rule import Rule
from gklint.model.statement import Mention, Sentence
from gklint.start.patterns import lazy

SHARED = 3
"""Names that both lists have, before they are taken for one list."""
HEAD = lazy(r"^.*?(?:其中|分别|包括)|^[^\w]+")
TAG = lazy(r"<[^<>]*>")
LINK = lazy(r"(?:所?占比?例?重?|比例|比重|占)(?:约|为|达)?$")
STOP = lazy(r"[,，、;；:：。]")


def claims(ledger: Ledger, rule: Rule) -> Iterator[Claim]:
    """One claim for each name of such a pair of lists."""
    sentences = [sentence for sentence in ledger.sentences if len(sentence.mentions) >= SHARED]
    lists = _in_cells(ledger) if sentences else []
    if not lists:
        return
    for sentence in sentences:
        told = _told(sentence)
        for cells in lists:
            shared = [name for name in told if name in cells and _alike(told[name].figure, cells[name])]
            if len(shared) >= SHARED:
                for name in shared:
                    yield Claim(rule, Same((told[name].figure, cells[name])), Basis.LABELLED, about=name)


def _in_cells(ledger: Ledger) -> list[Mapping[str, Figure]]:
    """The figures of each cell that holds a list, by the words before them."""
    by_cell: dict[tuple[int, int, int], list[Figure]] = defaultdict(list)
    for figure in ledger.figures:
        if figure.cell and figure.numeral:
            by_cell[figure.cell.table, figure.cell.row, figure.cell.column].append(figure)
    lists: list[Mapping[str, Figure]] = []
    for figures in by_cell.values():
        if len(figures) >= SHARED:
            text = ledger.text(figures[0])
            named: dict[str, Figure] = {}
            at = 0
            for figure in figures:
                named[_name(text[at : figure.span.start])] = figure
                at = figure.span.end
            named.pop("", None)
            lists.append(named)
    return lists


def _told(sentence: Sentence) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for mention in sentence.mentions:
        text = clause(mention)
        if name := _name(text[: text.index(MARK)]):
            found.setdefault(name, mention)
    return found


def _name(text: str) -> str:
    """The noun at the end of *text*, without the words of shares."""
    text = plain(TAG.sub("", text)).strip("%-_*、")
    name = STOP.split(text)[-1]
    while (shorter := LINK.sub("", name)) != name:
        name = shorter
    return HEAD.sub("", name)


def _alike(one: Figure, other: Figure) -> bool:
    return bool(one.numeral and other.numeral and one.numeral.unit == other.numeral.unit)
