"""Pairs of places in the prose that may speak of one thing: by what they count, of whom and of when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from gklint.claims.same.company import company
from gklint.claims.same.naming import Vocabulary, is_total
from gklint.claims.same.places import Key, Place, namesakes
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.statement import Level, Mention, Term
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

SHINGLE = 6
"""Characters in a row that two contexts need in common to be compared at all."""
LIKE = 0.6
"""How alike two contexts must be: the share of their characters that stand in common runs."""
OPENING = 5
"""Common runs begin within so many characters: what differs at the beginning is another subject."""
SERIES = 3
"""So many values under one name are a series."""
RIVALS = 12
"""Values of one name that a place is held against, the nearest first."""
LONG = 8
"""Letters of a clause that tells a fact by itself if another place repeats it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places, the earlier first, that are one fact if the reading of *form* with *features* is meant."""

    one: Place
    two: Place
    form: str
    features: tuple[str, ...]


def pairs(ledger: Ledger, vocabulary: Vocabulary) -> Iterator[Pair]:
    """Each place with those before it that may state the same."""
    for places in namesakes(ledger, vocabulary):
        named: dict[Key, list[Place]] = defaultdict(list)
        vague: dict[Key, list[Place]] = defaultdict(list)
        for place in places:
            mention = place.mention
            if not _is_stated(mention, vocabulary):
                continue
            if vocabulary.is_named(mention) or (place.is_headline and not vocabulary.is_of_channel(mention)):
                named[_setting(mention)].append(place)
            elif not vocabulary.is_body(mention):
                vague[mention.topic.acts, *_setting(mention)].append(place)
        for members in named.values():
            yield from _of_name(members, vocabulary)
        for members in vague.values():
            yield from _of_context(members)


def _of_name(places: Sequence[Place], vocabulary: Vocabulary) -> Iterator[Pair]:
    """Each of *places* with the nearest before it of each value."""
    values = Counter(_value(place) for place in places)
    of_channel = vocabulary.is_of_channel(places[0].mention)
    for number, two in enumerate(places):
        for one in _rivals(places[:number], two):
            if of_channel and not _may_share_channel(one, two):
                continue
            form = "same.headline" if one.is_headline and two.is_headline else "same.noun"
            yield Pair(one, two, form, (*_features(one, two), *_votes(values, one, two)))


def _votes(values: Mapping[object, int], one: Place, two: Place) -> Iterator[str]:
    """What the other places of the name say: many values are a series; one value that most print speaks against one."""
    if len(values) >= SERIES:
        yield "series"
    elif sorted((values[_value(one)], values[_value(two)]))[1] >= SERIES - 1:
        yield "outvoted"


def _rivals(before: Sequence[Place], two: Place) -> Iterator[Place]:
    """Those of *before* that *two* is held against: one for each value, in another sentence, with no other act."""
    met: set[object] = set()
    for one in reversed(before):
        if len(met) == RIVALS:
            return
        value = _value(one)
        if value not in met and one.index != two.index and _act_alike(one.mention, two.mention):
            met.add(value)
            yield one


def _act_alike(one: Mention, two: Mention) -> bool:
    """制发 is not 公开; where one place names no act, it can mean that of the other."""
    acts = (one.topic.acts, two.topic.acts)
    return acts[0] == acts[1] or () in acts


def _may_share_channel(one: Place, two: Place) -> bool:
    """A channel has one number in each main section: within one each topic has its own."""
    # 市政府网站 is one site, 全市政府网站 are many: what may be left unsaid elsewhere must be said here.
    return one.section != two.section and one.mention.scope.level is two.mention.scope.level


def _features(one: Place, two: Place) -> Iterator[str]:
    if one.mention.topic.acts and one.mention.topic.acts == two.mention.topic.acts:
        yield "act-same"
    if one.wording == two.wording and len(one.wording) >= LONG:
        yield "wording-same"
    if is_total(one.mention) != is_total(two.mention):
        yield "total-once"
    if len(one.mention.topic.noun) >= LONG:
        yield "noun-long"
    yield from _whereabouts(one, two)
    yield from _subjects(one, two)
    if all(_is_count(place) for place in (one, two)):
        yield "count"
    yield from company(one, two)


def _whereabouts(one: Place, two: Place) -> Iterator[str]:
    if one.sentence.block == two.sentence.block:
        yield "paragraph-same"
    elif one.heading == two.heading:
        yield "heading-same"
    elif one.section == two.section:
        yield "section-same"


def _subjects(one: Place, two: Place) -> Iterator[str]:
    """Figures inside a sentence are about what its first figure is about."""
    if one.is_first and two.is_first:
        yield "both-first"
    elif not one.is_first and not two.is_first:
        heads = [place.sentence.mentions[0].topic.noun for place in (one, two)]
        yield "head-same" if heads[0] == heads[1] else "head-other"


def _is_count(place: Place) -> bool:
    numeral = place.mention.figure.numeral
    return numeral is not None and numeral.unit.measure is Measure.COUNT


def _value(place: Place) -> object:
    return place.mention.figure.numeral.value if place.mention.figure.numeral else None


def _is_stated(mention: Mention, vocabulary: Vocabulary) -> bool:
    """Whether *mention* gives the number of something: not by how much it changed, and not what is planned."""
    if mention.figure.raw.startswith("一"):
        return False  # 坚持一个…: an article, not a count
    if mention.lead.rstrip("了约 近达到至").endswith(vocabulary.deltas):
        return False
    if vocabulary.plan.search(_CLAUSE.split(mention.lead)[-1]):
        return False
    period = mention.period
    # A section on several years tells of single years as well, without saying so.
    return period.term is not Term.NEXT and (period.term is not Term.SINCE or period.stated)


_CLAUSE = lazy("[，,；;。：:]")


def _setting(mention: Mention) -> Key:
    """Scope and period as they are compared: the whole is what a report speaks of where it says nothing."""
    scope, period = mention.scope, mention.period
    whose = "" if scope.level in (Level.WHOLE, Level.UNKNOWN) else (scope.level, scope.name)
    text = "".join(period.text.split())
    when = "" if period.term is Term.CURRENT or (period.term, text) == (Term.UNKNOWN, "") else (period.term, text)
    return whose, when


def _of_context(places: Sequence[Place]) -> Iterator[Pair]:
    """Pairs of *places* whose contexts say the same; what stands in three such places is a form of words."""
    contexts = [place.context for place in places]
    for first, second in _linked(contexts):
        one, two = places[first], places[second]
        if one.sentence.block != two.sentence.block and _alike(contexts[first], contexts[second]):
            yield Pair(one, two, "same.context", tuple(_features(one, two)))


def _linked(contexts: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Pairs of *contexts* that share some characters in a row which no third one has."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, context in enumerate(contexts):
        for shingle in {context[at : at + SHINGLE] for at in range(len(context) - SHINGLE + 1)}:
            found[shingle].append(number)
    linked: set[tuple[int, int]] = set()
    crowded: set[int] = set()
    for numbers in found.values():
        if len(numbers) == 2:
            linked.add((numbers[0], numbers[1]))
        elif len(numbers) > 2:
            crowded.update(numbers)
    return sorted(pair for pair in linked if pair[0] not in crowded)


def _alike(one: str, two: str) -> bool:
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 2]
    if not blocks or max(blocks[0].a, blocks[0].b) > OPENING:
        return False
    common = sum(block.size for block in blocks)
    return common >= 2 * SHINGLE and common >= LIKE * max(len(one), len(two))
