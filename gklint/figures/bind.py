"""Which official form a document follows, and which figure stands in which of its cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gklint.figures.glued import separated
from gklint.figures.labels import key
from gklint.figures.layout import Axes, Layout, Stub, lay_out
from gklint.model.document import Heading, Paragraph, Table
from gklint.model.figure import Figure
from gklint.model.form import Form, FormTable, TableMatch
from gklint.model.interval import Interval
from gklint.model.ledger import Ledger, Sheet
from gklint.model.numeral import Numeral
from gklint.numbers.units import BARE
from gklint.start.memo import per_object
from gklint.start.records import dataclass

PER_MARK = 10
"""Cells that one mark outweighs: generations of a form share most labels, marks are what only one of them has."""
FEWEST_CELLS = 5
FEWEST_MARKS = 2
NEAR = 2
"""Blocks before a table that can name what it is about."""
LONGEST_CAPTION = 40
BLANK_ZERO = Numeral(0, 0, "", 0, Interval.point(0), BARE, trace=("blank is zero",))
"""What an empty cell says where, and only where, the pack declares that it means zero."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """
    How a form fits a document: the layout of each of its tables on each sheet, and the marks that are printed.

    *glued* are the figures of its tables that stand in paragraphs.
    """

    form: Form
    layouts: tuple[tuple[FormTable, Sheet, Layout], ...]
    marks: tuple[str, ...]
    glued: tuple[tuple[FormTable, tuple[Figure, ...]], ...] = ()

    @property
    def cells(self) -> int:
        return sum(len(layout.cells) for _, _, layout in self.layouts) + sum(len(found) for _, found in self.glued)

    @property
    def is_enough(self) -> bool:
        return self.cells >= FEWEST_CELLS or len(self.marks) >= FEWEST_MARKS


def bind(ledger: Ledger, forms: Sequence[Form]) -> Ledger:
    """
    *ledger* with its form chosen and the figures of the form's cells bound to their indicators.

    Unchanged if the document follows none of *forms*. Of a cell that is printed twice both figures are bound.
    """
    ledger = separated(ledger, forms)
    words = _words(ledger)
    stubs = [Stub.of(sheet) for sheet in ledger.sheets]
    fits = [fit for form in forms if (fit := _fit(ledger, form, stubs, words)).is_enough]
    if not fits:
        return ledger
    # Of two that fit alike max takes the first: the form in use now.
    best = max(reversed(fits), key=lambda fit: (fit.cells + PER_MARK * len(fit.marks), fit.form.covers(ledger.year)))
    return _bound(ledger, best)


def _words(ledger: Ledger) -> str:
    """The document's labels and headings as they are compared, one to a line."""
    texts = [block.text for block in ledger.document.blocks if isinstance(block, Heading)]
    for sheet in ledger.sheets:
        texts += dict.fromkeys(cell.text for row in sheet.table.grid for cell in row if cell)
    return "\n".join(key(text).words for text in texts)


def _fit(ledger: Ledger, form: Form, stubs: Sequence[Stub], words: str) -> _Fit:
    layouts: list[tuple[FormTable, Sheet, Layout]] = []
    for axes in map(_axes, form.tables):
        before: Layout | None = None
        for sheet, stub in zip(ledger.sheets, stubs, strict=True):
            around = tuple(_around(ledger, sheet))
            before = lay_out(sheet, stub, axes, around=around, before=before, year=ledger.year)
            if before:
                layouts.append((axes.table, sheet, before))
    words += "".join(_gathered(ledger, form.marks))
    marks = tuple(mark for mark in form.marks if key(mark).words in words)
    return _Fit(form, tuple(layouts), marks, tuple(_glued(ledger, form)))


_axes = per_object(Axes.of)


def _gathered(ledger: Ledger, marks: Sequence[str]) -> Iterator[str]:
    """The words of paragraphs with several marks: a form whose tables have become text. One mark may be a mention."""
    for block in ledger.document.blocks:
        if isinstance(block, Paragraph) and sum(mark in block.text for mark in marks) >= FEWEST_MARKS:
            yield "\n" + key(block.text).words


def _glued(ledger: Ledger, form: Form) -> Iterator[tuple[FormTable, tuple[Figure, ...]]]:
    figures = [figure for figure in ledger.figures if figure.indicator]
    for table in form.tables if figures else ():
        indicators = {table.indicator(row, column) for row, column in table.cells()}
        if found := tuple(figure for figure in figures if figure.indicator in indicators):
            yield table, found


def _around(ledger: Ledger, sheet: Sheet) -> Iterator[str]:
    """Headings and captions right before *sheet*, nearest first."""
    for block in reversed(ledger.document.blocks[max(0, sheet.block - NEAR) : sheet.block]):
        if isinstance(block, Table):
            return
        if len(block.text) <= LONGEST_CAPTION:
            yield block.text


def _bound(ledger: Ledger, fit: _Fit) -> Ledger:
    """*ledger* with *fit* entered: each figure knows its indicator, wherever the ledger holds it."""
    bound: dict[str, list[Figure]] = defaultdict(list)
    figures = list(ledger.figures)
    for figure in (figure for _, found in fit.glued for figure in found):
        bound[figure.indicator or ""].append(figure)
    for table, _, layout in fit.layouts:
        for row, column, figure in layout.cells:
            if figures[figure.id].indicator is None:
                indicator = table.indicator(row, column)
                numeral = figure.numeral or (BLANK_ZERO if table.blank == "zero" else None)
                figures[figure.id] = replace(figure, indicator=indicator, numeral=numeral)
                bound[indicator].append(figures[figure.id])
    sheets = [
        replace(sheet, figures=tuple(tuple(figure and figures[figure.id] for figure in row) for row in sheet.figures))
        for sheet in ledger.sheets
    ]
    return replace(
        ledger,
        figures=tuple(figures),
        sheets=tuple(sheets),
        form=fit.form,
        marks=fit.marks,
        tables=tuple(_tables(fit)),
        bound={indicator: tuple(found) for indicator, found in bound.items()},
    )


def _tables(fit: _Fit) -> Iterator[TableMatch]:
    for table in fit.form.tables:
        found = [(sheet, layout) for other, sheet, layout in fit.layouts if other is table]
        if found or any(other is table for other, _ in fit.glued):
            labels = tuple(label for _, layout in found for label in layout.labels)
            yield TableMatch(table, tuple(sheet.number for sheet, _ in found), labels)
