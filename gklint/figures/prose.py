"""
Headings and paragraphs as sentences, each figure with the words around it.

A long text has a hundred thousand figures and few that a claim looks at twice: nouns, scope and period of a mention are
worked out when they are first asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from gklint.figures._phrases import BlockWords
from gklint.figures._sentences import Layout, layout
from gklint.figures._setting import Sections, Setting
from gklint.figures._zeros import ZERO_WORD, zero_numerals
from gklint.model.document import Heading, Paragraph, Span, Table
from gklint.model.figure import CellPlace, Figure
from gklint.model.ledger import Ledger
from gklint.model.numeral import Identifier, Misprint, Numeral, Reading
from gklint.model.statement import Mention, Sentence
from gklint.numbers.grammar import scan

Other = tuple[int, CellPlace | None, Identifier | Misprint]


def figures(block: Heading | Paragraph, index: int, first_id: int) -> tuple[tuple[Figure, ...], tuple[Other, ...]]:
    """The figures of *block*, which is block *index* of its document, numbered from *first_id*; and the rest."""
    found: list[Figure] = []
    others: list[Other] = []
    for reading in _readings(block.text):
        if isinstance(reading, Numeral):
            span = Span(reading.start, reading.end)
            found.append(Figure(first_id + len(found), reading, index, span, reading.raw))
        else:
            others.append((index, None, reading))
    return tuple(found), tuple(others)


def _readings(text: str) -> Iterator[Reading]:
    """Digits and zero words, in the order of the text."""
    words = tuple(zero_numerals(text))
    if not words:
        return scan(text)
    taken = [(word.start, word.end) for word in words]
    digits = (item for item in scan(text) if not any(item.start < end and start < item.end for start, end in taken))
    return iter(sorted((*digits, *words), key=lambda item: item.start))


def sentences(ledger: Ledger) -> tuple[Sentence, ...]:
    """The sentences of *ledger*'s headings and paragraphs, in reading order."""
    return tuple(_sentences(ledger))


def _sentences(ledger: Ledger) -> Iterator[Sentence]:
    by_block: dict[int, list[Figure]] = defaultdict(list)
    for figure in ledger.figures:
        if figure.cell is None and figure.numeral:
            by_block[figure.block].append(figure)
    sections = Sections(ledger)
    for index, block in enumerate(ledger.document.blocks):
        if not isinstance(block, Table):
            yield from _of_block(index, block.text, by_block.get(index, ()), sections)


def _of_block(index: int, text: str, figures: Sequence[Figure], sections: Sections) -> Iterator[Sentence]:
    marks = layout(text)
    words = BlockWords(text, Setting(index, text, marks.ends, sections))
    printed = [figure for figure in figures if not _is_zero_word(figure)]
    denied = [figure for figure in figures if _is_zero_word(figure)] if len(printed) < len(figures) else ()
    at = 0
    first = first_zero = 0
    for end in marks.ends:
        last, last_zero = first, first_zero
        while last < len(printed) and printed[last].span.start < end:
            last += 1
        while last_zero < len(denied) and denied[last_zero].span.start < end:
            last_zero += 1
        span = Span(at, end)
        mentions = tuple(_mentions(text, span, printed[first:last], marks, words)) if last > first else ()
        zeros = tuple(_mentions(text, span, denied[first_zero:last_zero], marks, words)) if denied else ()
        yield Sentence(index, span, text[at:end], mentions, zeros)
        at, first, first_zero = end, last, last_zero


def _is_zero_word(figure: Figure) -> bool:
    return figure.numeral is not None and ZERO_WORD in figure.numeral.trace


def _mentions(text: str, span: Span, figures: Sequence[Figure], marks: Layout, words: BlockWords) -> Iterator[Mention]:
    places = [_extent(text, figure) for figure in figures]
    last = span.start
    for index, figure in enumerate(figures):
        start, end = places[index]
        start = max(start, last)
        following = places[index + 1][0] if index + 1 < len(places) else span.end
        following = max(following, end)
        depth = _depth(start, marks.brackets) if marks.brackets else 0
        yield Mention(figure, start, end, text[last:start], text[end:following], depth, words)
        last = end


def _extent(text: str, figure: Figure) -> tuple[int, int]:
    """From the first approximator to the end of the unit."""
    span, raw = figure.span, figure.raw
    if text.startswith(raw, span.start):
        return span.start, max(span.end, span.start + len(raw))
    ahead = raw.find(text[span.start : span.end])
    if ahead < 0:
        return span.start, span.end
    return span.start - ahead, max(span.end, span.start - ahead + len(raw))


def _depth(place: int, brackets: Sequence[tuple[int, int]]) -> int:
    # Brackets are sorted by their opening; only the few that open before the place and are still near can hold it.
    depth = 0
    for index in range(bisect_right(brackets, (place, place)) - 1, -1, -1):
        start, end = brackets[index]
        if end > place:
            depth += 1
        elif place - start > _FAR:
            break
    return depth


_FAR = 400
