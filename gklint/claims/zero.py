"""
Kind "zero": what one sentence denies and another one counts (未收到政府信息公开申请 … 受理政府信息公开申请3件).

Both must speak of the same matter: complaints about anything are not complaints about disclosure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.relation import Same
from gklint.model.rule import Rule
from gklint.model.statement import Level, Mention, Term
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """
    Of one language. *things*: what is denied or counted, each with the words it goes by. *matters*: what it must be
    about in both places. *incoming*: acts by which it comes in; a figure of 办结 or 结转 counts something else.
    """

    things: tuple[tuple[str, ...], ...]
    matters: tuple[str, ...]
    incoming: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Find:
    words: Mapping[str, Words]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """A claim for each denied thing and each count of it."""
    for rule in rules:
        find = rule.find
        if not isinstance(find, Find):
            continue
        for words in find.words.values():
            yield from _contrasted(ledger, rule, words)


def _contrasted(ledger: Ledger, rule: Rule, words: Words) -> Iterator[Claim]:
    zeros = (zero for sentence in ledger.sentences for zero in sentence.zeros)
    denied = [(zero, thing) for zero in zeros for thing in _denied(zero, words)]
    if not denied:
        return
    mentions = (mention for sentence in ledger.sentences for mention in sentence.mentions)
    counted = [(mention, thing) for mention in mentions for thing in _counted(mention, words)]
    for zero, thing in denied:
        for mention, other in counted:
            if thing == other and _same_setting(zero, mention):
                explicit = zero.scope.stated and mention.scope.stated and zero.period.stated and mention.period.stated
                basis = Basis.LABELLED if explicit else Basis.INHERITED
                yield Claim(rule, Same((zero.figure, mention.figure)), basis, about=thing[0])


def _denied(zero: Mention, words: Words) -> Iterator[tuple[str, ...]]:
    """The things that *zero* denies: those that end an item of the list behind it."""
    text = _END.split(zero.tail)[0]
    if any(matter in text for matter in words.matters):
        denied = {_ending(item, words.things) for item in _LIST.split(text)}
        yield from (thing for thing in words.things if thing in denied)


def _ending(phrase: str, things: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The thing whose longest word ends *phrase*: 行政复议(的)申请 is no 申请, 行政复议决定 no 行政复议."""
    bare = _FILLING.sub("", phrase.strip()).replace("的", "")
    found = [(len(word), thing) for thing in things for word in thing if bare.endswith(word)]
    return max(found, default=(0, None))[1]


def _counted(mention: Mention, words: Words) -> Iterator[tuple[str, ...]]:
    numeral = mention.figure.numeral
    if numeral is None or numeral.unit.measure is not Measure.COUNT:
        return
    phrase = mention.before or mention.after
    if not any(matter in phrase for matter in words.matters):
        return
    if not any(act in mention.topic.acts for act in words.incoming):
        return
    if thing := _ending(phrase, words.things):
        yield thing


_END = lazy("[。；;！？]|其中")
_LIST = lazy("[，,、及和或与/]|以及")
_FILLING = lazy(r"(?:的?(?:情况|情形|事项|案件|现象)|\s)+$")


def _same_setting(one: Mention, two: Mention) -> bool:
    levels = {one.scope.level, two.scope.level}
    if levels - {Level.WHOLE, Level.UNKNOWN} and (len(levels) > 1 or one.scope.name != two.scope.name):
        return False
    current = (Term.CURRENT, Term.UNKNOWN)
    if one.period.term in current and two.period.term in current:
        return True
    return one.period.term is two.period.term and one.period.text == two.period.text
