"""Totals printed behind their list: 3 名专职、2 名兼职共 5 名; 支出 7 万元，加上上解支出 2 万元，支出总计 9 万元."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.claims.breakdown.leads import CLOSING, LEAD, OTHER_TIME, SUMMING, TOTAL
from gklint.claims.breakdown.lists import tight
from gklint.claims.breakdown.passages import COMMA, SEMICOLON, Passage, level_of
from gklint.claims.breakdown.sums import Found, Places, equals, is_of_one_unit, meets, partition
from gklint.model.claim import Basis
from gklint.model.reading import Reading
from gklint.start.patterns import lazy

MOST_PARTS, SEVERAL = 30, 3
FARTHEST = 120
"""Characters between two addends of one total."""
KINDS = frozenset({"类", "项", "种", "者", "方面", "部分"})
LONGEST_KIND = 8
"""Characters of the words between 三类 and its total: 刊物共."""
_PLUS = lazy(r"(?:(?<![参增])加(?![强快大工入深密盖班以挂急])|plus)[^。]*$")


def behind(passage: Passage) -> Iterator[Found]:
    """The readings of *passage* in which a figure sums up those before it."""
    for place in range(max(1, passage.start), len(passage.items)):
        yield from _readings(passage, place)


def _readings(passage: Passage, place: int) -> Iterator[Found]:
    if passage.is_attribute(place):
        return
    last = _level_with(passage, place, place - 1)
    if last is not None and last > 0 and _counts_kinds(passage, last, place):
        last = _level_with(passage, place, last - 1)
    while last is not None and passage.is_attribute(last):
        last = _level_with(passage, place, last - 1)
    if last is None or not passage.items[last].like(passage.items[place]):
        return
    gap = passage.between(last, place)
    word = TOTAL.search(gap)
    plus = _plus(passage, last)
    if (word is None and not plus) or level_of(gap) > COMMA or _has_own_list(passage, place):
        return
    if TOTAL.search(_words(passage, last)):
        return  # 收入总计 7 万元，支出总计 7 万元: one total after another
    members = _members(passage, place, last)
    natural = _natural(passage, members)
    for parts in dict.fromkeys((natural, *(members[start:] for start in range(len(members) - 1)))):
        is_natural = parts == natural and len(parts) > 1
        if not (is_natural or equals(passage, place, parts) or (parts == members and meets(passage, place, parts))):
            continue
        facts = _features(passage, place, parts, gap, is_natural=is_natural, is_plus=plus)
        is_stated = word is not None and not word["noun"].strip()
        reading = Reading(
            "sum.stated" if is_stated else "sum.behind", facts, (passage.items[place].figure.id,), is_stated
        )
        relation = partition(passage, place, parts)
        yield Found("total-behind", relation, Basis.DECLARED, reading=reading, places=parts)


def _plus(passage: Passage, last: int) -> bool:
    """Whether 加上 joins the figure at *last* to those before it."""
    start = passage.items[last - 1].end if last else 0
    for index in range(last, max(-1, last - MOST_PARTS), -1):
        start = passage.items[index - 1].end if index else 0
        words = passage.text[start : passage.items[index].start]
        if _PLUS.search(words):
            return True
        if level_of(words) >= SEMICOLON:
            return False
    return False


def _features(
    passage: Passage, place: int, parts: Places, gap: str, *, is_natural: bool, is_plus: bool
) -> tuple[str, ...]:
    word = TOTAL.search(gap)
    found = ["start-natural" if is_natural else "start-other"]
    if is_plus:
        found.append("plus")
    if word is None:
        found.append("no-total-word")
    if word is not None and (SUMMING.fullmatch(word["word"]) or CLOSING.fullmatch(word["word"])):
        found.append("word-sums")
    if tight(passage, parts) == parts:
        found.append("tight")
    if level_of(gap):
        found.append("comma-before-total")
    if len(parts) >= SEVERAL:
        found.append("many-parts")
    else:
        found.append("pair")
    if not is_of_one_unit(passage, (place, *parts)):
        found.append("units-differ")
    if OTHER_TIME.search(gap):
        found.append("whole-other-time")
    return tuple(found)


def _counts_kinds(passage: Passage, kinds: int, place: int) -> bool:
    """Whether the item before a total only counts the kinds that it sums up: A 4 期、B 3 期，两类共 7 期."""
    gap = passage.between(kinds, place)
    return passage.items[kinds].numeral.unit.name in KINDS and not level_of(gap) and len(gap) <= LONGEST_KIND


def _members(passage: Passage, whole: int, last: int) -> Places:
    """The like figures before a total, as far back as they may be its addends; what tells of them is passed over."""
    items, found = passage.items, [last]
    place: int | None = last
    while len(found) < MOST_PARTS and place is not None:
        place = _level_with(passage, place, place - 1)
        if place is None or items[found[0]].start - items[place].end > FARTHEST:
            break
        if not passage.between(place, place + 1).strip():
            break  # numbers side by side without a word are a table's, flattened into text
        if items[place].like(items[whole]) and not passage.is_attribute(place):
            found.insert(0, place)
    return tuple(found)


def _natural(passage: Passage, members: Places) -> Places:
    """
    The part of *members* that is the list by its grammar: it begins behind a mark above the comma or another statement,
    or with the figure that 加上 is added to, wherever that stands.
    """
    for index in range(len(members) - 1, 0, -1):
        if _PLUS.search(_words(passage, members[index])):
            return (members[_whole(passage, members, index - 1)], *members[index:])
        gap = passage.text[passage.items[members[index - 1]].end : passage.items[members[index]].start]
        is_joined = level_of(gap) <= COMMA and not LEAD.search(gap)
        if not is_joined and not any(_PLUS.search(_words(passage, member)) for member in members[:index]):
            return members[index:]
        if TOTAL.search(_words(passage, members[index - 1])):
            return members[index:]
    return members


def _whole(passage: Passage, members: Places, index: int) -> int:
    """Which of *members* the one at *index* is inside, itself if no 其中 stands before it: 收入 9，其中税收 6。加上…"""
    for inner in range(index, 0, -1):
        lead = LEAD.search(_words(passage, members[inner]))
        if lead and lead.lastgroup == "nested":
            return inner - 1
        if level_of(_words(passage, members[inner])) >= SEMICOLON:
            break
    return index


def _words(passage: Passage, place: int) -> str:
    """The text right before an item, back to the item before it."""
    start = passage.items[place - 1].end if place else 0
    return passage.text[start : passage.items[place].start]


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
