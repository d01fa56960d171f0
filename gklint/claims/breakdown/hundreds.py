"""Shares of one whole: a list of percentages that is closed by what remains (其他) or by counts that add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.claims.breakdown.leads import LEAD, REST, SEVERAL_ANSWERS, SHARE
from gklint.claims.breakdown.lists import FARTHEST
from gklint.claims.breakdown.passages import SEMICOLON, Passage, clauses, level_of
from gklint.claims.breakdown.sums import Found
from gklint.model.claim import Basis
from gklint.model.interval import Interval, total
from gklint.model.numeral import Measure
from gklint.model.relation import Hundred

FEWEST = 3
HUNDRED = Interval.point(100)


def hundreds(passage: Passage) -> Iterator[Found]:
    """The lists of shares in *passage* that assert to be a whole."""
    for run in _runs(passage):
        yield from _closed(passage, run)


def _runs(passage: Passage) -> Iterator[list[int]]:
    """Percentages that say 占 or follow one that does, with nothing but names and counts between them."""
    run: list[int] = []
    for place, item in enumerate(passage.items[passage.start :], passage.start):
        if item.numeral.unit.measure is not Measure.PERCENT:
            continue
        gap = passage.between(run[-1], place) if run else ""
        if run and (_turns(gap) or passage.items[run[-1]].depth != item.depth):
            yield run
            run = []
        clause = passage.clause(place)
        if SHARE.search(clause) or (run and level_of(gap) < 2 and not _is_rate(clause)):
            run.append(place)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _turns(gap: str) -> bool:
    """Whether another statement begins in *gap*, or another division of the whole or of a part."""
    if level_of(gap) > SEMICOLON or len(gap) > FARTHEST:
        return True
    lead = LEAD.search(gap)
    return lead is not None and lead.lastgroup in ("nested", "sorts")


def _is_rate(clause: str) -> bool:
    return any(word in clause for word in ("率", "增", "降", "减", "升", "同比", "比上年", "较"))


def _closed(passage: Passage, run: Sequence[int]) -> Iterator[Found]:
    if len(run) < 2 or SEVERAL_ANSWERS.search(passage.text):
        return
    start = 0
    for end in range(1, len(run) + 1):
        if REST.search(_share_name(passage, run[end - 1])) and end - start > 1:
            yield _hundred(passage, run[start:end], "not-hundred", Basis.DECLARED)
            start = end
    rest = run[start:]
    if len(rest) < 2:
        return
    if _is_whole(passage, rest) or _counts_close(passage, rest):
        yield _hundred(passage, rest, "not-hundred", Basis.DECLARED)
    elif len(rest) >= FEWEST and all(SHARE.search(passage.clause(place)) for place in rest):
        bounds = total([passage.items[place].numeral.bounds for place in rest])
        if bounds.exceeds(HUNDRED):
            yield _hundred(passage, rest, "above-hundred", Basis.INHERITED)


def _share_name(passage: Passage, place: int) -> str:
    """What the share is of: its own clause, or the one before it if that holds its count (其他 5 件，占 10%)."""
    clause = passage.clause(place)
    if clause.startswith(("占", "accounting")) and place:
        return passage.clause(place - 1).lstrip()
    return clause


def _is_whole(passage: Passage, run: Sequence[int]) -> bool:
    return len(run) >= FEWEST - 1 and total([passage.items[place].numeral.bounds for place in run]).meets(HUNDRED)


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


def _hundred(passage: Passage, run: Sequence[int], fault: str, basis: Basis) -> Found:
    return Found(fault, Hundred(tuple(passage.items[place].figure for place in run)), basis)
