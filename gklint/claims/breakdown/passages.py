"""
The figures of a passage in a row, and what stands between two of them.

A passage is a paragraph together with what continues it: a paragraph that begins with 其中, or one that a page break
cut from its beginning; or a cell of a table that holds several figures.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from functools import lru_cache

from gklint.claims.breakdown.leads import ATTRIBUTE, PARTITIVE
from gklint.model.document import Heading, Span, Table
from gklint.model.figure import Figure, mark
from gklint.model.ledger import Ledger
from gklint.model.numeral import Identifier, Kind, Measure, Numeral, Unit
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

SUMMED = frozenset({Measure.COUNT, Measure.AMOUNT, Measure.OTHER, Measure.BARE})
"""What can be added up to a whole; shares are a matter of their own."""
ATTRIBUTE_REACH = 10
"""Characters before a figure in which a word makes it an attribute of another."""
COMMA, SEMICOLON, STOP = 1, 2, 3
"""Ranks of the marks that part clauses; 、 and words that join are 0."""

_RANKS = {"、": 0, "，": COMMA, ",": COMMA, "；": SEMICOLON, ";": SEMICOLON, ".": STOP}
_RANKS |= dict.fromkeys("。！？!?\n", STOP)
_MARKS = lazy(
    r"(?:(?<!\d),|,(?!\d)|[、，；;。！？!?\n])|(?<=[a-z0-9)])\.(?=\s+[A-Z]|$)"
    r"|^(?:和|及|与|以及)|(?:和|及|与|以及)$|\s+and(?=\s)"
)
_BRACKETS = lazy(r"[（(\[【][^（）()\[\]【】]*[）)\]】]")
_BLANKS = lazy(r"\s+")
_NO_UNIT = Unit("", Measure.BARE, "")
LONGEST_BARE = 6
FARTHEST_NAMED = 12
"""Paragraphs in which the whole of a list may stand that is told by name."""
NAME, ALIKE = 8, 5
"""Characters of a name that are looked for, and of how many pairs of them one may be missing."""
MOST_HEADS = 6
"""Figures of the paragraph before that may be the whole of a list."""
COUNTING = 6
"""Characters before a number without a unit in which a word says that it counts."""
_COUNTING = lazy(r"数量?(?:为|是|共)?\s*$")
_ENDING = lazy(r"\s*(?:[，；。、,;]|$)")
_HAN = lazy(r"[\u4e00-\u9fff]")
_CONTINUES = lazy(r"^\s*(?:其中|of which|of these)")
_UNFINISHED = lazy(r"[，；、：,;:]\s*$")


@dataclass(frozen=True, slots=True)
class Item:
    """A figure at *start* to *end* of its passage, *depth* brackets deep."""

    figure: Figure
    numeral: Numeral
    start: int
    end: int
    depth: int

    @property
    def sort(self) -> str:
        """The unit's name; English nouns say what is counted, not how, and count as one unit."""
        unit = self.numeral.unit
        is_english = unit.measure is Measure.COUNT and unit.name.isascii()
        return "" if is_english or unit.measure is Measure.BARE else unit.name

    def like(self, other: Item) -> bool:
        """Whether both count or measure the same kind of thing; a number without a unit counts anything."""
        one, two = self.numeral.unit, other.numeral.unit
        if one is two:
            return True
        if Measure.BARE in (one.measure, two.measure):
            return {one.measure, two.measure} <= {Measure.BARE, Measure.COUNT}
        return one.group == two.group or not (self.sort or other.sort)


