"""Runs of ordinals: the marks of one list under one parent, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.document import Heading, Span, Table
from gklint.model.figure import Figure, mark
from gklint.model.ledger import Ledger
from gklint.numbers.ordinals import Ordinal, ordinals
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """*marks* of one *style*; the first of them says 1."""

    style: str
    marks: tuple[Figure, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(int(figure.numeral.value) for figure in self.marks if figure.numeral)


def runs(ledger: Ledger) -> Iterator[Run]:
    """
    Every list of the document whose marks begin with 1.

    Marks nest as they come: a mark of a style that is open already ends all lists opened since, a mark that says 1
    opens a new list in its style. A heading without mark ends the lists below it, in text or in lesser headings.
    """
    stack: list[_Open] = []
    for index, block in enumerate(ledger.document.blocks):
        if isinstance(block, Table):
            continue
        found = list(ordinals(block.text))
        level = block.level if isinstance(block, Heading) else _TEXT
        if isinstance(block, Heading) and not found:
            yield from _closed(stack, next((at for at, run in enumerate(stack) if run.level > level), len(stack)))
        for ordinal in found:
            yield from _placed(stack, ordinal, _figure(index, block.text, ordinal), level)
    yield from _closed(stack, 0)


@dataclass(frozen=True, slots=True)
class _Open:
    """A list that may go on; *level* is that of the heading that it began in."""

    style: str
    level: int
    marks: list[Figure]


_TEXT = 99


def _figure(block: int, text: str, ordinal: Ordinal) -> Figure:
    return mark(block, Span(ordinal.start, ordinal.end), text[ordinal.start : ordinal.end], ordinal.number)


def _placed(stack: list[_Open], ordinal: Ordinal, figure: Figure, level: int) -> Iterator[Run]:
    depth = next((at for at, run in enumerate(stack) if run.style == ordinal.style), None)
    if depth is None:
        stack.append(_Open(ordinal.style, level, [figure]))
    elif ordinal.number == 1:
        yield from _closed(stack, depth)
        stack.append(_Open(ordinal.style, level, [figure]))
    else:
        yield from _closed(stack, depth + 1)
        stack[depth].marks.append(figure)


def _closed(stack: list[_Open], depth: int) -> Iterator[Run]:
    """The lists at *depth* and below, taken off the stack, if they begin with 1."""
    for ended in stack[depth:]:
        run = Run(ended.style, tuple(ended.marks))
        if run.numbers[0] == 1:
            yield run
    del stack[depth:]
