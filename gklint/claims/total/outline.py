"""
The outline of a list of rows: which rows are parts of which, as codes, list marks and indents tell.

What the outline says is structure, not arithmetic: a family is one whether or not its numbers add up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from gklint.claims.total.labels import is_closing, is_plain_total, is_portion, without_portion
from gklint.claims.total.series import series
from gklint.claims.total.sides import Side
from gklint.model.ledger import Sheet
from gklint.numbers.ordinals import ordinals
from gklint.start.records import dataclass

FEWEST_LEVELS = 2
"""Parents that make an order of codes or of indents: one may be an accident."""
SHARE_OF_ROWS = 2
"""One row in so many must have a code for the codes to be the order of the table."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row of values: its *texts*, the nearest *label*, *code* and *indent*, the *style* and *number* of its list mark.
    *group* is the row of labels alone that it stands under, -1 for none.
    """

    position: int
    texts: tuple[str, ...]
    label: str
    code: str
    indent: int
    style: str
    number: int
    group: int

    @property
    def is_total(self) -> bool:
        return any(map(is_closing, self.texts))

    @property
    def is_plain(self) -> bool:
        return any(map(is_plain_total, self.texts))

    @property
    def is_portion(self) -> bool:
        return any(map(is_portion, self.texts))


@dataclass(frozen=True, slots=True)
class Outline:
    """
    The *rows* of a list, and the *parents* of those that have one, by position. *form*: what tells it (code, mark,
    indent). *portions* are rows that are inside others but do not make them up (其中). *loose* rows stand unmarked
    behind a marked one: under it or beside it. *gapped* are the parents, -1 for the list itself, whose marks do not
    count up from 1: some of their rows are on another page, or lost in a label.
    """

    rows: tuple[Row, ...]
    parents: Mapping[int, int]
    form: str
    portions: frozenset[int]
    loose: Mapping[int, int]
    gapped: frozenset[int]

    def families(self) -> dict[tuple[int, tuple[int, ...]], str]:
        """Each row that has children, with its children and what tells so; those of 其中 do not make it up."""
        tight = {
            family: "loose" if family[0] in self.gapped else self.form
            for family in _families(self.parents, self.portions)
        }
        loose = dict.fromkeys(_families({**self.loose, **self.parents}, self.portions), "loose") if self.loose else {}
        return {**loose, **dict.fromkeys(self._series(), "series"), **tight}

    def _series(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """What stands over rows that count up in their names (第一产业, 第二产业, …), or closes them (1月, …, 全年)."""
        for run in series([row.label for row in self.rows]):
            parts = tuple(self.rows[index].position for index in run)
            for index in (run[0] - 1, run[-1] + 1):
                if 0 <= index < len(self.rows) and self.rows[index].group == self.rows[run[0]].group:
                    yield self.rows[index].position, parts


def _families(parents: Mapping[int, int], portions: Collection[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    children: dict[int, list[int]] = defaultdict(list)
    for row, parent in sorted(parents.items()):
        children[parent].append(row)
    for parent, rows in sorted(children.items()):
        # What 其中 names goes on in the lines below it.
        if parent not in portions and not set(rows).intersection(portions):
            yield parent, tuple(rows)


def outline(sheet: Sheet, side: Side) -> Outline:
    """The outline of *side*: by codes where most rows have one, else by list marks, else by indents."""
    rows = tuple(_rows(sheet, side))
    by_code = _by_code(rows, sheet.table.rows - sheet.header_rows)
    marked = _Marked(rows)
    gapped = frozenset(marked.gapped())
    if by_code:
        return Outline(rows, by_code, "code", _portions(rows), {}, gapped)
    if marked.parents or marked.loose:
        return Outline(rows, marked.parents, "mark", frozenset(marked.portions), marked.loose, gapped)
    return Outline(rows, _by_indent(rows), "indent", _portions(rows), {}, gapped)


def _rows(sheet: Sheet, side: Side) -> Iterator[Row]:
    group, indent = -1, 0
    coding = [column for column in side.labels if not _counts_lines(sheet, column)]
    for position in range(sheet.header_rows, sheet.table.rows):
        texts = _texts(sheet, side.labels, position)
        figures = [figure for column in side.values if (figure := sheet.figures[position][column])]
        if not figures:
            group = position if any(texts) else group
            continue
        # The shorter of two lists side by side ends before the table does.
        if side.labels and not texts and not any(figure.numeral for figure in figures):
            continue
        words = [text for text in texts if not text.strip().isdecimal()]
        label = words[0] if words else ""
        mark = next(ordinals(without_portion(label)), None) if label else None
        codes = map(_squeezed, _texts(sheet, coding, position))
        style, number = (mark.style, mark.number) if mark else ("", 0)
        code = "".join(text for text in codes if text.isdecimal())
        # A blank label is the one above it again, written once: what stands beside it is set in nowhere.
        if not side.labels or _texts(sheet, side.labels[:1], position):
            indent = _indent(label)
        yield Row(position, tuple(words), label.strip(), code, indent, style, number, group)


def _counts_lines(sheet: Sheet, column: int) -> bool:
    """Whether a column numbers the lines (行次): what begins with 1 is not inside line 1."""
    rows = range(sheet.header_rows, sheet.table.rows)
    texts = (text for row in rows for text in map(_squeezed, _texts(sheet, (column,), row)))
    numbers = [int(text) for text in texts if text.isdecimal()]
    steps = sum(later == earlier + 1 for earlier, later in pairwise(numbers))
    return numbers[:1] == [1] and SHARE_OF_ROWS * steps > len(numbers)


def _texts(sheet: Sheet, columns: Sequence[int], row: int) -> list[str]:
    found = []
    for column in columns:
        cell = sheet.table.grid[row][column]
        if cell and cell.column == column and cell.text.strip():
            found.append(cell.text)
    return found


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _indent(label: str) -> int:
    """How far a label is set in by blanks; an ideographic one is as wide as two others."""
    blanks = label[: len(label) - len(label.lstrip())]
    return sum(2 if blank == "\u3000" else 1 for blank in blanks)


def _portions(rows: Sequence[Row]) -> frozenset[int]:
    return frozenset(row.position for row in rows if row.is_portion)


def _by_code(rows: Sequence[Row], size: int) -> dict[int, int]:
    """The parent of each row with a code: the nearest row above whose code is the beginning of its own."""
    coded = [row for row in rows if row.code]
    if SHARE_OF_ROWS * len(coded) < size:
        return {}
    return _nested(coded, lambda outer, inner: inner.code.startswith(outer.code) and inner.code != outer.code)


def _by_indent(rows: Sequence[Row]) -> dict[int, int]:
    """The parent of each row: the nearest row above that is set in less."""
    return _nested(rows, lambda outer, inner: outer.indent < inner.indent)


def _nested(rows: Sequence[Row], is_inside: Callable[[Row, Row], bool]) -> dict[int, int]:
    open_rows: list[Row] = []
    parents: dict[int, int] = {}
    for row in rows:
        while open_rows and not is_inside(open_rows[-1], row):
            open_rows.pop()
        if open_rows:
            parents[row.position] = open_rows[-1].position
        open_rows.append(row)
    return parents if len(set(parents.values())) >= FEWEST_LEVELS else {}


class _Marked:
    """The order that list marks make: 一、 over （一） over 1. in whichever order the table uses them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.parents: dict[int, int] = {}
        self.loose: dict[int, int] = {}
        self.portions: set[int] = set()
        self._numbers: dict[int, list[int]] = defaultdict(list)
        self._open: list[Row] = []
        self._is_inside = False
        for row in rows:
            self._add(row)

    def gapped(self) -> Iterator[int]:
        """The parents whose marks do not count up from 1, without a gap."""
        for parent, numbers in self._numbers.items():
            if numbers != list(range(1, len(numbers) + 1)):
                yield parent

    def _add(self, row: Row) -> None:
        if row.is_total:
            self._open.clear()
            self._is_inside = False
        elif row.style:
            self._add_marked(row)
        elif self._open:
            self._add_unmarked(row)

    def _add_marked(self, row: Row) -> None:
        styles = [other.style for other in self._open]
        begins = row.style not in styles
        if not begins:
            del self._open[styles.index(row.style) :]
            self._is_inside = self._is_inside and bool(self._open)
        parent = self._open[-1].position if self._open else -1
        self._numbers[parent].append(row.number)
        if self._open:
            self.parents[row.position] = parent
        # What （1） says of itself, 其中, goes for （2） and （3） as well.
        self._is_inside = row.is_portion if begins else self._is_inside
        if row.is_portion or (self._is_inside and self._open):
            self.portions.add(row.position)
        self._open.append(row)

    def _add_unmarked(self, row: Row) -> None:
        parent = self._open[-1].position
        if row.is_portion:
            self.parents[row.position] = parent
            self.portions.add(row.position)
        else:
            self.loose[row.position] = parent
