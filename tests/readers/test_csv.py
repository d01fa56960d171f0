"""Delimited files: one table, every record a row, every cell at its place."""

from __future__ import annotations

import csv
import io
import random

import pytest

from gklint.errors import ReadError
from gklint.model.document import Span, Table, TextLocation
from gklint.readers.delimited import read, sniff
from tests.readers.places import cells


def table(text: str, name: str = "t.csv") -> Table:
    (found,) = read(text.encode(), name).blocks
    assert isinstance(found, Table)
    return found


def located(found: Table, row: int, column: int, start: int = 0) -> tuple[int, int]:
    """Line and column of character *start* of a cell."""
    cell = found.grid[row][column]
    assert cell
    location = cell.origin.locate(Span(start, start + 1))
    assert isinstance(location, TextLocation)
    return location.line, location.column


def test_blank_records_count() -> None:
    """A blank line is a row, so that row numbers are those of the file."""
    assert [["a", "b"], ["", None], ["1", "2"]] == cells(table("a,b\n\n1,2\n"))


def test_ragged_records_are_padded() -> None:
    """Short records end in positions without a cell."""
    assert [["a", None, None], ["1", "2", "3"]] == cells(table("a\n1,2,3"))


def test_plain_cell_has_its_place() -> None:
    """Blanks around a cell are not part of it."""
    assert (2, 5) == located(table("a,b\r\n1,  2 \r\n"), 1, 1)


def test_quoted_cell_has_its_place() -> None:
    """Places count the quotes, the second of a doubled quote, and lines inside a cell."""
    found = table('x,"a ""b"", c\nd",9\n5,6,7\n')

    assert [["x", 'a "b", c\nd', "9"], ["5", "6", "7"]] == cells(found)
    assert [(1, 4), (1, 7), (2, 1)] == [located(found, 0, 1, i) for i in (0, 2, 9)]
    assert [(2, 4), (3, 3)] == [located(found, 0, 2), located(found, 1, 1)]


def test_unclosed_quote_is_a_character() -> None:
    """A stray quote does not swallow the rest of the file."""
    assert [['"a', "b"], ["1", "2"]] == cells(table('"a,b\n1,2\n'))


DELIMITERS = {
    "comma": ("a,b\n1,2", ","),
    "semicolon": ("a;b\n1,5;2,5\n3,0;4,0", ";"),
    "tab": ("a\tb, c\n1\t2", "\t"),
    "stroke": ("a|b\n1|2", "|"),
    "quoted comma": ('"a, b, c";d\n1;2', ";"),
    "single column": ("a\n1\n2", ","),
}


@pytest.mark.parametrize(("text", "delimiter"), DELIMITERS.values(), ids=DELIMITERS)
def test_sniff(text: str, delimiter: str) -> None:
    """The delimiter is the one that parts the lines alike."""
    assert delimiter == sniff(text)


def test_tsv_is_parted_by_tabs() -> None:
    """The extension .tsv settles the delimiter."""
    assert [["1,2", "3,4"]] == cells(table("1,2\t3,4\n", "t.tsv"))


def test_empty_is_refused() -> None:
    """A file of blanks has no table."""
    with pytest.raises(ReadError) as caught:
        read(b" \n\n", "t.csv")

    assert "empty" == caught.value.obstacle


@pytest.mark.parametrize("seed", range(60))
def test_reads_what_the_standard_library_writes(seed: int) -> None:
    """Any table that csv writes is read back, and every character of a cell is found at its place."""
    rng = random.Random(seed)
    rows = [["".join(rng.choices('甲乙1,"\n;', k=rng.randrange(5))).strip() or "x" for _ in range(3)] for _ in range(6)]
    written = io.StringIO(newline="")
    csv.writer(written).writerows([["h1", "h2", "h3"], *rows])
    lines = written.getvalue().replace("\r\n", "\n").split("\n")

    found = table(written.getvalue().replace("\r\n", "\n"))

    assert rows == [list(row) for row in cells(found)[1:]]
    for row in found.grid:
        for cell in filter(None, row):
            for i, character in enumerate(cell.text):
                line, column = located(found, cell.row, cell.column, i)
                assert character == (lines[line - 1] + "\n")[column - 1]
