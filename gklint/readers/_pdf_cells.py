"""The characters of a page → the cells of its ruled tables, row by row, and what stands outside of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gklint.readers._grid import is_figure
from gklint.readers._lattice import Lattice, Slot, lattices
from gklint.readers._pdf_lines import NOTHING, Line, Text, joint, lines, tightened
from gklint.readers._pdf_page import Glyph, Page
from gklint.readers._pdf_pieces import Piece

ROOM = 2.0
"""A line that leaves fewer ems of its cell blank, margins counted, had no room for another character."""
DEEPEST = 6
"""Ems; what stands further in was centred, not indented."""
FLUSH = 3
"""So many labels at one edge make it the edge that indents are counted from."""


def ruled_pieces(page: Page) -> tuple[list[Piece], list[Glyph]]:
    """The ruled tables of *page* from top to bottom, and the characters that stand in none of them."""
    nets = lattices(page.across, page.down)
    if not nets:
        return [], page.glyphs
    owners = [net.owner() for net in nets]
    held: list[dict[int, list[Glyph]]] = [defaultdict(list) for _ in nets]
    # A table inside a cell of another one gets its own characters: the smallest comes first.
    order = sorted(range(len(nets)), key=lambda i: _area(nets[i]))
    free: list[Glyph] = []
    for glyph in page.glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for i in order:
            place = nets[i].position(x, y)
            if place is not None:
                held[i][owners[i][place]].append(glyph)
                break
        else:
            free.append(glyph)
    pieces: list[Piece] = []
    for net, glyphs in zip(nets, held, strict=True):
        # A single column is a frame around text, a net without text the grid of a chart.
        if len(net.xs) > 2 and any(glyph.text.strip() for group in glyphs.values() for glyph in group):
            pieces.append(_piece(page.number, net, glyphs))
        else:
            free.extend(glyph for group in glyphs.values() for glyph in group)
    return pieces, free


def _piece(page: int, net: Lattice, glyphs: Mapping[int, Sequence[Glyph]]) -> Piece:
    own = [lines(glyphs[index]) if index in glyphs else [] for index in range(len(net.slots))]
    indents = _indents(net, own)
    bands = _bands(net, own)
    starts = [0]
    for row in range(len(net.ys) - 1):
        starts.append(starts[-1] + max(1, len(bands.get(row, ()))))
    slots: list[Slot] = []
    texts: list[Text] = []
    full: set[int] = set()
    for index, slot in enumerate(net.slots):
        first, last = starts[slot.row], starts[slot.row + slot.row_span]
        if slot.row_span == 1 and slot.row in bands:
            parts = [(row, row + 1, part) for row, part in enumerate(_parted(own[index], bands[slot.row]), start=first)]
        else:
            parts = [(first, last, own[index])]
        width = net.xs[slot.column + slot.column_span] - net.xs[slot.column]
        for start, end, part in parts:
            if part and _is_full(part[-1], width):
                full.add(len(slots))
            slots.append(Slot(start, slot.column, end - start, slot.column_span))
            texts.append(_text(part, width, indents.get(index, 0)))
    return Piece(page, net.top, net.bottom, net.xs, starts[-1], tuple(slots), tuple(texts), frozenset(full))


def _is_full(line: Line, width: float) -> bool:
    return width - (line.x1 - line.x0) < ROOM * line.size


def _text(parts: Sequence[Line], width: float, indent: int) -> Text:
    """The lines of one cell; two numbers below each other stay two unless the first fills the cell."""
    whole = NOTHING
    for above, below in zip((None, *parts), parts, strict=False):
        if above is not None:
            before, after = whole.text[-1:], below.text.text[:1]
            numbers = before.isdigit() and after.isdigit() and not _is_full(above, width)
            whole = whole + (Text("\n", (None,)) if numbers else joint(before, after))
        whole = whole + below.text
    whole = tightened(whole)
    return Text("\u3000" * indent, (None,) * indent) + whole if indent else whole


def _indents(net: Lattice, own: Sequence[Sequence[Line]]) -> dict[int, int]:
    """How many ems the label in a slot stands further in than the others of its column, where that is told."""
    columns: dict[tuple[int, int], list[tuple[int, Line]]] = defaultdict(list)
    for index, slot in enumerate(net.slots):
        if own[index] and not is_figure(own[index][0].text.text):
            columns[slot.column, slot.column_span].append((index, own[index][0]))
    result: dict[int, int] = {}
    for (column, span), labels in columns.items():
        left, right = net.xs[column], net.xs[column + span]
        set_left = [(i, line) for i, line in labels if abs((line.x0 - left) - (right - line.x1)) > line.size]
        base = min((line.x0 for _, line in set_left), default=0.0)
        if sum(line.x0 - base <= 1 for _, line in set_left) < FLUSH:
            continue
        depths = ((i, round((line.x0 - base) / line.size)) for i, line in set_left)
        result.update((i, depth) for i, depth in depths if 0 < depth <= DEEPEST)
    return result


def _bands(net: Lattice, own: Sequence[Sequence[Line]]) -> dict[int, list[float]]:
    """
    The middles of the lines in rows that hold several, ruled apart by columns only::

        | north | 12 | 7 |
        | south |  3 | 4 |   no line between north and south
    """
    rows: dict[int, list[list[Line]]] = defaultdict(list)
    for index, slot in enumerate(net.slots):
        width = net.xs[slot.column + slot.column_span] - net.xs[slot.column]
        part = own[index]
        numbers = len(part) > 1 and all(is_figure(line.text.text) for line in part)
        if slot.row_span == 1 and numbers and not any(_is_full(line, width) for line in part):
            rows[slot.row].append(list(part))
    found: dict[int, list[float]] = {}
    for row, columns in rows.items():
        longest = max(columns, key=len)
        middles = [_middle(line) for line in longest]
        if len(columns) > 1 and all(_is_level(line, middles) for part in columns for line in part):
            found[row] = middles
    return found


def _parted(part: Sequence[Line], middles: Sequence[float]) -> list[list[Line]]:
    """The lines of a cell, each with the band that is nearest."""
    result: list[list[Line]] = [[] for _ in middles]
    for line in part:
        result[min(range(len(middles)), key=lambda i: abs(middles[i] - _middle(line)))].append(line)
    return result


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _is_level(line: Line, middles: Sequence[float]) -> bool:
    return any(abs(middle - _middle(line)) <= line.size / 2 for middle in middles)


def _area(net: Lattice) -> float:
    return (net.xs[-1] - net.xs[0]) * (net.bottom - net.top)
