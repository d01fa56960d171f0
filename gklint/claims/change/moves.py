"""
How prose speaks of change: the words before a figure that make it a change, and the two figures it lies between.

::

    由 120 件精简为 90 件，缩减率 25%                   old, new, rate
    由 120 件下降 25%，降至 90 件                       old, rate, new
    上年 120 件，今年 90 件，比上年减少 30 件，下降 25%      old, new, amount, rate
    90 件，比上年减少 30 件，下降 25%                    new, amount, rate: the old figure follows from these
    90 件，比上年少办 30 件，下降 25%                    the same with a word for less that no table has
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gklint.claims.share.running import Spot, any_of, captured
from gklint.model.numeral import Measure
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """
    The wording of change in one language, as fragments of patterns.

    *since* stands before an old figure (由), *into* before the new one that follows it (为); *since_more*, *into_less*
    and so on say which way it went as well. *more* and *less* stand before a change (增长, 降幅), *link* may stand
    behind them (了), *filler* before them (累计). *versus* compares (比上年), its group being what with;
    *versus_inside* the same before an old figure (较上年的 120 件), with *tied* at its end if that can be no change.
    *prior* is a past period, *reached* stands before a new figure behind its change, *because* before the
    reason for it, *multiple* before an old figure that the new one is a multiple of (是上年), *times* before how many
    times as much it is. *level* says that nothing changed; *above* and *below* compare two that are named.
    *more_behind* and *less_behind* make a change of the figure that they follow (a 30% increase), *than* leads on to
    its old figure (70% more than the 3,595).
    *reversed* names what is better when it is less: 排名由第 9 名上升到第 3 名.
    *gain* and *saving* are rates between what was *offered* and what was *paid* (增值率, 节约率).
    *elsewhere* near any of them: what it says is computed from figures that are not printed (年均, 可比价); *spans*
    say so unless the figure of that time is printed (较五年前的 90 件).
    """

    since: tuple[str, ...] = ()
    since_more: tuple[str, ...] = ()
    since_less: tuple[str, ...] = ()
    into: tuple[str, ...] = ()
    into_more: tuple[str, ...] = ()
    into_less: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    more_behind: tuple[str, ...] = ()
    less_behind: tuple[str, ...] = ()
    than: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    filler: tuple[str, ...] = ()
    versus: tuple[str, ...] = ()
    versus_inside: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    prior: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    multiple: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    reversed: tuple[str, ...] = ()
    gain: tuple[str, ...] = ()
    saving: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    paid: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """
    *spot* is a change: up (*sense* +1), down (−1) or by a word that no table has (0), of *noun* ("" if it does not
    say), against *prior*. Without a word of its own it may as well be the old figure: 比上年 120 件.
    """

    spot: Spot
    sense: int
    noun: str
    prior: str | None


@dataclass(frozen=True, slots=True)
class Move:
    """From *old* to *new*, in one sentence; *sense* as the words say."""

    old: Spot
    new: Spot
    sense: int


def moves(row: Sequence[Spot], words: Words) -> Iterator[Move]:
    """由 120 件精简为 90 件: two figures of one kind that are said to lead from one to the other."""
    for old, new in _pairs(row):
        if old.sentence != new.sentence or not old.like(new):
            continue
        start = _sense(old.clause, words.since, words.since_more, words.since_less)
        if start is None:
            continue
        lead = new.lead if new.place == old.place + 1 else new.lead.lstrip("，,")
        finish = _sense(lead, words.into, words.into_more, words.into_less, whole=True)
        if finish is not None:
            yield Move(old, new, start or finish)


def _pairs(row: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Neighbours, and those that only a rate stands between."""
    for spot in row[:-1]:
        after = row[spot.place + 1 : spot.place + 3]
        yield spot, after[0]
        if len(after) > 1 and after[0].is_rate and not spot.is_rate:
            yield spot, after[1]


