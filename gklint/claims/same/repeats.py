"""Figures that speak of one thing in several places of the prose: gathered by what they count, of whom and of when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from gklint.claims.same.naming import SHORTEST_NOUN, Vocabulary, is_total
from gklint.model.document import Heading
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure, Numeral
from gklint.model.statement import Level, Mention, Sentence, Term
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

SHINGLE = 6
"""Characters in a row that two contexts need in common to be compared at all."""
LIKE = 0.6
"""How alike two contexts must be: the share of their characters that stand in common runs."""
OPENING = 5
"""Common runs begin within so many characters: what differs at the beginning is another subject."""


@dataclass(frozen=True, slots=True)
class Place:
    """A *mention* in *sentence*, which is number *index* of the document, in its main section number *section*."""

    index: int
    section: int
    sentence: Sentence
    mention: Mention

    @property
    def explicit(self) -> bool:
        """Whether its own clause says whose figure it is and of when."""
        return self.mention.scope.stated and self.mention.period.stated

    @property
    def is_headline(self) -> bool:
        """
        Whether its clause says that it is what the whole did in the year: then the plainest noun will do. One of the
        two is enough for a noun of some length (主动公开政府信息).
        """
        mention = self.mention
        if not mention.topic.acts or not is_total(mention):
            return False
        return len(mention.topic.noun) >= SHORTEST_NOUN or (self.explicit and mention.scope.level is Level.WHOLE)

    @property
    def numerals_before(self) -> list[Numeral]:
        """The figures between the last ； of the sentence and this one."""
        first = self.sentence.span.start + self._context_start
        mentions = (mention for mention in self.sentence.mentions if first <= mention.start < self.mention.start)
        return [mention.figure.numeral for mention in mentions if mention.figure.numeral]

    @property
    def _context_start(self) -> int:
        text = self.sentence.text[: self.mention.start - self.sentence.span.start]
        return max(text.rfind("；"), text.rfind(";")) + 1

    @property
    def context(self) -> str:
        """What the sentence says before the figure's own phrase, from the last ； on, without figures and marks."""
        start = self.mention.start - self.sentence.span.start
        return _MARKS.sub("", self.sentence.text[self._context_start : start])[-LONGEST_CONTEXT:]


LONGEST_CONTEXT = 120
_MARKS = lazy(r"[^\u4e00-\u9fffA-Za-z]+")
Key = tuple[object, ...]


def groups(ledger: Ledger, vocabulary: Vocabulary) -> Iterator[tuple[Place, ...]]:
    """Figures of one fact, two or more in different sentences; a name with three values or more is left out."""
    for places in _namesakes(ledger, vocabulary):
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
        for members in (members for found in named.values() for members in _by_acts(found)):
            if _are_repeats(members) and not _by_channel(members, vocabulary):
                yield tuple(members)
        for members in vague.values():
            yield from _linked(members)


def _by_acts(places: Sequence[Place]) -> Iterator[list[Place]]:
    """*places* with like acts; where one act alone is named, the others can mean no other (整合热线33个 … 热线33个)."""
    found: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in places:
        found[place.mention.topic.acts].append(place)
    if len(found) == 2 and () in found:
        yield list(places)
    else:
        yield from found.values()


def _by_channel(places: Sequence[Place], vocabulary: Vocabulary) -> bool:
    """Whether *places* speak of a channel, and not once for each main section: within one each topic has its own."""
    if not vocabulary.is_of_channel(places[0].mention):
        return False
    # 市政府网站 is one site, 全市政府网站 are many: what may be left unsaid elsewhere must be said here.
    levels = {place.mention.scope.level for place in places}
    return len(levels) > 1 or len({place.section for place in places}) < len(places)


MOST = 400
"""A name that more figures go by is a form of words; looking at all of them would only cost time."""


def _namesakes(ledger: Ledger, vocabulary: Vocabulary) -> Iterator[list[Place]]:
    """Two or more figures that count what is called the same, in like units."""
    found: dict[Key, list[Place]] = defaultdict(list)
    sections = _main_sections(ledger)
    for index, sentence in enumerate(ledger.sentences):
        for mention in sentence.mentions:
            numeral = mention.figure.numeral
            # A figure of prose that has an indicator is a cell of a table whose text runs together.
            if numeral is None or numeral.doubtful or mention.figure.indicator or numeral.unit.measure not in COMPARED:
                continue
            if numeral.unit.name not in TIMES and mention.topic.noun:
                key = (vocabulary.name(mention), numeral.unit.group, numeral.unit.measure.value)
                found[key].append(Place(index, sections[sentence.block], sentence, mention))
    return (places for places in found.values() if 2 <= len(places) <= MOST)


def _main_sections(ledger: Ledger) -> list[int]:
    """For each block, how many headings of the highest level that has several stand before it."""
    blocks = ledger.document.blocks
    levels = Counter(block.level for block in blocks if isinstance(block, Heading))
    main = min((level for level, count in levels.items() if count > 1), default=0)
    return list(accumulate(isinstance(block, Heading) and block.level <= main for block in blocks))


COMPARED = frozenset({Measure.COUNT, Measure.AMOUNT, Measure.PERCENT, Measure.OTHER})
TIMES = frozenset({"年", "月", "天", "周", "季度", "工作日", "小时", "分钟", "秒", "岁", "分", "级", "星"})
"""Units of time, age and rank: deadlines and grades, not facts of the year."""


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


def _are_repeats(places: Sequence[Place]) -> bool:
    """Whether *places* can be one fact: in different sentences, and with no more than two values."""
    if len(places) < 2 or len({place.index for place in places}) < len(places):
        return False
    return len({place.mention.figure.numeral.value for place in places if place.mention.figure.numeral}) <= 2


def _linked(places: Sequence[Place]) -> Iterator[tuple[Place, ...]]:
    """Pairs of *places* whose contexts say the same; what stands in three such places is a form of words."""
    if len(places) < 2:
        return
    contexts = [place.context for place in places]
    found: dict[str, list[int]] = defaultdict(list)
    for number, context in enumerate(contexts):
        for shingle in {context[at : at + SHINGLE] for at in range(len(context) - SHINGLE + 1)}:
            found[shingle].append(number)
    partners: dict[int, set[int]] = defaultdict(set)
    for numbers in found.values():
        if len(numbers) == 2:
            partners[numbers[0]].add(numbers[1])
        elif len(numbers) > 2:
            for number in numbers:
                partners[number].add(-1)
    for one, others in partners.items():
        for other in others - {-1}:
            pair = (places[one], places[other])
            if _are_repeats(pair) and _tell_the_same(*pair) and _alike(contexts[one], contexts[other]):
                yield pair


def _tell_the_same(one: Place, two: Place) -> bool:
    """
    Whether two places in different paragraphs print the same figures before their own: 春季… and 秋季… of one form of
    words do not. Most must agree, so that one slip does not hide the others.
    """
    if one.sentence.block == two.sentence.block:
        return False
    figures = [[numeral.value for numeral in place.numerals_before] for place in (one, two)]
    if not any(figures):
        return True
    agreeing = sum(left == right for left, right in zip(*figures, strict=False))
    return bool(2 * agreeing >= max(map(len, figures)))


def _alike(one: str, two: str) -> bool:
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 2]
    if not blocks or max(blocks[0].a, blocks[0].b) > OPENING:
        return False
    common = sum(block.size for block in blocks)
    return common >= 2 * SHINGLE and common >= LIKE * max(len(one), len(two))
