"""Where the characters of a text document came from, for tests that hold a reader to its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.model.document import Document, Origin, Span, Table, TextLocation


def texts(document: Document) -> Iterator[tuple[str, Origin]]:
    """The text of every block and cell, a merged cell once."""
    for block in document.blocks:
        if not isinstance(block, Table):
            yield block.text, block.origin
            continue
        cells = {id(cell): cell for row in block.grid for cell in row if cell}
        yield from ((cell.text, cell.origin) for cell in cells.values())


def places(document: Document) -> list[tuple[tuple[int, int], str]]:
    """(line, column) and character of everything but blanks, in the order of the document."""
    found = []
    for text, origin in texts(document):
        for i, character in enumerate(text):
            if not character.isspace():
                location = origin.locate(Span(i, i + 1))
                assert isinstance(location, TextLocation)
                found.append(((location.line, location.column), character))
    return found


def inked(source: str) -> list[tuple[tuple[int, int], str]]:
    """(line, column) and character of everything but blanks in a text file."""
    return [
        ((number, column), character)
        for number, line in enumerate(re.split("\r\n|\r|\n", source), 1)
        for column, character in enumerate(line, 1)
        if not character.isspace()
    ]


def cells(table: Table) -> list[list[str | None]]:
    """The texts on the grid."""
    return [[cell.text if cell else None for cell in row] for row in table.grid]
