"""
Tables of a form whose cell borders are lost: labels in order, each followed by the digits of its row run together.

::

    一、本年新收政府信息公开申请数量170000017二、上年结转…0000000

A row is split where exactly one split has a total that is the sum of the row; any other row stays unread, and the
document gets a doubt that says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from gklint.figures.labels import key
from gklint.model.document import Doubt, Paragraph, Span, Table
from gklint.model.figure import Figure
from gklint.model.form import TOTAL, Form, FormTable, Item
from gklint.model.ledger import Ledger
from gklint.model.numeral import Numeral
from gklint.numbers.cells import read_cell
from gklint.numbers.units import unit_in
from gklint.start.memo import per_object
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

FEWEST_LABELS = 5
"""Rows of a table whose labels a paragraph must hold before it is taken for that table."""
FEWEST_COLUMNS = 5
"""Columns that a table must have: with fewer, any long number could be a row."""
LONGEST_RUN = 20
"""Digits of one row; longer runs have too many splits to try, and none of them would be the only one."""
LONGEST_GAP = 400
"""Characters between the labels of two rows."""
UNREADABLE = "table-not-readable"
MOST_NAMED = 3

BLANKS = r"\s*"
PUNCTUATION = r"[^\w]{0,3}"
NOTE = r"(?:\([^()]{0,60}\))?"
RUNS = lazy(rf"[0-9０-９]{{{FEWEST_COLUMNS},}}")
RUN = lazy(r"\s*([0-9]+)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A label in a paragraph and the digits behind it; *spans* are its cells, None where they cannot be told."""

    item: Item
    digits: str
    spans: tuple[Span, ...] | None


def separated(ledger: Ledger, forms: Sequence[Form]) -> Ledger:
    """*ledger* with the cells of glued tables as figures of their own, bound to their indicators."""
    tables = _tables(forms)
    split: dict[int, list[tuple[Span, str]]] = {}
    doubts: list[Doubt] = []
    for index, block in enumerate(ledger.document.blocks):
        if not isinstance(block, Paragraph) or len(RUNS.findall(block.text)) < FEWEST_LABELS:
            continue
        for table in tables:
            rows = list(_rows(block.text, table)) if _may_hold(block.text, table) else []
            cells = [cell for row in rows if row.spans for cell in _cells(table, row, row.spans)]
            if cells:
                split.setdefault(index, []).extend(cells)
            if unread := [f"{row.item.label} {row.digits}" for row in rows if row.spans is None]:
                more = " …" if len(unread) > MOST_NAMED else ""
                doubts.append(Doubt(UNREADABLE, index, "，".join(unread[:MOST_NAMED]) + more))
    if not split and not doubts:
        return ledger
    told = {doubt.block for doubt in doubts}
    earlier = (d for d in ledger.document.doubts if d.kind != UNREADABLE or d.block not in told)
    document = replace(ledger.document, doubts=(*earlier, *doubts))
    return _renumbered(replace(ledger, document=document), split)


@per_object
def _tables(forms: Sequence[Form]) -> tuple[FormTable, ...]:
    """Tables with rows that sum up; of several generations the newest, which has the rows of the others too."""
    found: dict[str, FormTable] = {}
    for form in forms:
        for table in form.tables:
            columns = _values(table)
            if len(columns) >= FEWEST_COLUMNS and columns[-1].key == TOTAL and not any(r.columns for r in table.rows):
                found[table.key] = table
    return tuple(found.values())


def _values(table: FormTable) -> tuple[Item, ...]:
    return tuple(column for column in table.columns if not column.heading)


def _may_hold(text: str, table: FormTable) -> bool:
    """Whether *text* has the words of enough rows."""
    return sum(any(key(label).core in text for label in row.labels) for row in table.rows) >= FEWEST_LABELS


def _rows(text: str, table: FormTable) -> Iterator[_Row]:
    # One character for one: the spans below are those of the text itself.
    plain = "".join(wide if len(wide := unicodedata.normalize("NFKC", c)) == 1 else c for c in text)
    found: list[tuple[Item, int, int]] = []
    place = 0
    for item in table.rows:
        match = _pattern(item.labels).search(plain, place, place + LONGEST_GAP if found else len(plain))
        if match:
            found.append((item, match.start(), match.end()))
            place = match.end()
    ends = [*(start for _, start, _ in found[1:]), len(plain)]
    for (item, _, start), end in zip(found, ends, strict=True):
        run = RUN.match(plain, start, end)
        if run and not item.heading:
            yield _Row(item, run[1], split(run[1], run.start(1), len(_values(table))))


