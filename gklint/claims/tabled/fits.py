"""
What speaks for and against a cell that a phrase names: a sentence is aligned with a table as a whole.

::

    人员经费 4896.98，公用经费 480.66      the second figure stands in the table under its name,
    | 人员经费 4884.09 | 公用经费 480.66 |   so the first one is about this table too
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gklint.claims.tabled.names import plain
from gklint.claims.tabled.rows import Entry, Rows, Said
from gklint.claims.tabled.years import mention_year
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.numeral import Measure, Numeral
from gklint.model.statement import Mention, Sentence
from gklint.start.patterns import lazy

NEUTRAL = lazy(r"(?:19|20)\d\d年度?|\(.*?\)|合计|总计|小计|金额|数量|数值|本年|本期|决算|执行|实际|数|额|年")
"""Words of a column's head that no sentence repeats: it speaks of the whole, of the year, of what was done."""
REST = "其他"
TELLING = 3
"""Digits of a value that two places do not share by chance."""
CROWD = 12
"""With more values under one name some fit by chance."""


class Fits:
    """What is known of the tables of one document before a figure is held against them."""

    def __init__(self, rows: Rows, year: int | None) -> None:
        self._year = year
        self._columns: dict[tuple[int, int], list[Figure]] = defaultdict(list)
        self._lines: dict[tuple[int, int], list[Figure]] = defaultdict(list)
        self._values: dict[Exact, list[Figure]] = defaultdict(list)
        for sheet in rows.sheets.values():
            for number, row in enumerate(sheet.figures):
                for column, figure in enumerate(row):
                    if figure is not None and figure.numeral is not None:
                        self._columns[sheet.number, column].append(figure)
                        self._lines[sheet.number, number].append(figure)
                        self._values[figure.numeral.value].append(figure)

    def features(self, said: Said, entry: Entry, mention: Mention, sentence: Sentence) -> Iterator[str]:
        """Facts about taking *mention* of *sentence* for the cell of *entry*."""
        yield from _rest(said, entry)
        if self._is_unsaid(entry, sentence):
            yield "column-unsaid"
        if said.label.startswith(REST):
            yield "residual"
        if said.is_dated:
            yield "year-said"
        spoken = mention_year(mention, self._year)
        if entry.year is not None and spoken is not None:
            yield "year-same" if entry.year == spoken else "year-other"
        if len({other.cell.numeral.value for other in said.entries if other.cell.numeral}) > CROWD:
            yield "crowd"
        if self._is_elsewhere(mention, said):
            yield "found-elsewhere"
        others = [other for other in sentence.mentions if other is not mention]
        fitting = sum(self._has(entry, other) for other in others)
        if fitting:
            yield "table-fits-many" if fitting > 1 else "table-fits"

    def _is_unsaid(self, entry: Entry, sentence: Sentence) -> bool:
        """Whether the row has several figures and the sentence does not say the head of this one."""
        place = entry.cell.cell
        if place is None or len(self._lines[entry.sheet, place.row]) < 2:
            return False
        head = NEUTRAL.sub("", entry.column)
        said = plain(sentence.text)
        return bool(head) and not any(head[at : at + 2] in said for at in range(max(1, len(head) - 1)))

    def _is_elsewhere(self, mention: Mention, said: Said) -> bool:
        """Whether another cell has the very value: then that one is meant."""
        numeral = mention.figure.numeral
        if numeral is None or digits(numeral) < TELLING:
            return False
        named = {entry.cell.id for entry in said.entries}
        found = self._values.get(numeral.value, ())
        return any(figure.id not in named and comparable(mention.figure, figure) for figure in found)

    def _has(self, entry: Entry, mention: Mention) -> bool:
        """Whether the row or the column of *entry* has the value of *mention*."""
        numeral = mention.figure.numeral
        place = entry.cell.cell
        if numeral is None or place is None or digits(numeral) < TELLING:
            return False
        around = (*self._columns[entry.sheet, place.column], *self._lines[entry.sheet, place.row])
        return any(comparable(mention.figure, cell) and meets(numeral, cell) for cell in around)


def _rest(said: Said, entry: Entry) -> Iterator[str]:
    """Whether the words before the name are a setting, stand in the cell's other labels, or say something else."""
    if said.is_bare:
        yield "rest-none"
    elif _known(said.rest, entry.words):
        yield "rest-known"
    else:
        yield "rest-other"


def _known(rest: str, words: str) -> bool:
    pairs = [rest[at : at + 2] for at in range(len(rest) - 1)] or [rest]
    return all(pair in words for pair in pairs)


def meets(numeral: Numeral, cell: Figure) -> bool:
    return cell.numeral is not None and numeral.bounds.meets(cell.numeral.bounds)


def digits(numeral: Numeral) -> int:
    """How many digits *numeral* prints, without zeros at either end."""
    return len("".join(letter for letter in numeral.raw if letter.isdigit()).strip("0"))


def comparable(figure: Figure, cell: Figure) -> bool:
    one, other = figure.numeral, cell.numeral
    if one is None or other is None:
        return False
    return one.unit == other.unit or (one.unit.measure is Measure.COUNT and _counts(one, other))


def _counts(one: Numeral, other: Numeral) -> bool:
    """A count in a table often has no unit; one that has must be of the same kind."""
    return other.unit.measure is Measure.BARE or one.unit.group == other.unit.group


def nearest(entries: Sequence[Entry], numeral: Numeral, most: int) -> list[Entry]:
    """Those of *entries* whose values lie nearest to *numeral*, at most *most*."""

    def off(entry: Entry) -> Exact:
        difference = entry.cell.numeral.value - numeral.value if entry.cell.numeral else 0
        return -difference if difference < 0 else difference

    return sorted(entries, key=off)[:most]
