"""
Portions: A 90 件，占 75%: the part is the figure just before, the whole is named or is the head of the list.

A sibling with a share of its own is no whole, unless the part is said to be inside it (其中).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from gklint.claims.share.running import Spot, any_of, captured, ending
from gklint.claims.share.shares import Reading, Words, bare, by_sentence, calls, is_change, once, starts_closed
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

WHOLE = range(99, 102)
"""What the shares of a list that names no total must come to, if its parts are to be its total."""


@dataclass(frozen=True, slots=True)
class _Portion:
    """*share* is a share of *part*; *name* is what the whole is called, *whole* its figure if it stands inside."""

    share: Spot
    part: Spot
    name: str = ""
    whole: Spot | None = None


def portions(row: Sequence[Spot], words: Words) -> Iterator[Reading]:
    """Every percentage of *row* that is said to be a part's share of a whole."""
    found = [portion for spot in row[1:] if spot.is_rate and (portion := _portion(row, spot, words))]
    siblings = frozenset(portion.part.place for portion in found)
    chains = _chains(found)
    for portion in found:
        if portion.whole:
            yield Reading(portion.share, (portion.part,), ((portion.whole,),), is_named=True)
            continue
        bases, named = _wholes(row, portion, siblings, words)
        if not bases and not bare(portion.name, words) and portion.part.place in chains:
            bases = (chains[portion.part.place],)
        yield Reading(portion.share, (portion.part,), bases, named, portion.name)


def _portion(row: Sequence[Spot], spot: Spot, words: Words) -> _Portion | None:
    """What *spot* is a share of, None if it is none."""
    before = _part(row, spot, words)
    if not before.is_quantity or before.sentence != spot.sentence or any_of(words.never).search(spot.lead):
        return None
    if any_of(words.base).fullmatch(before.lead):
        return None  # 90 of 120 requests, or 75%: the figure before is the whole
    if _heads_shares(row, spot):
        return None
    found = _pattern(words.rest, words.share, words.link).fullmatch(spot.lead)
    if found:
        told = is_change(before, words) or (not captured(found) and _is_reached(row, before, words))
        return None if told else _Portion(spot, before, captured(found))
    # 90 件，占总数 120 件的 75%: the whole stands inside.
    if spot.lead == "的" and spot.place > 1 and ending(words.inside, words.link).search(before.lead):
        part = row[spot.place - 2]
        if part.is_quantity and part.like(before) and part.sentence == spot.sentence:
            return _Portion(spot, part, whole=before)
    return None


def _is_reached(row: Sequence[Spot], part: Spot, words: Words) -> bool:
    """Whether *part* is what something changed to: fell from 60 to 57 staff, or 5%, is no share of the 60."""
    return any(any_of(words.since).search(old.clause) and old.like(part) for old in row[: part.place][-1:])


def _heads_shares(row: Sequence[Spot], spot: Spot) -> bool:
    """Whether bare percentages follow: A 57 件、B 35 件，占比为 62%、38% are shares of A and B in turn."""
    return any(next_.is_percent and _BARE.fullmatch(next_.lead) for next_ in row[spot.place + 1 : spot.place + 2])


_BARE = lazy(r"[、，,和及与\s]*(?:and)?\s*")


def _part(row: Sequence[Spot], share: Spot, words: Words) -> Spot:
    """The figure before *share*, past rates of its own change: 90 件，增长 5%，占 75%."""
    place = share.place - 1
    while place > 0 and row[place].is_rate and is_change(row[place], words):
        place -= 1
    return row[place]


@cache
def _pattern(rest: tuple[str, ...], share: tuple[str, ...], link: tuple[str, ...]) -> re.Pattern[str]:
    """All of what stands between a part and its share: ``件，占总数的``."""
    between, makes, links = ("|".join(f"(?:{word})" for word in words) or "(?!)" for words in (rest, share, link))
    return lazy(rf"(?:{between})?(?:{makes})(?:{links}|\s)*", re.IGNORECASE)


def _chains(found: Sequence[_Portion]) -> dict[int, tuple[Spot, ...]]:
    """For each part of a list in one sentence whose shares come to a hundred, all of its parts."""
    chains: dict[int, tuple[Spot, ...]] = {}
    for _, group in groupby(found, key=lambda portion: portion.share.sentence):
        portions = tuple(group)
        parts = tuple(portion.part for portion in portions)
        total = sum(portion.share.numeral.value for portion in portions)
        if len(parts) > 1 and round(total) in WHOLE and all(part.like(parts[0]) for part in parts):
            chains |= {part.place: parts for part in parts}
    return chains


