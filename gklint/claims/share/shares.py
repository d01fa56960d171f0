"""What readings of a share have in common: their words, what they find, and which wholes a sentence offers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from gklint.claims.share.running import Spot, any_of, ending
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """
    The wording of a reading in one language, as fragments of patterns.

    *share* stands before the percentage and makes it a share (占比, 办结率); its group is what the whole is called, or
    the act. *link* may stand behind it (为, 达到), *rest* between the part and it (a noun, a comma). *inside* stands
    before a whole that its share follows (占 120 件的 75%), *total* before any whole, *nested* before a part of the
    figure just before, *partitive* so that the part's own unit says nothing (of which), *among* in the words around a
    whole that parts follow (of | requests, …). *generic* is what a whole's
    name may say without naming anything (总数). *change* before a figure: it is no part; nor is what follows a figure
    behind *since* (from 60 to 57). *never* in the words before
    the percentage: no such share.

    For rates of acts: *filler* may stand before an act (其中), *manner* tells how it was done (按时), *acts* leads from
    an act to its other words, *asked* are the acts that it answers, *due* marks what had to be done (应公开), *undone*
    denies an act (未), *pending* explains what is left (未到期). For savings and completions: what stands before the
    *part*, the *base* and the *budget*.
    """

    share: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()
    partitive: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    filler: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    budget: tuple[str, ...] = ()
    acts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Portion:
    """
    *share* is a share of *part*; *name* is what the whole is called, *whole* its figure if it stands inside.
    *is_nested*: its part is said to be inside the figure before (其中). *is_bare*: nothing but a bracket says that it
    is a share at all. *is_balanced*: it stands among shares that are told together and come to just a hundred.
    """

    share: Spot
    part: Spot
    name: str = ""
    whole: Spot | None = None
    is_nested: bool = False
    is_bare: bool = False
    is_balanced: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """
    *share* = Σ *part* / Σ of one of *bases*; *is_named*: its own sentence says which whole is meant. Without bases,
    *whole* is what the sentence calls it: another place may state it. A reading with a *form* is weighed by it and by
    its *features*.
    """

    share: Spot
    part: tuple[Spot, ...]
    bases: tuple[tuple[Spot, ...], ...]
    is_named: bool
    whole: str = ""
    form: str = ""
    features: tuple[str, ...] = ()


def is_change(spot: Spot, words: Words) -> bool:
    """Whether *spot* is by how much something grew or fell."""
    return ending(words.change, ()).search(spot.clause) is not None


def by_sentence(row: Sequence[Spot], part: Spot, words: Words) -> Iterator[list[Spot]]:
    """The quantities like *part* before it: those of its sentence first, then sentence by sentence back."""
    before = [spot for spot in row[: part.place] if spot.is_quantity and spot.like(part)]
    if not before and ending(words.partitive, ()).search(part.lead):
        # 95 appeals, of which 48 concerned fees: what is counted is said once.
        before = [spot for spot in row[: part.place] if spot.is_quantity and spot.sentence == part.sentence]
    for sentence in range(part.sentence, -1, -1):
        if found := [spot for spot in before if spot.sentence == sentence]:
            yield found


def calls(spot: Spot, name: str) -> bool:
    """Whether the words around *spot* say *name*, perhaps with others between: 收到申请 is 收到公开申请."""
    if len(name) < LEAST_NAME:
        return False
    between = lazy(r"[^，。；：]{0,12}?".join(map(re.escape, name)))
    return between.search(spot.clause) is not None or between.match(spot.tail) is not None


LEAST_NAME = 2


def bare(name: str, words: Words) -> str:
    """What *name* names: without words that any whole could be called by."""
    return any_of(words.generic).sub("", name)


def once(bases: Sequence[tuple[Spot, ...]]) -> tuple[tuple[Spot, ...], ...]:
    """*bases*, all of one row, without repetitions."""
    return tuple({tuple(spot.place for spot in base): base for base in bases}.values())


def starts_closed(tail: str) -> bool:
    """Whether a bracket closes right here."""
    return re.match(r"\s*[)）\]】]", tail) is not None
