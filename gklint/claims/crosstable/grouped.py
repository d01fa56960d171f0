"""
Tables that give one indicator by the same keys, one of them in more detail.

::

    | year | type     | received |        Cross-border requests, by year and country
    | 2024 | domestic |      310 |        | year | country | count |
    | 2024 | cross-border |   42 |   =    | 2024 | A       |    30 |
                                          | 2024 | B       |    12 |

Keys are columns of equal heads. What else the coarser table tells apart, the caption of the finer one has to name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gklint.claims.crosstable.series import caption, is_usable, plain, value, words
from gklint.claims.total.labels import is_rate, is_total
from gklint.model.figure import Figure, mark
from gklint.model.interval import Exact, Interval
from gklint.model.ledger import Ledger, Sheet
from gklint.start.records import dataclass

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A cell of the coarser table and those of the finer one with the same *key*."""

    key: Key
    whole: Figure
    parts: tuple[Figure, ...]

    @property
    def agrees(self) -> bool:
        return value(self.whole) == self.sum

    @property
    def sum(self) -> Exact:
        return sum(map(value, self.parts))

    @property
    def total(self) -> Figure | None:
        """The sum of the parts as a figure that stands where they begin, None if it cannot be printed as they are."""
        first, counted = self.parts[0], self.sum
        if first.numeral is None or first.cell is None or not isinstance(counted, int) or first.numeral.scale != 1:
            return None
        cell = replace(first.cell, row_label=f"Σ {' · '.join(self.key)}")
        stand_in = mark(first.block, first.span, str(counted), counted, cell)
        numeral = replace(first.numeral, value=counted, bounds=Interval.point(counted), raw=str(counted), decimals=0)
        return replace(stand_in, numeral=numeral)


@dataclass(frozen=True, slots=True)
class Match:
    """The groups of two tables; *named*: the caption of the finer one says which rows of the coarser one are meant."""

    groups: tuple[Group, ...]
    named: bool

    @property
    def agreeing(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.agrees and value(group.whole))

    def is_partial(self, group: Group) -> bool:
        """Whether the finer table has fewer rows for *group* than for all groups that agree: it is not complete."""
        sizes = {len(other.parts) for other in self.agreeing}
        return len(self.agreeing) > 1 and len(sizes) == 1 and len(group.parts) < min(sizes)


@dataclass(frozen=True, slots=True)
class _Long:
    """A table with one line for each combination of keys: key columns and value columns, by their heads."""

    sheet: Sheet
    keys: Mapping[str, int]
    values: Mapping[str, int]

    @property
    def rows(self) -> range:
        return range(self.sheet.header_rows, self.sheet.table.rows)

    def text(self, row: int, column: int) -> str:
        cell = self.sheet.table.grid[row][column]
        return plain(cell.text) if cell else ""

    def head(self, column: int) -> str:
        return " ".join(self.sheet.column_paths[column])


def matches(ledger: Ledger) -> Iterator[Match]:
    """Every two tables of *ledger* that can be laid over each other by their keys."""
    tables = [table for sheet in ledger.sheets if (table := _long(sheet))]
    by_head: dict[str, list[_Long]] = defaultdict(list)
    for table in tables:
        for head in table.keys:
            by_head[head].append(table)
    for coarse in tables:
        near = {id(table): table for head in coarse.keys for table in by_head[head] if table is not coarse}
        for fine in near.values():
            yield from _matched(ledger, coarse, fine)


def _long(sheet: Sheet) -> _Long | None:
    if sheet.header_rows < 1 or any(not path for path in sheet.column_paths):
        return None
    heads = [plain(" ".join(path)) for path in sheet.column_paths]
    if len(set(heads)) < len(heads):
        return None
    filled = {c for row in sheet.figures for c, figure in enumerate(row) if figure and figure.numeral}
    values = {head: c for c, head in enumerate(heads) if c in filled and not is_rate(head)}
    keys = {head: c for c, head in enumerate(heads) if c not in filled}
    return _Long(sheet, keys, values) if keys and values else None


def _matched(ledger: Ledger, coarse: _Long, fine: _Long) -> Iterator[Match]:
    shared = [head for head in coarse.keys if head in fine.keys]
    others = [column for head, column in coarse.keys.items() if head not in fine.keys]
    title = words(caption(ledger, fine.sheet))
    rows = _chosen(coarse, others, title)
    if not rows:
        return
    lines: dict[Key, list[int]] = defaultdict(list)
    for row in rows:
        lines[_key(coarse, row, shared)].append(row)
    details: dict[Key, list[int]] = defaultdict(list)
    for row in fine.rows:
        if not any(map(is_total, fine.sheet.row_paths[row])):
            details[_key(fine, row, shared)].append(row)
    # A coarser table has one line for each key, a finer one several for some.
    if any(len(found) > 1 for found in lines.values()) or all(len(found) < 2 for found in details.values()):
        return
    keys = [key for key in lines if key in details and all(key)]
    for one, two in _columns(coarse, fine, title):
        groups = tuple(_groups(coarse, fine, one, two, [(key, lines[key][0], details[key]) for key in keys]))
        if groups:
            yield Match(groups, named=bool(others))


def _chosen(coarse: _Long, others: Sequence[int], title: frozenset[str]) -> list[int]:
    """The rows of *coarse* whose other keys the *title* of the finer table names; all, if there are no others."""
    found = []
    for row in coarse.rows:
        cells = [coarse.sheet.table.grid[row][column] for column in others]
        named = [words(cell.text) for cell in cells if cell]
        if len(named) == len(others) and all(name and name <= title for name in named):
            found.append(row)
    return found


def _key(table: _Long, row: int, heads: Sequence[str]) -> Key:
    return tuple(table.text(row, table.keys[head]) for head in heads)


def _columns(coarse: _Long, fine: _Long, title: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Value columns that mean the same: of equal heads, else the one whose head the finer table's words fit best."""
    equal = [(column, fine.values[head]) for head, column in coarse.values.items() if head in fine.values]
    if equal or len(fine.values) != 1:
        yield from equal
        return
    (two,) = fine.values.values()
    meant = title | words(fine.head(two))
    fits = {column: len(words(coarse.head(column)) & meant) for column in coarse.values.values()}
    best = [column for column, fit in fits.items() if fit and fit == max(fits.values())]
    if len(best) == 1:
        yield best[0], two


def _groups(
    coarse: _Long, fine: _Long, one: int, two: int, lines: Sequence[tuple[Key, int, Sequence[int]]]
) -> Iterator[Group]:
    for key, row, details in lines:
        whole = coarse.sheet.figures[row][one]
        parts = [fine.sheet.figures[detail][two] for detail in details]
        known = tuple(part for part in parts if part and is_usable(part))
        if whole and is_usable(whole) and len(known) == len(parts):
            yield Group(key, whole, known)
