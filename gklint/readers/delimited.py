"""CSV and its kin: one table whose rows are the records, with the place of every cell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from gklint.errors import ReadError
from gklint.model.document import Cell, Document, Table, TextOrigin
from gklint.readers._decode import decode

DELIMITERS = ",;\t|，"
CELL_LIMIT = 2_000_000
"""At some 300 bytes each; a spreadsheet with more is a data dump, not a report."""

_PROBE = 64
"""Records; enough to see how many cells a line has."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_PIECE = re.compile(r'""|\r\n|\r|\n|[^"\r\n]+|"')

Place = tuple[int, int]
Field = tuple[str, tuple[int, ...], tuple[Place, ...]]
"""The text of a cell, where its pieces start in it, and where they stand in the file."""


def read(data: bytes, name: str) -> Document:
    """
    The records of a delimited file as one table, blank records included, ragged ones padded.

    Raises:
        ReadError: empty or unsupported, as from decode; too-large.
    """
    text = decode(data)
    delimiter = "\t" if name.lower().endswith(".tsv") else sniff(text)
    records: list[list[Field]] = []
    count = 0
    for record in _records(text, delimiter):
        records.append(record)
        count += len(record)
        if count > CELL_LIMIT:
            raise ReadError("too-large", f"more than {CELL_LIMIT} cells")
    width = max(map(len, records))
    if width * len(records) > 4 * CELL_LIMIT:
        raise ReadError("hostile", "one record is far longer than the others")
    grid = tuple(_row(number, record, width) for number, record in enumerate(records))
    return Document(name, "csv", (Table(grid),))


def sniff(text: str) -> str:
    """The delimiter that parts most of the first records into equally many cells, a comma if none does."""
    lines = [line for line in _LINE_END.split(text[: _PROBE * 1024], _PROBE)[:_PROBE] if line.strip()]
    best, chosen = (0, 0), ","
    for delimiter in DELIMITERS:
        counts = Counter(number for line in lines if (number := _unquoted(line).count(delimiter)))
        if counts:
            number, times = counts.most_common(1)[0]
            best, chosen = max((best, chosen), ((times, number), delimiter), key=lambda found: found[0])
    return chosen


def _unquoted(line: str) -> str:
    return re.sub(r'"[^"]*"?', "", line) if '"' in line else line


def _row(number: int, record: list[Field], width: int) -> tuple[Cell | None, ...]:
    cells = [
        Cell(text, number, column, 1, 1, TextOrigin(starts, places))
        for column, (text, starts, places) in enumerate(record)
    ]
    return (*cells, *(None for _ in range(width - len(cells))))


def _records(text: str, delimiter: str) -> Iterator[list[Field]]:
    """The records of *text*, as in RFC 4180: a quoted cell may hold delimiters, doubled quotes and line ends."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    if starts[-1] == len(text):
        starts.pop()
    quoting = _Quoting(text, starts, delimiter)
    number = 0
    while number < len(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(text)
        line = text[starts[number] : stop].rstrip("\r\n")
        if '"' in line:
            record, number = quoting.record(number)
            yield record
        else:
            number += 1
            yield list(_plain(line, (number, 1), delimiter))


def _plain(line: str, place: Place, delimiter: str) -> Iterator[Field]:
    """The cells of *line*, which stands at *place*; blanks before a label show how deep it stands."""
    number, column = place
    for part in line.split(delimiter):
        text = part.strip()
        if text and column == 1:
            text = part.rstrip()
        yield text, (0,), ((number, column + part.index(text)),)
        column += len(part) + 1


class _Quoting:
    """Records with quoted cells; *starts* are the offsets of all lines."""

    def __init__(self, text: str, starts: Sequence[int], delimiter: str) -> None:
        self._text = text
        self._starts = starts
        self._delimiter = delimiter
        bare = rf"[^{re.escape(delimiter)}\r\n]*+"
        self._cell = re.compile(rf'"(?P<quoted>(?:[^"]++|"")*+)"(?P<tail>{bare})|(?P<bare>{bare})')

    def record(self, number: int) -> tuple[list[Field], int]:
        """The record that begins with line *number* (0-based), and the line after it."""
        cells: list[Field] = []
        at = self._starts[number]
        while cell := self._cell.match(self._text, at):
            if cell["quoted"] is None:
                cells.extend(_plain(cell["bare"], self._place(at), self._delimiter))
            else:
                cells.append(self._joined(cell))
            at = cell.end() + 1
            if self._text[cell.end() : at] != self._delimiter:
                break
        return cells, bisect_right(self._starts, at - 1)

    def _joined(self, cell: re.Match[str]) -> Field:
        pieces = [*_PIECE.finditer(self._text, *cell.span("quoted")), *_PIECE.finditer(self._text, *cell.span("tail"))]
        chunks: list[str] = []
        starts: list[int] = []
        length = 0
        for piece in pieces:
            # Of a doubled quote the second is kept, a line end is one character however it is written.
            chunks.append('"' if piece[0] == '""' else "\n" if piece[0] in ("\r\n", "\r") else piece[0])
            starts.append(length)
            length += len(chunks[-1])
        places = [self._place(piece.start() + (piece[0] == '""')) for piece in pieces]
        if not pieces:
            return "", (0,), (self._place(cell.start("quoted")),)
        return "".join(chunks), tuple(starts), tuple(places)

    def _place(self, at: int) -> Place:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1
