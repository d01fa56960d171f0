"""
The balance of a table as a picture: a broken row and a broken column cross at the cell to look at first.

::

                 自然人   企业    总计
    一、新收        7       3      10     √
    二、结转        1     [ 2 ]     4     × 多 1
    平衡            √     × 1       √
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gklint.model.claim import Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.ledger import Sheet
from gklint.model.relation import Flow
from gklint.reporters.amounts import in_common_units, printed
from gklint.reporters.audit.drawing import box, picture, text
from gklint.reporters.audit.markup import Markup
from gklint.reporters.audit.view import Section, View
from gklint.reporters.phrases import gap
from gklint.reporters.places import last
from gklint.reporters.wording import Words
from gklint.start.records import dataclass

LABEL, COLUMN, MARGIN, LINE, HEAD = 230, 74, 110, 24, 30
MAX_ROWS, MAX_COLUMNS = 32, 12


@dataclass(frozen=True, slots=True)
class Lines:
    """The judged checks of a table that run along one row or down one column, by row, and by (kind, column)."""

    rows: Mapping[int, tuple[Outcome, ...]]
    columns: Mapping[tuple[str, int], tuple[Outcome, ...]]

    @property
    def broken_rows(self) -> frozenset[int]:
        return frozenset(row for row, outcomes in self.rows.items() if any(map(_fails, outcomes)))

    @property
    def broken_columns(self) -> frozenset[int]:
        return frozenset(column for (_, column), outcomes in self.columns.items() if any(map(_fails, outcomes)))


def balance(section: Section, view: View) -> Markup | None:
    """The picture of a table that is checked both ways and holds in not all of them; None for any other table."""
    sheet = next((sheet for sheet in view.ledger.sheets if sheet.number == section.table), None)
    if section.kind != "table" or sheet is None:
        return None
    lines = _lines(outcome for _, outcome in section.checks)
    if not (lines.rows and lines.columns and (lines.broken_rows or lines.broken_columns)):
        return None
    figures = {
        (figure.cell.row, figure.cell.column): figure
        for outcomes in (*lines.rows.values(), *lines.columns.values())
        for outcome in outcomes
        for _, figure in outcome.operands
        if figure.cell
    }
    columns = sorted({column for _, column in figures})
    rows = [row for row in sorted({row for row, _ in figures}) if row in lines.broken_rows or _tells(row, figures)]
    if len(rows) > MAX_ROWS or len(columns) > MAX_COLUMNS:
        return None
    return _drawn(view, sheet, lines, figures, rows, columns)


def _lines(outcomes: Iterator[Outcome]) -> Lines:
    rows: dict[int, list[Outcome]] = {}
    columns: dict[tuple[str, int], list[Outcome]] = {}
    for outcome in outcomes:
        cells = [figure.cell for _, figure in outcome.operands if figure.cell]
        if outcome.verdict not in (Verdict.PASS, Verdict.FAIL) or len(cells) < 2:
            continue
        if len({cell.row for cell in cells}) == 1:
            rows.setdefault(cells[0].row, []).append(outcome)
        elif len({cell.column for cell in cells}) == 1:
            kind = "flow" if isinstance(outcome.claim.relation, Flow) else "sum"
            columns.setdefault((kind, cells[0].column), []).append(outcome)
    return Lines({row: tuple(found) for row, found in rows.items()}, {at: tuple(f) for at, f in columns.items()})


def _tells(row: int, figures: Mapping[tuple[int, int], Figure]) -> bool:
    """Whether anything but zeros stands in *row*."""
    return any(figure.numeral is None or figure.numeral.value for at, figure in figures.items() if at[0] == row)


def _drawn(
    view: View,
    sheet: Sheet,
    lines: Lines,
    figures: Mapping[tuple[int, int], Figure],
    rows: Sequence[int],
    columns: Sequence[int],
) -> Markup:
    kinds = [kind for kind in ("sum", "flow") if any(at[0] == kind for at in lines.columns)]
    wide = LABEL + COLUMN * len(columns) + MARGIN
    high = HEAD + LINE * (len(rows) + len(kinds)) + 8
    top = {row: HEAD + LINE * index for index, row in enumerate(rows)}
    left = {column: LABEL + COLUMN * index for index, column in enumerate(columns)}
    words = view.words
    row_names = {
        row: last(next(f.cell.row_label for at, f in figures.items() if at[0] == row and f.cell)) for row in rows
    }
    column_names = {
        column: last(next(f.cell.column_label for at, f in figures.items() if at[1] == column and f.cell))
        for column in columns
    }
    children: list[Markup] = []
    children += (box(0, top[row], wide, LINE, "broken") for row in rows if row in lines.broken_rows)
    children += (box(left[c], 0, COLUMN, high, "broken") for c in columns if c in lines.broken_columns)
    children += (
        text(left[c] + COLUMN - 8, 20, column_names[c], "head", room=COLUMN - 10, anchor="end") for c in columns
    )
    for row in rows:
        children.append(text(4, top[row] + 17, row_names[row], room=LABEL - 8))
        children += _row(row, top[row], left, lines, figures, view)
        children += _verdict(lines.rows.get(row, ()), wide - MARGIN + 10, top[row] + 17, words)
    for index, kind in enumerate(kinds):
        base = HEAD + LINE * (len(rows) + index) + 19
        children.append(text(4, base, words(f"audit.balance.{kind}"), "head", room=LABEL - 8))
        for column in columns:
            children += _verdict(
                lines.columns.get((kind, column), ()), left[column] + COLUMN - 8, base, words, end=True
            )
    return picture(
        (wide, high),
        f"balance{sheet.number}",
        words("audit.balance.title", table=sheet.number + 1),
        words(
            "audit.balance.told",
            rows=words.joined([row_names[row] for row in rows if row in lines.broken_rows]) or "-",
            columns=words.joined([column_names[c] for c in columns if c in lines.broken_columns]) or "-",
        ),
        *children,
    )


def _row(
    row: int,
    top: int,
    left: Mapping[int, int],
    lines: Lines,
    figures: Mapping[tuple[int, int], Figure],
    view: View,
) -> Iterator[Markup]:
    for column, start in left.items():
        figure = figures.get((row, column))
        if figure is None:
            continue
        suspect = figure.id in view.suspects
        crossing = row in lines.broken_rows and column in lines.broken_columns
        if suspect or crossing:
            yield box(start + 2, top + 2, COLUMN - 4, LINE - 4, "suspect" if suspect else "crossing")
        content = view.words("audit.balance.suspect", value=printed(figure)) if suspect else printed(figure)
        yield text(start + COLUMN - 8, top + 17, content, "strong" if suspect or crossing else "", anchor="end")


def _verdict(outcomes: Sequence[Outcome], x: int, y: int, words: Words, *, end: bool = False) -> Iterator[Markup]:
    """√ where all hold, else by how much the first one misses."""
    if not outcomes:
        return
    broken = next(filter(_fails, outcomes), None)
    anchor = "end" if end else "start"
    if broken is None:
        yield text(x, y, "√", "good", anchor=anchor)
        return
    figures = tuple(figure for _, figure in broken.operands)
    off = broken.difference or 0
    # A column has no room for more than the number.
    missed = in_common_units(off if off > 0 else -off, figures) if end else gap(off, figures, words, certain=True)
    yield text(x, y, f"× {missed}" if off else "×", "bad", anchor=anchor)


def _fails(outcome: Outcome) -> bool:
    return outcome.verdict is Verdict.FAIL
