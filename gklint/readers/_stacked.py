"""Tables whose cells stand one per line, as a browser copies them: read back where their order is beyond doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gklint.model.document import Table
from gklint.readers._grid import Piece, join_if_continued, span_grid
from gklint.readers._headers import Rows, over_cycles, over_rows
from gklint.readers._outline import is_item
from gklint.readers._reflow import Line, view
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

_FIGURE = lazy(r"[+\-−＋－]?[\d０-９][\d０-９,，.．]*[%％]?(?:[（(][^（）()]*[）)])?|[—–\-－]{1,4}|[/／]")
_FIGURE_STARTS = frozenset("0123456789０１２３４５６７８９+-−＋－—–/／")
_UNIT = lazy(r"[条件次篇份个项宗起人名户家元]|人次|[万亿千]元|[%％]|公里|平方米|吨")
_BANNER = lazy(r"第[^。，]{1,8}条第[^。，]{1,5}项")
_NOTE = lazy(r"[（(][^（）()]*[）)]")
_ABOVE = ("表", "：", ":", "报告")
"""How lines end that stand above a table and are none of its cells."""
_LABEL_LIMIT = 90
_HEADER_LIMIT = 48
_LEAST_ROWS = 3
_CYCLES_LIMIT = 10
"""A single row with fewer figures than this can be anything."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines *start* to *end* (exclusive) of a run, and the table that they make: None if it cannot be read."""

    start: int
    end: int
    table: Table | None


def stacks(lines: Sequence[Line]) -> list[Stack]:
    """
    The tables among *lines* with one cell per line.

    Each row has one label or more, perhaps a unit, and a fixed number of figures::

        item, unit, count, (1) letters, pieces, 12, (2) visits, pieces, 7, …

    Where labels and figures alternate without such a period the cells cannot be put back: a Stack without a table.
    """
    marks = "".join(map(_mark, lines))
    found: list[Stack] = []
    for start, end in _runs(lines, marks):
        stack = _Run(lines, marks, start, end).read()
        last = found[-1] if found else None
        if stack and stack.table and last and last.table and last.end == stack.start:
            whole = join_if_continued(last.table, stack.table)
            if whole:
                found[-1] = Stack(last.start, stack.end, whole)
                continue
        if stack:
            found.append(stack)
    return found


def _mark(line: Line) -> str:
    """N: a figure, U: a unit, B: a banner over a part of a table, L: a label, a full stop: prose."""
    text = line.text
    if len(text) > _LABEL_LIMIT or text[-1] in "。；;，":
        return "."
    if text[0] in _FIGURE_STARTS and _FIGURE.fullmatch(text):
        return "N"
    if len(text) < 4 and _UNIT.fullmatch(text):
        return "U"
    return "B" if text[0] == "第" and _BANNER.fullmatch(text) else "L"


def _runs(lines: Sequence[Line], marks: str) -> Iterator[tuple[int, int]]:
    """Where labels and figures alternate: parted at banners' ends, and at blank lines unless every line has one."""
    for run in re.finditer(r"[LUNB]+", marks):
        start, end = run.span()
        if "N" not in run.group():
            continue
        breaks = [i for i in range(start + 1, end) if lines[i].block != lines[i - 1].block]
        cuts = [start, *breaks, end] if 3 * len(breaks) < end - start else [start, end]
        for low, high in pairwise(cuts):
            yield from _parts(marks, low, high)


