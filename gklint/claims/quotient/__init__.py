"""
Quotients by name: 城镇化率 = 城镇人口 / 常住人口, 性别比, 自然增长率 = 出生率 − 死亡率, 指数 = 100 + 涨幅, 与…之比.

The name says which two figures it is made of; they are looked for by their nouns in its sentence and paragraph. Several
may be meant, and often another that is not printed: only a slip apart it is off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import Literal

from gklint.claims.quotient.terms import Term, as_percent, terms
from gklint.claims.share.running import hints, rows
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Verdict
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.reading import Reading
from gklint.model.relation import Mean, Partition, Relation, Share
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

ALL = frozenset(Measure)
MOST = 2
"""So many figures of one name are tried, the nearest first."""


@dataclass(frozen=True, slots=True)
class Named:
    """
    A quotient by its *name*, with patterns for what stands before the figures that it is made of.

    *by* "over": *above* / *below*, in hundredths if *per* is 100; "less": *above* − *below*; "index": a hundred, more
    by what follows *above* or less by what follows *below*.
    """

    name: str
    above: str
    below: str
    by: Literal["over", "less", "index"] = "over"
    per: int = 1


@dataclass(frozen=True, slots=True)
class Find:
    """*prior* stands before figures of another year, *link* between a name and its figure."""

    named: tuple[Named, ...]
    prior: tuple[str, ...] = ()
    link: tuple[str, ...] = ()


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every quotient of the prose that is called by a name that a rule knows."""
    for rule in rules:
        if isinstance(rule.find, Find):
            for row in rows(ledger, ALL, _hints(rule.find.named)):
                paragraph = terms(ledger, row)
                for term in paragraph:
                    yield from _of_term(rule, rule.find, paragraph, term)


@cache
def _hints(named: tuple[Named, ...]) -> tuple[re.Pattern[str], ...]:
    return hints(tuple(one.name for one in named))


def _of_term(rule: Rule, find: Find, paragraph: Sequence[Term], term: Term) -> Iterator[Claim]:
    """The readings of *term* by the first name that has any; the one that holds alone, if one does."""
    for named in find.named:
        if not _behind(named.name, find.link).search(term.lead):
            continue
        made = [
            Claim(rule, relation, Basis.INHERITED, reading=Reading(form, features, (term.figure.id,)))
            for relation, form, features in WAYS[named.by](find, named, paragraph, term)
        ]
        if made:
            holding = next((claim for claim in made if judge(claim).verdict is Verdict.PASS), None)
            yield from (holding,) if holding else made
            return


@cache
def _behind(name: str, link: tuple[str, ...]) -> re.Pattern[str]:
    """*name* right before a figure, perhaps at the end of a bracket: 占比重（城镇化率）为."""
    links = "|".join(link) or "(?!)"
    return lazy(rf"(?:{name})[）)]?(?:{links})*$")


Proposed = tuple[Relation, str, tuple[str, ...]]


def _over(find: Find, named: Named, paragraph: Sequence[Term], term: Term) -> Iterator[Proposed]:
    """The quotient of two like figures."""
    if not (term.is_percent or term.is_bare):
        return
    form = "quotient.named" if named.above else "quotient.said"
    pairs = [
        (above, below)
        for above, below in product(*_operands(find, named, paragraph, term))
        if above is not below and above.like(below) and not (above.is_percent or above.is_bare)
    ]
    for above, below in pairs:
        if not named.above and above.start > below.start:
            continue
        features = _features(term, (above, below), pairs)
        if term.is_percent or named.per > 1:
            figure = term.figure if term.is_percent else as_percent(term.figure)
            yield Share(figure, (above.figure,), ((below.figure,),)), form, features
        else:
            yield Mean(term.figure, above.figure, below.figure), form, features


def _less(find: Find, named: Named, paragraph: Sequence[Term], term: Term) -> Iterator[Proposed]:
    """The difference of two rates."""
    pairs = [pair for pair in product(*_operands(find, named, paragraph, term)) if all(map(term.like, pair))]
    for above, below in pairs:
        features = _features(term, (above, below), pairs)
        yield Partition(above.figure, (term.figure, below.figure)), "quotient.named", features


def _index(find: Find, named: Named, paragraph: Sequence[Term], term: Term) -> Iterator[Proposed]:
    """指数为 102.3（上年=100），上涨 2.3%."""
    behind = [other for other in paragraph if other.start > term.start and other.sentence == term.sentence][:2]
    if len(behind) < 2 or behind[0].numeral.value != HUNDRED or not behind[1].is_percent or not term.is_bare:
        return
    base, change = behind
    features = ("sentence-same", "only-one")
    if _ending(named.above).search(change.clause):
        yield Partition(term.figure, (base.figure, change.figure)), "quotient.named", features
    elif _ending(named.below).search(change.clause):
        yield Partition(base.figure, (term.figure, change.figure)), "quotient.named", features


HUNDRED = 100


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return lazy(rf"(?:{pattern})$")


def _operands(find: Find, named: Named, paragraph: Sequence[Term], term: Term) -> tuple[list[Term], list[Term]]:
    """The figures that stand for above and below: those of the sentence, else those before it."""
    before = [other for other in reversed(paragraph) if other.start < term.start and not _is_prior(other, find)]
    return _called(before, named.above, term), _called(before, named.below, term)


def _called(before: Sequence[Term], pattern: str, term: Term) -> list[Term]:
    found = [other for other in before if lazy(pattern).search(other.clause)]
    own = [other for other in found if other.sentence == term.sentence]
    return (own or found)[:MOST]


def _is_prior(term: Term, find: Find) -> bool:
    return any(lazy(prior).search(term.clause) for prior in find.prior)


def _features(term: Term, pair: tuple[Term, Term], pairs: Sequence[tuple[Term, Term]]) -> tuple[str, ...]:
    is_near = all(other.sentence == term.sentence for other in pair)
    return ("sentence-same" if is_near else "sentence-before", "only-one" if len(pairs) == 1 else "several")


WAYS = {"over": _over, "less": _less, "index": _index}
