"""
Kind "twice": one quantity that a sentence prints twice, the second time right behind the first.

::

    投资 1.2 亿元（12000 万元）          in another scale
    农田 3000 亩（200 公顷）             in another unit of the same dimension
    叁万伍仟元整（¥35,000.00）           in words and in digits

Two prints in one unit and scale are two things (12 人（3 人）); nobody prints a number again as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from gklint.claims.share.running import Spot, any_of, paragraphs
from gklint.claims.share.shares import starts_closed
from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.numeral import Numeral
from gklint.model.reading import Reading
from gklint.model.relation import Same
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """*again* may stand between the two prints beside the bracket (折合, 小写)."""

    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """*words* are the tables of wording by language."""

    words: Mapping[str, Words] = field(default_factory=dict)


CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
"""Digits of amounts that nobody is to change; two of them are no other word."""
_OPENS = lazy(r"[（(]")


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every quantity that stands twice, side by side."""
    for rule in rules:
        if isinstance(rule.find, Find):
            words = tuple(word for table in rule.find.words.values() for word in table.again)
            for paragraph in paragraphs(ledger):
                if _OPENS.search("".join(paragraph.texts)):
                    yield from _of_row(rule, paragraph.row, words)


def _of_row(rule: Rule, row: Sequence[Spot], words: tuple[str, ...]) -> Iterator[Claim]:
    for one, two in pairwise(row):
        if one.sentence != two.sentence or two.mention.depth <= one.mention.depth or not starts_closed(two.tail):
            continue
        if form := _form(one.numeral, two.numeral):
            before, _, inside = two.lead.replace("(", "（").partition("（")
            if any_of(words).sub("", before) or any_of(words).sub("", inside):
                continue
            reading = Reading(form, anchor=(one.figure.id, two.figure.id))
            yield Claim(rule, Same((one.figure, two.figure)), Basis.DECLARED, reading=reading)


def _form(one: Numeral, two: Numeral) -> str | None:
    """How the second print differs from the first, None if it says something else."""
    if one.unit.group != two.unit.group and not one.unit.converts(two.unit):
        return None
    if len(CAPITALS.intersection(one.raw)) > 1 and any(character.isdigit() for character in two.raw):
        return "same.capitals"
    return "same.converted" if one.unit.name != two.unit.name or one.scale != two.scale else None
