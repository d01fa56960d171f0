"""What the script of a page reads: which figures each check is about, and the labels that name them."""

from __future__ import annotations

from gklint.reporters.audit.view import View
from gklint.reporters.places import last

SCRIPT_WORDS = ("fails", "open", "passes", "bounds", "untied", "partners", "none", "close", "shown")


def data(view: View) -> dict[str, object]:
    """
    ``places[n]`` is 0 or (table, row, column) of the figure with anchor ``fn``; labels stand once per row and column.
    ``checks[k - 1]`` are the figures of the check with number k on the sheet.
    """
    places: list[object] = []
    tables: dict[int, tuple[dict[int, str], dict[int, str]]] = {}
    for figure in view.figures:
        cell = figure.cell
        if cell is None:
            places.append(0)
            continue
        places.append((cell.table, cell.row, cell.column))
        rows, columns = tables.setdefault(cell.table, ({}, {}))
        if cell.row not in rows:
            rows[cell.row] = last(cell.row_label)
        if cell.column not in columns:
            columns[cell.column] = last(cell.column_label)
    number = {figure.id: index for index, figure in enumerate(view.figures)}
    checks = [
        [number[figure.id] for _, figure in outcome.operands]
        for section in view.sections
        for _, outcome in section.checks
    ]
    return {
        "places": places,
        "tables": {table: {"rows": rows, "columns": columns} for table, (rows, columns) in tables.items()},
        "checks": checks,
        "words": {name: view.words(f"audit.script.{name}", shown="{shown}", all="{all}") for name in SCRIPT_WORDS},
    }
