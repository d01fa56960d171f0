"""
Changes: an old figure, a new one, and by how much the sentence says that they differ.

Grammar proposes every pair of figures that a change may lie between, and every figure that its amount and rate may
lead back from; of the readings of one rate the likeliest is claimed, and none that only a far miss speaks of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gklint.claims.change.arrows import arrows
from gklint.claims.change.compared import levels, named
from gklint.claims.change.moves import (
    Move,
    Step,
    Words,
    deals,
    exceeded,
    is_multiple,
    moves,
    multiples,
    rate_behind,
    steps,
)
from gklint.claims.change.readings import Proposal, Scene, between
from gklint.claims.change.reasons import reason
from gklint.claims.share.running import Spot, any_of, hints, joined, rows, softening
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Verdict
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.reading import Reading
from gklint.model.relation import Change, Mode, Order
from gklint.model.rule import Rule
from gklint.start.memo import per_object
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

ALL = frozenset(Measure)

HINTS = (
    "more",
    "less",
    "into",
    "into_more",
    "into_less",
    "multiple",
    "times",
    "gain",
    "saving",
    "versus_inside",
    "level",
)
"""Tables of words without one of which a paragraph speaks of no change."""

MOST = 4
"""So many readings of one figure are weighed, the nearest first."""

MOVE = "change.move"
TIMES: Mode = "times"
PERCENT: Mode = "percent"

STATED = ("way-said", "adjacent", "sentence-same")
"""What is true of a rate that names its two figures itself: 是上年 100 件的 1.5 倍."""
REASON = ("change.versus", ("way-said", "sentence-same", "noun-same"))
"""A reason for a change of the figure that it repeats the name of."""


@dataclass(frozen=True, slots=True)
class Find:
    """*words* are the tables of wording by language."""

    words: Mapping[str, Words]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every change of the prose whose figures are printed."""
    for rule in rules:
        if isinstance(rule.find, Find):
            words = joined(rule.find.words)
            for row in rows(ledger, ALL, _hints(words)):
                yield from _of_row(ledger, rule, row, words)


@per_object
def _hints(words: Words) -> tuple[re.Pattern[str], ...]:
    return hints(tuple(word for name in HINTS for word in getattr(words, name)))


def _of_row(ledger: Ledger, rule: Rule, row: tuple[Spot, ...], words: Words) -> Iterator[Claim]:
    groups = list(steps(row, words))
    taken = frozenset(one.spot.place for group in groups for one in group if one.sense)
    told: set[int] = set()
    proposals: list[Proposal] = []
    for move in moves(row, words):
        if move.old.place in taken:
            continue
        group = _attached(row, move, groups)
        for one in group:
            proposals += between(one, move, words, *_around(one, move, group[0]))
        if group and group[0].prior is None:
            told |= {one.spot.place for one in group}
        if not group and move.sense:
            yield _directed(ledger, rule, move, words)
    proposals += (*_stated(row, words), *arrows(ledger.text(row[0].figure), row, words))
    yield from _compared(ledger, rule, row, words)
    for group in groups:
        if group[0].spot.place not in told:
            proposals += Scene(row, group, taken, words).proposals()
    yield from _claimed(ledger, rule, proposals, words)


def _compared(ledger: Ledger, rule: Rule, row: tuple[Spot, ...], words: Words) -> Iterator[Claim]:
    """What words say of two figures without a rate."""
    for one in (*levels(row, words), *named(ledger.text(row[0].figure), row, words)):
        reading = Reading(one.form, one.features)
        yield _ordered(Claim(rule, one.relation, Basis.INHERITED, notes=softening(ledger, one.of), reading=reading))


def _attached(row: tuple[Spot, ...], move: Move, groups: Sequence[tuple[Step, ...]]) -> tuple[Step, ...]:
    """The changes that tell of *move*: behind it, between its figures, or before it (下降 25%，由 120 件降至 90 件)."""
    following = _beginning(groups, move.new.place + 1)
    if following and _is_near(move.new, following[0].spot):
        return following
    if move.new.place == move.old.place + 2:
        return _beginning(groups, move.old.place + 1) or rate_behind(row, move.old)
    before = [group for group in groups if group[-1].spot.place == move.old.place - 1]
    if before and FROM.match(move.old.lead) and _is_near(before[0][-1].spot, move.old):
        return before[0]
    return rate_behind(row, move.new)


