"""What a copy of an official form leaves out or prints otherwise: blank cells, lost rows and tables, wrong labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, assert_never

from gklint.model.claim import Basis, Claim
from gklint.model.document import Heading, Table
from gklint.model.figure import Figure
from gklint.model.form import FormTable, LabelMatch, TableMatch
from gklint.model.ledger import Ledger
from gklint.model.relation import Required
from gklint.model.rule import Rule
from gklint.start.records import dataclass

MOST_NAMED = 3
"""Lost rows that are named; of more the number is told."""
LANGUAGE = "zh"
"""Forms are printed in it: elements are named as on the form."""


@dataclass(frozen=True, slots=True)
class Find:
    """*lacking*: what the rule looks for: cells without a figure, rows or tables not there, misprinted labels."""

    lacking: Literal["figures", "rows", "tables", "labels"]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim for each table with blank cells or lost rows, for each lost table, for each misprinted label."""
    for rule in rules:
        if isinstance(rule.find, Find) and ledger.form:
            for required in _lacking(ledger, rule.find):
                yield Claim(rule, required, Basis.DECLARED, about=required.element)


def _lacking(ledger: Ledger, find: Find) -> Iterator[Required]:
    match find.lacking:
        case "figures":
            yield from (required for match in ledger.tables for required in _blanks(ledger, match))
        case "rows":
            yield from (required for match in ledger.tables for required in _lost_rows(ledger, match))
        case "tables":
            yield from _lost_tables(ledger)
        case "labels":
            yield from (required for match in ledger.tables for required in _misprints(ledger, match))
        case _:
            assert_never(find.lacking)


def _blanks(ledger: Ledger, match: TableMatch) -> Iterator[Required]:
    """All unknown cells of a table as one: a template with two hundred of them is one remark, not two hundred."""
    figures = tuple(_figures(ledger, match.table))
    blanks = tuple(figure for figure in figures if figure.numeral is None)
    if match.sheets and match.table.blank == "unknown" and (blanks or not figures):
        marks = dict.fromkeys(blank.raw.strip() for blank in blanks)
        yield Required(_name(match.table), _block(ledger, match), blanks, tuple(mark for mark in marks if mark))


def _lost_rows(ledger: Ledger, match: TableMatch) -> Iterator[Required]:
    if not match.sheets:
        return
    printed = {label.item.key for label in match.labels}
    grouped = {member: row.key for row in match.table.rows for member in row.members}
    lost = tuple(
        row.label
        for row in match.table.rows
        if row.key not in printed
        and not row.heading
        and not any(member in printed for member in row.members)
        # A group printed as one line stands for its members, and a lost group is named once.
        and not (row.key in grouped and not _siblings_printed(match.table, grouped[row.key], printed))
    )
    if lost:
        more = f" … {len(lost)}" if len(lost) > MOST_NAMED else ""
        yield Required("、".join(lost[:MOST_NAMED]) + more, _block(ledger, match))


def _siblings_printed(table: FormTable, group: str, printed: set[str]) -> bool:
    return any(member in printed for member in table.row(group).members)


def _lost_tables(ledger: Ledger) -> Iterator[Required]:
    if ledger.form is None:
        return
    found = {match.table.key for match in ledger.tables}
    for table in ledger.form.tables:
        if table.key not in found:
            yield Required(_name(table), _section(ledger, table))


def _misprints(ledger: Ledger, match: TableMatch) -> Iterator[Required]:
    for label in match.labels:
        if label.misprinted:
            figures = tuple(_beside(ledger, label))
            block = figures[0].block if figures else ledger.sheets[label.sheet].block
            yield Required(label.item.label, block, figures[:1], (label.printed.strip(),))


def _figures(ledger: Ledger, table: FormTable) -> Iterator[Figure]:
    for row, column in table.cells():
        yield from ledger.bound.get(table.indicator(row, column), ())


def _beside(ledger: Ledger, label: LabelMatch) -> Iterator[Figure]:
    """The bound figures in the row, then those below in the column of *label*."""
    sheet = ledger.sheets[label.sheet]
    below = [row[label.column] for row in sheet.figures[label.row :]]
    yield from (figure for figure in (*sheet.figures[label.row], *below) if figure and figure.indicator)


def _block(ledger: Ledger, match: TableMatch) -> int:
    return ledger.sheets[match.sheets[0]].block


def _name(table: FormTable) -> str:
    return table.title[LANGUAGE]


def _section(ledger: Ledger, table: FormTable) -> int:
    """The block that announces *table*, a heading rather than a paragraph, else the last block."""
    blocks = ledger.document.blocks
    topic = _name(table).split("、", 1)[-1]
    announcing = [i for i, block in enumerate(blocks) if not isinstance(block, Table) and topic in block.text]
    heading = next((i for i in announcing if isinstance(blocks[i], Heading)), None)
    return heading if heading is not None else announcing[0] if announcing else len(blocks) - 1