@dataclass(frozen=True, slots=True)
class Passage:
    """
    The text of one passage and its figures in reading order; those before *start* belong to the paragraph before, which
    may hold the whole of a list here. *known* keeps what was worked out of them.
    """

    text: str
    items: tuple[Item, ...]
    start: int = 0
    known: dict[int, tuple[str, bool]] = field(default_factory=dict)

    def between(self, first: int, second: int) -> str:
        """The text from the end of item *first* (−1: the beginning) to item *second*, brackets that close left out."""
        start = self.items[first].end if first >= 0 else 0
        return outside(self.text[start : self.items[second].start])

    def behind(self, place: int) -> str:
        """The text that follows an item, up to the next one."""
        end = self.items[place + 1].start if place + 1 < len(self.items) else len(self.text)
        return squeezed(self.text[self.items[place].end : end])

    def clause(self, place: int) -> str:
        """The words before an item back to the nearest mark."""
        return (self.known.get(place) or self._look(place))[0]

    def is_attribute(self, place: int) -> bool:
        """Whether the item says something of the figure before it (占, 增长, 率) and is no part itself."""
        return (self.known.get(place) or self._look(place))[1]

    def _look(self, place: int) -> tuple[str, bool]:
        clause = clauses(self.between(place - 1, place))[-1]
        is_summed = self.items[place].numeral.unit.measure in SUMMED
        self.known[place] = known = clause, not is_summed or bool(ATTRIBUTE.search(clause[-ATTRIBUTE_REACH:]))
        return known


def passages(ledger: Ledger) -> Iterator[Passage]:
    """
    The passages of *ledger*'s paragraphs that have two figures or more, each behind the first figures of the one before
    it, and behind an earlier one of the name that its first words say; then the cells that have.
    """
    earlier: deque[Passage] = deque(maxlen=FARTHEST_NAMED)
    for passage in _paragraphs(ledger):
        if len(passage.items) > 1:
            yield _behind([*_named(earlier, passage), *_heads(earlier)], passage)
        earlier.append(passage)
    yield from _cells(ledger)


def _heads(earlier: Sequence[Passage]) -> Iterator[Passage]:
    """The paragraph before with its first figures, one of which may be the whole of a list."""
    if earlier and earlier[-1].items:
        yield replace(earlier[-1], items=earlier[-1].items[:MOST_HEADS])


def _named(earlier: Sequence[Passage], passage: Passage) -> Iterator[Passage]:
    """The nearest figure further up whose name stands before the first of *passage*, with the words before it."""
    first = passage.items[0]
    ahead = passage.between(-1, 0)
    for before in [*earlier][-2::-1]:
        for place, item in enumerate(before.items[:MOST_HEADS]):
            if item.like(first) and says(ahead, before.clause(place)):
                yield Passage(before.text[: item.end], (item,))
                return


def says(text: str, name: str) -> bool:
    """Whether *text* has nearly all of the end of *name*, in whatever order: 公开信息的类别 says 信息公开."""
    name = name[-NAME:]
    pairs = [name[at : at + 2] for at in range(len(name) - 1)]
    return len(name) == NAME and ALIKE * sum(pair in text for pair in pairs) >= (ALIKE - 1) * len(pairs)


def _behind(before: Sequence[Passage], passage: Passage) -> Passage:
    """*passage* with the figures *before* it in front, as if they stood in one text."""
    text, items = "", list[Item]()
    for part in (*before, passage):
        start = len(items)
        items += [replace(item, start=item.start + len(text), end=item.end + len(text)) for item in part.items]
        text += f"{part.text}\n"
    return Passage(text[:-1], tuple(items), start)


def _paragraphs(ledger: Ledger) -> Iterator[Passage]:
    text, items = "", list[Item]()
    bare = _bare_numbers(ledger)
    last = -2
    for sentence in ledger.sentences:
        if sentence.block != last:
            block = ledger.document.blocks[sentence.block]
            if isinstance(block, Table):
                continue
            continues = _CONTINUES.match(block.text) or _UNFINISHED.search(text)
            if isinstance(block, Heading) or last != sentence.block - 1 or not continues:
                if items:
                    yield Passage(text, tuple(items))
                text, items = "", []
            offset = len(text)
            text += block.text
            last = sentence.block
        found = [
            Item(mention.figure, numeral, offset + mention.start, offset + mention.end, mention.depth)
            for mention in sentence.mentions
            if (numeral := mention.figure.numeral)
        ]
        for figure in bare.get(sentence.block, ()):
            if figure.numeral and sentence.span.start <= figure.span.start < sentence.span.end:
                start, end = offset + figure.span.start, offset + figure.span.end
                found.append(Item(figure, figure.numeral, start, end, _depth(text, start)))
        items += sorted(found, key=lambda item: item.start) if sentence.block in bare else found
    if items:
        yield Passage(text, tuple(items))


