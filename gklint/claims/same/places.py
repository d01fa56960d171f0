"""Where the prose speaks of a thing: a mention with its sentence, its paragraph and its section."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from gklint.claims.same.naming import SHORTEST_NOUN, Vocabulary, is_total
from gklint.model.document import Heading
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.statement import Level, Mention, Sentence
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """
    Mention number *at* of *paragraph* (all mentions of its block) in *sentence*, which is number *index* of the
    document, under *heading* and in its main section number *section*.
    """

    index: int
    section: int
    heading: int
    sentence: Sentence
    paragraph: Sequence[Mention]
    at: int

    @property
    def mention(self) -> Mention:
        return self.paragraph[self.at]

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
    def is_first(self) -> bool:
        """Whether no other figure stands before it in its sentence."""
        return self.sentence.mentions[0] is self.mention

    @property
    def wording(self) -> str:
        """The last clause before the figure, letters only."""
        return plain(_CLAUSE.split(self.mention.lead)[-1])

    @property
    def context(self) -> str:
        """What the sentence says before the figure's own phrase, from the last ； on, without figures and marks."""
        text = self.sentence.text[: self.mention.start - self.sentence.span.start]
        start = max(text.rfind("；"), text.rfind(";")) + 1
        return plain(text[start:])[-LONGEST_CONTEXT:]


LONGEST_CONTEXT = 120
_MARKS = lazy(r"[^\u4e00-\u9fffA-Za-z]+")
_CLAUSE = lazy("[，,；;。：:、]")


def plain(text: str) -> str:
    """*text* without figures, marks and blanks."""
    return _MARKS.sub("", text)


MOST = 400
"""A name that more figures go by is a form of words; looking at all of them would only cost time."""


def namesakes(ledger: Ledger, vocabulary: Vocabulary) -> Iterator[list[Place]]:
    """Two or more figures that count what is called the same, in like units."""
    found: dict[Key, list[Place]] = defaultdict(list)
    for place in _places(ledger):
        mention = place.mention
        numeral = mention.figure.numeral
        # A figure of prose that has an indicator is a cell of a table whose text runs together.
        if numeral is None or numeral.doubtful or mention.figure.indicator or numeral.unit.measure not in COMPARED:
            continue
        if numeral.unit.name not in TIMES and mention.topic.noun:
            key = (vocabulary.name(mention), numeral.unit.group, numeral.unit.measure.value)
            found[key].append(place)
    return (places for places in found.values() if 2 <= len(places) <= MOST)


def _places(ledger: Ledger) -> Iterator[Place]:
    sections, headings = _main_sections(ledger), _headings(ledger)
    paragraphs: dict[int, list[Mention]] = defaultdict(list)
    for sentence in ledger.sentences:
        paragraphs[sentence.block] += sentence.mentions
    before: Counter[int] = Counter()
    for index, sentence in enumerate(ledger.sentences):
        block = sentence.block
        for at in range(before[block], before[block] + len(sentence.mentions)):
            yield Place(index, sections[block], headings[block], sentence, paragraphs[block], at)
        before[block] += len(sentence.mentions)


def _main_sections(ledger: Ledger) -> list[int]:
    """For each block, how many headings of the highest level that has several stand before it."""
    blocks = ledger.document.blocks
    levels = Counter(block.level for block in blocks if isinstance(block, Heading))
    main = min((level for level, count in levels.items() if count > 1), default=0)
    return list(accumulate(isinstance(block, Heading) and block.level <= main for block in blocks))


def _headings(ledger: Ledger) -> list[int]:
    """For each block, how many headings stand before it."""
    return list(accumulate(isinstance(block, Heading) for block in ledger.document.blocks))


COMPARED = frozenset({Measure.COUNT, Measure.AMOUNT, Measure.PERCENT, Measure.OTHER})
TIMES = frozenset({"年", "月", "天", "周", "季度", "工作日", "小时", "分钟", "秒", "岁", "分", "级", "星"})
"""Units of time, age and rank: deadlines and grades, not facts of the year."""
