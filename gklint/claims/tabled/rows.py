"""The figures of all tables by what sentences call them: a row, the total of a column, the total of a titled table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from gklint.claims.tabled.names import CODE, KIND, LONG, NUMBERING, SHORTEST, TOTAL, bare, keys, plain, title
from gklint.claims.tabled.years import cell_year
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger, Sheet
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

LONGEST = 40
SETTING = lazy(r"(?:(?:19|20)\d\d年度?|本年度?|全年|共|其中|[局厅委办处会府校院心门位县市区镇乡司]|\(\d*[类款]\))$")
"""What may stand before a name: a time, the unit's own name, the name of the group that it belongs to."""
YEAR = lazy(r"(?:19|20)\d\d年")
MARKS = "0123456789.、()"
WORD = lazy(r"[^\W\d_]{2}")

Form = Literal["row.name", "row.column", "row.title"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A *cell* of sheet number *sheet* that goes by a name; *words* are all its labels, *year* what they date it."""

    cell: Figure
    sheet: int
    form: Form
    column: str
    words: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """*entries* that the end of a phrase names *label*, and the *rest* of it before."""

    label: str
    rest: str
    entries: tuple[Entry, ...]

    @property
    def is_dated(self) -> bool:
        """Whether the phrase adds the year to the name."""
        return bool(YEAR.search(self.rest))

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a setting stands before the name."""
        before = NUMBERING.sub("", self.rest.rstrip('“"'))
        return not before.strip(MARKS) or bool(SETTING.search(before))


class Rows:
    """The index; empty where no table has a usable name."""

    def __init__(self, ledger: Ledger) -> None:
        formal = {number for match in ledger.tables for number in match.sheets}
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self.sheets = {sheet.number: sheet for sheet in ledger.sheets if sheet.number not in formal}
        for sheet in self.sheets.values():
            for key, entry in _entries(ledger, sheet):
                self._entries[key].append(entry)

    def __bool__(self) -> bool:
        return bool(self._entries)

    def named(self, text: str) -> Said | None:
        """What the words that end *text* name: the longest name that a table has."""
        text = KIND.sub(lambda kind: "" if kind[0].endswith("项)") else kind[0], plain(text)).rstrip('”"')
        for start in range(max(0, len(text) - LONGEST), len(text) - SHORTEST + 1):
            if entries := self._entries.get(text[start:]):
                return Said(text[start:], text[:start], tuple(entries))
        return None

    def exactly(self, phrase: str) -> Said | None:
        """What a phrase of several words names."""
        entries = self._entries.get(plain(phrase)) if " " in phrase.strip() else None
        return Said(phrase.strip(), "", tuple(entries)) if entries else None


def _entries(ledger: Ledger, sheet: Sheet) -> Iterator[tuple[str, Entry]]:
    about = title(ledger, sheet)
    for number, column, name, figure in _named(sheet):
        head = "".join(sheet.column_paths[column])
        if CODE.search(head):
            continue
        words = plain("".join((about, *sheet.row_paths[number], name, head)))

        def entry(form: Form, cell: Figure = figure, words: str = words, head: str = head) -> Entry:
            return Entry(cell, sheet.number, form, plain(head), words, cell_year(head, about, ledger.year))

        label = bare(name)
        if TOTAL.fullmatch(label):
            if about:
                yield about + label, entry("row.title")
            if len(about) >= LONG:
                yield about, entry("row.title")
            for key in keys(sheet.column_paths[column][-1]) if sheet.column_paths[column] else ():
                yield key, entry("row.column")
        else:
            for key in keys(name):
                yield key, entry("row.name")


def _named(sheet: Sheet) -> Iterator[tuple[int, int, str, Figure]]:
    """Each figure of *sheet* with its row, its column and the nearest words to its left."""
    for number, row in enumerate(sheet.figures):
        if number < sheet.header_rows:
            continue
        name = ""
        seen = None
        for column, figure in enumerate(row):
            cell = sheet.table.grid[number][column]
            if cell is None or cell is seen:
                continue
            seen = cell
            if figure is None or figure.numeral is None:
                name = cell.text if WORD.search(cell.text) else name
            elif name:
                yield number, column, name, figure
