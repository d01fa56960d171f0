"""What a report of its kind is asked for and does not have, and what stands in it that cannot belong there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal

from gklint.claims.required.elements import Front, annexes, foreign, front, inexact, repeated
from gklint.model.claim import Basis, Claim
from gklint.model.document import Table
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.relation import Required
from gklint.model.rule import Rule
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """
    An *element* that the text has to speak of: one of *words* stands in it, none of *unless* beside it. *indicators*
    are cells of the official form that hold its figures.
    """

    element: str
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """
    *lacking* is what the rule looks for. It speaks of reports whose title has one of *title* and whose year lies
    between *since* and *until*; *announced*: only if the text itself says that the element is there.
    """

    lacking: Literal["sheet", "exact", "topic", "annex", "once", "own"]
    title: tuple[str, ...] = ()
    since: int = 0
    until: int = 9999
    topic: tuple[Topic, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim for each element that is not as the template asks."""
    opening = front(ledger)
    for rule in rules:
        if isinstance(rule.find, Find) and _speaks_of(opening, rule.find):
            for required in FINDERS[rule.find.lacking](ledger, rule.find):
                yield Claim(rule, required, Basis.DECLARED, about=required.element)


def _speaks_of(opening: Front, find: Find) -> bool:
    if find.title and not any(word in opening.title for word in find.title):
        return False
    return find.since <= (opening.year or find.since) <= find.until


def _sheet(ledger: Ledger, find: Find) -> Iterator[Required]:
    """The statistical sheet as a whole, told at the end of the report."""
    if ledger.tables or ledger.form or not _narrates(ledger):
        return
    blocks = ledger.document.blocks
    named = any(word in block.text for block in blocks if not isinstance(block, Table) for word in find.words["sheet"])
    if not named:
        last = max((i for i, block in enumerate(blocks) if not isinstance(block, Table)), default=0)
        yield Required(find.words["element"][0], last)


def _narrates(ledger: Ledger) -> bool:
    """Whether the document is a report, not a few lines that announce one."""
    return len(ledger.sentences) >= _FEWEST_SENTENCES


_FEWEST_SENTENCES = 8


def _exact(ledger: Ledger, find: Find) -> Iterator[Required]:
    """A count that has to be exact and is printed with 余 only."""
    for topic in find.topic:
        if any(ledger.bound.get(path) for path in topic.indicators):
            continue
        for figure in inexact(ledger, topic.words, topic.unless):
            yield Required(topic.element, figure.block, (figure,), (figure.raw,))


def _topics(ledger: Ledger, find: Find) -> Iterator[Required]:
    """Subjects of which the text says nothing; where the sheet has their figures, at those."""
    if not _narrates(ledger):
        return
    prose = [block.text for block in ledger.document.blocks if not isinstance(block, Table)]
    for topic in find.topic:
        if not any(word in text for text in prose for word in topic.words):
            cells: tuple[Figure, ...] = tuple(f for path in topic.indicators for f in ledger.bound.get(path, ()))
            yield Required(topic.element, cells[0].block if cells else len(ledger.document.blocks) - 1, cells)


def _annexes(ledger: Ledger, find: Find) -> Iterator[Required]:
    for block, name in annexes(ledger):
        yield Required(name, block)


def _once(ledger: Ledger, find: Find) -> Iterator[Required]:
    for block, text in repeated(ledger):
        yield Required(text, block)


def _own(ledger: Ledger, find: Find) -> Iterator[Required]:
    for block, text in foreign(ledger):
        yield Required(text, block)


FINDERS: dict[str, Callable[[Ledger, Find], Iterator[Required]]] = {
    "sheet": _sheet,
    "exact": _exact,
    "topic": _topics,
    "annex": _annexes,
    "once": _once,
    "own": _own,
}
