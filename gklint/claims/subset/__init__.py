"""
Kind "subset": a figure that cannot exceed another one of the prose.

By unit: what one office did of what the whole county did. By channel: what stands on one website of what was published
all year. By stage: what was answered, of what came in, where one sentence says both (受理966件，办结960件).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal

from gklint.claims.same.naming import is_total
from gklint.claims.subset import topics as _topics
from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure, Numeral
from gklint.model.relation import Subset
from gklint.model.rule import Rule
from gklint.model.statement import Level, Mention, Period, Sentence, Term
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """*later* acts are done to some of the things that *earlier* ones brought in; *bare*: or that are just named."""

    earlier: tuple[str, ...]
    later: tuple[str, ...]
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """
    *adverbs* may stand with a later act (按时办结); *carried* words bring in things from elsewhere (上年结转).
    *channels* stand before a noun for a part of it, *general* nouns are called so by too many things. *headline*,
    *things*, *acts*, *aside* and *stocks* are the words of topics (``_topics.Words``).
    """

    channels: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    stocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """
    *by* "unit": a named unit within the whole; "channel": one channel of all; "topic": one subject of all;
    "stage": *stages*, by the acts that figures are compared as.
    """

    by: Literal["unit", "channel", "topic", "stage"]
    stages: tuple[Stage, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict)


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """A claim for each part whose whole the prose states."""
    for rule in rules:
        if isinstance(rule.find, Find):
            yield from WAYS[rule.find.by](ledger, rule, rule.find)


SHORTEST_NOUN = 4
Key = tuple[object, ...]


def _by_unit(ledger: Ledger, rule: Rule, _: Find) -> Iterator[Claim]:
    """Each figure of a named unit under the figure of the whole; both say in their own clause whose they are."""
    for namesakes in _namesakes(ledger, (Measure.COUNT, Measure.AMOUNT)).values():
        if not 1 < len(namesakes) <= MOST:
            continue
        wholes: dict[Key, list[Mention]] = defaultdict(list)
        parts: dict[Key, list[Mention]] = defaultdict(list)
        for mention in namesakes:
            scope = mention.scope
            if not scope.stated or not mention.topic.acts or scope.level is Level.UNKNOWN:
                continue
            if scope.level is Level.WHOLE:
                wholes[_when(mention.period)].append(mention)
            elif not scope.name.startswith("全"):
                parts[_when(mention.period)].append(mention)
        for when, of_units in parts.items():
            # Two values for the whole: nobody can say which of them the part belongs to.
            for whole in wholes[when] if len(wholes.get(when, ())) == 1 else ():
                for part in of_units:
                    # 收入总计 holds what was handed down, 收入 does not.
                    if _says_sum(whole) == _says_sum(part):
                        yield Claim(rule, Subset(whole.figure, (part.figure,)), Basis.LABELLED, about=part.scope.name)


def _says_sum(mention: Mention) -> bool:
    return mention.lead.rstrip().endswith(SUMS)


SUMS = ("总计", "合计")
"""Words right before a figure that take more into it than its name says."""


MOST = 400
"""A name that more figures go by is a form of words; looking at all of them would only cost time."""


def _namesakes(ledger: Ledger, measures: Sequence[Measure]) -> dict[Key, list[Mention]]:
    """Figures by noun, acts and unit."""
    found: dict[Key, list[Mention]] = defaultdict(list)
    for sentence in ledger.sentences:
        noun = ""
        for mention in sentence.mentions:
            numeral = mention.figure.numeral
            if numeral is None or numeral.unit.measure not in measures:
                continue
            # 全县制发文件30件，其中县教育局制发4件: the noun is said once.
            noun = mention.topic.noun or noun
            if len(noun) >= SHORTEST_NOUN:
                found[noun, mention.topic.acts, numeral.unit.group].append(mention)
    return found


def _when(period: Period) -> Key:
    if period.term in (Term.CURRENT, Term.UNKNOWN):
        return ("",)
    return period.term, "".join(period.text.split())


def _by_channel(ledger: Ledger, rule: Rule, find: Find) -> Iterator[Claim]:
    """通过网站公开政策文件 12条 under 全年公开政策文件 30件: the noun is the same but for the channel before it."""
    channels = tuple(word for words in find.words.values() for word in words.channels)
    general = {word for words in find.words.values() for word in words.general}
    namesakes = _namesakes(ledger, (Measure.COUNT,))
    for (noun, *kind), parts in namesakes.items():
        rest = max((str(noun).partition(channel)[2] for channel in channels), key=len)
        if len(rest) < SHORTEST_NOUN or rest in general or len(parts) > 1:
            continue
        part = parts[0]
        candidates = namesakes.get((rest, *kind), ())
        totals = [whole for whole in candidates if is_total(whole) and _when(whole.period) == _when(part.period)]
        # Several totals belong to several lists.
        if len(totals) == 1 and part.scope.level in (Level.WHOLE, Level.UNKNOWN):
            yield Claim(rule, Subset(totals[0].figure, (part.figure,)), Basis.INHERITED)


def _by_topic(ledger: Ledger, rule: Rule, find: Find) -> Iterator[Claim]:
    """公开环保信息 129条 under 主动公开政府信息 8200条."""
    for words in find.words.values():
        told = _topics.Words(words.headline, words.things, words.acts, words.channels, words.aside, words.stocks)
        for relation, reading in _topics.under_headline(ledger, told):
            yield Claim(rule, relation, Basis.INHERITED, reading=reading)


def _by_stage(ledger: Ledger, rule: Rule, find: Find) -> Iterator[Claim]:
    """A bare later act (办结960件) under the figure right before it in its sentence."""
    adverbs = {adverb for words in find.words.values() for adverb in words.adverbs}
    carried = tuple(word for words in find.words.values() for word in words.carried)
    before: Sentence | None = None
    for sentence in ledger.sentences:
        # 上年结转 3 件。本年新收 38 件，办结 39 件: what was carried over may stand in the sentence before.
        near = sentence.text + (before.text if before and before.block == sentence.block else "")
        before = sentence
        if len(sentence.mentions) < 2 or any(word in near for word in carried):
            continue
        for whole, part in _successive(sentence):
            if _follows(find.stages, whole, part, adverbs):
                yield Claim(rule, Subset(whole.figure, (part.figure,)), Basis.DECLARED)


def _successive(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Counts of one unit that follow each other, with nothing but a comma and a short phrase between them."""
    for one, two in zip(sentence.mentions, sentence.mentions[1:], strict=False):
        first, second = one.figure.numeral, two.figure.numeral
        if first is None or second is None or one.depth != two.depth or not _counts_like(first, second):
            continue
        if len(two.lead) <= LONGEST_GAP and not any(mark in two.lead for mark in "。；;（("):
            yield one, two


LONGEST_GAP = 16


def _counts_like(one: Numeral, two: Numeral) -> bool:
    return one.unit.measure is Measure.COUNT and one.unit.group == two.unit.group and one.unit.name == two.unit.name


def _follows(stages: Sequence[Stage], whole: Mention, part: Mention, adverbs: set[str]) -> bool:
    if part.topic.noun and part.topic.noun not in adverbs:
        return False
    done, begun = set(part.topic.acts), set(whole.topic.acts)
    if not whole.topic.noun:
        return False
    fitting = (stage for stage in stages if begun or stage.bare)
    return any(done and done <= set(stage.later) and begun <= set(stage.earlier) for stage in fitting)


WAYS = {"unit": _by_unit, "channel": _by_channel, "topic": _by_topic, "stage": _by_stage}