def multiples(row: Sequence[Spot], words: Words) -> Iterator[tuple[Move, Spot]]:
    """150 件，是上年 100 件的 1.5 倍: the way from old to new, and how many times as much it is."""
    for new, old, times in zip(row, row[1:], row[2:], strict=False):
        if times.numeral.unit.group != TIMES or times.lead != "的" or not old.like(new):
            continue
        if new.sentence == times.sentence and _at_end(words.multiple).search(old.clause):
            yield Move(old, new, 0), times


def is_multiple(spot: Spot, words: Words) -> bool:
    """是上年的 4 倍: how many times as much as an old figure that stands elsewhere."""
    return spot.numeral.unit.group == TIMES and _at_end(words.times).search(spot.clause) is not None


def deals(row: Sequence[Spot], words: Words) -> Iterator[tuple[Move, Spot]]:
    """预算 120 万元，成交 90 万元，节约率 25%: the way from the price offered to the one paid, and its rate."""
    for rate in row:
        sense = _sense(rate.clause, (), words.gain, words.saving) if rate.is_percent else None
        if not sense:
            continue
        near = [spot for spot in row[: rate.place] if spot.sentence == rate.sentence and spot.is_quantity]
        offered = [spot for spot in near if any_of(words.offered).search(spot.clause)]
        paid = [spot for spot in near if any_of(words.paid).search(spot.clause) and spot not in offered]
        if len(offered) == len(paid) == 1 and offered[0].like(paid[0]):
            yield Move(offered[0], paid[0], sense), rate


TIMES = "倍"


def _sense(
    text: str, plain: tuple[str, ...], more: tuple[str, ...], less: tuple[str, ...], *, whole: bool = False
) -> int | None:
    """+1, −1 or 0 for the table that *text* ends with (is, if *whole*); None if it is none of them."""
    for sense, fragments in ((1, more), (-1, less), (0, plain)):
        pattern = _at_end(fragments)
        if (pattern.fullmatch(text) if whole else pattern.search(text)) is not None:
            return sense
    return None


@cache
def _at_end(fragments: tuple[str, ...]) -> re.Pattern[str]:
    return lazy(rf"(?:{'|'.join(fragments)})$" if fragments else r"(?!)", re.IGNORECASE)


def step(spot: Spot, words: Words) -> Step | None:
    """*spot* as a change, if the words before it make it one."""
    found = _phrase(words).fullmatch(spot.clause)
    if found is None:
        return _behind(spot, words) or _unsaid(spot, words)
    comparison = found["versus"] or next((outer[1] for outer in _outer(words).finditer(spot.lead)), None)
    return Step(spot, 1 if found["more"] else -1, found["noun"] or "", _prior(comparison, words))


def _behind(spot: Spot, words: Words) -> Step | None:
    """A 30% increase."""
    if spot.is_rate:
        for sense, fragments in ((1, words.more_behind), (-1, words.less_behind)):
            if any_of(fragments).match(spot.tail.lstrip()):
                return Step(spot, sense, "", None)
    return None


def exceeded(row: Sequence[Spot], words: Words) -> Iterator[tuple[Move, Spot]]:
    """6,173 users, 70% more than the 3,595 of last year: the old figure behind the rate."""
    for new, rate, old in zip(row, row[1:], row[2:], strict=False):
        way = _behind(rate, words)
        if way and new.is_quantity and old.sentence == new.sentence and any_of(words.than).fullmatch(old.lead.strip()):
            yield Move(old, new, way.sense), rate


def _unsaid(spot: Spot, words: Words) -> Step | None:
    """比上年扩招 200 人: what follows the past period is a verb of change, or the old figure itself."""
    found = any_of(words.versus_inside).search(spot.clause)
    is_points = spot.numeral.unit.measure is Measure.POINTS
    if found is None or not (spot.is_quantity or is_points):
        return None
    compared = spot.clause[found.start() :]
    if not is_points and any_of(words.prior).search(compared) is None and year(compared) is None:
        return None
    return Step(spot, 0, spot.clause[: found.start()], compared)