FROM = lazy(r"\s*[,，(（]?\s*(?:from\b|由|从|自)")


def _beginning(groups: Sequence[tuple[Step, ...]], place: int) -> tuple[Step, ...]:
    """The group of changes that begins at *place* and names nothing of its own."""
    return next((group for group in groups if group[0].spot.place == place and not group[0].noun), ())


def _is_near(one: Spot, two: Spot) -> bool:
    return one.sentence == two.sentence


def _around(one: Step, move: Move, first: Step) -> tuple[str, ...]:
    """Features of *one* beside the figures of *move*."""
    # 由 120 件减至 90 件，比上年下降 20%: that may be another year.
    return ("sentence-same", "adjacent", *(("other-period",) if first.prior is not None else ()))


def _stated(row: tuple[Spot, ...], words: Words) -> Iterator[Proposal]:
    """Rates that name their figures, or follow them: 是上年 100 件的 1.5 倍, 成交 90 万元，节约率 25%."""
    named = ((multiples(row, words), TIMES), (deals(row, words), PERCENT), (exceeded(row, words), PERCENT))
    for found, mode in named:
        for move, rate in found:
            relation = Change(rate.figure, move.old.figure, move.new.figure, mode, move.sense)
            yield Proposal(rate, relation, MOVE, (*STATED, *(("round",) if _is_loose(move, rate) else ())))
    for move in moves(row, words):
        for rate in row[move.new.place + 1 : move.new.place + 2]:
            if is_multiple(rate, words) and _is_near(move.new, rate):
                relation = Change(rate.figure, move.old.figure, move.new.figure, TIMES, 0)
                yield Proposal(rate, relation, MOVE, (*STATED, "other-period"))


def _is_loose(move: Move, rate: Spot) -> bool:
    """70% more than the 3,595: said in passing, to the nearest ten."""
    is_behind = move.old.place > rate.place
    return is_behind and rate.is_percent and not rate.numeral.decimals and rate.numeral.value % 10 == 0


def _claimed(ledger: Ledger, rule: Rule, proposals: Sequence[Proposal], words: Words) -> Iterator[Claim]:
    """The readings of each figure as claims; the nearest that holds alone, if any does."""
    rivals: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        rivals.setdefault(proposal.of.place, []).append(proposal)
    for readings in rivals.values():
        forms = Counter(reading.form for reading in readings)
        notes = softening(ledger, readings[0].of)
        made = []
        for one in readings[:MOST]:
            basis = Basis.DECLARED if one.is_said and forms[one.form] == 1 else Basis.INHERITED
            reading = Reading(one.form, one.features, (one.of.figure.id,))
            made.append(Claim(rule, one.relation, basis, notes=notes, reading=reading))
        holding = next((claim for claim in made if judge(claim).verdict is Verdict.PASS), None)
        yield from (holding,) if holding else made
        yield from _reasoned(ledger, rule, readings, words)


def _reasoned(ledger: Ledger, rule: Rule, readings: Sequence[Proposal], words: Words) -> Iterator[Claim]:
    """What the reason given for a change says of its way."""
    change = next((one.relation for one in readings if isinstance(one.relation, Change)), None)
    if change is None:
        return
    spot = readings[0].of
    if sense := reason(ledger.text(spot.figure), spot.mention.end, words):
        relation = Change(None, change.old, change.new, "amount", sense)
        yield _ordered(Claim(rule, relation, Basis.INHERITED, notes=softening(ledger, spot), reading=Reading(*REASON)))


def _directed(ledger: Ledger, rule: Rule, move: Move, words: Words) -> Claim:
    """More or less, and no word of how much."""
    relation = Change(None, move.old.figure, move.new.figure, "amount", move.sense)
    features = (*STATED, *(("less-is-more",) if any_of(words.reversed).search(move.old.clause) else ()))
    reading = Reading(MOVE, features, (move.new.figure.id,))
    return _ordered(Claim(rule, relation, Basis.DECLARED, notes=softening(ledger, move.new), reading=reading))


def _ordered(claim: Claim) -> Claim:
    """A direction that is true is no more than an order of two figures."""
    change = claim.relation
    if not isinstance(change, Change) or not change.sense or judge(claim).verdict is not Verdict.PASS:
        return claim
    order = Order(change.old, change.new) if change.sense > 0 else Order(change.new, change.old)
    return replace(claim, relation=order)