@lru_cache(maxsize=256)
def _pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    """A label with any marks and blanks between its characters; a note that is official can be left out."""
    forms = []
    for label in labels:
        plain = unicodedata.normalize("NFKC", label)
        body = re.sub(r"\([^()]*\)$", "", plain) or plain
        forms.append(BLANKS.join(re.escape(c) if c.isalnum() else PUNCTUATION for c in body if not c.isspace()))
        # Without an official note the next brackets are the list mark of the next row.
        forms[-1] += NOTE if body != plain else ""
    return lazy("|".join(forms))


def split(digits: str, start: int, cells: int) -> tuple[Span, ...] | None:
    """
    The only way to cut *digits* into *cells* numbers of which the last is the sum of the others, None if there is
    no such way or more than one; a digit for each cell needs no sum. Numbers do not begin with a zero. *start* is
    where the digits begin.
    """
    if not cells <= len(digits) <= LONGEST_RUN:
        return None
    # As many digits as cells can be cut in one way only, whatever they add up to.
    fitting = [cuts for cuts in _cuts(digits, 0, cells) if len(digits) == cells or _adds_up(digits, cuts)]
    if len(fitting) != 1:
        return None
    return tuple(Span(start + low, start + high) for low, high in fitting[0])


Cuts = tuple[tuple[int, int], ...]


def _cuts(digits: str, place: int, cells: int) -> Iterator[Cuts]:
    longest = len(digits) - place - (cells - 1)
    if cells == 1:
        if longest == 1 or digits[place] != "0":
            yield ((place, len(digits)),)
        return
    for length in range(1, (1 if digits[place] == "0" else longest) + 1):
        for rest in _cuts(digits, place + length, cells - 1):
            yield ((place, place + length), *rest)


def _adds_up(digits: str, cuts: Cuts) -> bool:
    *parts, whole = (int(digits[low:high]) for low, high in cuts)
    return sum(parts) == whole


def _cells(table: FormTable, row: _Row, spans: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    for column, span in zip(_values(table), spans, strict=True):
        yield span, table.indicator(row.item, column)


def _renumbered(ledger: Ledger, split: dict[int, list[tuple[Span, str]]]) -> Ledger:
    """*ledger* with the figures of *split* in place of what was read there; ids follow reading order again."""
    unit, scale = unit_in("件") or (None, 1)
    kept = [figure for figure in ledger.figures if not _within(figure.block, figure.span, split)]
    for block, cells in split.items():
        paragraph = ledger.document.blocks[block]
        if isinstance(paragraph, Table):
            raise ValueError(f"block {block} has cells of its own")
        unproven = _unproven(paragraph.text, cells)
        for span, indicator in cells:
            raw = paragraph.text[span.start : span.end]
            (numeral,) = read_cell(raw, unit, scale)
            if isinstance(numeral, Numeral):
                # What was told apart by its digits alone may lack a cell, or hold one of two digits.
                doubtful = span in unproven
                numeral = replace(
                    numeral, start=span.start, end=span.end, doubtful=doubtful, trace=("digits separated",)
                )
                kept.append(Figure(0, numeral, block, span, raw, indicator=indicator))
    # Figures of tables come in the order of their ids already; a stable sort keeps it.
    kept.sort(key=lambda figure: (figure.block, 0 if figure.cell else figure.span.start))
    figures = tuple(replace(figure, id=number) for number, figure in enumerate(kept))
    ids = {old.id: new for old, new in zip(kept, figures, strict=True) if old.cell}
    sheets = (
        replace(sheet, figures=tuple(tuple(figure and ids[figure.id] for figure in row) for row in sheet.figures))
        for sheet in ledger.sheets
    )
    others = tuple(o for o in ledger.others if o[1] or not _within(o[0], Span(o[2].start, o[2].end), split))
    return replace(ledger, figures=figures, sheets=tuple(sheets), others=others)


def _unproven(text: str, cells: Sequence[tuple[Span, str]]) -> set[Span]:
    """The cells of rows that do not add up: runs of cells that touch, the last of them the total."""
    found: set[Span] = set()
    row: list[Span] = []
    for span, following in zip([s for s, _ in cells], [*(s for s, _ in cells[1:]), None], strict=True):
        row.append(span)
        if following is None or following.start != span.end:
            *parts, whole = (int(text[cell.start : cell.end]) for cell in row)
            found.update(row if sum(parts) != whole else ())
            row = []
    return found


def _within(block: int, span: Span, split: dict[int, list[tuple[Span, str]]]) -> bool:
    return any(span.start < cell.end and cell.start < span.end for cell, _ in split.get(block, ()))
