"""Pieces of tables: what of a table stands on one page, and what page breaks do to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gklint.readers._grid import is_figure
from gklint.readers._lattice import Slot, axes
from gklint.readers._outline import is_item
from gklint.readers._pdf_lines import NOTHING, Text, joint
from gklint.start.records import dataclass

ALIGNED = 3.0
"""Axes of two pieces of one table differ by less than this many points from page to page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    The part of a table that stands on one page: its *xs* axes, and the text of each slot of *rows* rows.

    *full* are the slots whose last line leaves no room for another character: a word may go on elsewhere.
    """

    page: int
    top: float
    bottom: float
    xs: tuple[float, ...]
    rows: int
    slots: tuple[Slot, ...]
    texts: tuple[Text, ...]
    full: frozenset[int] = frozenset()
    is_ruled: bool = True


def continues(first: Piece, second: Piece) -> bool:
    """
    Whether *second*, the first thing on its page, goes on with the table that ended the page before.

    Both reach equally far, and neither has an axis that would cut through the columns of the other: a last row
    with a merged label has fewer axes.
    """
    if first.page == second.page or not (first.is_ruled and second.is_ruled):
        return False
    if abs(first.xs[0] - second.xs[0]) > ALIGNED or abs(first.xs[-1] - second.xs[-1]) > ALIGNED:
        return False
    few, many = sorted((first.xs, second.xs), key=len)
    return all(any(abs(x - other) <= ALIGNED for other in many) for x in few)


def repeats_header(first: Piece, second: Piece) -> bool:
    """Whether both pieces begin with the same words."""
    one, two = _rows(first)[0], _rows(second)[0]
    words = [text for _, text in two if text]
    return words == [text for _, text in one if text] and not any(is_figure(text) for text in words)


def common_axes(pieces: Sequence[Piece]) -> tuple[float, ...]:
    groups: list[list[float]] = []
    for x in sorted(x for piece in pieces for x in piece.xs):
        if groups and x - groups[-1][0] <= ALIGNED:
            groups[-1].append(x)
        else:
            groups.append([x])
    return axes(sum(group) / len(group) for group in groups)


def widened(piece: Piece, xs: Sequence[float]) -> Piece:
    """*piece* with its columns counted in *xs*, which hold all of its own axes."""
    index = [min(range(len(xs)), key=lambda i: abs(xs[i] - x)) for x in piece.xs]
    slots = tuple(
        Slot(s.row, index[s.column], s.row_span, index[s.column + s.column_span] - index[s.column]) for s in piece.slots
    )
    return replace(piece, xs=tuple(xs), slots=slots)


def repeated_rows(first: Piece, below: Piece) -> int:
    """How many rows at the top of *below* print the header of *first* again."""
    one, two = _rows(first), _rows(below)
    count = 0
    while count < min(first.rows, below.rows) and one[count] == two[count] and any(text for _, text in one[count]):
        count += 1
    # Data that happen to agree are no header.
    while count and any(is_figure(text) for slot, text in two[count - 1] if slot.column):
        count -= 1
    return count


def _rows(piece: Piece) -> list[list[tuple[Slot, str]]]:
    rows: list[list[tuple[Slot, str]]] = [[] for _ in range(piece.rows)]
    for slot, text in zip(piece.slots, piece.texts, strict=True):
        rows[slot.row].append((slot, text.text))
    return rows


def mend(above: Piece, below: Piece) -> tuple[Piece, Piece]:
    """
    Put what the page break cut inside a cell back together: the text moves up, the cell below stays blank.

    A row of which nothing else is left below goes away altogether::

        | (d) can | 1. | 7 |                     | (d) cannot | 1. | 7 |
        ·············· page ··············   →   |            | 2. | 4 |
        | not     | 2. | 4 |
    """
    upper = {(s.column, s.column_span): i for i, s in enumerate(above.slots) if s.row + s.row_span == above.rows}
    lower = {(s.column, s.column_span): i for i, s in enumerate(below.slots) if s.row == 0}
    if not below.rows or upper.keys() != lower.keys():
        return above, below
    pairs = [(upper[key], lower[key]) for key in lower]
    merged = [(i, j) for i, j in pairs if below.slots[j].row_span > 1]
    single = [(i, j) for i, j in pairs if below.slots[j].row_span == 1]
    moved = [(i, j) for i, j in merged if below.texts[j].text and _runs_on(above, i, below, j)]
    is_rest = _is_rest(above, below, single)
    if is_rest:
        moved += [(i, j) for i, j in single if below.texts[j].text]
    texts, rest = list(above.texts), list(below.texts)
    for i, j in moved:
        texts[i] = texts[i] + joint(texts[i].text[-1:], rest[j].text[:1]) + rest[j]
        rest[j] = NOTHING
    above, below = replace(above, texts=tuple(texts)), replace(below, texts=tuple(rest))
    return above, without_rows(below, 1) if is_rest else below


def without_rows(piece: Piece, count: int) -> Piece:
    """*piece* without its first *count* rows; a cell that reaches further down begins below them."""
    slots: list[Slot] = []
    texts: list[Text] = []
    full: set[int] = set()
    for index, (slot, text) in enumerate(zip(piece.slots, piece.texts, strict=True)):
        end = slot.row + slot.row_span - count
        if end <= 0:
            continue
        if index in piece.full:
            full.add(len(slots))
        start = max(0, slot.row - count)
        slots.append(slot._replace(row=start, row_span=end - start))
        texts.append(text)
    rows = piece.rows - count
    return replace(piece, rows=rows, slots=tuple(slots), texts=tuple(texts), full=frozenset(full))


def _is_rest(above: Piece, below: Piece, pairs: Sequence[tuple[int, int]]) -> bool:
    """
    Whether the first row of *below* is the second half of the last row of *above*.

    Words of the row go on below. Its numbers stand above, or, where a word was clearly cut, wherever there is room:
    a label without numbers may also head the rows below it.
    """
    going_on = [(i, j) for i, j in pairs if below.texts[j].text and above.texts[i].text]
    if not going_on or not all(_runs_on(above, i, below, j) for i, j in going_on):
        return False
    figures_above = any(is_figure(above.texts[i].text) for i, _ in pairs)
    figures_below = any(is_figure(below.texts[j].text) for _, j in pairs)
    return (figures_above and not figures_below) or all(i in above.full for i, _ in going_on)


def _runs_on(above: Piece, i: int, below: Piece, j: int) -> bool:
    """Whether the text of slot *j* can be the end of the label in slot *i*: no number, and no item of its own."""
    one, two = above.texts[i].text, below.texts[j].text
    if not one or is_figure(one) or is_figure(two) or is_item(two):
        return False
    return is_item(one) or i in above.full
