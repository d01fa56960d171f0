"""Kind "entire": a sentence that says 全部 or 均 of two figures it prints (收到12件，全部办结12件) makes them equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.relation import Flow, Relation, Same
from gklint.model.rule import Rule
from gklint.model.statement import Mention, Sentence
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """
    Of one language. *all* words that leave nothing out, right before what was *done*. *incoming* and *concluded* are
    acts that figures are compared as; *carried* words bring in what came before the year.
    """

    all: tuple[str, ...]
    done: tuple[str, ...]
    incoming: tuple[str, ...]
    concluded: tuple[str, ...]
    carried: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Find:
    words: Mapping[str, Words]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """A claim for each sentence that says 全部 or 均 of what came in and prints what was done of it."""
    for rule in rules:
        find = rule.find
        if not isinstance(find, Find):
            continue
        for words in find.words.values():
            pattern = _Entire(words)
            for sentence in ledger.sentences:
                if len(sentence.mentions) > 1:
                    yield from (Claim(rule, relation, Basis.DECLARED) for relation in pattern.relations(sentence))


class _Entire:
    """The words of one language, and the pattern of 全部 right before what was done."""

    def __init__(self, words: Words) -> None:
        self._words = words
        between = "已经|已|按时|按期|依法|及时|予以|在规定期限内|been |were "
        self._pattern = lazy(rf"(?:{'|'.join(words.all)})(?:{between})*(?:{'|'.join(words.done)})")

    def relations(self, sentence: Sentence) -> Iterator[Relation]:
        """At most one: a sentence with two of a kind tells of several things."""
        if not self._pattern.search(sentence.text):
            return
        counts = [mention for mention in sentence.mentions if _is_count(mention)]
        carried = [mention for mention in counts if self._is_carried(mention)]
        incoming = [mention for mention in counts if mention not in carried and _acts(mention, self._words.incoming)]
        concluded = [mention for mention in counts if _acts(mention, self._words.concluded)]
        if len(incoming) != 1 or len(concluded) != 1 or len(carried) > 1:
            return
        whole, done = incoming[0], concluded[0]
        between = [mention for mention in counts if whole.start < mention.start < done.start]
        # 收到88件，均已答复，其中涉及城建的31件已答复28件: the last two speak of a part.
        if any(mention not in carried for mention in between) or not self._speaks_of(sentence, whole, done):
            return
        if carried:
            yield Flow((whole.figure, carried[0].figure), (done.figure,))
        elif not any(word in sentence.text for word in self._words.carried):
            yield Same((whole.figure, done.figure))

    def _speaks_of(self, sentence: Sentence, whole: Mention, done: Mention) -> bool:
        """Whether 全部 stands between or behind the two, and both count the same things."""
        if done.start < whole.start or _unit(whole) != _unit(done):
            return False
        if done.topic.noun not in ("", whole.topic.noun, *self._words.all):
            return False
        between = sentence.text[whole.end - sentence.span.start : done.start - sentence.span.start]
        return "；" not in between and "其中" not in between and self._pattern.search(between + done.tail) is not None

    def _is_carried(self, mention: Mention) -> bool:
        return any(word in mention.lead for word in self._words.carried)


def _is_count(mention: Mention) -> bool:
    numeral = mention.figure.numeral
    return numeral is not None and numeral.unit.measure is Measure.COUNT and not mention.depth


def _acts(mention: Mention, acts: Sequence[str]) -> bool:
    return bool(mention.topic.acts) and set(mention.topic.acts) <= set(acts)


def _unit(mention: Mention) -> str:
    return mention.figure.numeral.unit.name if mention.figure.numeral else ""
