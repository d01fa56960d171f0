"""
Equations of an official form, over the items of one table: once, or once for each of its rows or columns.

::

    [find]
    table = "requests"
    each = "column"

    [[find.equations]]
    relation = "flow"
    whole = ["received", "carried-in"]
    parts = ["concluded", "carried-out"]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, assert_never

from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.form import Form, FormTable, Item
from gklint.model.ledger import Ledger
from gklint.model.relation import AtLeastZero, Cover, Flow, Order, Partition, Presence, Relation, Subset
from gklint.model.rule import Rule
from gklint.start.records import dataclass

Kind = Literal["partition", "cover", "subset", "each-within", "flow", "order", "presence", "at-least-zero"]


@dataclass(frozen=True, slots=True)
class Equation:
    """
    *whole* and *parts* are the two sides, keys of rows (of columns, once for each row).

    partition, cover (whole ≤ Σ parts, no part above the whole), subset (Σ parts ≤ whole), each-within (each part ≤
    whole), flow (Σ whole = Σ parts), order (whole ≥ part), presence (whole > 0 wherever the part is),
    at-least-zero (Σ parts). *loose*: a cover whose parts may singly exceed the whole.
    """

    relation: Kind
    parts: tuple[str, ...]
    whole: tuple[str, ...] = ()
    loose: bool = False

    def __post_init__(self) -> None:
        if self.relation != "flow" and len(self.whole) != (self.relation != "at-least-zero"):
            raise ValueError(f"whole: {len(self.whole)} keys do not suit {self.relation}")
        if self.relation in ("order", "presence") and len(self.parts) != 1:
            raise ValueError(f"parts: {self.relation} compares with one key")


@dataclass(frozen=True, slots=True)
class Find:
    """*table* is a key of the form's tables; *each* says which axis the equations run along."""

    table: str
    equations: tuple[Equation, ...]
    each: Literal["", "row", "column"] = ""

    def misfits(self, form: Form) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """What *form* lacks of all that the equations speak of; a key that nobody prints would never be missed."""
        table = next((table for table in form.tables if table.key == self.table), None)
        if table is None:
            yield "table", self.table, tuple(table.key for table in form.tables)
            return
        keys = tuple(item.key for item in (table.columns if self.each == "row" else table.rows))
        for number, equation in enumerate(self.equations):
            for side, named in (("whole", equation.whole), ("parts", equation.parts)):
                for key in named:
                    if key not in keys:
                        yield f"equations[{number}].{side}", key, keys


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """The equations of *rules* over the cells of the ledger's form, as far as the document prints their wholes."""
    for rule in rules:
        find = rule.find
        if not isinstance(find, Find) or ledger.form is None:
            continue
        for table in ledger.form.tables:
            if table.key == find.table:
                yield from (claim for claim in _of_table(ledger, rule, find, table) if claim)


def _of_table(ledger: Ledger, rule: Rule, find: Find, table: FormTable) -> Iterator[Claim | None]:
    lines = [_Line(ledger, table, find.each, item) for item in _crossings(table, find.each)]
    for equation in find.equations:
        for line in lines:
            yield _claim(rule, equation, line)


def _crossings(table: FormTable, each: str) -> tuple[Item, ...]:
    """The items that an equation is repeated for; one alone where a table has a single column."""
    return table.rows if each == "row" else table.columns


@dataclass(frozen=True, slots=True)
class _Line:
    """The cells of one row (*each* = row), else of one column: *crossing* meets the items of the other axis."""

    ledger: Ledger
    table: FormTable
    each: str
    crossing: Item

    def item(self, key: str) -> Item:
        return self.table.column(key) if self.each == "row" else self.table.row(key)

    def figure(self, item: Item) -> Figure | None:
        row, column = (self.crossing, item) if self.each == "row" else (item, self.crossing)
        if not self.table.holds(row, column):
            return None
        found = self.ledger.bound.get(self.table.indicator(row, column))
        return found[0] if found else None

    def operands(self, keys: Sequence[str]) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
        """The figures of *keys* and the labels of those that the document lacks; a group gives its members."""
        figures: list[Figure] = []
        missing: list[str] = []
        for key in keys:
            item = self.item(key)
            members = [self.item(member) for member in item.members]
            printed = [figure for figure in map(self.figure, members) if figure]
            own = self.figure(item)
            if own and not printed:
                figures.append(own)
                continue
            for line in members or [item]:
                if figure := self.figure(line):
                    figures.append(figure)
                else:
                    missing.append(line.label)
        return tuple(figures), tuple(missing)


def _claim(rule: Rule, equation: Equation, line: _Line) -> Claim | None:
    """The claim of *equation* on *line*; None where the document prints no total that could be wrong."""
    whole, lacking = line.operands(equation.whole)
    parts, missing = line.operands(equation.parts)
    relation = _relation(equation, whole, parts)
    if relation is None:
        return None
    about = line.crossing if line.each else line.item((equation.whole or equation.parts)[0])
    return Claim(rule, relation, Basis.DECLARED, missing=(*lacking, *missing), about=about.label)


def _relation(equation: Equation, whole: tuple[Figure, ...], parts: tuple[Figure, ...]) -> Relation | None:
    if not parts or (equation.whole and not whole):
        return None
    match equation.relation:
        case "partition":
            return Partition(whole[0], parts)
        case "cover":
            return Cover(whole[0], parts, each_within=not equation.loose)
        case "subset":
            return Subset(whole[0], parts)
        case "each-within":
            return Subset(whole[0], parts, disjoint=False)
        case "flow":
            return Flow(whole, parts)
        case "order":
            return Order(parts[0], whole[0])
        case "presence":
            return Presence(parts[0], whole[0])
        case "at-least-zero":
            return AtLeastZero(parts)
        case _:
            assert_never(equation.relation)
