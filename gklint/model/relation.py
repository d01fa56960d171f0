"""
Relations: the arithmetic that a report asserts between its figures.

A closed union; ``judge`` is the only place that does their arithmetic. A new form or domain needs none of its own.
"""

from __future__ import annotations

from typing import Literal

from gklint.model.figure import Figure
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Partition:
    """*whole* = Σ *parts*: a closed list, each thing once."""

    whole: Figure
    parts: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """Overlapping *parts*: *whole* ≤ their sum and, if *each_within*, the largest ≤ *whole*."""

    whole: Figure
    parts: tuple[Figure, ...]
    each_within: bool = True


@dataclass(frozen=True, slots=True)
class Subset:
    """Σ *parts* ≤ *whole* if they are *disjoint* (an open list, or one part alone), else each of them ≤ *whole*."""

    whole: Figure
    parts: tuple[Figure, ...]
    disjoint: bool = True


@dataclass(frozen=True, slots=True)
class Flow:
    """Σ *sources* = Σ *uses*: opening + in = out + closing."""

    sources: tuple[Figure, ...]
    uses: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """*lesser* ≤ *greater*."""

    lesser: Figure
    greater: Figure


@dataclass(frozen=True, slots=True)
class Presence:
    """*premise* > 0 implies *conclusion* > 0."""

    premise: Figure
    conclusion: Figure


@dataclass(frozen=True, slots=True)
class Same:
    """All *mentions* are readings of one fact."""

    mentions: tuple[Figure, ...]

    @property
    def is_converted(self) -> bool:
        """Whether they are told in several units, one of which comes to the other (3000 亩, 200 公顷)."""
        units = {figure.numeral.unit for figure in self.mentions if figure.numeral}
        return len({unit.name for unit in units}) > 1 and len({unit.dimension for unit in units} - {""}) == 1


@dataclass(frozen=True, slots=True)
class Share:
    """
    *share* = Σ *part* / Σ of one of *bases*: a percentage, or a ratio in words. It holds if any base fits; the
    base that a careful reader would take first comes first. Where neither part nor base is printed, it only says that
    a part is at most the whole.
    """

    share: Figure
    part: tuple[Figure, ...]
    bases: tuple[tuple[Figure, ...], ...]


@dataclass(frozen=True, slots=True)
class Hundred:
    """*shares* of one whole, a closed list: they sum to 100 %."""

    shares: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Mean:
    """*mean* = *whole* / *number*."""

    mean: Figure
    whole: Figure
    number: Figure


@dataclass(frozen=True, slots=True)
class Attainable:
    """*percent* of *number* things is a whole number of them (GRIM)."""

    percent: Figure
    number: Figure


Mode = Literal["percent", "points", "amount", "times", "times-more", "doublings", "level"]


@dataclass(frozen=True, slots=True)
class Change:
    """
    From *old* to *new* by *rate*: percent of old, points (a difference of two percentages), an amount in their own
    unit, times (new/old), times-more (new/old − 1), doublings (log2 new/old). *sense* is +1 where the words say more,
    −1 where they say less, 0 where they do not say. *rate* None: only the direction is asserted, or that both are
    on a level.
    """

    rate: Figure | None
    old: Figure
    new: Figure
    mode: Mode
    sense: int


@dataclass(frozen=True, slots=True)
class Growth:
    """
    *new* is *amount* more (*sense* +1) or less (−1) than an old figure that is not printed, and *amount* is *rate*
    percent of that old one.
    """

    rate: Figure
    amount: Figure
    new: Figure
    sense: int


@dataclass(frozen=True, slots=True)
class Count:
    """
    *stated* is the length of the list *names*: exactly if the list is *closed*, at least if it goes on (等). Names are
    marks (``figure.mark``), not figures of the ledger.
    """

    stated: Figure
    names: tuple[Figure, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """*ordinals* under one parent, marks with their numbers as values: they start at 1 and have no gap."""

    ordinals: tuple[Figure, ...]

    @property
    def printed(self) -> tuple[str, ...]:
        return tuple(ordinal.raw for ordinal in self.ordinals)

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(int(ordinal.numeral.value) for ordinal in self.ordinals if ordinal.numeral)


@dataclass(frozen=True, slots=True)
class AtLeastZero:
    """Σ *terms* ≥ 0, some of them signed: last year's number plus this year's change."""

    terms: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Countable:
    """*figure* is a whole number ≥ 0. Claimed only where it is not: nothing trivial is a check."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class Required:
    """
    The template asks for *element* (a key or printed name) near *block*. Claimed only where it is not *met*;
    *figures* are the blank or odd cells in question, *details* what is printed instead.
    """

    element: str
    block: int
    figures: tuple[Figure, ...] = ()
    details: tuple[str, ...] = ()


Relation = (
    Partition
    | Cover
    | Subset
    | Flow
    | Order
    | Presence
    | Same
    | Share
    | Hundred
    | Mean
    | Attainable
    | Change
    | Growth
    | Count
    | Sequence
    | AtLeastZero
    | Countable
    | Required
)


def operands(relation: Relation, base: int = 0) -> tuple[tuple[str, Figure], ...]:
    """The figures of *relation* with their roles, in the order of its equation; *base* is which one of a share's."""
    match relation:
        case Partition(whole, parts) | Cover(whole, parts, _) | Subset(whole, parts, _):
            return (("whole", whole), *(("part", part) for part in parts))
        case Flow(sources, uses):
            return (*(("first", f) for f in sources), *(("second", f) for f in uses))
        case Order(lesser, greater):
            return (("first", lesser), ("second", greater))
        case Presence(premise, conclusion):
            return (("first", premise), ("second", conclusion))
        case Same(mentions):
            return tuple(("item", mention) for mention in mentions)
        case Share(share, part, bases):
            below = bases[base] if bases else ()
            return (("share", share), *(("part", f) for f in part), *(("base", f) for f in below))
        case Hundred(shares):
            return tuple(("share", share) for share in shares)
        case Mean(mean, whole, number):
            return (("share", mean), ("whole", whole), ("base", number))
        case Attainable(percent, number):
            return (("share", percent), ("base", number))
        case Change(rate, old, new):
            return (*((("change", rate),) if rate else ()), ("old", old), ("new", new))
        case Growth(rate, amount, new):
            return (("change", rate), ("part", amount), ("new", new))
        case Count(stated, names):
            return (("stated", stated), *(("item", name) for name in names))
        case Sequence(ordinals):
            return tuple(("item", ordinal) for ordinal in ordinals)
        case AtLeastZero(terms):
            return tuple(("item", term) for term in terms)
        case Countable(figure):
            return (("item", figure),)
        case Required(figures=figures):
            return tuple(("item", figure) for figure in figures)


def every_operand(relation: Relation) -> tuple[tuple[str, Figure], ...]:
    """The same; of a share, those of all its bases, any of which may be the one that was mistyped."""
    if isinstance(relation, Share):
        bases = (("base", figure) for base in relation.bases for figure in base)
        return (("share", relation.share), *(("part", figure) for figure in relation.part), *bases)
    return operands(relation)


def is_bound(relation: Relation) -> bool:
    """Whether *relation* only keeps its figures within limits, so that most slips pass it by."""
    match relation:
        case Cover() | Subset() | Order() | Presence() | AtLeastZero() | Countable() | Required():
            return True
        case Share(part=()) | Change(rate=None) | Count(closed=False):
            return True
        case _:
            return False