def _bare_numbers(ledger: Ledger) -> dict[int, list[Figure]]:
    """The whole numbers that sentences print without a unit (of which 90 were closed; 来信数 90，), by block."""
    found: dict[int, list[Figure]] = {}
    for index, cell, reading in ledger.others:
        block = ledger.document.blocks[index]
        if cell or isinstance(block, Table) or not isinstance(reading, Identifier) or reading.kind is not Kind.CODE:
            continue
        if not reading.raw.isdigit() or len(reading.raw) > LONGEST_BARE:
            continue
        if not (_is_counted(block.text, reading) or PARTITIVE.search(block.text)):
            continue
        figure = mark(index, Span(reading.start, reading.end), reading.raw, int(reading.raw))
        assert figure.numeral
        found.setdefault(index, []).append(replace(figure, numeral=replace(figure.numeral, unit=_NO_UNIT)))
    return found


def _is_counted(text: str, reading: Identifier) -> bool:
    """Whether the words before a number say that it counts, and nothing follows it that it could belong to."""
    before = text[max(0, reading.start - COUNTING) : reading.start]
    return _COUNTING.search(before) is not None and _ENDING.match(text, reading.end) is not None


def _depth(text: str, place: int) -> int:
    return sum(text.count(mark, 0, place) for mark in "（(") - sum(text.count(mark, 0, place) for mark in "）)")


def _cells(ledger: Ledger) -> Iterator[Passage]:
    cell: list[Figure] = []
    for figure in ledger.figures:
        if cell and figure.cell != cell[0].cell:
            if len(cell) > 1 and cell[0].cell:
                yield _cell(ledger, cell)
            cell = []
        if figure.cell and figure.numeral:
            cell.append(figure)
    if len(cell) > 1:
        yield _cell(ledger, cell)


def _cell(ledger: Ledger, figures: Sequence[Figure]) -> Passage:
    text = ledger.text(figures[0])
    items = []
    for figure in figures:
        numeral = figure.numeral
        if numeral is None:
            continue
        ahead = max(0, numeral.raw.find(text[figure.span.start : figure.span.end]))
        start = max(0, figure.span.start - ahead)
        end = max(figure.span.end, start + len(numeral.raw))
        items.append(Item(figure, numeral, start, end, _depth(text, start)))
    return Passage(text, tuple(items))


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[str, ...]:
    return tuple(_MARKS.split(text))


@lru_cache(maxsize=4096)
def level_of(text: str) -> int:
    """The highest mark in *text*; words that join (和, 及) count as 、."""
    return max((_RANKS.get(mark, 0) for mark in _MARKS.findall(text)), default=0)


# Each gap between two figures is looked at once for every list that may begin or end there.
@lru_cache(maxsize=4096)
def outside(text: str) -> str:
    """*text* without blanks and without what stands in brackets that open and close in it."""
    text = squeezed(text)
    while True:
        bare = _BRACKETS.sub("", text)
        if bare == text:
            break
        text = bare
    closing = max(text.rfind("）"), text.rfind(")"))
    return text[closing + 1 :] if closing >= 0 else text


def squeezed(text: str) -> str:
    """Without blanks where the text is Chinese or nothing but marks, with single ones where it is not."""
    if _HAN.search(text) or not text.strip(" 、，；。（）:："):
        return "".join(text.split())
    return _BLANKS.sub(" ", text)
