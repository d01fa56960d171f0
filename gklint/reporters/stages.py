"""What was read of one document, stage by stage: blocks, grids, figures, claims. For people who doubt a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from gklint.model.claim import Outcome, Verdict
from gklint.model.document import Cell, Heading, Location, Paragraph, Span, Table
from gklint.model.figure import CellPlace, Figure
from gklint.model.finding import Audit
from gklint.model.ledger import Ledger, Sheet
from gklint.model.numeral import Identifier, Misprint
from gklint.model.tally import State, states
from gklint.reporters.amounts import plain, span
from gklint.reporters.display import clip, one_line, pad, width
from gklint.reporters.equation import asserted
from gklint.reporters.phrases import verdict
from gklint.reporters.places import anchor, last, place, spot
from gklint.reporters.wording import Words

CELL_WIDTH = 24
COLUMN_GAP = " │ "


def text(audit: Audit, words: Words) -> Iterator[str]:
    """Each block behind its place; ``#`` marks a heading by its level, a table stands as its cells."""
    document = _ledger(audit).document
    for block in document.blocks:
        match block:
            case Heading(words_of_it, level, origin):
                yield f"{anchor(origin.locate(Span(0, len(words_of_it))))}\t{'#' * level} {one_line(words_of_it)}"
            case Paragraph(words_of_it, origin):
                yield f"{anchor(origin.locate(Span(0, len(words_of_it))))}\t{one_line(words_of_it)}"
            case Table():
                yield from _rows(block)
            case _:
                assert_never(block)
    for doubt in document.doubts:
        yield f"{words('show.doubt')}: {doubt.kind} {one_line(doubt.detail)}".rstrip()


def _rows(table: Table) -> Iterator[str]:
    for number, row in enumerate(table.grid):
        own = [cell for column, cell in enumerate(row) if cell and (cell.row, cell.column) == (number, column)]
        if own:
            where = anchor(own[0].origin.locate(Span(0, len(own[0].text))))
            yield f"{where}\t| {' | '.join(one_line(cell.text) for cell in own)} |"


def tables(audit: Audit, words: Words) -> Iterator[str]:
    """Each grid, aligned, its headers ruled off, with the header path of every column and row that has several."""
    ledger = _ledger(audit)
    if not ledger.sheets:
        yield words("show.no-tables")
    for sheet in ledger.sheets:
        heading = " > ".join(one_line(text) for text in ledger.headings(sheet.block)[-1:])
        size = f"{sheet.table.rows} × {sheet.table.columns}"
        yield "  ".join(part for part in (_table_name(sheet, words), heading, size, one_line(sheet.unit_note)) if part)
        yield from _grid(sheet)
        for key, paths in (("place.column", sheet.column_paths), ("place.row", sheet.row_paths)):
            for number, path in enumerate(paths, start=1):
                if len(path) > 1:
                    name = words(key, column=number, row=number)
                    yield f"  {name}  {' > '.join(one_line(label) for label in path)}"
        yield ""


def _table_name(sheet: Sheet, words: Words) -> str:
    return words("place.table", table=sheet.number + 1)


def _grid(sheet: Sheet) -> Iterator[str]:
    cells = [
        [_shown(cell, row, column) for column, cell in enumerate(line)] for row, line in enumerate(sheet.table.grid)
    ]
    if not cells or not cells[0]:
        return
    widths = [min(CELL_WIDTH, max(1, *(width(line[column]) for line in cells))) for column in range(len(cells[0]))]
    for number, line in enumerate(cells):
        if number == sheet.header_rows and number:
            yield "  " + "─┼─".join("─" * size for size in widths)
        padded = [
            pad(clip(text, size), size, right=column >= sheet.header_columns and number >= sheet.header_rows)
            for column, (text, size) in enumerate(zip(line, widths, strict=True))
        ]
        yield ("  " + COLUMN_GAP.join(padded)).rstrip()


def _shown(cell: Cell | None, row: int, column: int) -> str:
    """A cell's text at its own corner; where a merged cell only reaches to, an empty place."""
    return one_line(cell.text) if cell and (cell.row, cell.column) == (row, column) else ""


def figures(audit: Audit, words: Words) -> Iterator[str]:
    """Every run of digits in reading order: place, print, value, bounds, unit, indicator, trace, state, by tabs."""
    ledger = _ledger(audit)
    known = states(ledger, audit.outcomes)
    lines = [(_order(figure), _figure(figure, state, ledger, words)) for figure, state in known]
    for block, cell, other in ledger.others:
        order = (block, cell.row if cell else 0, cell.column if cell else 0, other.start)
        location = _locate(ledger, block, cell, other)
        where = [] if cell is None else [words("place.table", table=cell.table + 1), last(cell.row_label)]
        where += [spot(location, words, in_cell=cell is not None)] if location else []
        fields = (" ".join(part for part in where if part), one_line(other.raw), _no_quantity(other, words))
        lines.append((order, "\t".join(fields)))
    if not lines:
        yield words("show.no-figures")
    yield from (line for _, line in sorted(lines, key=lambda pair: pair[0]))


def _order(figure: Figure) -> tuple[int, int, int, int]:
    cell = figure.cell
    return figure.block, cell.row if cell else 0, cell.column if cell else 0, figure.span.start


def _figure(figure: Figure, state: State, ledger: Ledger, words: Words) -> str:
    numeral = figure.numeral
    fields = [place(ledger, figure, words), one_line(figure.raw) or words("cell.blank")]
    if numeral:
        bounds = "" if numeral.bounds.is_point else span(numeral.bounds)
        fields += [plain(numeral.value), bounds, numeral.unit.name, figure.indicator or "", ", ".join(numeral.trace)]
    else:
        fields += ["?", "", "", figure.indicator or "", ""]
    return "\t".join((*fields, words(f"state.{state}")))


def _no_quantity(other: Identifier | Misprint, words: Words) -> str:
    return words(f"kind.{other.kind.name}") if isinstance(other, Identifier) else words("kind.misprint")


def _locate(ledger: Ledger, block: int, cell: CellPlace | None, other: Identifier | Misprint) -> Location | None:
    item = ledger.document.blocks[block]
    if isinstance(item, Table):
        holder = item.grid[cell.row][cell.column] if cell else None
        return holder.origin.locate(Span(other.start, other.end)) if holder else None
    return item.origin.locate(Span(other.start, other.end))


def claims(audit: Audit, words: Words) -> Iterator[str]:
    """Every claim, tab-separated: verdict, rule, place of its first operand, equation, why it is open."""
    if not audit.outcomes:
        yield words("show.no-claims")
    for outcome in audit.outcomes:
        yield _claim(outcome, audit, words)


def _claim(outcome: Outcome, audit: Audit, words: Words) -> str:
    fields = [verdict(outcome, words), outcome.claim.rule.code]
    placed = [figure for _, figure in outcome.operands][:1]
    where = place(_ledger(audit), placed[0], words) if placed else one_line(outcome.claim.about)
    fields += [where, asserted(outcome) or words.of(outcome.claim.rule.title)]
    if outcome.verdict is Verdict.OPEN:
        fields.append(words.why(outcome.why))
    return "\t".join(fields)


def _ledger(audit: Audit) -> Ledger:
    if audit.ledger is None:
        raise ValueError(f"{audit.path} was not read: there is nothing to show")
    return audit.ledger


STAGES: dict[str, Callable[[Audit, Words], Iterator[str]]] = {
    "text": text,
    "tables": tables,
    "figures": figures,
    "claims": claims,
}
