"""
What stands around two places of one name: neighbours that come back with them, or with other numbers.

::

    …调入资金5亿元，还本支出7亿元…   and   …调入资金2亿元，还本支出9亿元…      two budgets: the other differs too
    …来信966件，办结960件，舆情2次   and   …来信966件，办结960件。舆情11次      one fact: the others agree
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.claims.same.places import Place
from gklint.model.interval import Exact
from gklint.model.numeral import Measure, Numeral
from gklint.model.statement import Mention

REACH = 6
"""Mentions on either side that are looked at."""
ENDING = 6
"""Characters of a noun phrase that neighbours are recognised by."""
TELLING = 100
"""Smaller numbers agree by chance."""


def company(one: Place, two: Place) -> Iterator[str]:
    """What the neighbours of both say, as features."""
    agree, differ = _counts(one, two)
    if differ and differ >= agree:
        yield "company-other-many" if differ > agree + 1 else "company-other"
    elif agree and not differ:
        yield "company-same-many" if agree > 1 else "company-same"
    if _rates(one, two) is False:
        yield "rate-other"
    if _is_shifted(one, two):
        yield "wholes-shifted"
    if _stands_beside(one, two) or _stands_beside(two, one):
        yield "both-beside"


def _counts(one: Place, two: Place) -> tuple[int, int]:
    """How many neighbours come back with their value, under whatever name, and how many with another one."""
    mentions, others = _apart(one, two)
    here, there = _named(mentions), _named(others)
    differ = sum(not here[name].bounds.meets(there[name].bounds) for name in here.keys() & there.keys())
    return len(_telling(mentions) & _telling(others)), differ


def _telling(mentions: Sequence[Mention]) -> set[tuple[Exact, str]]:
    """Values that two passages do not share by chance."""
    numerals = [mention.figure.numeral for mention in mentions if mention.figure.numeral]
    return {(numeral.value, numeral.unit.group) for numeral in numerals if not -TELLING < numeral.value < TELLING}


def _apart(one: Place, two: Place) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The neighbours of each; what stands near both tells nothing."""
    here, there = neighbours(one), neighbours(two)
    if one.sentence.block != two.sentence.block:
        return here, there
    both = {mention.start for mention in here} & {mention.start for mention in there}
    return [m for m in here if m.start not in both], [m for m in there if m.start not in both]


def _named(mentions: Sequence[Mention]) -> dict[tuple[str, str], Numeral]:
    """*mentions* by noun and unit; a name that two of them have is none."""
    found: dict[tuple[str, str], Numeral] = {}
    twice: set[tuple[str, str]] = set()
    for mention in mentions:
        numeral = mention.figure.numeral
        noun = mention.topic.noun
        if numeral is None or numeral.unit.measure is Measure.PERCENT or len(noun) < 2:
            continue
        key = (noun[-ENDING:], numeral.unit.group)
        twice |= {key} & found.keys()
        found[key] = numeral
    return {key: numeral for key, numeral in found.items() if key not in twice}


def neighbours(place: Place) -> Sequence[Mention]:
    """The mentions of the paragraph around *place*, without itself and what has its name."""
    around = place.paragraph[max(0, place.at - REACH) : place.at + REACH + 1]
    noun = place.mention.topic.noun
    return [mention for mention in around if mention is not place.mention and mention.topic.noun != noun]


def _rates(one: Place, two: Place) -> bool | None:
    """Whether the rates that follow both places at once agree; None where one has none."""
    rates = [_rate_behind(place) for place in (one, two)]
    if rates[0] is None or rates[1] is None:
        return None
    return rates[0].bounds.meets(rates[1].bounds)


def _rate_behind(place: Place) -> Numeral | None:
    following = place.paragraph[place.at + 1 : place.at + 2]
    numeral = following[0].figure.numeral if following else None
    return numeral if numeral and numeral.unit.measure is Measure.PERCENT else None


def _stands_beside(one: Place, two: Place) -> bool:
    """Whether the value of *one* stands in the sentence of *two* as another figure: last year's, the planned one."""
    value = _value(one.mention)
    return any(mention is not two.mention and _value(mention) == value for mention in two.sentence.mentions)


def _is_shifted(one: Place, two: Place) -> bool:
    """Whether two neighbours of other names differ by just what the places differ: the wholes of two lists."""
    shift = _value(two.mention) - _value(one.mention)
    if -TELLING < shift < TELLING:
        return False
    here, there = _apart(one, two)
    values = {_value(mention) for mention in here if _alike(mention, one.mention)}
    others = {_value(mention) for mention in there if _alike(mention, two.mention)}
    return any(value + shift in others for value in values)


def _alike(mention: Mention, other: Mention) -> bool:
    one, two = mention.figure.numeral, other.figure.numeral
    return bool(one and two and one.unit.group == two.unit.group)


def _value(mention: Mention) -> Exact:
    return mention.figure.numeral.value if mention.figure.numeral else 0
