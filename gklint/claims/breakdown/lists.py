"""Where a list of parts begins and ends: one clause follows another of its kind, and brackets set a list apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from gklint.claims.breakdown.leads import ATTRIBUTE, CARRIED, FRESH, GOES_ON, LEAD, OTHER_TIME, REST, STAGE
from gklint.claims.breakdown.passages import SEMICOLON, STOP, Item, Passage, clauses, level_of
from gklint.claims.breakdown.sums import share_of
from gklint.start.records import dataclass

FARTHEST = 90
"""Characters between two parts of one list; what stands farther away is another statement."""
FARTHEST_WITH_BRACKETS = 3 * FARTHEST
FARTHER = 12
"""Figures that a list may go on for beyond its end by grammar."""
SPAN = 120
"""Figures over which one list can stretch, those in brackets and the shares between its parts included."""
PIECES = {"件", "次"}
"""Groups of measure words that one list may mix."""
_SHARED_OPENER = 2
"""Characters that the clauses of one list have in common if it runs on over full stops."""


@dataclass(frozen=True, slots=True)
class Listing:
    """
    Items *places* of a passage as one list of parts; it may reach as far as *reach*. *goes_on*: 等 behind the last;
    *has_rest*: the last one is the remainder (其他); *is_certain*: the list ends where its sentence, semicolon or
    bracket does.
    """

    places: tuple[int, ...]
    reach: tuple[int, ...]
    goes_on: bool
    has_rest: bool
    is_certain: bool


def listing(passage: Passage, first: int, most: int, *, carried: bool = False) -> Listing:
    """
    The list of up to *most* like figures that begins with item *first*, as far as one clause follows another.

    A list that semicolons part may have commas inside its members; one that commas part ends at a semicolon. A verb
    of its own begins another statement (其中 A 12 件，召开会议 3 次), unless a remainder still follows. With *carried*,
    what comes from another year or goes to one is a member like any other (收入总计…，其中…、上年结转 3 万元).
    """
    items = passage.items
    depth, places = items[first].depth, [first]
    level: int | None = None
    openers = {_fresh(passage.clause(first))}
    is_certain, sound = True, 0
    for place in range(first + 1, min(len(items), first + 1 + SPAN)):
        if items[place].depth < depth or len(places) == most:
            break
        if items[place].start - items[places[-1]].end > FARTHEST_WITH_BRACKETS:
            break
        if items[place].depth > depth or not _may_follow(passage, first, place, carried=carried):
            continue
        gap = passage.between(places[-1], place)
        rank = level_of(gap)
        if _is_aside(passage, first, place, gap):
            continue
        if _ends(passage, places, place, gap, level):
            is_certain = is_certain and rank >= 2
            break
        opener = _fresh(clauses(gap)[-1])
        if not sound and rank and (_is_fresh_start(opener, openers) or _heads_a_list(passage, places, place, rank)):
            sound = len(places)
        level = rank if level is None else max(level, rank)
        places.append(place)
    reach = tuple(places)
    if sound and not REST.search(name(passage, places[-1])):
        places, is_certain = places[:sound], False
    has_rest = bool(REST.search(name(passage, places[-1])))
    return Listing(tuple(places), reach, bool(GOES_ON.search(passage.behind(places[-1]))), has_rest, is_certain)


def reaches(passage: Passage, first: int, parts: Listing) -> tuple[int, ...]:
    """The list of *parts* as far as like figures follow it at its depth, over marks that end it by grammar."""
    items, found = passage.items, list(parts.reach)
    for place in range(found[-1] + 1, min(len(items), first + 1 + SPAN)):
        if items[place].depth < items[first].depth or len(found) >= len(parts.reach) + FARTHER:
            break
        if items[place].depth > items[first].depth or not _may_follow(passage, first, place, carried=True):
            continue
        if items[place].start - items[found[-1]].end > FARTHEST_WITH_BRACKETS:
            break
        found.append(place)
    return tuple(found)


def _is_aside(passage: Passage, first: int, place: int, gap: str) -> bool:
    """Whether the item tells of the member before it, in a unit that is not the list's: A 3 个，发布 20 条；B 5 个."""
    return passage.items[place].sort != passage.items[first].sort and _fresh(clauses(gap)[-1]) is not None


def _is_fresh_start(opener: str | None, openers: set[str | None]) -> bool:
    return opener is not None and opener not in openers


