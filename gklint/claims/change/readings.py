"""
Readings of a change: which two figures it may lie between, and which it may be reckoned from.

All that the grammar admits are proposed; which of them is meant is decided where readings are weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from gklint.claims.change.moves import Move, Step, Words, comparable, shared, tied, year
from gklint.claims.share.running import Spot, any_of
from gklint.claims.share.shares import calls
from gklint.model.numeral import Measure
from gklint.model.relation import Change, Growth, Mode, Relation, Share
from gklint.start.records import dataclass

MODES: dict[Measure, Mode] = {
    Measure.PERCENT: "percent",
    Measure.POINTS: "points",
    Measure.COUNT: "amount",
    Measure.AMOUNT: "amount",
    Measure.OTHER: "amount",
}
RATIOS: dict[str, Mode] = {"倍": "times-more", "番": "doublings", "比": "percent"}

FARTHEST = 3
"""What stands where an old figure or a change may stand is no old figure if the new one is so many times as much."""
APART = 5
"""Two figures of which one is more than so many times the other are hardly one thing in two years."""
REACH = 12
"""How far behind a figure a note on its reckoning may begin: 增长 17.1%（按可比口径计算）."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """*relation* is what *of* may say; *form* and *features* are why."""

    of: Spot
    relation: Relation
    form: str
    features: tuple[str, ...]

    @property
    def is_said(self) -> bool:
        """Whether the sentence says in so many words what is compared with what."""
        return DOUBTS.isdisjoint(self.features)


DOUBTS = frozenset({"way-unsaid", "points", "sentence-before", "other-period", "either-role"})


def between(one: Step, move: Move, words: Words, *features: str, form: str = "change.move") -> Iterator[Proposal]:
    """*one* as what lies between the two figures of *move*."""
    mode = _mode(one, move)
    if mode is None:
        return
    # 增长 −3.5%: the sign is printed already.
    sense = one.sense or move.sense
    if sense > 0 and one.spot.numeral.value < 0:
        sense = 0
    relation = Change(one.spot.figure, move.old.figure, move.new.figure, mode, sense)
    unsaid = () if "tied" in features else words.spans
    doubts = (*reckoned((one.spot, move.old, move.new), words.elsewhere + unsaid), *_apart(move, one.spot))
    yield Proposal(one.spot, relation, form, (_way(one), *_named(one, move.new.lead), *features, *doubts))


def _way(one: Step) -> str:
    if one.sense:
        return "way-said"
    return "points" if one.spot.numeral.unit.measure is Measure.POINTS else "way-unsaid"


def _named(one: Step, verb: str) -> tuple[str, ...]:
    """The feature of a rate that has the name of the change: 精简为 90 件，精简率 25%."""
    name = one.spot.clause
    is_same = any(name[start : start + NAME] in verb for start in range(len(name) - NAME + 1))
    return ("word-same",) if is_same and not one.sense else ()


NAME = 2
"""Characters that name a change."""


def _apart(move: Move, change: Spot) -> Iterator[str]:
    """Features of two figures that are hardly one thing in two years."""
    quotient = Fraction(move.old.numeral.value) / (Fraction(move.new.numeral.value) or 1)
    if not 1 <= APART * quotient <= APART**2:
        yield "sizes-apart"
    if len({move.old.segment, move.new.segment, change.segment}) > 1:
        yield "segment-other"


def reckoned(spots: Sequence[Spot], words: tuple[str, ...]) -> tuple[str, ...]:
    """The feature of *words* that reckon with figures which are not printed."""
    pattern = any_of(words)
    found = any(pattern.search(spot.lead) for spot in spots) or pattern.search(spots[0].tail[:REACH])
    return ("base-elsewhere",) if found else ()


def _mode(one: Step, move: Move) -> Mode | None:
    numeral = one.spot.numeral
    if numeral.unit.measure is Measure.MULTIPLE:
        return RATIOS.get(numeral.unit.group)
    mode = MODES.get(numeral.unit.measure)
    if mode == "amount" and not one.spot.like(move.new):
        return None
    return mode if mode != "points" or move.new.is_percent else None


@dataclass(frozen=True, slots=True)
class Scene:
    """
    The changes of *group* in their *row*. *head* is its first figure if no word says that it is a change (比上年扩招
    200 人, 比上年 120 件), *taken* are places of figures that are changes by their words.
    """

    row: tuple[Spot, ...]
    group: tuple[Step, ...]
    taken: frozenset[int]
    words: Words

    @property
    def head(self) -> Step | None:
        return None if self.group[0].sense else self.group[0]

    @property
    def first(self) -> Spot:
        return self.group[0].spot

    def proposals(self) -> Iterator[Proposal]:
        """Every reading of every change of the group, of each the nearest first."""
        for one in self.group:
            if one is self.head and one.spot.numeral.unit.measure is not Measure.POINTS:
                continue
            amount = self._amount(one)
            for new, features in self._news(one, amount):
                yield from self._versus(one, new, features)
                if amount:
                    yield from self._grown(one, amount, new, features)
            yield from self._of_old(one, amount)

    def _amount(self, one: Step) -> Step | None:
        """What *one* is the rate of: 30 件 of 减少 30 件，下降 25%."""
        if not one.spot.is_percent:
            return None
        before = [step for step in self.group if step.spot.place < one.spot.place and step.spot.is_quantity]
        if not before or (before[-1] is self.head and tied(self.first, self.words)):
            return None
        return before[-1]

    def _news(self, one: Step, amount: Step | None) -> Iterator[tuple[Spot, tuple[str, ...]]]:
        """What may have changed: what the change leads up to, figures before it in the sentence, or in the last one."""
        unit = amount.spot if amount else one.spot if one.spot.is_quantity else None
        measure = one.spot.numeral.unit.measure
        found = list(_news(self.row, self.group, measure, self.words))
        found = [(spot, features) for spot, features in found if self._is_free(spot, measure)]
        if unit is None and self.group[0].prior is None:
            found = found[:1]  # a bare 下降 25% speaks of the figure just before
        for spot, features in found:
            if (unit or found[0][0]).like(spot):
                yield spot, (*features, *(("compared",) if self.group[0].prior is not None else ()))

    def _is_free(self, spot: Spot, measure: Measure) -> bool:
        """A growth rate may have changed by points, and is a change itself."""
        return spot.place not in self.taken or (measure is Measure.POINTS and spot.is_percent)

    def _versus(self, one: Step, new: Spot, features: tuple[str, ...]) -> Iterator[Proposal]:
        if not _same_sentence(new, self.first):
            return
        for old, why in self._olds(one, new):
            yield from between(one, Move(old, new, 0), self.words, *features, *why, form="change.versus")

    def _olds(self, one: Step, new: Spot) -> Iterator[tuple[Spot, tuple[str, ...]]]:
        """The figures that *new* may be compared with."""
        head = self.head.spot if self.head else None
        if head and head is not one.spot and head.like(new):
            if tied(head, self.words):
                yield head, ("tied",)
            elif new.numeral.value <= FARTHEST * head.numeral.value:
                yield head, ("either-role",)
        for old, why in _olds(self.row, self.group, new, self.words):
            # A growth rate is compared with growth rates only.
            is_alike = (old.place in self.taken) == (new.place in self.taken)
            if old is not head and is_alike and self._is_free(old, one.spot.numeral.unit.measure):
                yield old, why

    def _grown(self, one: Step, amount: Step, new: Spot, features: tuple[str, ...]) -> Iterator[Proposal]:
        """An old figure that is not printed, through amount and rate together."""
        sense = one.sense or amount.sense
        if one.sense and amount.sense and one.sense != amount.sense:
            return
        said = [
            _way(one),
            *_named(one, amount.spot.clause),
            *reckoned((one.spot, amount.spot, new), self.words.elsewhere),
        ]
        if not amount.sense:
            said.append("either-role")
        for way in (sense,) if sense else (1, -1):
            relation = Growth(one.spot.figure, amount.spot.figure, new.figure, way)
            yield Proposal(one.spot, relation, "change.amount", (*said, *features))

    def _of_old(self, one: Step, amount: Step | None) -> Iterator[Proposal]:
        """比上年的 120 件减少 30 件，下降 25%: only the old figure is printed."""
        head = self.head.spot if self.head else None
        if head and amount and amount.spot is not head and head.like(amount.spot) and tied(head, self.words):
            said = (_way(one), "tied", "sentence-same")
            relation = Share(one.spot.figure, (amount.spot.figure,), ((head.figure,),))
            yield Proposal(one.spot, relation, "change.amount", said)


def _is_noted(spot: Spot, words: Words) -> bool:
    """Whether a bracket gives the figure of a year, and not as a reason: 下降 20%（2023 年 50 件）."""
    is_reason = any_of(words.because).search(spot.lead)
    return spot.mention.depth > 0 and year(spot.clause) is not None and not is_reason


def _news(
    row: Sequence[Spot], group: Sequence[Step], measure: Measure, words: Words
) -> Iterator[tuple[Spot, tuple[str, ...]]]:
    first, last = group[0], group[-1].spot
    for spot in row[last.place + 1 : last.place + 2]:
        if _same_sentence(spot, last) and any_of(words.reached).fullmatch(spot.lead):
            yield spot, ("adjacent", "sentence-same")
    before = [spot for spot in row[: first.spot.place] if comparable(spot, measure)]
    near = [spot for spot in before if _same_sentence(spot, first.spot)]
    place = "sentence-same" if near else "sentence-before"
    if near:
        news = [spot for spot in near if not is_prior(spot, words)]
        # 比上年的 120 件减少 30 件，下降 25%: only the old figure is printed, and it is no new one.
        near = news or [spot for spot in near if not any_of(words.versus_inside + words.since).search(spot.clause)]
    else:
        near = [spot for spot in before if spot.sentence == first.spot.sentence - 1]
    if first.noun:
        named = [spot for spot in near if calls(spot, first.noun)]
        # 增速放缓 0.1 个百分点: what changed by points is a rate, whatever it is a rate of.
        near = named if named or measure is not Measure.POINTS else near
    for spot in reversed(near):
        yield spot, (place, "adjacent") if spot.place == first.spot.place - 1 else (place,)


def _olds(
    row: Sequence[Spot], group: Sequence[Step], new: Spot, words: Words
) -> Iterator[tuple[Spot, tuple[str, ...]]]:
    """The figures of the past in the sentence of *new* that the first of *group* compares it with."""
    one, behind = group[0], row[group[-1].spot.place + 1 : group[-1].spot.place + 2]
    near = [*behind, *reversed(row[: one.spot.place])]
    found = [spot for spot in near if _same_sentence(spot, new) and spot.like(new) and spot is not new]
    inside = [spot for spot in found if any_of(words.versus_inside).search(spot.clause)]
    found = [spot for spot in found if spot not in inside]
    if one.prior is None:
        # 较全省平均的 120 件多 30 件: this old figure belongs to this change and to no other.
        if own := next((spot for spot in inside if spot.place == one.spot.place - 1), None):
            yield own, ("tied",) if tied(own, words) else ()
            return
        # 上年 120 件，今年 90 件，下降 25%: no word compares, the periods do.
        past = [spot for spot in found if abs(spot.place - new.place) == 1 and is_before(spot, new, words)]
        yield from ((spot, ("past-said",)) for spot in past[:1])
        return
    then = year(one.prior)
    if then is not None:
        past = [spot for spot in found if year(spot.clause) == then]
    else:
        past = [spot for spot in found if is_prior(spot, words) or is_before(spot, new, words)]
        past = past or [spot for spot in behind if spot in found and _is_noted(spot, words)]
    named = [spot for spot in found if shared(spot.clause, one.prior)]
    if not past and one.spot.numeral.unit.measure is Measure.POINTS:
        past = named
    if len(past) > 1:
        past = [spot for spot in past if calls(spot, one.prior)]
    yield from ((spot, ("past-said",)) for spot in past[:1])


def is_before(old: Spot, new: Spot, words: Words) -> bool:
    """Whether the words give *old* the period before that of *new*."""
    then, now = year(old.clause), year(new.clause)
    if then is not None and now is not None:
        return then == now - 1
    return is_prior(old, words) and not is_prior(new, words)


def is_prior(spot: Spot, words: Words) -> bool:
    return any_of(words.prior).search(spot.clause) is not None


def _same_sentence(one: Spot, two: Spot) -> bool:
    return one.sentence == two.sentence
