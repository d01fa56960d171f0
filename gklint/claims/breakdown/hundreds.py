"""
Shares of one whole that are all of it: percentages that a writer gives one after the other of one thing.

::

    A 占 60%，B 占 30%，其他占 10%           closed by the rest
    A 6 件，占 60%；B 4 件，占 40%            closed by counts that make their whole
    A、B、C 占比分别为 50%、30%、20%           told in turn
    三次产业结构为 12.5∶40.3∶47.2            a ratio
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from gklint.claims.breakdown.leads import DIVISION, IN_TURN, LEAD, REST, SEVERAL_ANSWERS, SHARE
from gklint.claims.breakdown.lists import FARTHEST
from gklint.claims.breakdown.passages import SEMICOLON, Passage, clauses, level_of
from gklint.claims.breakdown.sums import HUNDRED, Found, Places, Sets, is_set, sum_of
from gklint.model.claim import Basis
from gklint.model.interval import Interval, total
from gklint.model.numeral import Measure
from gklint.model.reading import Reading
from gklint.model.relation import Hundred
from gklint.start.patterns import lazy

FEWEST = 2
NEARLY_ALL = 99
"""Shares that come to less need not be all."""
AHEAD = 24
"""Characters before a list in which a word says that something is divided."""

_RATIO = lazy(r"\s*[:：∶]\s*")
_BASE = lazy(r"占([^，,。；;]*?)的?(?:比例|比重|份额|比)?(?:分别|各)?(?:为|是|到|达到?|约)*$")
_ANY_BASE = lazy(r"^(?:全部|全年|其|到|总)+|(?:总数|总量|总额|总计|合计|数量|件数)$")


def hundreds(passage: Passage, exhaustive: Sets) -> Iterator[Found]:
    """The lists of shares in *passage* that may be a whole; those of names that are *exhaustive* must be."""
    if SEVERAL_ANSWERS.search(passage.text):
        return
    ratios = list(_ratios(passage))
    for ratio in ratios:
        yield _hundred(passage, ratio, "hundred.ratio", exhaustive)
    taken = {place for ratio in ratios for place in ratio}
    for run in _runs(passage, taken):
        yield from _closed(passage, run, exhaustive)


def _ratios(passage: Passage) -> Iterator[Places]:
    """The terms of each ratio in percent."""
    run: list[int] = []
    for place, item in enumerate(passage.items[passage.start :], passage.start):
        is_share = item.numeral.unit.measure is Measure.PERCENT
        if run and not (is_share and _RATIO.fullmatch(passage.text[passage.items[run[-1]].end : item.start])):
            if len(run) > FEWEST:
                yield tuple(run)
            run = []
        if is_share:
            run.append(place)
    if len(run) > FEWEST:
        yield tuple(run)


def _runs(passage: Passage, taken: set[int]) -> Iterator[list[int]]:
    """Percentages that say 占 or follow one that does, with nothing but names and counts between them."""
    run: list[int] = []
    for place, item in enumerate(passage.items[passage.start :], passage.start):
        if item.numeral.unit.measure is not Measure.PERCENT or place in taken:
            continue
        clause = passage.clause(place)
        gap = passage.between(run[-1], place) if run else ""
        if run and (_turns(gap) or passage.items[run[-1]].depth != item.depth or _is_of_other(passage, run, place)):
            yield run
            run = []
        if _tells_share(clause) or (run and level_of(gap) < SEMICOLON and not _is_rate(clause)):
            run.append(place)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _tells_share(clause: str) -> bool:
    return SHARE.search(clause) is not None or DIVISION.search(clause) is not None


def _turns(gap: str) -> bool:
    """Whether another statement begins in *gap*, or another division of the whole or of a part."""
    if level_of(gap) > SEMICOLON or len(gap) > FARTHEST:
        return True
    lead = LEAD.search(gap)
    return IN_TURN.search(gap) is not None or (lead is not None and lead.lastgroup in ("nested", "sorts"))


def _is_of_other(passage: Passage, run: Sequence[int], place: int) -> bool:
    """Whether the share says that it is of another whole than one before it: 占货物支出的 80%，占工程支出的 72%."""
    own = _base(passage.clause(place))
    return bool(own) and any(base not in ("", own) for base in map(_base, map(passage.clause, run)))


def _base(clause: str) -> str:
    found = _BASE.search(clause)
    return _ANY_BASE.sub("", found[1]) if found else ""


def _is_rate(clause: str) -> bool:
    return any(word in clause for word in ("率", "增", "降", "减", "升", "同比", "比上年", "较"))


def _closed(passage: Passage, run: Sequence[int], exhaustive: Sets) -> Iterator[Found]:
    start = 0
    for end in range(1, len(run) + 1):
        if REST.search(_share_name(passage, run[end - 1])) and end - start >= FEWEST:
            yield _hundred(passage, run[start:end], "hundred.rest", exhaustive)
            start = end
    rest = run[start:]
    if len(rest) < FEWEST:
        return
    if _counts_close(passage, rest):
        yield _hundred(passage, rest, "hundred.counts", exhaustive)
    elif IN_TURN.search(passage.clause(rest[0])) or all(not passage.clause(place) for place in rest[1:]):
        yield _hundred(passage, rest, "hundred.told", exhaustive)
    elif len(rest) > FEWEST or _sum(passage, rest).meets(HUNDRED) or _is_all(passage, rest, exhaustive):
        yield _hundred(passage, rest, "hundred.list", exhaustive)


def _is_all(passage: Passage, run: Sequence[int], exhaustive: Sets) -> bool:
    return is_set([_share_name(passage, place) for place in run], exhaustive)


def _share_name(passage: Passage, place: int) -> str:
    """What the share is of: its own clause, or the one before it if that holds its count (其他 5 件，占 10%)."""
    clause = passage.clause(place)
    if clause.startswith(("占", "accounting")) and place:
        return passage.clause(place - 1).lstrip()
    return clause


def _counts_close(passage: Passage, run: Sequence[int]) -> bool:
    """Whether each share stands behind its count, and the counts add up to the figure before them."""
    items = passage.items
    counts = [place - 1 for place in run]
    if counts[0] < 1 or any(items[c].numeral.unit.measure is Measure.PERCENT for c in counts):
        return False
    if any(len(clauses(passage.between(c, c + 1))) > 2 for c in counts):
        return False
    parts = total([items[c].numeral.bounds for c in counts])
    return any(items[w].like(items[counts[0]]) and items[w].numeral.bounds.meets(parts) for w in range(counts[0]))


def _counts_leave(passage: Passage, run: Sequence[int], shares: Interval) -> bool:
    """Whether the counts beside the shares leave just what these leave: 9 件，占 45%；10 件，占 50%, of 20 件."""
    items = passage.items
    counts = [place - 1 for place in run]
    if counts[0] < 1 or any(items[c].numeral.unit.measure is Measure.PERCENT for c in counts):
        return False
    parts = 100 * sum_of(passage, counts)
    wholes = (Fraction(item.numeral.value) for item in items[: counts[0]] if item.like(items[counts[0]]))
    return any(whole and parts / whole in shares for whole in wholes if 100 * whole != parts)


def _hundred(passage: Passage, run: Sequence[int], form: str, exhaustive: Sets) -> Found:
    shares = _sum(passage, run)
    anchor = tuple(passage.items[place].figure.id for place in run)
    is_all = _is_all(passage, run, exhaustive)
    facts = (*_features(passage, run, form, shares, is_all=is_all), *(("set",) if is_all else ()))
    reading = Reading(form, facts, anchor, form == "hundred.rest")
    fault = "above-hundred" if form == "hundred.list" and shares.exceeds(HUNDRED) else "not-hundred"
    relation = Hundred(tuple(passage.items[place].figure for place in run))
    return Found(fault, relation, Basis.DECLARED, reading=reading)


def _features(passage: Passage, run: Sequence[int], form: str, shares: Interval, *, is_all: bool) -> Iterator[str]:
    start = passage.items[run[0]].start
    ahead = passage.text[max(0, start - AHEAD) : start]
    lead = LEAD.search(ahead)
    if DIVISION.search(ahead) or (lead and lead.lastgroup == "sorts"):
        yield "divided"
    if form == "hundred.list" and all(not level_of(passage.between(*pair)) for pair in pairwise(run)):
        yield "listed"
    if (
        not is_all
        and form in ("hundred.told", "hundred.list", "hundred.ratio")
        and Interval.point(NEARLY_ALL).exceeds(shares)
    ):
        yield "short"
    if len(run) == FEWEST and form == "hundred.told":
        yield "two"
    if form == "hundred.list" and _counts_leave(passage, run, shares):
        yield "counts-leave"


def _sum(passage: Passage, run: Sequence[int]) -> Interval:
    return total([passage.items[place].numeral.bounds for place in run])