def tied(spot: Spot, words: Words) -> bool:
    """比上年的 120 件: what is compared with, and by no reading a change."""
    return _at_end(words.tied).search(spot.clause) is not None


def _prior(comparison: str | None, words: Words) -> str | None:
    """What *comparison* compares with: 上年 of 与上年相比; None where nothing is compared."""
    found = any_of(words.versus).fullmatch(comparison) if comparison else None
    return captured(found) if found else None


@cache
def _phrase(words: Words) -> re.Pattern[str]:
    """``机关经费比上年同期累计减少了``: noun, what it is compared with, filler, the change itself."""
    more, less, filler, link = (_any(part) for part in (words.more, words.less, words.filler, words.link))
    return lazy(
        rf"(?P<noun>.*?)(?P<versus>{_any(words.versus)})?(?:{filler})*(?:(?P<more>{more})|(?P<less>{less}))(?:{link}|\s)*",
        re.IGNORECASE,
    )


@cache
def _outer(words: Words) -> re.Pattern[str]:
    """A comparison in the clause before: 与上年相比，支出减少."""
    return lazy(rf"(?:^|[，,。；;、])\s*({_any(words.versus)})[，,][^，,]*$", re.IGNORECASE)


def _any(fragments: tuple[str, ...]) -> str:
    return "|".join(f"(?:{fragment})" for fragment in fragments) or r"(?!)"


def steps(row: Sequence[Spot], words: Words) -> Iterator[tuple[Step, ...]]:
    """Changes of one thing that stand in a row: 比上年减少 30 件，下降 25%."""
    group: list[Step] = []
    for spot in row:
        found = step(spot, words)
        if found is None and group and group[-1].spot.is_quantity:
            found = next(iter(rate_behind(row, group[-1].spot)), None)
        if group and not (found and _goes_on(group, found)):
            yield tuple(group)
            group = []
        if found:
            group.append(found)
    if group:
        yield tuple(group)


def rate_behind(row: Sequence[Spot], before: Spot) -> tuple[Step, ...]:
    """扩招 200 人，扩招率 20%: a percentage right behind a figure, whatever it is called."""
    for spot in row[before.place + 1 : before.place + 2]:
        if spot.is_percent and before.segment == spot.segment and UNSAID.fullmatch(spot.lead):
            return (Step(spot, 0, "", None),)
    return ()


UNSAID = lazy(r"[，,（(]?[一-龥]{1,8}")
"""The words before a rate that follows its figures at once."""


def _goes_on(group: Sequence[Step], found: Step) -> bool:
    """Whether *found* tells more of the same change: it names nothing else, nor compares with another past."""
    last = group[-1].spot
    is_next = last.place + 1 == found.spot.place and last.segment == found.spot.segment
    if not is_next or found.noun:
        return False
    # 由 40% 提高到 50%，提高 10 个百分点，同比提高 3 个百分点: two comparisons.
    first = group[0].prior
    return found.prior is None or (first is not None and (not found.prior or found.prior == first))


YEAR = lazy(r"(?<![0-9])((?:19|20)[0-9]{2})(?=年|[^0-9]|$)")


def year(text: str) -> int | None:
    """The last year that *text* names."""
    found = YEAR.findall(text)
    return int(found[-1]) if found else None


SHARED = 3


def shared(one: str, two: str) -> bool:
    """Whether both say so many characters in a row: 1—6月 of 1—6月增长, 比1—6月份放缓."""
    return any(one[start : start + SHARED] in two for start in range(len(one) - SHARED + 1))


def comparable(spot: Spot, measure: Measure) -> bool:
    """Whether a change of *measure* can be a change of *spot*: points are of percentages, the rest of quantities."""
    return spot.is_percent if measure is Measure.POINTS else spot.is_quantity