def _heads_a_list(passage: Passage, places: Sequence[int], place: int, rank: int) -> bool:
    """Whether the figure behind a semicolon has parts of its own, and those before it have none."""
    if rank < SEMICOLON or place + 1 >= len(passage.items):
        return False
    lead = LEAD.search(passage.between(place, place + 1))
    return lead is not None and lead.lastgroup == "nested" and places[-1] == places[0]


def _ends(passage: Passage, places: Sequence[int], place: int, gap: str, level: int | None) -> bool:
    """Whether the list of *places* ends before the figure at *place*, which *gap* parts from its last member."""
    rank = level_of(gap)
    if len(gap) > FARTHEST or not _parts(gap, rank if level is None else level):
        return True
    rises = rank == STOP if level is None else rank > max(level, 1)
    return rises and not _goes_on_alike(passage, places, place)


def _may_follow(passage: Passage, first: int, place: int, *, carried: bool) -> bool:
    """Whether the item can be a part beside *first*: of its kind, and no share, change or last year's number."""
    one, other = passage.items[first], passage.items[place]
    if passage.is_attribute(place) or not (one.like(other) or _are_listed(passage, one, place)):
        return False
    clause = passage.clause(place)
    return not OTHER_TIME.search(clause) or (carried and CARRIED.search(clause) is not None)


def _are_listed(passage: Passage, first: Item, place: int) -> bool:
    """Whether 、 alone joins things to events (图解 4 幅、访谈 2 期): both are pieces of one work."""
    groups = {first.numeral.unit.group, passage.items[place].numeral.unit.group}
    return groups == PIECES and level_of(passage.between(place - 1, place)) == 0


def _goes_on_alike(passage: Passage, places: Sequence[int], place: int) -> bool:
    """
    Whether the item's clause opens as those before it do (通过X公开N条。通过Y公开N条); one that says a name again
    (其中县本级 9 场。县本级召开 9 场) is about the same part. So do members that have their share each.
    """
    if all(share_of(passage, member) for member in (*places, place)):
        return True
    own, names = name(passage, place), [name(passage, p) for p in places]
    opener = own[:_SHARED_OPENER]
    if len(opener) < _SHARED_OPENER or any(other and own.startswith(other) for other in names):
        return False
    return all(other.startswith(opener) for other in names)


def _parts(gap: str, level: int) -> bool:
    """Whether *gap* parts two members of one list: one mark of its level, no statement of another kind between."""
    inner = clauses(gap)
    if len(inner) < 2:
        return False
    if level >= 2:
        return not inner[-1].startswith("其中")
    for clause in inner[1:-1]:
        # What a comma sets apart between two parts must be about the first one: 占 20%, 增加 3 件.
        if level == 1 and clause and not ATTRIBUTE.search(clause) and not _is_inside_name(gap, clause):
            return False
    nested = LEAD.search(inner[-1])
    return not (nested and nested.lastgroup in ("nested", "open", "sorts"))


def _is_inside_name(gap: str, clause: str) -> bool:
    """Whether *clause* is a stretch between two 、 of one long name: 通过公报、报刊、电视."""
    at = gap.find(clause)
    return (at > 0 and gap[at - 1] == "、") or gap[at + len(clause) : at + len(clause) + 1] == "、"


def _fresh(clause: str) -> str | None:
    """The verb that opens a statement of its own, None where the clause only names a part."""
    found = FRESH.match(clause)
    return found[0] if found else None


def name(passage: Passage, place: int) -> str:
    """What the part is called: the clause before it, without the lead that opened its list; else the words behind."""
    clause = passage.clause(place)
    lead = last_lead(clause)
    name = clause[lead.end() :] if lead else clause
    return name.lstrip("（(：:") or clauses(passage.behind(place))[0]


def tight(passage: Passage, places: tuple[int, ...]) -> tuple[int, ...]:
    """The first of *places* as far as nothing but 、 parts them."""
    gaps = (level_of(passage.between(*pair)) == 0 for pair in pairwise(places))
    return places[: 1 + len(list(takewhile(bool, gaps)))]


@lru_cache(maxsize=4096)
def last_lead(text: str) -> re.Match[str] | None:
    """The last word in *text* that opens a list."""
    return next(reversed(list(LEAD.finditer(text))), None)


def stages(passage: Passage, places: Sequence[int]) -> bool:
    """Whether the parts are stages that one thing runs through (受理, 办结), so that they overlap."""
    acts = [found for place in places if (found := frozenset(STAGE.findall(name(passage, place))))]
    return len(acts) > 1 and not frozenset.intersection(*acts)
