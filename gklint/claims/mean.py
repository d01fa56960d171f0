"""
Means: 共 1200 人次参加，共 8 场，平均每场 150 人次.

The words of a mean name the thing that it is taken over; the sentence must print how many there were and what they
came to, and what is averaged must be what was summed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from gklint.claims.share.running import Spot, any_of, captured, hints, joined, rows, softening
from gklint.claims.share.shares import calls
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Verdict
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.relation import Mean
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

MEASURES = frozenset({Measure.COUNT, Measure.AMOUNT, Measure.OTHER})


@dataclass(frozen=True, slots=True)
class Words:
    """
    The wording of means in one language: *mean* stands before one, its group being the word for what it is taken over
    (人均, 平均每场); *filler* before, *link* behind it. *never*: a statistic that is no quotient of printed figures.
    """

    mean: tuple[str, ...] = ()
    filler: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


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
        found = _pattern(words).fullmatch(spot.clause)
        if found is None or not spot.is_quantity or any_of(words.never).search(spot.lead):
            continue
        over, noun = captured(found), found["noun"]
        before = [other for other in row[: spot.place] if other.sentence == spot.sentence]
        numbers = [other for other in before if other.is_quantity and other.numeral.raw.endswith(over)]
        wholes = [other for other in before if other.like(spot) and other not in numbers]
        if noun:
            wholes = [whole for whole in wholes if calls(whole, noun)]
        pairs = list(product(reversed(wholes), reversed(numbers)))
        basis = Basis.DECLARED if len(pairs) == 1 else Basis.INHERITED
        made = [
            Claim(rule, Mean(spot.figure, whole.figure, number.figure), basis, notes=softening(ledger, spot))
            for whole, number in pairs
        ]
        if made:
            yield next((claim for claim in made if judge(claim).verdict is Verdict.PASS), made[0])


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    """``累计人均分红约``: filler, the mean, what is averaged, links."""
    filler, mean, link = ("|".join(f"(?:{word})" for word in part) for part in (words.filler, words.mean, words.link))
    return lazy(rf"(?:{filler}|\s)*(?:{mean})(?P<noun>.*?)(?:{link}|\s)*", re.IGNORECASE)
