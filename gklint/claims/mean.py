"""
Means: 共 1200 人次参加，共 8 场，平均每场 150 人次.

The words of a mean name the thing that it is taken over; the sentence must print how many there were and what they
came to, and what is averaged must be what was summed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import product

from gklint.claims.share.running import Spot, any_of, hints, joined, rows, softening
from gklint.claims.share.shares import calls
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Outcome, Verdict
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.reading import Reading
from gklint.model.relation import Mean
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

MEASURES = frozenset({Measure.COUNT, Measure.AMOUNT, Measure.OTHER})


@dataclass(frozen=True, slots=True)
class Words:
    """
    The wording of means in one language: *mean* stands before one, its group being the word for what it is taken over
    (人均, 平均每场); *filler* before, *link* behind it. *yearly* means are taken over the average of the year, which is
    seldom printed. *elsewhere*: a statistic that is no quotient of printed figures.
    """

    mean: tuple[str, ...] = ()
    filler: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    yearly: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """*words* are the tables of wording by language."""

    words: Mapping[str, Words]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every mean of the prose whose whole and number stand in its sentence."""
    for rule in rules:
        if isinstance(rule.find, Find):
            words = joined(rule.find.words)
            for row in rows(ledger, MEASURES, hints(words.mean)):
                yield from _of_row(ledger, rule, row, words)


def _of_row(ledger: Ledger, rule: Rule, row: tuple[Spot, ...], words: Words) -> Iterator[Claim]:
    for spot in row:
        found = _pattern(words).search(spot.clause)
        if found is None or not spot.is_quantity:
            continue
        pairs = list(_pairs(row, spot, _over(found), found["noun"], words))
        is_yearly = any_of(words.yearly).search(spot.clause) is not None
        basis = Basis.DECLARED if len(pairs) == 1 and not is_yearly else Basis.INHERITED
        features = _features(spot, found, len(pairs), words)
        made = [
            Claim(rule, Mean(spot.figure, whole.figure, number.figure), basis, notes=softening(ledger, spot))
            for whole, number in pairs
        ]
        made = [replace(claim, reading=Reading("mean.named", features, (spot.figure.id,))) for claim in made]
        judged = [judge(claim) for claim in made]
        if holding := next((outcome.claim for outcome in judged if outcome.verdict is Verdict.PASS), None):
            yield holding
        elif not is_yearly or not any(map(_is_close, judged)):
            yield from made


def _over(found: re.Match[str]) -> str:
    """The word for what a mean is taken over: the group of the wording itself, between those around it."""
    return next((group for group in found.groups()[1:-1] if group), "")


def _pairs(row: Sequence[Spot], spot: Spot, over: str, noun: str, words: Words) -> Iterator[tuple[Spot, Spot]]:
    """What was summed and how many there were, both in the sentence of *spot*, the nearest first."""
    before = [other for other in row[: spot.place] if other.sentence == spot.sentence]
    numbers = [other for other in before if other.is_quantity and other.numeral.raw.endswith(over)]
    wholes = [other for other in before if other.like(spot) and other not in numbers]
    if noun:
        wholes = [whole for whole in wholes if calls(whole, noun)]
    # 人均 600 元，人均 500 元: a mean is no whole.
    wholes = [whole for whole in wholes if not _pattern(words).search(whole.clause)]
    yield from product(reversed(wholes), reversed(numbers))


def _features(spot: Spot, found: re.Match[str], pairs: int, words: Words) -> tuple[str, ...]:
    facts = {
        "sentence-same": True,
        "noun-same": bool(found["noun"]),
        "only-one": pairs == 1,
        "several": pairs > 1,
        "base-elsewhere": any_of(words.elsewhere).search(spot.lead) is not None,
        "mean-of-some": any_of(words.filler).sub("", found["before"]) != "",
    }
    return tuple(name for name, holds in facts.items() if holds)


def _is_close(outcome: Outcome) -> bool:
    """Whether a mean over the year's average may differ so much from one over the number at its end."""
    if outcome.left is None or outcome.difference is None:
        return False
    return abs(Fraction(outcome.difference)) * YEARLY <= abs(Fraction(outcome.left))


YEARLY = 20
"""A population grows or shrinks by less than one part in so many a year."""


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    """``累计人均分红约``: filler or whose mean it is, the mean, what is averaged, links."""
    mean, link = ("|".join(f"(?:{word})" for word in part) for part in (words.mean, words.link))
    return lazy(rf"^(?P<before>.*?)(?:{mean})(?P<noun>.*?)(?:{link}|\s)*$", re.IGNORECASE)
