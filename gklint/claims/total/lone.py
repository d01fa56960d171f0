"""Totals that a label names and no other line confirms: the label and its place are all there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from gklint.claims.total.bands import Band
from gklint.claims.total.candidates import labelled_runs
from gklint.claims.total.labels import is_portion
from gklint.claims.total.patterns import Pattern, weigh
from gklint.model.ledger import Sheet


def lone_totals(sheet: Sheet, band: Band, found: Collection[Pattern]) -> Iterator[Pattern]:
    """
    Patterns that hold on no line, for labelled totals that *found* says nothing about.

    Only where one line could obey at all, and where its list is flat: no group, no 其中, no indents, no name twice. Any
    of these is a reason for a total not to be the plain sum of the lines before it.
    """
    known = {pattern.whole for pattern in found} | {part for pattern in found for part in pattern.parts}
    for whole, parts in labelled_runs(band):
        if whole in known or not _is_flat(sheet, band, parts):
            continue
        pattern = weigh(band, whole, parts)
        if not pattern.holds and not pattern.zeros and len(pattern.breaks) == 1:
            yield pattern


def _is_flat(sheet: Sheet, band: Band, parts: Sequence[int]) -> bool:
    names = [band.names[part] for part in parts]
    if len(parts) < 2 or not all(names) or len(set(names)) < len(names):
        return False
    if any(is_portion(label) for part in parts for label in band.labels[part]):
        return False
    if band.axis == "row":
        return len({path[:-1] for path in (sheet.column_paths[part] for part in parts)}) == 1
    gaps = any(not any(row) for row in sheet.figures[min(parts) : max(parts) + 1])
    groups = {sheet.row_paths[part][:-1] for part in parts}
    return not gaps and len(groups) == 1 and len({sheet.indents[part] for part in parts}) == 1
