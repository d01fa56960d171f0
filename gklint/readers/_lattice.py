"""Ruling lines → tables: which segments belong together, and which cells they enclose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gklint.readers._pdf_page import Segment
from gklint.start.records import dataclass

SNAP = 2.0
"""Lines closer than this many points are one line: double rules, and borders drawn piece by piece."""
REACH = 3.0
"""Lines that miss each other by no more still meet."""
COVER = 0.5
"""How much of a cell's side must be drawn for it to be a border."""


class Slot(NamedTuple):
    """A cell without its text: upper left corner and spans, counted in the lattice's axes."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """
    A ruled table: *xs* and *ys* are its axes from left to right and from top to bottom; *slots* its cells, row by
    row. Every position between the axes belongs to exactly one slot.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def owner(self) -> dict[tuple[int, int], int]:
        """The index of the slot at each (row, column)."""
        return {
            (row, column): index
            for index, slot in enumerate(self.slots)
            for row in range(slot.row, slot.row + slot.row_span)
            for column in range(slot.column, slot.column + slot.column_span)
        }

    def position(self, x: float, y: float) -> tuple[int, int] | None:
        """The (row, column) of a point, None outside."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        return row, min(bisect_right(self.xs, x), len(self.xs) - 1) - 1


def lattices(across: Sequence[Segment], down: Sequence[Segment]) -> list[Lattice]:
    """
    The tables that horizontal and vertical segments draw, from top to bottom; a single box is none.

    An outer border that is not drawn (tables open at the sides, or cut by a page) counts as drawn.
    """
    rows, columns = merged(across), merged(down)
    groups = _connected(rows, columns)
    found = [lattice for lines in groups if (lattice := _lattice(*lines)) and len(lattice.slots) > 1]
    return sorted(found, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def merged(segments: Iterable[Segment]) -> list[Segment]:
    """*segments* with those on one line, overlapping or touching, put together."""
    result: list[Segment] = []
    for line in _aligned(segments):
        line.sort(key=lambda segment: segment.start)
        at, start, end = line[0]
        for segment in line[1:]:
            if segment.start <= end + REACH:
                end = max(end, segment.end)
            else:
                result.append(Segment(at, start, end))
                at, start, end = segment
        result.append(Segment(at, start, end))
    return result


def axes(values: Iterable[float]) -> tuple[float, ...]:
    """*values* in order; those within REACH, too near for text between them, are replaced by their mean."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= REACH:
            groups[-1].append(value)
        else:
            groups.append([value])
    return tuple(sum(group) / len(group) for group in groups)


def _aligned(segments: Iterable[Segment]) -> Iterable[list[Segment]]:
    lines: list[list[Segment]] = []
    for segment in sorted(segments):
        if lines and segment.at - lines[-1][0].at <= SNAP:
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return lines


def _connected(rows: Sequence[Segment], columns: Sequence[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    """Groups of crossing segments (union-find)."""
    parent = list(range(len(rows) + len(columns)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    ats = [row.at for row in rows]
    for index, column in enumerate(columns, start=len(rows)):
        for i in range(bisect_left(ats, column.start - REACH), bisect_right(ats, column.end + REACH)):
            if rows[i].start - REACH <= column.at <= rows[i].end + REACH:
                parent[root(i)] = root(index)
    groups: dict[int, tuple[list[Segment], list[Segment]]] = defaultdict(lambda: ([], []))
    for i, segment in enumerate((*rows, *columns)):
        groups[root(i)][0 if i < len(rows) else 1].append(segment)
    return [group for group in groups.values() if group[0] and group[1]]


def _lattice(rows: Sequence[Segment], columns: Sequence[Segment]) -> Lattice | None:
    xs = axes([*(column.at for column in columns), *_ends(rows, [column.at for column in columns])])
    ys = axes([*(row.at for row in rows), *_ends(columns, [row.at for row in rows])])
    if len(xs) < 2 or len(ys) < 2:
        return None
    # walls[r][c]: the left side of the position is drawn; floors[r][c]: its upper side is.
    walls = _drawn(columns, xs, ys)
    floors = _drawn(rows, ys, xs)
    return Lattice(xs, ys, tuple(_slots(walls, floors, len(ys) - 1, len(xs) - 1)))


def _ends(segments: Sequence[Segment], borders: Sequence[float]) -> list[float]:
    """Where the *segments* end if that is well outside of all *borders*: a side without a border of its own."""
    low, high = min(s.start for s in segments), max(s.end for s in segments)
    ends = []
    if low < min(borders) - 2 * REACH:
        ends.append(low)
    if high > max(borders) + 2 * REACH:
        ends.append(high)
    return ends


def _drawn(segments: Sequence[Segment], axis: Sequence[float], bands: Sequence[float]) -> dict[tuple[int, int], bool]:
    """(index of the axis, index of the band) of every side that is drawn."""
    lengths: dict[tuple[int, int], float] = defaultdict(float)
    for at, start, end in segments:
        line = min(range(len(axis)), key=lambda i: abs(axis[i] - at))
        first = max(0, bisect_right(bands, start) - 1)
        for band in range(first, min(bisect_left(bands, end), len(bands) - 1)):
            overlap = min(end, bands[band + 1]) - max(start, bands[band])
            lengths[line, band] += max(0.0, overlap)
    return {(line, band): length >= COVER * (bands[band + 1] - bands[band]) for (line, band), length in lengths.items()}


def _slots(
    walls: dict[tuple[int, int], bool], floors: dict[tuple[int, int], bool], height: int, width: int
) -> Iterable[Slot]:
    """Rectangles of positions that no drawn side separates, grown to the right and then downwards."""
    taken: set[tuple[int, int]] = set()
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < width and (row, right) not in taken and not walls.get((right, row)):
                right += 1
            low = row + 1
            while low < height and _open(walls, floors, low, column, right):
                low += 1
            taken.update((r, c) for r in range(row, low) for c in range(column, right))
            yield Slot(row, column, low - row, right - column)


def _open(
    walls: dict[tuple[int, int], bool], floors: dict[tuple[int, int], bool], row: int, column: int, right: int
) -> bool:
    """Whether a cell from *column* to *right* goes on in *row*: no line above it and none inside."""
    return not any(floors.get((row, c)) for c in range(column, right)) and not any(
        walls.get((c, row)) for c in range(column + 1, right)
    )
