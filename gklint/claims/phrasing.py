"""Figures written in a way that contradicts itself: an approximator on an exact number, people counted in 个."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal

from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.numeral import Numeral
from gklint.model.relation import Required
from gklint.model.rule import Rule
from gklint.model.statement import Mention
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Find:
    """*sort* is the slip: an approximator on an exact number, or things of one kind in the measure of another."""

    sort: Literal["approximated", "measured"]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim for each figure that is written so."""
    slips = {"approximated": _approximated, "measured": _mismeasured}
    for rule in rules:
        if isinstance(rule.find, Find):
            slip, words = slips[rule.find.sort], rule.find.words
            for sentence in ledger.sentences:
                for mention in sentence.mentions:
                    if mention.figure.numeral and slip(mention, mention.figure.numeral, words):
                        element = mention.figure.numeral.raw
                        yield Claim(rule, Required(element, sentence.block, (mention.figure,)), Basis.DECLARED)


def _approximated(mention: Mention, numeral: Numeral, words: Mapping[str, tuple[str, ...]]) -> bool:
    """2347多条: only a round number can be so and so many more."""
    if not any(word in numeral.approximators for word in words["approximators"]):
        return False
    return numeral.scale == 1 and not numeral.decimals and numeral.value > _SMALLEST and numeral.value % 10 != 0


_SMALLEST = 100
"""35余人 is loose speech; from three digits on the last one shows that somebody counted."""


def _mismeasured(mention: Mention, numeral: Numeral, words: Mapping[str, tuple[str, ...]]) -> bool:
    """3个工作人员: the noun stands right behind the measure word."""
    return numeral.raw.rstrip().endswith(words["measures"]) and mention.tail.lstrip().startswith(words["nouns"])
