"""What was published on single topics, under the headline of all that was: 主动公开政府信息 8200条 … 环保信息 129条."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.claims.same.naming import is_total
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.reading import Reading
from gklint.model.relation import Subset
from gklint.model.statement import Level, Mention, Sentence, Term
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """
    *headline* ends the noun of everything that was published, *things* end the noun of each topic as well, unless
    one of the *acts* tells that it was published (公开审计报告 25条).
    *channels* carry what belongs to several topics, *aside* are acts on things that came in instead, *stocks* make a
    figure one of several years unless its clause tells the year.
    """

    headline: tuple[str, ...]
    things: tuple[str, ...]
    acts: tuple[str, ...]
    channels: tuple[str, ...]
    aside: tuple[str, ...]
    stocks: tuple[str, ...]


def under_headline(ledger: Ledger, words: Words) -> Iterator[tuple[Subset, Reading]]:
    """
    Each topic below the one headline of the report, in its unit. Topics overlap (财政信息 holds 预决算信息), so that
    each alone must fit into the headline; their sum may be more.
    """
    published = [(sentence, mention) for sentence, mention in _counts(ledger, words) if _is_published(mention, words)]
    headlines = [(sentence, mention) for sentence, mention in published if mention.topic.noun.endswith(words.headline)]
    if len(headlines) != 1:
        return
    sentence, whole = headlines[0]
    for _, mention in published:
        if mention is not whole and _is_within(mention, whole, words):
            features = (*_of_headline(sentence, whole), *_of_topic(mention, words))
            reading = Reading("topic.under-headline", features, (mention.figure.id,))
            yield Subset(whole.figure, (mention.figure,), disjoint=False), reading


def _of_headline(sentence: Sentence, whole: Mention) -> Iterator[str]:
    """A headline opens its sentence and says that it is the total; inside a list it is a part of something."""
    if sentence.mentions[0] is whole and not whole.depth:
        yield "headline-first"
    if is_total(whole):
        yield "total-said"


def _of_topic(mention: Mention, words: Words) -> Iterator[str]:
    """A topic has a name before 信息; one that says 总数 is another whole."""
    noun = mention.topic.noun
    name = next((noun.removesuffix(ending) for ending in words.things if noun.endswith(ending)), noun)
    if len(name) < SHORTEST_NAME:
        yield "topic-unnamed"
    if is_total(mention):
        yield "both-total"


SHORTEST_NAME = 2


def _counts(ledger: Ledger, words: Words) -> Iterator[tuple[Sentence, Mention]]:
    """The counts of things that their sentence, as far as it has come, puts on no channel."""
    for sentence in ledger.sentences:
        for mention in sentence.mentions:
            # 网站发布信息 2846 条，更新动态信息 1204 条: the channel is said of both.
            if _names_any(sentence.text[: mention.start - sentence.span.start] + mention.topic.noun, words.channels):
                break
            numeral = mention.figure.numeral
            if numeral and numeral.unit.measure is Measure.COUNT and not numeral.doubtful and not mention.depth:
                yield sentence, mention


def _is_published(mention: Mention, words: Words) -> bool:
    noun = mention.topic.noun
    return noun.endswith(words.things) or bool(noun and set(mention.topic.acts) & set(words.acts))


def _is_within(mention: Mention, whole: Mention, words: Words) -> bool:
    """Whether *mention* is about the things, the unit and the year that *whole* is about."""
    one, two = mention.figure.numeral, whole.figure.numeral
    if one is None or two is None or one.unit.name != two.unit.name:
        return False
    if _names_any(mention.lead, words.aside) or set(mention.topic.acts) & set(words.aside):
        return False
    if mention.scope.level is Level.WHOLE and whole.scope.level in (Level.OWN, Level.NAMED):
        return False
    term = mention.period.term
    if term is Term.UNTIL or _names_any(mention.lead, words.stocks):
        return term is whole.period.term or (term is Term.CURRENT and mention.period.stated)
    return term in (Term.CURRENT, Term.UNKNOWN)


def _names_any(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)
