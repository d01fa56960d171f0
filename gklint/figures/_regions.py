"""Which rows and columns of a table hold labels, which hold values, and which only number or date its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from gklint.model.document import Cell, Table
from gklint.model.numeral import Kind
from gklint.numbers.cells import is_numeric
from gklint.numbers.missing import is_unknown
from gklint.start.patterns import lazy
from gklint.start.records import dataclass


class Look(Enum):
    """What a cell looks like before anything around it is known."""

    BLANK = "blank"
    DASH = "dash"
    """A mark for "no number": /, —, 无."""
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Regions:
    """
    The parts of a table, drawn::

        header | header | header       the first *header_rows* rows
        label  | value  | value
        label  | value  | value        *stubs*: the columns of labels, the leading *header_columns* and any later ones

    *expected* are the columns in which a cell without a number is a number that is not known. *naming* are the
    columns whose numbers name or count their rows, with the kind of name.
    """

    looks: Mapping[str, Look]
    header_rows: int
    header_columns: int
    stubs: frozenset[int]
    expected: frozenset[int]
    naming: Mapping[int, Kind]

    def look(self, cell: Cell | None) -> Look:
        return self.looks[cell.text] if cell else Look.BLANK


LINE_NUMBERS = lazy(r"序\s*号|行\s*次|栏\s*次|列\s*次|公\s*式|No\.?|#|S/N|Col(?:umn)?\.?", re.IGNORECASE)
"""What heads the numbers of lines."""
STEM = lazy(r"[甲乙丙丁戊己庚辛壬癸]")
"""What columns of labels are numbered by, where those of values are 1, 2, 3."""
NUMBERED = lazy(r"[（(]?(\d{1,3})[）)]?(?=\s*$|\s*[=＝])")
"""The number of a column, alone or in front of its formula."""
NAMING_HEADS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        Kind.ORDINAL,
        lazy(r"序\s*号|行\s*次|栏\s*次|名\s*次|排\s*名|排\s*序|No\.?|#|S/N|Rank", re.IGNORECASE),
    ),
    (
        Kind.CODE,
        lazy(
            r".{0,12}(?:代\s*码|编\s*码|编\s*号|文\s*号|索\s*引\s*号)|类|款|项|(?:.{0,20}[\W\d_])?(?:Code|ID|FIPS|Zip)",
            re.IGNORECASE,
        ),
    ),
    (Kind.CONTACT, lazy(r".{0,6}(?:电\s*话|手\s*机|传\s*真|邮\s*编)|Phone|Fax", re.IGNORECASE)),
    (
        Kind.DATE,
        lazy(r"年\s*份|年\s*度|.{0,6}日\s*期|.{0,6}时\s*间|(?:Fiscal )?Years?|Date", re.IGNORECASE),
    ),
)
"""Heads of columns whose numbers are no quantities, matched against the whole head."""

FIRST_YEAR, LAST_YEAR = 1900, 2099
ZERO_PADDED = lazy(r"0\d+")
PLAIN_INTEGER = lazy(r"(\d{1,6})(?:\.0+)?")
FEWEST_TO_CALL = 5
"""Digits of the shortest numbers that a report lists to be called: 12345."""
FEWEST_TO_COUNT = 3
"""Lines that must be numbered 1, 2, 3 … before the numbers are taken for ordinals."""


def regions(table: Table) -> Regions:
    """Tell labels from values; the whole table is looked at, nothing is taken from a form."""
    looks = {text: _look(text) for text in {cell.text for row in table.grid for cell in row if cell}}
    header_rows = _header_rows(table, looks)
    naming = {
        column: kind
        for column in range(table.columns)
        if (kind := _naming(table, looks, header_rows, column)) is not None
    }
    stubs: set[int] = set(naming)
    expected: set[int] = set()
    for column in range(table.columns):
        texts, numbers, others = _counts(table, looks, header_rows, column)
        if column in naming:
            continue
        if texts > numbers:
            stubs.add(column)
        elif numbers or (others and _has_head(table, header_rows, column)):
            expected.add(column)
    leading = _leading(table, looks, header_rows, stubs)
    return Regions(looks, header_rows, leading, frozenset(stubs), frozenset(expected), naming)


def _look(text: str) -> Look:
    if not text or text.isspace():
        return Look.BLANK
    if is_unknown(text):
        return Look.DASH
    return Look.NUMBER if is_numeric(text) else Look.TEXT


def _own_cells(row: Sequence[Cell | None], number: int) -> Iterator[Cell]:
    """The cells of a row, merged ones once and only in their first row."""
    for column, cell in enumerate(row):
        if cell and cell.row == number and cell.column == column:
            yield cell


def _header_rows(table: Table, looks: Mapping[str, Look]) -> int:
    """Rows above the first one that holds a value; years and column numbers are no values."""
    for number, row in enumerate(table.grid):
        cells = list(_own_cells(row, number))
        numbers = [cell.text for cell in cells if looks[cell.text] is Look.NUMBER]
        # One number below a header is a value even if it could be a year: 主动公开政府信息数 1980.
        years = _are_years(numbers) and (number == 0 or len(numbers) > 1)
        if numbers and not (years or _numbers_columns(table, number)):
            return _above_groups(table, number)
    for number, row in enumerate(table.grid[1:], start=1):
        cells = list(_own_cells(row, number))
        if cells and looks[cells[0].text] is Look.TEXT and looks[cells[-1].text] in (Look.BLANK, Look.DASH):
            return number
    return min(1, table.rows)


def _above_groups(table: Table, number: int) -> int:
    """The first of the rows right above row *number* that hold one label and nothing else: they head what follows."""
    while number > 1:
        filled = [cell for cell in _own_cells(table.grid[number - 1], number - 1) if cell.text.strip()]
        if len(filled) != 1 or filled[0].column > 0 or filled[0].row_span > 1:
            break
        number -= 1
    return number


def _naming(table: Table, looks: Mapping[str, Look], header_rows: int, column: int) -> Kind | None:
    """What the numbers of a column name, if they are no quantities."""
    cells = _column_cells(table, header_rows, column)
    texts = [cell.text.strip() for cell in cells if looks[cell.text] is Look.NUMBER]
    if not texts:
        return None
    head = _head(table, header_rows, column)
    for kind, pattern in NAMING_HEADS:
        if pattern.fullmatch(head) and not (kind is Kind.CONTACT and _are_counts(texts)):
            return kind
    if any(ZERO_PADDED.fullmatch(text) for text in texts) and all(text.isdecimal() for text in texts):
        return Kind.CODE
    if column == 0 and len(texts) >= FEWEST_TO_COUNT and _count_up(texts):
        return Kind.ORDINAL
    return Kind.DATE if len(texts) > 1 and _are_years(texts) else None


def _are_counts(texts: Sequence[str]) -> bool:
    """Whether most numbers are too short to call: below 电话 stand the requests that came by telephone."""
    return 2 * sum(sum(map(str.isdigit, text)) < FEWEST_TO_CALL for text in texts) > len(texts)


def _counts(table: Table, looks: Mapping[str, Look], header_rows: int, column: int) -> tuple[int, int, int]:
    """How many cells below the header are texts, numbers, anything else; labels that span columns do not count."""
    texts = numbers = others = 0
    for cell in _column_cells(table, header_rows, column):
        look = looks[cell.text]
        if look is Look.NUMBER:
            numbers += 1
        elif look is not Look.TEXT:
            others += 1
        elif cell.column_span == 1 or column == 0:
            texts += 1
    return texts, numbers, others


def _column_cells(table: Table, header_rows: int, column: int) -> list[Cell]:
    found = []
    for number in range(header_rows, table.rows):
        cell = table.grid[number][column]
        if cell and cell.row == number and cell.column == column:
            found.append(cell)
    return found


def _head(table: Table, header_rows: int, column: int) -> str:
    """The innermost header text of a column."""
    for number in range(header_rows - 1, -1, -1):
        cell = table.grid[number][column]
        if cell and cell.text.strip() and not PLAIN_INTEGER.fullmatch(cell.text.strip()):
            return cell.text.strip()
    return ""


def _has_head(table: Table, header_rows: int, column: int) -> bool:
    return any((cell := row[column]) and cell.text.strip() for row in table.grid[:header_rows])


def _leading(table: Table, looks: Mapping[str, Look], header_rows: int, stubs: set[int]) -> int:
    """Columns up to the last one of the leading run of label columns; empty columns do not end the run."""
    last = 0
    for column in range(table.columns):
        if column in stubs:
            last = column + 1
        elif any(_counts(table, looks, header_rows, column)[:2]):
            break
    return last


def _are_years(texts: Sequence[str]) -> bool:
    return all(year is not None and FIRST_YEAR <= year <= LAST_YEAR for year in map(_integer, texts))


def _numbers_columns(table: Table, row: int) -> bool:
    """
    Whether a row only numbers its columns, some of them by a formula::

        | 栏次 | 1 | 2 | 3=1+2 |      | 甲 | 乙 | 1 | 2 |

    A row with a name of its own (教育 | 1 | 2 | 3) holds values, and so does one of the things 甲, 乙, 丙.
    """
    texts = [cell.text.strip() for cell in _own_cells(table.grid[row], row)]
    numbers = [match[1] for text in texts if (match := NUMBERED.match(text))]
    names = [text for text in texts if text and not NUMBERED.match(text) and not LINE_NUMBERS.fullmatch(text)]
    below = table.grid[row + 1][0] if row + 1 < table.rows else None
    if not all(map(STEM.fullmatch, names)) or (names and below and STEM.fullmatch(below.text.strip())):
        return False
    is_told = any(map(LINE_NUMBERS.fullmatch, texts))
    return (is_told or len(numbers) >= FEWEST_TO_COUNT) and _runs_from_one(numbers)


def _count_up(texts: Sequence[str]) -> bool:
    """Whether *texts* are 1, 2, 3 … without a gap."""
    return len(texts) >= FEWEST_TO_COUNT and _runs_from_one(texts)


def _runs_from_one(texts: Sequence[str]) -> bool:
    return [_integer(text) for text in texts] == list(range(1, len(texts) + 1))


def _integer(text: str) -> int | None:
    match = PLAIN_INTEGER.fullmatch(text.strip())
    return int(match[1]) if match else None
