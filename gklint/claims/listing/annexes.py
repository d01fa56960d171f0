"""The annexes that stand listed below the text, and their headings behind it."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.document import Span, Table
from gklint.model.figure import Figure, mark
from gklint.model.ledger import Ledger
from gklint.model.relation import Count
from gklint.numbers.ordinals import ordinals
from gklint.start.patterns import lazy

_LIST = lazy(r"\s*附\s*件\s*[：:]\s*")
_HEADING = lazy(r"\s*附\s*件\s*[1-9一二三四五六七八九十]{1,2}\s*(?=$|[：:\s])")


def annexes(ledger: Ledger) -> Iterator[Count]:
    """附件：1.… 2.… 3.…: as many annexes follow as are listed. None at all are annexes in files of their own."""
    texts = [None if isinstance(block, Table) else block.text for block in ledger.document.blocks]
    for index, text in enumerate(texts):
        if text is None or not (opening := _LIST.match(text)):
            continue
        last, end = _listed(texts, index, opening.end())
        headings = tuple(
            mark(block, Span(hit.start(), hit.end()), hit[0].strip())
            for block, later in enumerate(texts[end:], start=end)
            if later is not None and len(later) <= _HEADING_LENGTH and (hit := _HEADING.match(later))
        )
        if last and headings:
            yield Count(last, headings, closed=True)
        return


_HEADING_LENGTH = 60


def _listed(texts: list[str | None], index: int, start: int) -> tuple[Figure | None, int]:
    """The last mark of the list that begins in block *index* at *start*, and the block behind the list."""
    last: Figure | None = None
    expected = 1
    while index < len(texts):
        text = texts[index]
        found = next(ordinals(text[start:]), None) if text else None
        if text is None or found is None or found.style != "point" or found.number != expected:
            break
        span = Span(start + found.start, start + found.end)
        last = mark(index, span, text[span.start : span.end], found.number) if found.number > 1 else None
        index, start, expected = index + 1, 0, expected + 1
    return last, index
