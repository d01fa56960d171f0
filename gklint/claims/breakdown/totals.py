"""Totals printed behind their list: 3 名专职、2 名兼职共 5 名. The total belongs to the list just before it."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.claims.breakdown.leads import BOUND, CLOSING, LEAD, OTHER_TIME, SUMMING, TOTAL
from gklint.claims.breakdown.passages import Passage, clauses, level_of
from gklint.claims.breakdown.sums import Found, Places, equals, is_of_one_unit, meets, partition
from gklint.model.claim import Basis

MOST_PARTS, SEVERAL = 30, 3
KINDS = frozenset({"类", "项", "种", "者", "方面", "部分"})
LONGEST_KIND = 8
"""Characters of the words between 三类 and its total: 刊物共."""


def totals(passage: Passage) -> Iterator[tuple[Places, Found]]:
    """The totals of *passage* that stand behind their parts, with the places of those parts."""
    for place in range(1, len(passage.items)):
        if result := _parts(passage, place):
            parts, basis = result
            yield parts, Found("total-behind", partition(passage, place, parts), basis)


def _parts(passage: Passage, place: int) -> tuple[Places, Basis] | None:
    """The list that the figure at *place* sums up and who says so, None if it sums up none."""
    if not TOTAL.search(passage.clause(place)):
        return None
    last = _level_with(passage, place, place - 1)
    if last is not None and last > 1 and _counts_kinds(passage, last, place):
        last = _level_with(passage, place, last - 1)
    if last is None or passage.is_attribute(place):
        return None
    gap = passage.between(last, place)
    words = TOTAL.search(gap)
    if words is None or level_of(gap) > 1 or OTHER_TIME.search(gap):
        return None
    chain, is_tight = _chain(passage, place, last)
    for start in range(len(chain) - 1):
        if equals(passage, place, chain[start:]) or (not start and meets(passage, place, chain)):
            return chain[start:], Basis.DECLARED
    if len(chain) < 2 or not is_of_one_unit(passage, (place, *chain)) or _has_own_list(passage, place):
        return None
    # 共 and the number alone sum up what stands before; 共印发 12 份 may begin another statement.
    is_plain = not words["noun"].strip()
    if is_tight and (is_plain or BOUND.match(gap) or CLOSING.fullmatch(words["word"])):
        return chain, Basis.DECLARED
    is_sum = SUMMING.fullmatch(words["word"]) or (len(chain) >= SEVERAL and BOUND.match(words["word"]))
    return (chain, Basis.INHERITED) if is_plain and is_sum else None


def _counts_kinds(passage: Passage, kinds: int, place: int) -> bool:
    """Whether the item before a total only counts the kinds that it sums up: A 4 期、B 3 期，两类共 7 期."""
    gap = passage.between(kinds, place)
    return passage.items[kinds].numeral.unit.name in KINDS and not level_of(gap) and len(gap) <= LONGEST_KIND


def _chain(passage: Passage, whole: int, last: int) -> tuple[Places, bool]:
    """The list of like figures that ends with item *last*, and whether nothing but 、 and 和 parts them."""
    items = passage.items
    if not items[last].like(items[whole]) or passage.is_attribute(last):
        return (), False
    chain, is_tight = [last], True
    while len(chain) < MOST_PARTS and (before := _level_with(passage, last, last - 1)) is not None:
        link = passage.between(before, last)
        inner = clauses(link)
        if level_of(link) > 1 or len(inner) != 2 or TOTAL.search(inner[0]) or LEAD.search(inner[1]):
            break
        if not items[before].like(items[whole]) or passage.is_attribute(before):
            break
        is_tight = is_tight and level_of(link) == 0
        chain.insert(0, before)
        last = before
    return tuple(chain), is_tight


def _level_with(passage: Passage, place: int, start: int) -> int | None:
    """The nearest item from *start* backwards that stands as deep as *place*; those in brackets are passed over."""
    depth = passage.items[place].depth
    for index in range(start, -1, -1):
        if passage.items[index].depth <= depth:
            return index if passage.items[index].depth == depth else None
    return None


def _has_own_list(passage: Passage, place: int) -> bool:
    """Whether the parts of a total follow it, so that what stands before it is something else."""
    return place + 1 < len(passage.items) and bool(LEAD.search(passage.between(place, place + 1)))
