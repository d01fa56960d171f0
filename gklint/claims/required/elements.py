"""Parts of a report as a supervisor looks for them: its title, annexes that it announces, blocks that stray into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.model.document import Heading, Paragraph, Table
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Front:
    """The *title* with its lines run together, "" where none is found, and the *year* in it."""

    title: str
    year: int | None


def front(ledger: Ledger) -> Front:
    """What the first blocks say that the document is."""
    lines = []
    for block in ledger.document.blocks[:_FRONT]:
        if not isinstance(block, Table) and len(block.text) <= _TITLE and "。" not in block.text:
            lines.append("".join(block.text.split()))
    return Front("".join(lines), ledger.year)


_FRONT, _TITLE = 8, 60


def inexact(ledger: Ledger, words: Sequence[str], unless: Sequence[str]) -> Iterator[Figure]:
    """The first figure behind *words* that carries 余 or 多, if none of them is exact."""
    found = []
    for sentence in ledger.sentences:
        if not any(word in sentence.text for word in words):
            continue
        for mention in sentence.mentions:
            numeral = mention.figure.numeral
            lead = mention.lead[-_NEAR:]
            if numeral is None or numeral.unit.group != _ITEMS:
                continue
            if not any(word in lead for word in words) or any(word in lead for word in unless):
                continue
            if not numeral.approximators:
                return
            found.append(mention.figure)
    yield from found[:1]


_NEAR, _ITEMS = 16, "件"


def annexes(ledger: Ledger) -> Iterator[tuple[int, str]]:
    """Annexes that are announced below the text (附件：…统计表) and of which nothing follows."""
    blocks = ledger.document.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Table) or not (hit := _ANNOUNCED.match(block.text)):
            continue
        following = blocks[index + 1 :]
        rest = sum(1 if isinstance(item, Table) else len(item.text) for item in following)
        if not any(isinstance(item, Table) for item in following) and rest < _ANNEX:
            yield index, hit["name"].strip()


_ANNOUNCED = lazy(r"\s*附\s*[件表]\s*\d?\s*[：:]\s*(?:\d\s*[.．、])?\s*(?P<name>[^。.]{4,60}?)\s*\Z")
_ANNEX = 120
"""A signature and a date below the announcement are shorter than any annex."""


def repeated(ledger: Ledger) -> Iterator[tuple[int, str]]:
    """Paragraphs that open with the whole paragraph before, or are printed twice."""
    seen: dict[str, int] = {}
    last: tuple[int, str] | None = None
    for index, block in enumerate(ledger.document.blocks):
        if isinstance(block, Table):
            continue
        text = "".join(block.text.split())
        if len(text) >= _LINE and isinstance(block, Paragraph):
            if text in seen or (last and index - last[0] <= 2 and _holds(text, last[1])):
                yield index, block.text[:_SHOWN]
            seen[text] = index
            last = index, text


_LINE, _SHOWN = 30, 40


def _holds(text: str, before: str) -> bool:
    """Whether *text* has all of the fragment *before* in it: a line that was extracted twice."""
    return len(before) < len(text) and before in text


def foreign(ledger: Ledger) -> Iterator[tuple[int, str]]:
    """Tables that stand in the middle of a sentence and are none of the form's."""
    blocks = ledger.document.blocks
    official = {ledger.sheets[sheet].block for match in ledger.tables for sheet in match.sheets}
    for index in range(1, len(blocks) - 1):
        above, table, below = blocks[index - 1 : index + 2]
        if not isinstance(table, Table) or index in official:
            continue
        if isinstance(above, Table | Heading) or not isinstance(below, Paragraph):
            continue
        if len(above.text) > _LINE and _OPEN.search(above.text) and "。" in below.text and not _LABEL.match(below.text):
            first = next((cell.text for row in table.grid for cell in row if cell and cell.text.strip()), "")
            yield index, first[:_SHOWN]


_OPEN = lazy(r"[\u4e00-\u9fff、，]\s*\Z")
_LABEL = lazy(r"\s*(?:注|说明|备注|图|表|[（(]?[一二三四五六七八九十\d]+[）)、.．])")
