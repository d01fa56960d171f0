"""
Figures of sentences against the cells of the official form that say the same.

A wording table gives for each phrase the readings that practice admits: a cell, or a sum of cells. A figure passes if
one of them fits; else the nearest is claimed::

    [[find.wordings]]
    words = "(?:收到|受理).*申请#"
    values = ["requests.received", "requests.received + requests.carried-in"]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.blame.channel import slipped
from gklint.claims.crosscheck import unused as _unused
from gklint.claims.crosscheck.all_years import in_all_years, says_cumulative
from gklint.claims.crosscheck.by_label import ByLabel
from gklint.claims.crosscheck.clause import clause
from gklint.claims.crosscheck.indicators import figures
from gklint.claims.crosscheck.labels import Labels
from gklint.claims.crosscheck.link import Link, Told
from gklint.claims.crosscheck.meant import weighable
from gklint.claims.crosscheck.standing import is_of_year, standing
from gklint.claims.crosscheck.swap import exchanged
from gklint.claims.crosscheck.wordings import Matters, Wording, says_whole
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure, Numeral, Unit
from gklint.model.relation import Order, Partition, Relation, Same
from gklint.model.rule import Rule
from gklint.model.statement import Mention, Sentence
from gklint.start.records import dataclass

PART = "其中"
UNLIKELIEST = -(10**9)
MEASURES = (Measure.COUNT, Measure.AMOUNT, Measure.BARE)


@dataclass(frozen=True, slots=True)
class Find:
    """The first of *wordings* that fits a figure speaks for it; a zero in words is held against all that fit."""

    wordings: tuple[Wording, ...]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """The claims of *rules* about the figures of prose, each under the first rule and wording that speak of it."""
    if not ledger.bound:
        return
    table = [(rule, wording) for rule in rules if isinstance(rule.find, Find) for wording in rule.find.wordings]
    yield from _unused.claims(ledger, [row for row in table if row[1].named])
    labels = Labels(ledger)
    by_wording: dict[tuple[int, Wording], list[Link]] = {}
    for link in _links(ledger, [row for row in table if not row[1].named], labels):
        by_wording.setdefault((link.mention.figure.block, link.wording), []).append(link)
    told: list[Told] = []
    for links in by_wording.values():
        together = _together(links)
        told += [Told(links[0], together)] if together else [Told(link, _best(link)) for link in links]
    for outcome in exchanged(weighable(told, labels, ledger.subject)):
        yield outcome.claim


def _links(ledger: Ledger, table: Sequence[tuple[Rule, Wording]], labels: Labels) -> Iterator[Link]:
    phrases = Phrases(ledger, table)
    by_label = ByLabel(ledger, table, labels)
    for sentence in ledger.sentences:
        for mention in sentence.mentions:
            links = list(_of_mention(ledger, sentence, mention, phrases, every=False))
            yield from links or by_label.link(sentence, mention)
        for zero in sentence.zeros:
            yield from _of_mention(ledger, sentence, zero, phrases, every=True)


class Phrases:
    """The rows of the table that a clause fits, looked up once for clauses that a long text repeats."""

    def __init__(self, ledger: Ledger, table: Sequence[tuple[Rule, Wording]]) -> None:
        self.matters = Matters(ledger)
        self._table = table
        self._known: dict[tuple[str, Unit], tuple[tuple[Rule, Wording], ...]] = {}

    def fitting(self, text: str, unit: Unit) -> tuple[tuple[Rule, Wording], ...]:
        key = (text, unit)
        if key not in self._known:
            self._known[key] = tuple(row for row in self._table if row[1].counts(unit) and row[1].fits(text))
        return self._known[key]


def _of_mention(
    ledger: Ledger, sentence: Sentence, mention: Mention, phrases: Phrases, *, every: bool
) -> Iterator[Link]:
    numeral = mention.figure.numeral
    if mention.figure.indicator or numeral is None or numeral.unit.measure not in MEASURES:
        return
    seen: set[tuple[Figure, ...]] = set()
    # The name of the unit that reports says nothing of what was done: 某局制发… is no figure of a 局.
    text = clause(mention)
    text = text.replace(ledger.subject, "", 1) if ledger.subject else text
    for rule, wording in phrases.fitting(text, numeral.unit):
        if not wording.is_about(phrases.matters, mention):
            continue
        cumulative = says_cumulative(mention)
        if wording.any_time or is_of_year(mention) or cumulative:
            whose = standing(mention, ledger.subject)
            if wording.total and PART in mention.lead:
                whose = "narrower"
            if wording.whole and not (whose == "whole" and says_whole(sentence, mention, ledger.subject)):
                return
            readings = tuple(r for value in wording.values if (r := figures(ledger, value)))
            if cumulative:
                of_all_years = tuple(r for reading in readings if (r := in_all_years(ledger, reading)))
                readings = (*readings, *of_all_years) if is_of_year(mention) else of_all_years
            if readings and readings[0] not in seen:
                seen.add(readings[0])
                yield Link(rule, wording, sentence, mention, whose, readings)
        if not every:
            return


def _together(links: Sequence[Link]) -> Outcome | None:
    """Several mentions of one thing as the parts of its cell, if none of them is the whole and their sum is."""
    first = links[0]
    if len(links) < 2 or not first.wording.summed:
        return None
    cells = [reading[0] for reading in first.readings if len(reading) == 1]
    if not cells or any(_best(link).verdict is Verdict.PASS for link in links):
        return None
    parts = tuple(link.mention.figure for link in links)
    outcome = judge(Claim(first.rule, Partition(cells[0], parts), Basis.INHERITED))
    return outcome if outcome.verdict is Verdict.PASS else None


def _best(link: Link) -> Outcome:
    """The reading that fits, else one that cannot be judged, else the one that the print is the likeliest slip of."""
    outcomes = [judge(claim) for reading in link.readings for claim in _claims(link, reading)]
    for verdict in (Verdict.PASS, Verdict.OPEN):
        for outcome in outcomes:
            if outcome.verdict is verdict:
                return outcome
    # To nothing, the reading with the fewest cells is always nearest; the first one is what people mean.
    numeral = link.mention.figure.numeral
    if numeral is None or not numeral.value:
        return outcomes[0]
    return max(outcomes, key=lambda outcome: _likelihood(outcome, numeral))


def _claims(link: Link, cells: tuple[Figure, ...]) -> Iterator[Claim]:
    """What *link* asserts of *cells*: equality; of a part no more than a bound, but equal it may be as well."""
    figure = link.mention.figure
    relations: list[Relation] = []
    if len(cells) > 1:
        relations.append(Partition(figure, cells))
    elif link.standing != "narrower":
        relations.append(Same((figure, cells[0])))
    if len(cells) == 1 and (link.standing == "narrower" or link.wording.bound):
        relations.append(Order(figure, cells[0]))
    notes = ("scope",) if link.standing == "narrower" else ()
    for relation in relations:
        yield Claim(link.rule, relation, _basis(link), notes=notes)


def _basis(link: Link) -> Basis:
    """What is known of the scope: the whole unit, or words that leave no other reading, make it the same fact."""
    if link.wording.basis in ("doubtful", "named") or link.standing == "narrower":
        return Basis.INHERITED
    of_all = link.standing == "whole" or (link.standing == "unit" and not link.wording.summed)
    if of_all or link.wording.basis == "sure":
        return Basis.LABELLED
    return Basis.INHERITED


def _likelihood(outcome: Outcome, printed: Numeral) -> int:
    """How likely *printed* is a slip of what the cells of *outcome* come to."""
    if outcome.left is None or outcome.difference is None:
        return UNLIKELIEST
    way = slipped(outcome.left - outcome.difference, printed)
    return way[0] if way else UNLIKELIEST
