"""
Kind "same": one fact that the prose states twice.

Two figures are readings of one fact only if noun, acts, unit, period and scope agree; a noun that
many things go by (信息, 件, a rate) needs the words before it to agree as well. Three values under one name are a
series, not a repetition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal

from gklint.claims.same import siblings as _siblings
from gklint.claims.same.naming import Vocabulary, Words, is_total
from gklint.claims.same.repeats import Place, groups
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.relation import Relation, Same, Subset
from gklint.model.rule import Rule
from gklint.start.memo import per_object
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Find:
    """*by* "words": wherever they agree; "siblings": paragraphs built alike, whose first figure returns in each."""

    by: Literal["words", "siblings"]
    words: Mapping[str, Words] = field(default_factory=dict)


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim for each fact that the prose of *ledger* states more than once."""
    for rule in rules:
        find = rule.find
        if not isinstance(find, Find):
            continue
        if find.by == "siblings":
            yield from _siblings.claims(ledger, rule)
        else:
            vocabulary = _vocabulary(find.words)
            for places in groups(ledger, vocabulary):
                yield from _claims(rule, places, vocabulary)


_vocabulary = per_object(Vocabulary)


def _claims(rule: Rule, places: Sequence[Place], vocabulary: Vocabulary) -> Iterator[Claim]:
    """*places* are one fact, but what recurs in a year is so only where it is marked as the total, else part of it."""
    if not vocabulary.recurs(places[0].mention):
        yield _claim(rule, Same(_figures(places)), places, vocabulary)
        return
    totals = [place for place in places if is_total(place.mention)]
    if len(totals) > 1:
        yield _claim(rule, Same(_figures(totals)), totals, vocabulary)
    elif totals:
        total = totals[0]
        for place in places:
            if place is not total:
                part = Subset(total.mention.figure, (place.mention.figure,))
                yield _claim(rule, part, (total, place), vocabulary)


def _claim(rule: Rule, relation: Relation, places: Sequence[Place], vocabulary: Vocabulary) -> Claim:
    explicit = all(place.explicit for place in places)
    estimated = any(vocabulary.estimate.search(place.sentence.text) for place in places)
    return Claim(
        rule,
        relation,
        Basis.LABELLED if explicit else Basis.INHERITED,
        about=places[0].mention.before or places[0].mention.after,
        notes=("estimate",) if estimated else (),
    )


def _figures(places: Sequence[Place]) -> tuple[Figure, ...]:
    return tuple(place.mention.figure for place in places)