def _wholes(
    row: Sequence[Spot], portion: _Portion, siblings: frozenset[int], words: Words
) -> tuple[tuple[tuple[Spot, ...], ...], bool]:
    """The admissible wholes of a part, the one that a reader takes first in front; whether its sentence names it."""
    part, name = portion.part, bare(portion.name, words)
    nested = any_of(words.nested).search(part.lead) is not None
    found: list[Spot] = []
    sentences = list(by_sentence(row, part, words))
    for spots in sentences:
        heads = [spot for spot in spots if spot.place not in siblings and not is_change(spot, words)]
        parent = spots[-1]
        if nested and parent.place in siblings and parent.sentence == part.sentence and not is_change(parent, words):
            heads.append(parent)
        if name:
            heads = [
                spot for spot in heads if portion.name in spot.clause or _is_meant(spot, name, part, nested, words)
            ]
        found += _ranked(heads, words)
        if found:
            break
    else:
        return (), False
    head = sentences[-1][0]
    own = found[0].sentence == part.sentence
    if not name and not own and head not in found and head.place not in siblings:
        found.append(head)
    is_named = own and (bool(name) or len(found) == 1)
    if not is_named and not name:
        # 收到 66 件。办结 65 件，公开 24 件。自然人申请 58 件，占 87.9%: any total of the paragraph may be meant.
        earlier = (spot for spots in sentences for spot in reversed(spots) if spot.place not in siblings)
        found += [spot for spot in earlier if any_of(words.total).search(spot.clause)]
    return once([(spot,) for spot in found]), is_named


def _is_meant(spot: Spot, name: str, part: Spot, nested: bool, words: Words) -> bool:
    """Whether *spot* is the whole called *name*: it says what its part does not, or it is a total that says so."""
    if name in spot.clause and name not in part.clause:
        return True
    return calls(spot, name) and (nested or any_of(words.total).search(spot.clause) is not None)


def _ranked(heads: list[Spot], words: Words) -> list[Spot]:
    """Figures that are called a total before the others, the nearest first."""
    totals = [spot for spot in reversed(heads) if any_of(words.total).search(spot.clause)]
    return totals + [spot for spot in reversed(heads) if spot not in totals]


def ratios(row: Sequence[Spot], words: Words) -> Iterator[Reading]:
    """``90 out of 120 requests (75%)``, ``90 (75%) of the 120``; and ``90 件（75%）`` under a total in one sentence."""
    for spot in row[1:]:
        before = row[spot.place - 1]
        if not spot.is_percent or before.sentence != spot.sentence or not any_of(words.share).fullmatch(spot.lead):
            continue
        if spot.mention.depth > before.mention.depth and not starts_closed(spot.tail):
            continue
        if found := _of(row, spot, words):
            yield Reading(spot, (found[0],), ((found[1],),), is_named=True)
        elif heads := _heads(row, before, spot, words):
            yield Reading(spot, (before,), once([(head,) for head in heads]), is_named=False)


def _of(row: Sequence[Spot], share: Spot, words: Words) -> tuple[Spot, Spot] | None:
    """Part and whole of ``90 of 120 (75%)`` or ``90 (75%) of 120``."""
    before, behind = row[share.place - 1], row[share.place + 1 : share.place + 2]
    for base in behind:
        if base.sentence == share.sentence and any_of(words.base).fullmatch(base.lead.lstrip(")） ")):
            return before, base
    if share.place > 1 and any_of(words.base).fullmatch(before.lead):
        part = row[share.place - 2]
        if part.sentence == share.sentence and not part.is_rate:
            return part, before
    return None


def _heads(row: Sequence[Spot], part: Spot, share: Spot, words: Words) -> list[Spot]:
    """The totals of the sentence outside the bracket that *share* alone stands in, the nearest first."""
    if share.mention.depth <= part.mention.depth or is_change(part, words):
        return []
    before = [spot for spot in row[: part.place] if spot.sentence == part.sentence and spot.is_quantity]
    totals = [spot for spot in before if spot.like(part) and spot.mention.depth < share.mention.depth]
    return [spot for spot in reversed(totals) if any_of(words.total).search(f"{spot.clause}|{spot.tail}")]
