"""
Two figures and a word between them that is no rate: 与上年持平, 决算数小于年初预算数.

The word speaks of figures that stand before it, by their period or by their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from gklint.claims.change.moves import Words
from gklint.claims.change.readings import Proposal, is_before
from gklint.claims.share.running import Spot
from gklint.model.relation import Change
from gklint.start.patterns import lazy

LEVEL = ("way-said", "past-said", "sentence-same", "adjacent")
NAMED = ("way-said", "noun-same", "noun-same")
REACH = 160
"""So many characters behind two figures a word may still speak of them."""


def levels(row: Sequence[Spot], words: Words) -> Iterator[Proposal]:
    """2023 年 38 件，2022 年 38 件，与上年持平."""
    for one, two in pairwise(row):
        if one.sentence != two.sentence or not one.like(two):
            continue
        old, new = (one, two) if is_before(one, two, words) else (two, one)
        if is_before(old, new, words) and (_level(words).match(two.tail) or _level(words).match(two.lead)):
            yield Proposal(new, Change(None, old.figure, new.figure, "level", 0), "change.versus", LEVEL)


@cache
def _level(words: Words) -> re.Pattern[str]:
    level, prior = (_any(part) for part in (words.level, words.prior))
    return lazy(
        rf"[，,、（(]?(?:数量|总数|总量)?(?:与|同|和|较|比)(?:{prior}|(?:19|20)\d\d年度?)(?:水平|同期|相比)?(?:{level})"
    )


def named(text: str, row: Sequence[Spot], words: Words) -> Iterator[Proposal]:
    """决算数小于年初预算数: the names are those of two figures of one unit that stand before."""
    for found in _named(words).finditer(text):
        before = [spot for spot in row if found.start() - REACH < spot.mention.end <= found.start()]
        one, two = (_called(before, name) for name in (found["one"], found["two"] or found["same"]))
        if one is None or two is None or one is two or not one.like(two):
            continue
        sense = 1 if found["above"] else -1 if found["below"] else 0
        relation = Change(None, two.figure, one.figure, "amount" if sense else "level", sense)
        yield Proposal(one, relation, "change.versus", NAMED)


def _called(spots: Sequence[Spot], name: str) -> Spot | None:
    """The last of *spots* whose clause says *name*."""
    stem = name.rstrip("数额量")
    return next((spot for spot in reversed(spots) if spot.is_quantity and stem in spot.clause), None)


@cache
def _named(words: Words) -> re.Pattern[str]:
    """``决算数小于年初预算数``, not behind another word that makes it longer."""
    above, below, level = (_any(part) for part in (words.above, words.below, words.level))
    name = r"[一-龥]{1,6}[数额量]"
    return lazy(
        rf"(?<![一-龥])(?P<one>{name})(?:(?:(?P<above>{above})|(?P<below>{below}))(?P<two>{name})"
        rf"|[与和同](?P<same>{name})(?:{level}))(?=[的，,。；;]|主要)"
    )


def _any(fragments: tuple[str, ...]) -> str:
    return "|".join(f"(?:{fragment})" for fragment in fragments) or r"(?!)"
