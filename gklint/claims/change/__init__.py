"""
Changes: an old figure, a new one, and by how much the sentence says that they differ.

Which figures a change lies between is a matter of grammar; where several could be meant, it passes if any fits. What
a sentence gives without its old figure is claimed only if amount and rate together lead back to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gklint.claims.change.moves import Move, Step, Words, comparable, deals, moves, multiples, steps, year
from gklint.claims.change.reasons import reason
from gklint.claims.share.running import Spot, any_of, hints, joined, rows, softening
from gklint.claims.share.shares import calls
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Verdict
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.relation import Change, Growth, Mode, Order
from gklint.model.rule import Rule
from gklint.start.memo import per_object
from gklint.start.records import dataclass

ALL = frozenset(Measure)
PERCENT: Mode = "percent"
TIMES: Mode = "times"
MODES: dict[Measure, Mode] = {
    Measure.PERCENT: "percent",
    Measure.POINTS: "points",
    Measure.COUNT: "amount",
    Measure.AMOUNT: "amount",
    Measure.OTHER: "amount",
}
RATIOS: dict[str, Mode] = {"倍": "times-more", "番": "doublings", "比": "percent"}

HINTS = ("more", "less", "into_more", "into_less", "multiple", "gain", "saving")
"""Tables of words without one of which a paragraph speaks of no change."""


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
    changes = list(steps(row, words))
    places = frozenset(one.spot.place for group in changes for one in group)
    told: set[int] = set()
    for move in moves(row, words):
        if move.old.place in places:
            continue
        following = [group for group in changes if group[0].spot.place == move.new.place + 1 and not group[0].noun]
        group = following[0] if following and _same_sentence(move.new, following[0][0].spot) else ()
        told |= {one.spot.place for one in group}
        if _unfit(move.old, words):
            group = ()
        if not group and move.sense and not any_of(words.reversed).search(move.old.clause):
            yield _directed(ledger, rule, move, move.sense, Basis.DECLARED)
        # 由 120 件减至 90 件，比上年下降 20%: that may be another year.
        basis = Basis.DECLARED if group and group[0].prior is None else Basis.INHERITED
        yield from _between(ledger, rule, move, group, words, basis)
    for found, mode in ((multiples(row, words), TIMES), (deals(row, words), PERCENT)):
        for move, rate in found:
            relation = Change(rate.figure, move.old.figure, move.new.figure, mode, move.sense)
            yield Claim(rule, relation, Basis.DECLARED, notes=softening(ledger, rate))
    for group in changes:
        if group[0].spot.place not in told:
            yield from _of_group(ledger, rule, row, group, places, words)


def _between(
    ledger: Ledger, rule: Rule, move: Move, group: Sequence[Step], words: Words, basis: Basis
) -> Iterator[Claim]:
    """What *group* says of the way from old to new, and what the reason given for it does."""
    for one in group:
        mode = _mode(one, move)
        if mode is None:
            continue
        # 增长 −3.5%: the sign is printed already.
        sense = 0 if one.spot.numeral.value < 0 else one.sense
        relation = Change(one.spot.figure, move.old.figure, move.new.figure, mode, sense)
        yield Claim(rule, relation, basis, notes=softening(ledger, one.spot))
    if group and (sense := reason(ledger.text(move.new.figure), group[-1].spot.mention.end, words)):
        yield _directed(ledger, rule, move, sense, Basis.INHERITED)


def _directed(ledger: Ledger, rule: Rule, move: Move, sense: int, basis: Basis) -> Claim:
    """More or less, and no word of how much: where it is true it is no more than an order of two figures."""
    old, new = move.old.figure, move.new.figure
    notes = softening(ledger, move.new)
    claim = Claim(rule, Change(None, old, new, "amount", sense), basis, notes=notes)
    if judge(claim).verdict is not Verdict.PASS:
        return claim
    return Claim(rule, Order(old, new) if sense > 0 else Order(new, old), basis, notes=notes)


def _mode(one: Step, move: Move) -> Mode | None:
    numeral = one.spot.numeral
    if numeral.unit.measure is Measure.MULTIPLE:
        return RATIOS.get(numeral.unit.group)
    mode = MODES.get(numeral.unit.measure)
    if mode == "amount" and not one.spot.like(move.new):
        return None
    return mode if mode != "points" or move.new.is_percent else None


def _of_group(
    ledger: Ledger, rule: Rule, row: tuple[Spot, ...], group: tuple[Step, ...], places: frozenset[int], words: Words
) -> Iterator[Claim]:
    """A comparison: with an old figure that the sentence prints, else through its amount and rate together."""
    first = group[0].spot
    news = [spot for spot in _news(row, group, words) if spot.place not in places]
    if not news or _unfit(news[0], words):
        return
    amount = next((one for one in group if one.spot.is_quantity), None)
    rate = next((one for one in group if one.spot.is_percent), None)
    news = [spot for spot in news if spot.like(amount.spot if amount else news[0])]
    if group[0].prior is None and not amount:
        news = news[:1]  # a bare 下降 25% speaks of the figure just before
    own = [(old, new) for new in news if _same_sentence(new, first) and (old := _old(row, group, new, places, words))]
    if own:
        basis = Basis.DECLARED if len(own) == 1 else Basis.INHERITED
        made = [tuple(_between(ledger, rule, Move(old, new, 0), group, words, basis)) for old, new in own]
        fitting = (claims for claims in made if all(judge(claim).verdict is not Verdict.FAIL for claim in claims))
        yield from next(fitting, made[0])
        return
    if amount is None or rate is None or amount.sense != rate.sense:
        return
    yield from _grown(ledger, rule, amount, rate, news)


def _grown(ledger: Ledger, rule: Rule, amount: Step, rate: Step, news: Sequence[Spot]) -> Iterator[Claim]:
    """Amount and rate of the first of *news* that they fit, else of the first."""
    is_sure = len(news) == 1 and _same_sentence(news[0], amount.spot)
    basis = Basis.DECLARED if is_sure else Basis.INHERITED
    found = [
        Claim(
            rule,
            Growth(rate.spot.figure, amount.spot.figure, new.figure, amount.sense),
            basis,
            notes=softening(ledger, rate.spot),
        )
        for new in news
    ]
    if found:
        yield next((claim for claim in found if judge(claim).verdict is Verdict.PASS), found[0])


def _news(row: Sequence[Spot], group: Sequence[Step], words: Words) -> Iterator[Spot]:
    """What may have changed: a figure that the change leads up to, those before it in the sentence, or in the last."""
    first, last = group[0], group[-1].spot
    measure = first.spot.numeral.unit.measure
    for spot in row[last.place + 1 : last.place + 2]:
        if _same_sentence(spot, last) and any_of(words.reached).fullmatch(spot.lead):
            yield spot
    before = [spot for spot in row[: first.spot.place] if comparable(spot, measure)]
    near = [spot for spot in before if _same_sentence(spot, first.spot)]
    if near:
        news = [spot for spot in near if not _is_prior(spot, words)]
        # 比上年的 120 件减少 30 件，下降 25%: only the old figure is printed, and it is no new one.
        near = news or [spot for spot in near if not any_of(words.versus_inside + words.since).search(spot.clause)]
    else:
        near = [spot for spot in before if spot.sentence == first.spot.sentence - 1]
    if first.noun:
        near = [spot for spot in near if calls(spot, first.noun)]
    yield from reversed(near)


def _old(row: Sequence[Spot], group: Sequence[Step], new: Spot, places: frozenset[int], words: Words) -> Spot | None:
    """The figure of the past in the sentence of *new* that the first of *group* compares it with."""
    one, behind = group[0], row[group[-1].spot.place + 1 : group[-1].spot.place + 2]
    near = [*behind, *reversed(row[: one.spot.place])]
    found = [s for s in near if _same_sentence(s, new) and s.like(new) and s is not new and s.place not in places]
    inside = [spot for spot in found if any_of(words.versus_inside).search(spot.clause)]
    found = [spot for spot in found if spot not in inside]
    if one.prior is None:
        # 较上年的 120 件增加 30 件: this old figure belongs to this change and to no other.
        if own := next((spot for spot in inside if spot.place == one.spot.place - 1), None):
            return own
        # 上年 120 件，今年 90 件，下降 25%: no word compares, the periods do.
        return next((s for s in found if abs(s.place - new.place) == 1 and _is_before(s, new, words)), None)
    then = year(one.prior)
    if then is not None:
        past = [spot for spot in found if year(spot.clause) == then]
    else:
        past = [spot for spot in found if _is_prior(spot, words) or _is_before(spot, new, words)]
        past = past or [spot for spot in behind if spot in found and spot.mention.depth and year(spot.clause)]
    return past[0] if len(past) == 1 else next((spot for spot in past if calls(spot, one.prior)), None)


def _is_before(old: Spot, new: Spot, words: Words) -> bool:
    """Whether the words give *old* the period before that of *new*."""
    then, now = year(old.clause), year(new.clause)
    if then is not None and now is not None:
        return then == now - 1
    return _is_prior(old, words) and not _is_prior(new, words)


def _is_prior(spot: Spot, words: Words) -> bool:
    return any_of(words.prior).search(spot.clause) is not None


def _same_sentence(one: Spot, two: Spot) -> bool:
    return one.sentence == two.sentence


def _unfit(spot: Spot, words: Words) -> bool:
    return any_of(words.never).search(spot.lead) is not None
