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
from gklint.claims.same.repeats import Pair, pairs
from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.reading import Reading
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
    """One claim for each pair of places in the prose of *ledger* that may state one fact."""
    for rule in rules:
        find = rule.find
        if not isinstance(find, Find):
            continue
        if find.by == "siblings":
            yield from _siblings.claims(ledger, rule)
        else:
            vocabulary = _vocabulary(find.words)
            for pair in pairs(ledger, vocabulary):
                yield from _claims(rule, pair, vocabulary)


_vocabulary = per_object(Vocabulary)


def _claims(rule: Rule, pair: Pair, vocabulary: Vocabulary) -> Iterator[Claim]:
    """A fact has one value; of what recurs in a year only the total has, and each campaign is part of it."""
    one, two = pair.one.mention, pair.two.mention
    if not vocabulary.recurs(one) or (is_total(one) and is_total(two)):
        yield _claim(rule, Same((one.figure, two.figure)), pair, vocabulary)
    elif is_total(one) or is_total(two):
        whole, part = (one, two) if is_total(one) else (two, one)
        yield _claim(rule, Subset(whole.figure, (part.figure,)), pair, vocabulary)


def _claim(rule: Rule, relation: Relation, pair: Pair, vocabulary: Vocabulary) -> Claim:
    places = (pair.one, pair.two)
    explicit = all(place.explicit for place in places)
    estimated = any(vocabulary.estimate.search(place.sentence.text) for place in places)
    form = "same.part-of-total" if isinstance(relation, Subset) else pair.form
    return Claim(
        rule,
        relation,
        Basis.LABELLED if explicit else Basis.INHERITED,
        about=pair.one.mention.before or pair.one.mention.after,
        notes=("estimate",) if estimated else (),
        reading=Reading(form, pair.features, (pair.two.mention.figure.id,)),
    )
