"""Rows of plain text: cells parted by tabs, by upright strokes, or by runs of blanks below each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from gklint.model.document import Table, TextOrigin
from gklint.readers._grid import Piece, is_figure, join, join_if_continued, span_grid
from gklint.readers._merged import spread
from gklint.readers._reflow import Line
from gklint.start.patterns import lazy

_RULE = lazy(r"[\s|:+\-—=]+")
_BLANKS = lazy(r"[ \u3000\u00a0]{2,}")
_LEAST_ROWS = 3
"""Blanks also part names in a signature: only several rows alike are a table."""
_LONG = 100

Cells = list[tuple[int, str]]
"""The column (1-based) and the text of each cell of a line."""


def separator(text: str, raw: str) -> str:
    """What parts cells in a line: a tab, a stroke, two blanks, or "" if it is prose. *text* is *raw* stripped."""
    if "\t" in raw and ("\t" in text or len(text) < _LONG):
        return "\t"
    if text[0] == "|" and text.count("|") > 1:
        return "|"
    return "  " if "  " in text and len(text) < 2 * _LONG else ""


def tables(lines: Sequence[Line], raws: Sequence[str], mark: str, page: Collection[int]) -> list[Table] | None:
    """
    The tables that *lines*, all parted by *mark*, make: those that a page break cut are one; None if they are prose.

    *page* are the furniture lines (0-based): where one stands between rows, a page ends.
    """
    if mark == "|":
        lines = [line for line in lines if not _RULE.fullmatch(line.text)]
    rows = [_split(line, raws[line.number - 1], mark) for line in lines]
    if not _is_table(rows, mark):
        return None
    found: list[Table] = []
    last = 0
    for piece in _uninterrupted(lines, rows):
        table = span_grid([[_piece(line, column, text) for column, text in cells] for line, cells in piece])
        next_page = any(i in page or "\f" in raws[i] for i in range(last, piece[0][0].number))
        if found and next_page and found[-1].columns == table.columns:
            found[-1] = join((found[-1], table))
        elif found and (joined := join_if_continued(found[-1], table)):
            found[-1] = joined
        else:
            found.append(table)
        last = piece[-1][0].number
    return [spread(table) for table in found]


def _is_table(rows: Sequence[Cells], mark: str) -> bool:
    filled = [[text for _, text in cells if text] for cells in rows]
    if mark == "\t":
        # Tabs also indent a paragraph, or part its number from its text.
        if len(rows) == 1 and any(len(text) > _LONG for text in filled[0]):
            return False
        return any(len(texts) > 1 for texts in filled)
    if mark == "|":
        return len(rows) > 1
    if len(rows) < _LEAST_ROWS or len({len(cells) for cells in rows}) > 1:
        return False
    return any(all(is_figure(text) for text in column) for column in zip(*filled[1:], strict=True))


def _uninterrupted(lines: Sequence[Line], rows: Sequence[Cells]) -> Iterator[list[tuple[Line, Cells]]]:
    """Rows without a blank line between them; a header that stands among its own rows again begins a new piece."""
    header = [text for _, text in rows[0]]
    piece: list[tuple[Line, Cells]] = []
    for line, cells in zip(lines, rows, strict=True):
        if piece and (piece[-1][0].block != line.block or [text for _, text in cells] == header):
            yield piece
            piece = []
        piece.append((line, cells))
    if piece:
        yield piece


def _split(line: Line, raw: str, mark: str) -> Cells:
    if mark == "\t":
        return list(_parts(raw, 1, mark))
    if mark == "|":
        inner = line.text[1:].removesuffix("|")
        return list(_parts(inner, line.column + 1, mark))
    cells, at = [], 0
    for gap in _BLANKS.finditer(line.text):
        cells.append((line.column + at, line.text[at : gap.start()]))
        at = gap.end()
    return [*cells, (line.column + at, line.text[at:])]


def _parts(text: str, column: int, mark: str) -> Iterator[tuple[int, str]]:
    for number, part in enumerate(text.split(mark)):
        kept = part.strip()
        # The indentation of a label tells what it belongs to.
        if kept and not number and mark == "\t":
            kept = part.rstrip()
        yield column + (part.index(kept) if kept else 0), kept
        column += len(part) + 1


def _piece(line: Line, column: int, text: str) -> Piece:
    return Piece(text, TextOrigin((0,), ((line.number, column),)))