def _parts(marks: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The part with banners and what stands before and behind it; each ends with a figure."""
    if "B" not in marks[start:end]:
        if "N" in marks[start:end]:
            yield start, start + marks[start:end].rindex("N") + 1
        return
    first, last = start + marks[start:end].index("B"), start + marks[start:end].rindex("B")
    yield from _parts(marks, start, first)
    tail = lazy(r"B(L+?)(?:LU?N+)+").match(marks, last, end)
    stop = tail.end() if tail else end
    yield first, stop
    yield from _parts(marks, stop, end)


class _Run:
    """Lines *start* to *end*, which end with a figure."""

    def __init__(self, lines: Sequence[Line], marks: str, start: int, end: int) -> None:
        self._lines = lines
        self._marks = marks
        self._start = start
        self._end = end

    def read(self) -> Stack | None:
        marks = self._marks[self._start : self._end]
        if marks[0] == "B":
            rows = self._bannered()
            return Stack(self._start, self._end, span_grid(rows) if rows else None)
        runs = [match.span() for match in re.finditer("N+", marks)]
        if len(runs) == 1 and runs[0][1] - runs[0][0] >= _CYCLES_LIMIT:
            return self._single(self._start + runs[0][0])
        if len(runs) < _LEAST_ROWS:
            return None
        return self._listed(marks, runs)

    def _listed(self, marks: str, runs: Sequence[tuple[int, int]]) -> Stack | None:
        """Label, unit, figures; label, unit, figures; …"""
        first = self._start + self._first_row(runs[0][0])
        begin = self._header_start(first)
        (period, _), *_ = Counter(high - low for low, high in runs).most_common(1)
        has_unit = "UN" in marks
        width = 1 + has_unit + period
        even = all(high - low == period or (has_unit and self._is_blank_row(low, high, width)) for low, high in runs)
        if not even or (has_unit and period > 1):
            # Figures here and there among words are no table; a table has one in every few lines.
            dense = 4 * marks.count("N") >= len(marks)
            return Stack(begin, self._end, None) if dense else None
        header = over_rows(self._pieces(begin, first), period, has_unit=has_unit)
        if header is None:
            return Stack(begin, self._end, None)
        return Stack(begin, self._end, span_grid([*header, *self._rows(first, self._end, width, has_unit=has_unit)]))

    def _is_blank_row(self, low: int, high: int, width: int) -> bool:
        """Whether marks for "no number" stand for the unit and the figures of a heading: —— and ——."""
        texts = [line.text for line in self._lines[self._start + low : self._start + high]]
        return len(texts) == width - 1 and not any(c.isdigit() for text in texts for c in text)

    def _single(self, figures: int) -> Stack:
        """One row of figures under groups of the same columns."""
        begin = self._header_start(figures)
        header = over_cycles(self._pieces(begin, figures), self._end - figures)
        row = self._pieces(figures, self._end)
        return Stack(begin, self._end, span_grid([*header, row]) if header else None)

    def _bannered(self) -> Rows | None:
        """Tables under banners are one grid, as wide as the widest: the last cells of the others are stretched."""
        rows: Rows = []
        for banner in re.finditer(r"B[^B]*", self._marks[self._start : self._end]):
            head = re.match(r"B(L+)L(U?)N", banner.group())
            figures = len(head[1]) - 1 - len(head[2]) if head else 0
            body = lazy(rf"(?:LU?N{{{figures}}})+L*").fullmatch(banner.group(), head.end(1)) if head else None
            if not head or figures < 1 or not body:
                return None
            start = self._start + banner.start()
            first = start + head.end(1)
            rows.append(self._pieces(start, start + 1))
            rows.append(self._pieces(start + 1, first))
            width = len(head[1])
            rows.extend(self._rows(first, self._start + banner.end(), width, has_unit=bool(head[2])))
        width = max(map(len, rows))
        return [[*row[:-1], row[-1]._replace(column_span=width - len(row) + 1)] for row in rows]

    def _first_row(self, figures: int) -> int:
        """Where the first row begins: at the first ordinal, else at the label right before the first figures."""
        marks = self._marks[self._start : self._end]
        label = max(0, figures - 1 - (marks[figures - 1] == "U"))
        return next((i for i in range(label) if is_item(self._lines[self._start + i].text)), label)

    def _header_start(self, first: int) -> int:
        """Header cells are short; a caption or a label with a colon above them is none of them."""
        begin = first
        while begin > self._start and self._marks[begin - 1] == "L":
            text = self._lines[begin - 1].text
            bare = _NOTE.sub("", text)
            if len(bare) > _HEADER_LIMIT or is_item(text) or bare.endswith(_ABOVE) or "：" in bare:
                break
            begin -= 1
        return begin

    def _rows(self, first: int, end: int, width: int, *, has_unit: bool) -> Rows:
        """One row for each label; those without figures are headings."""
        rows: Rows = []
        for index, (mark, piece) in enumerate(
            zip(self._marks[first:end], self._pieces(first, end), strict=True), first
        ):
            if mark == "L" or not rows or len(rows[-1]) == width:
                rows.append([])
            if mark == "N" and has_unit and len(rows[-1]) == 1 and not self._goes_on(index, width):
                rows[-1].append(Piece("", piece.origin))
            rows[-1].append(piece)
        return rows

    def _goes_on(self, index: int, width: int) -> bool:
        """Whether figures from *index* on fill a whole row behind its label, so that the unit's place is among them."""
        return self._marks[index : index + width - 1] == "N" * (width - 1)

    def _pieces(self, start: int, end: int) -> list[Piece]:
        return [Piece(*view([line])) for line in self._lines[start:end]]
