"""
Portions: A 90 件，占 75%: which percentages are a part's share of a whole, and of which part.

::

    90 件，占 75%                     the part stands before its share
    90 件，占总数 120 件的 75%         the whole stands between them
    57 件、35 件，占比为 62%、38%      as many parts as shares, in turn
    90 件（75%）                      a bracket alone: a share if a whole makes it one
    近三成（285 件）                   the part in a bracket behind its share
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gklint.claims.share.running import Spot, any_of, captured, ending
from gklint.claims.share.shares import Portion, Words, is_change, starts_closed
from gklint.start.patterns import lazy

HUNDRED = 100


def portions(row: Sequence[Spot], words: Words) -> Iterator[Portion]:
    """Every percentage of *row* that is said to be a part's share of a whole."""
    place = 1
    while place < len(row):
        run = _run(row, place)
        if len(run) > 1 and (found := tuple(_in_turn(row, run, words))):
            yield from found
        elif len(run) == 1 and (one := _portion(row, run[0], words)):
            yield one
        place += max(1, len(run))


def _run(row: Sequence[Spot], place: int) -> tuple[Spot, ...]:
    """The percentages from *place* on that nothing but marks part: 62%、38%."""
    if not row[place].is_rate:
        return ()
    run = [row[place]]
    for spot in row[place + 1 :]:
        if not spot.is_rate or spot.sentence != run[0].sentence or not _BARE.fullmatch(spot.lead):
            break
        run.append(spot)
    return tuple(run)


_BARE = lazy(r"[、，,和及与以:：∶\s]*(?:and)?\s*")


def _in_turn(row: Sequence[Spot], run: Sequence[Spot], words: Words) -> Iterator[Portion]:
    """Each of *run* as the share of the part in the same turn before it, in its sentence or the one before."""
    first = run[0]
    found = ending(words.share, words.link).search(first.clause)
    ahead = [spot for spot in row[: first.place] if spot.is_quantity and not is_change(spot, words)]
    parts = ahead[-len(run) :]
    if not found or len(parts) < len(run) or any_of(words.base).fullmatch(parts[-1].lead):
        return
    if any(not part.like(parts[0]) or part.sentence < first.sentence - 1 for part in parts):
        return
    is_nested, is_balanced = _is_nested(row, parts[0], words), sum(spot.numeral.value for spot in run) == HUNDRED
    for part, share in zip(parts, run, strict=True):
        yield Portion(share, part, captured(found), is_nested=is_nested, is_balanced=is_balanced)


def _portion(row: Sequence[Spot], spot: Spot, words: Words) -> Portion | None:
    """What *spot* is a share of, None if it is none."""
    before = _part(row, spot, words)
    if not before.is_quantity or before.sentence != spot.sentence or any_of(words.never).search(spot.lead):
        return None
    if any_of(words.base).fullmatch(before.lead):
        return None  # 90 of 120 requests, or 75%: the figure before is the whole
    if found := _pattern(words.rest, words.share, words.link).fullmatch(spot.lead):
        told = is_change(before, words) or (not captured(found) and _is_reached(row, before, words))
        return None if told else Portion(spot, before, captured(found), is_nested=_is_nested(row, before, words))
    # 90 件，占总数 120 件的 75%: the whole stands inside.
    if _OF.fullmatch(spot.lead) and spot.place > 1 and ending(words.inside, words.link).search(before.lead):
        part = row[spot.place - 2]
        is_alike = part.like(before) or not before.numeral.unit.group
        if part.is_quantity and is_alike and part.sentence == spot.sentence:
            return Portion(spot, part, whole=before)
    return None


_OF = lazy(r"[^，,。；;：:、（(）)]{0,12}的")
"""What stands behind a whole inside its share: 占 120 件（政务）申请的 75%."""


def _is_nested(row: Sequence[Spot], part: Spot, words: Words) -> bool:
    """Whether 其中 stands before the part, behind the share before it: 其中重点项目 12 个，完成投资 15 亿元."""
    for spot in reversed(row[: part.place + 1]):
        if spot.sentence != part.sentence or spot.is_percent:
            return False
        if any_of(words.nested).search(spot.lead):
            return True
    return False


def _is_reached(row: Sequence[Spot], part: Spot, words: Words) -> bool:
    """Whether *part* is what something changed to: fell from 60 to 57 staff, or 5%, is no share of the 60."""
    return any(any_of(words.since).search(old.clause) and old.like(part) for old in row[: part.place][-1:])


def _part(row: Sequence[Spot], share: Spot, words: Words) -> Spot:
    """
    The figure before *share*, past what is told of it alone, rates of its change and a bracket::

        90 件（含急件 20 件），增长 5%，占 75%
    """
    place = share.place - 1
    while place > 0 and row[place].sentence == share.sentence:
        if row[place].is_rate and is_change(row[place], words):
            place -= 1
        elif (outer := _outside(row, place)) is not None and row[place].mention.depth > share.mention.depth:
            place = outer
        else:
            break
    return row[place]


def _outside(row: Sequence[Spot], place: int) -> int | None:
    """The figure that the bracket around *place* opens right behind."""
    depth = row[place].mention.depth
    while place > 0 and row[place].mention.depth == depth:
        if row[place].lead.startswith(("（", "(")):
            return place - 1
        place -= 1
    return None


@cache
def _pattern(rest: tuple[str, ...], share: tuple[str, ...], link: tuple[str, ...]) -> re.Pattern[str]:
    """All of what stands between a part and its share: ``件，占总数的``."""
    between, makes, links = ("|".join(f"(?:{word})" for word in words) or "(?!)" for words in (rest, share, link))
    return lazy(rf"(?:{between})?(?:{makes})(?:{links}|\s)*", re.IGNORECASE)


def ratios(row: Sequence[Spot], words: Words) -> Iterator[Portion]:
    """``90 out of 120 requests (75%)``, ``90 (75%) of the 120``; and ``90 件（75%）`` under a total."""
    for spot in row[1:]:
        before = row[spot.place - 1]
        if (part := _apposed(row, spot)) is not None:
            yield Portion(spot, part, is_nested=_is_nested(row, spot, words))
            continue
        if not spot.is_percent or before.sentence != spot.sentence or not any_of(words.share).fullmatch(spot.lead):
            continue
        if spot.mention.depth > before.mention.depth and not starts_closed(spot.tail):
            continue
        if found := _of(row, spot, words):
            yield Portion(spot, found[0], whole=found[1])
        elif spot.mention.depth > before.mention.depth and before.is_quantity and not is_change(before, words):
            yield Portion(spot, before, is_bare=True)


def _apposed(row: Sequence[Spot], share: Spot) -> Spot | None:
    """The part that a bracket of its own tells behind its share: 近三成（285 件）."""
    for part in row[share.place + 1 : share.place + 2]:
        is_own = part.mention.depth > share.mention.depth and starts_closed(part.tail)
        if share.is_rate and part.is_quantity and is_own and part.lead in ("（", "("):
            return part
    return None


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
