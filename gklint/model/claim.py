"""
Claims: relations that a report asserts between its figures, and what became of them.

Relations are a closed union; ``judge`` is the only place that does their arithmetic.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.rule import Rule, Severity
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


@dataclass(frozen=True, slots=True)
class Share:
    """
    *share* = Σ *part* / Σ of one of *bases*: a percentage, or a ratio in words. It holds if any base fits; the
    base that a careful reader would take first comes first.
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
    """*percent* of *number* things is a whole number of them (GRIM, ``numbers.md`` §7)."""

    percent: Figure
    number: Figure


Mode = Literal["percent", "points", "amount", "times", "times-more", "doublings"]


@dataclass(frozen=True, slots=True)
class Change:
    """
    From *old* to *new* by *rate*: percent of old, points (a difference of two percentages), an amount in their own
    unit, times (new/old), times-more (new/old − 1), doublings (log2 new/old). *sense* is +1 where the words say more,
    −1 where they say less, 0 where they do not say. *rate* None: only the direction is asserted.
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
    """*stated* is the length of the list *names*: exactly if the list is *closed*, at least if it goes on (等)."""

    stated: Figure
    names: tuple[str, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """*ordinals* under one parent, as printed and as numbers, near *block*: they start at 1 and have no gap."""

    block: int
    printed: tuple[str, ...]
    ordinals: tuple[int, ...]


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


class Basis(Enum):
    """Who says that the relation holds (``numbers.md`` §4)."""

    DECLARED = "declared"
    """Printed on the form, or stated by one sentence."""
    LABELLED = "labelled"
    """The same indicator, or labels such as 合计, 小计, Total; scope and period explicit."""
    INHERITED = "inherited"
    """Labelled, but scope or period is inherited or unknown."""
    INDUCED = "induced"
    """From the numbers alone (``numbers.md`` §8)."""


class Verdict(Enum):
    PASS = "pass"
    FAIL = "fail"
    OPEN = "open"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Claim:
    """
    One relation that the document asserts. *missing* are names of operands that the document lacks altogether;
    a claim with missing or unknown operands can fail only by what is left of it. *about* names the line it
    belongs to in the reader's words (a row or column label). *evidence* (obeying, all) are the sibling lines that
    follow the same pattern. *notes* are words near the claim that soften it (由于四舍五入 …): keys of judge's table.
    """

    rule: Rule
    relation: Relation
    basis: Basis
    missing: tuple[str, ...] = ()
    about: str = ""
    evidence: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    A claim, judged. *left* and *right* are what the two sides of its equation come to (face values; None where
    unknown), *difference* = left − right; *left_bounds* and *right_bounds* all that the print admits.
    *rounded*: it holds only within the bounds. *why* says why it is open (a key of the wording). *breach* is the
    one part that alone lies above its whole, where that is the fault. *base* is the index of the share's base that
    the outcome speaks of. *cap*: a miss so small that a finding is at most that severe.
    """

    claim: Claim
    verdict: Verdict
    left: Exact | None = None
    right: Exact | None = None
    left_bounds: Interval | None = None
    right_bounds: Interval | None = None
    rounded: bool = False
    why: str | None = None
    breach: Figure | None = None
    base: int = 0
    cap: Severity | None = None

    @property
    def difference(self) -> Exact | None:
        return None if self.left is None or self.right is None else self.left - self.right


def operands(relation: Relation) -> tuple[tuple[str, Figure], ...]:
    """The figures of *relation* with their roles, in the order of its equation."""
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
            first = bases[0] if bases else ()
            return (("share", share), *(("part", f) for f in part), *(("base", f) for f in first))
        case Hundred(shares):
            return tuple(("share", share) for share in shares)
        case Mean(mean, whole, number):
            return (("share", mean), ("whole", whole), ("base", number))
        case Attainable(percent, number):
            return (("share", percent), ("base", number))
        case Change(rate, old, new):
            return (*((("change", rate),) if rate else ()), ("old", old), ("new", new))
        case Growth(rate, amount, new):
            return (("change", rate), ("amount", amount), ("new", new))
        case Count(stated):
            return (("stated", stated),)
        case Sequence():
            return ()
        case AtLeastZero(terms):
            return tuple(("item", term) for term in terms)
        case Countable(figure):
            return (("item", figure),)
        case Required(figures=figures):
            return tuple(("item", figure) for figure in figures)
