"""What speaks for and against a list being the parts of a whole: facts of grammar, rows of the table of weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gklint.claims.breakdown.leads import (
    CHANNEL,
    CLOSING,
    GOES_ON,
    OTHER_TIME,
    OVERLAPPING,
    PEOPLE,
    PUBLISHED,
    REST,
    SEVERAL_ANSWERS,
    TOTAL,
)
from gklint.claims.breakdown.lists import Listing, last_lead, name, stages
from gklint.claims.breakdown.openings import Opening
from gklint.claims.breakdown.passages import STOP, Passage, clauses, level_of, says
from gklint.claims.breakdown.sums import Places, Sets, is_of_one_unit, is_set, shares_close, sum_of

SEVERAL = 4
DIRECT = frozenset({"whole-adjoins", "whole-leads"})
"""Features of a whole that nothing but the word which opens the list parts from it."""
LEAST_NOUN = 4
"""Characters in which the name of a whole comes back."""
_LINKS = "为是有共计约达（("
_NOUN = 2
_TAIL = 1
"""Characters that the names of like parts end with: 甲类, 乙类."""


def features(
    passage: Passage, opening: Opening, whole: int, places: Places, parts: Listing, known: Places, exhaustive: Sets
) -> tuple[str, ...]:
    """The features of *places* as the parts of *whole*; *known* are members of the lists before."""
    of_whole = tuple(_of_whole(passage, opening, whole, known))
    of_parts = _of_parts(passage, opening, whole, places, exhaustive)
    return (
        *of_whole,
        *_of_end(passage, parts, places),
        *(of_parts if DIRECT & set(of_whole) else map(_apart, of_parts)),
        *(("heads",) if opening.is_of_heads else ()),
    )


def _apart(feature: str) -> str:
    """What a long or a closed list says of a whole that is not right before it is another thing."""
    return f"{feature}-apart" if feature in ("rest", "many-parts", "shares-close") else feature


def of_sum(passage: Passage, whole: int, places: Places, facts: Sequence[str]) -> Iterator[str]:
    """What speaks against *places* being all of *whole*, besides *facts*."""
    if "goes-on" in facts and sum_of(passage, places) < passage.items[whole].numeral.value:
        yield "leaves-open"


def of_bound(passage: Passage, opening: Opening, whole: int, places: Places, facts: Sequence[str]) -> Iterator[str]:
    """
    Whether 其中 can speak of nothing but the figure right before it: a new one, parts in its very unit behind; or
    rather of another one, which has the unit of the parts.
    """
    is_nested = opening.kind == "nested" and "whole-adjoins" in facts
    is_new = passage.items[whole].numeral.unit.group and not OTHER_TIME.search(passage.clause(whole))
    if not is_of_one_unit(passage, (whole, *places)):
        if any(is_of_one_unit(passage, (other, *places)) for other in opening.wholes):
            yield "unit-elsewhere"
    # Behind a comma another statement may begin: 招生 5 万人，其中女生 2 万人，在校生 15 万人.
    elif (
        is_nested
        and is_new
        and (places == (opening.first,) or not level_of(passage.between(opening.first, places[-1])))
    ):
        yield "own"
    values = [passage.items[place].numeral.value for place in places]
    if len(values) > 1 and passage.items[whole].numeral.value in values:
        yield "part-is-whole"


def _of_whole(passage: Passage, opening: Opening, whole: int, known: Places) -> Iterator[str]:
    gap = passage.text[passage.items[whole].end : passage.items[opening.first].start]
    if whole != opening.wholes[0]:
        yield "whole-not-nearest"
    elif whole == opening.first - 1:
        between = passage.between(whole, opening.first)
        if len(clauses(between)) <= 2:
            yield "whole-adjoins"
        elif len(clauses(_ahead(between))) <= 2:
            yield "whole-leads"
    if whole < passage.start:
        yield "whole-before-paragraph"
        if says(passage.between(opening.first - 1, opening.first), passage.clause(whole)):
            yield "whole-named"
    elif level_of(gap) == STOP:
        yield "whole-before-stop"
    if whole in known:
        yield "whole-is-part"
    if passage.items[whole].depth != passage.items[opening.first].depth and opening.kind != "bracket":
        yield "whole-outside"
    if OTHER_TIME.search(passage.clause(whole)):
        yield "whole-other-time"
    if is_total(passage, whole):
        yield "whole-total"


def is_total(passage: Passage, whole: int) -> bool:
    """Whether the item is called the total of something: 收入总计 90 万元，其中：上年结转 8 万元，…"""
    found = TOTAL.search(passage.clause(whole).rstrip("为是达约"))
    return found is not None and not found["noun"] and CLOSING.fullmatch(found["word"]) is not None


def _ahead(gap: str) -> str:
    """*gap* up to the end of the word that opens the list: 其中，城市和乡村的学校."""
    lead = last_lead(gap)
    return gap[: lead.end()] if lead else gap


def _of_end(passage: Passage, parts: Listing, places: Places) -> Iterator[str]:
    if places == parts.places:
        yield "end-certain" if parts.is_certain else "end-natural"
    elif len(places) > len(parts.places):
        yield "end-long"
    else:
        yield "end-short"
        if REST.search(name(passage, parts.places[-1])):
            yield "leaves-rest"


def _of_parts(passage: Passage, opening: Opening, whole: int, places: Places, exhaustive: Sets) -> Iterator[str]:
    names = [name(passage, place) for place in places]
    if REST.search(names[-1]):
        yield "rest"
    if GOES_ON.search(passage.behind(places[-1])):
        yield "goes-on"
    if is_set(names, exhaustive):
        yield "set"
    if shares_close(passage, places):
        yield "shares-close"
    if not is_of_one_unit(passage, (whole, *places)):
        yield "units-differ" if any(level_of(passage.between(*pair)) for pair in pairwise(places)) else "units-mixed"
    if len(places) == 2:
        yield "pair"
    elif len(places) >= SEVERAL and opening.kind != "bare":
        yield "many-parts"
    if _alike(names):
        yield "names-alike"
    if whole != opening.wholes[0] and _is_the_one_said(passage, opening, whole, names):
        yield "whole-said"
    if _is_divided_again(passage.clause(whole), names):
        yield "noun-again"
    if SEVERAL_ANSWERS.search(passage.behind(places[-1])) or _counts_times(passage, whole, places):
        yield "counted-twice"
    if any(_overlaps(passage, *named) for named in zip(places, names, strict=True)):
        yield "overlap"
    if stages(passage, places):
        yield "stages"
    if any(OTHER_TIME.search(passage.clause(place)) for place in places):
        yield "other-time"
    if PUBLISHED.search(passage.clause(whole)) and all(CHANNEL.search(text) for text in names):
        yield "channels"


def _alike(names: list[str]) -> bool:
    """Whether the names of the parts end alike (甲类, 乙类), so that they name kinds of one thing."""
    tails = {text.rstrip(_LINKS)[-_TAIL:] for text in names if not REST.search(text)}
    return len(tails) == 1 and "" not in tails


def _is_the_one_said(passage: Passage, opening: Opening, whole: int, names: Sequence[str]) -> bool:
    """Whether all parts are called by the noun of their whole and none by that of a nearer figure: 一般贸易出口."""
    nearer = {_noun(passage, place) for place in opening.wholes[: opening.wholes.index(whole)]} - {""}
    noun = _noun(passage, whole)
    return len(noun) == _NOUN and all(noun in text and not any(map(text.count, nearer)) for text in names)


def _noun(passage: Passage, place: int) -> str:
    """What the item's name ends with: 出口 of 出口总额."""
    return passage.clause(place).rstrip(_LINKS).rstrip("总额值量数")[-_NOUN:]


def _is_divided_again(whole: str, names: Sequence[str]) -> bool:
    """Whether the last parts repeat the noun of their whole and the first two do not: a second division begins."""
    noun = whole.rstrip(_LINKS)[-LEAST_NOUN:]
    said = [text.rstrip(_LINKS).endswith(noun) for text in names]
    return len(noun) == LEAST_NOUN and said[-1] and not any(said[:2]) and not REST.search(names[-1])


def _overlaps(passage: Passage, place: int, text: str) -> bool:
    """Whether what the part counts may be counted in another one too; people in many ways: 党员, 女性."""
    counts_people = passage.items[place].numeral.unit.group in ("人", "people")
    return OVERLAPPING.search(text) is not None or (counts_people and PEOPLE.search(text) is not None)


def _counts_times(passage: Passage, whole: int, places: Places) -> bool:
    """Whether a part counts how often its things were shown: 信息 120 条，其中网站 184 条次."""
    unit = passage.items[whole].numeral.unit.name
    return any(passage.items[place].numeral.unit.name == f"{unit}次" for place in places)
