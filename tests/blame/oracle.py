"""
The fewest cells that must change for every total of a table to hold, by trying all sets of cells.

A cell stands in one row and one column, so that up to three cells are always solved one after the other: a circle
through rows and columns needs four.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, product

Place = tuple[int, int]
Weights = dict[Place, int]
MOST = 3


def fewest_changes(rows: Sequence[Sequence[int]]) -> list[dict[Place, int]]:
    """Every smallest set of changes, up to three cells, none below zero; [] if more are needed."""
    places = list(product(range(len(rows)), range(len(rows[0]))))
    for count in range(MOST + 1):
        found = [changes for cells in combinations(places, count) if (changes := _solved(rows, cells)) is not None]
        if found:
            return found
    return []


def _solved(rows: Sequence[Sequence[int]], cells: Collection[Place]) -> dict[Place, int] | None:
    """New values for all *cells*, with which every total holds."""
    unknown, changes = set(cells), dict[Place, int]()
    while unknown:
        sums = ((weights, unknown & weights.keys()) for weights in _totals(rows))
        single = next(((weights, free.pop()) for weights, free in sums if len(free) == 1), None)
        if single is None:
            raise AssertionError("a circle of cells")
        weights, place = single
        changes[place] = 0
        changes[place] = -weights[place] * _residual(rows, weights, changes)
        unknown.remove(place)
    holds = all(_residual(rows, weights, changes) == 0 for weights in _totals(rows))
    differs = all(value >= 0 and value != rows[r][c] for (r, c), value in changes.items())
    return changes if holds and differs else None


def _residual(rows: Sequence[Sequence[int]], weights: Weights, changes: dict[Place, int]) -> int:
    return sum(weight * changes.get((r, c), rows[r][c]) for (r, c), weight in weights.items())


def _totals(rows: Sequence[Sequence[int]]) -> Iterator[Weights]:
    """The parts of each row and column with 1, their total with -1: it comes last."""
    height, width = len(rows), len(rows[0])
    for r in range(height):
        yield {(r, c): -1 if c == width - 1 else 1 for c in range(width)}
    for c in range(width):
        yield {(r, c): -1 if r == height - 1 else 1 for r in range(height)}
