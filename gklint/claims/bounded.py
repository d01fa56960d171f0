"""
Kind "bounded": numbers that bound each other by what they count.

Some of the townships under all of them, the meetings that guests came to under those held, kinds under the things of
these kinds, a rank under the number of those ranked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal

from gklint.model.claim import Basis, Claim
from gklint.model.document import Span
from gklint.model.figure import mark
from gklint.model.interval import Exact
from gklint.model.ledger import Ledger
from gklint.model.numeral import Identifier, Kind, Measure, Misprint
from gklint.model.relation import Order, Subset
from gklint.model.rule import Rule
from gklint.model.statement import Level, Mention, Term
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """
    *bodies* are places of which the whole has a fixed number, *verbs* may follow them; *meetings* end the noun of what
    guests are *invited* to; *services* (政务服务事项) are counted in full where they were *drawn* up into a list, in
    part where some can be had in an *eased* way (不见面, 最多跑一次); a mark is *crossed* by what *reached* a figure
    (patterns before the first and between both); *kinds* are measure words of sorts (类), *pieces*
    those of the single things that a sort has at least one of.
    """

    bodies: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    eased: tuple[str, ...] = ()
    crossed: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """
    *by* "bodies": of all places of a sort; "guests": of the meetings of one sentence;
    "services": of those in the longest list; "kinds": of single things; "ranks": of those ranked; "marks": that were
    crossed.
    """

    by: Literal["bodies", "guests", "services", "kinds", "ranks", "marks"]
    words: Mapping[str, Words] = field(default_factory=dict)


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """A claim for each pair of figures, the lesser of which counts a part of what the greater does."""
    for rule in rules:
        find = rule.find
        if isinstance(find, Find):
            for words in find.words.values():
                # 突破 states what it says; the others follow from what is counted.
                basis = Basis.DECLARED if find.by == "marks" else Basis.INHERITED
                yield from (Claim(rule, relation, basis) for relation in WAYS[find.by](ledger, words))


def some_of_all(ledger: Ledger, words: Words) -> Iterator[Subset]:
    """Each 12个乡镇 under 全县19个乡镇, where the report knows but one number of all."""
    named: dict[str, list[Mention]] = {}
    for sentence in ledger.sentences:
        for mention in sentence.mentions:
            if body := _body(mention, words):
                named.setdefault(body, []).append(mention)
    for mentions in named.values():
        alls = [mention for mention in mentions if _is_all(mention)]
        if len({mention.figure.numeral.value for mention in alls if mention.figure.numeral}) != 1:
            continue
        for mention in mentions:
            if mention not in alls and mention.scope.level in (Level.WHOLE, Level.UNKNOWN):
                yield Subset(alls[0].figure, (mention.figure,))


def _body(mention: Mention, words: Words) -> str:
    """What *mention* counts if its unit is followed by just that (8个乡镇, not 8个乡镇卫生院), else ""."""
    numeral = mention.figure.numeral
    if numeral is None or numeral.unit.measure is not Measure.COUNT or numeral.doubtful or mention.depth:
        return ""
    noun = _BRACKETS.sub("", mention.topic.noun)
    if noun not in words.bodies or mention.period.term in (Term.PRIOR, Term.NEXT):
        return ""
    told = _BRACKETS.sub("", mention.after)
    rest = told.removeprefix(noun)
    return noun if told.startswith(noun) and (not rest or rest.startswith(words.verbs)) else ""


_BRACKETS = lazy(r"[（()）\s]")


def _is_all(mention: Mention) -> bool:
    return mention.scope.stated and mention.scope.level is Level.WHOLE and not mention.before


def guests(ledger: Ledger, words: Words) -> Iterator[Subset]:
    """召开常务会议 15次，邀请代表 9次: guests were at no more meetings than were held."""
    for sentence in ledger.sentences:
        held: Mention | None = None
        for mention in sentence.mentions:
            if held and mention.lead.lstrip("，,、；; \n").startswith(words.invited):
                if _like(held, mention):
                    yield Subset(held.figure, (mention.figure,))
            else:
                held = mention if mention.topic.noun.endswith(words.meetings) else None


def _like(one: Mention, two: Mention) -> bool:
    first, second = one.figure.numeral, two.figure.numeral
    return bool(first and second and first.unit.name == second.unit.name and one.depth == two.depth)


def services(ledger: Ledger, words: Words) -> Iterator[Subset]:
    """共梳理事项 1191项 … 可不见面办理事项 963项: no more can be eased than are on the longest of the lists."""
    listed: list[tuple[Exact, Mention]] = []
    eased: list[Mention] = []
    for sentence in ledger.sentences:
        for mention in sentence.mentions:
            numeral = mention.figure.numeral
            if numeral is None or numeral.unit.measure is not Measure.COUNT or mention.depth or numeral.doubtful:
                continue
            said = _CLAUSE.split(mention.lead)[-1] + _CLAUSE.split(mention.tail)[0]
            # The words come first: they cost less to look for than a period.
            if not any(word in said for word in words.services) or mention.period.term in (Term.PRIOR, Term.NEXT):
                continue
            if any(word in said for word in words.eased):
                eased.append(mention)
            elif any(word in said for word in words.drawn):
                listed.append((numeral.value, mention))
    if listed:
        whole = max(listed, key=lambda one: one[0])[1]
        yield from (Subset(whole.figure, (part.figure,)) for part in eased)


_CLAUSE = lazy(r"[，,；;。：:]")


def kinds(ledger: Ledger, words: Words) -> Iterator[Order]:
    """10类行政职权2563项: there is at least one thing of each kind."""
    for sentence in ledger.sentences:
        for sorts, things in zip(sentence.mentions, sentence.mentions[1:], strict=False):
            is_pair = _ends(sorts, words.kinds) and _ends(things, words.pieces) and sorts.depth == things.depth
            if is_pair and len(things.lead) <= LONGEST_NAME and not _MARK.search(things.lead):
                yield Order(sorts.figure, things.figure)


LONGEST_NAME = 12
_MARK = lazy(r"[，,；;、：:（()）。]|各|每|其中")


def _ends(mention: Mention, units: Sequence[str]) -> bool:
    """Whether *mention* is printed with one of *units*, in Arabic digits: 第三类, 一类 and 三类 are often names."""
    raw = mention.figure.raw.rstrip()
    numeral = mention.figure.numeral
    return numeral is not None and not numeral.doubtful and raw[:1].isdecimal() and raw.endswith(tuple(units))


def ranks(ledger: Ledger, words: Words) -> Iterator[Order]:
    """在全省 14 个市州中排名第 15 位: nobody comes after the last."""
    ordinals: dict[int, list[Identifier | Misprint]] = {}
    for block, cell, other in ledger.others:
        if cell is None and _is_ordinal(other):
            ordinals.setdefault(block, []).append(other)
    for sentence in ledger.sentences:
        for ordinal in ordinals.get(sentence.block, ()):
            before = [mention for mention in sentence.mentions if mention.end <= ordinal.start]
            if not before:
                continue
            among, text = before[-1], ledger.text(before[-1].figure)
            numeral = among.figure.numeral
            is_count = numeral is not None and numeral.unit.measure is Measure.COUNT and numeral.bounds.is_point
            if is_count and _RANKED.fullmatch(text[among.end : ordinal.start]) and text.startswith(_RANKS, ordinal.end):
                rank = int(ordinal.raw.removeprefix("第"))
                place = Span(ordinal.start, ordinal.end)
                yield Order(mark(sentence.block, place, ordinal.raw, rank), among.figure)


def _is_ordinal(other: Identifier | Misprint) -> bool:
    return isinstance(other, Identifier) and other.kind is Kind.ORDINAL and _NUMBERED.fullmatch(other.raw) is not None


_NUMBERED = lazy(r"第[0-9]+")
_RANKED = lazy(r"[^，,。；;]{0,8}[中里内][^。；;0-9]{0,12}")
_RANKS = ("位", "名")


def marks(ledger: Ledger, words: Words) -> Iterator[Order]:
    """突破 6 万亿元大关，达到 62661 亿元: what went past a mark is not below it."""
    crossed, reached = (lazy("|".join(patterns) or "(?!)") for patterns in (words.crossed, words.reached))
    for sentence in ledger.sentences:
        for mark_, figure in zip(sentence.mentions, sentence.mentions[1:], strict=False):
            between = sentence.text[mark_.end - sentence.span.start : figure.start - sentence.span.start]
            # 突破 may be read as an approximator of its figure.
            said = mark_.lead + mark_.figure.raw
            if reached.fullmatch(between) and crossed.search(said) and _like(mark_, figure):
                yield Order(mark_.figure, figure.figure)


WAYS: Mapping[str, Callable[[Ledger, Words], Iterator[Subset | Order]]] = {
    "bodies": some_of_all,
    "guests": guests,
    "services": services,
    "kinds": kinds,
    "ranks": ranks,
    "marks": marks,
}
