"""Ruling lines → cells."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from gklint.readers._lattice import Lattice, Slot, lattices
from gklint.readers._pdf_page import Segment


def grid(xs: list[float], ys: list[float]) -> tuple[list[Segment], list[Segment]]:
    """All rules of a full grid, each drawn cell by cell as word processors do."""
    across = [Segment(y, x0, x1) for y in ys for x0, x1 in pairwise(xs)]
    down = [Segment(x, y0, y1) for x in xs for y0, y1 in pairwise(ys)]
    return across, down


def shape(lattice: Lattice) -> tuple[int, int]:
    return len(lattice.ys) - 1, len(lattice.xs) - 1


def test_full_grid() -> None:
    """Rules drawn in pieces enclose one cell for each row and column."""
    across, down = grid([0, 50, 100], [0, 20, 40, 60])

    (lattice,) = lattices(across, down)

    assert (3, 2) == shape(lattice)
    assert [Slot(r, c, 1, 1) for r in range(3) for c in range(2)] == list(lattice.slots)


def test_merged_cells() -> None:
    """Positions that no rule parts are one cell."""
    across, down = grid([0, 50, 100], [0, 20, 40])
    across.remove(Segment(20, 0, 50))
    down.remove(Segment(50, 0, 20))
    down.remove(Segment(50, 20, 40))
    across.remove(Segment(20, 50, 100))
    across.append(Segment(20, 0, 100))

    (lattice,) = lattices(across, down)

    assert (Slot(0, 0, 1, 1), Slot(1, 0, 1, 1)) == lattice.slots


def test_tall_cell() -> None:
    """A label beside several rows reaches over all of them."""
    across, down = grid([0, 50, 100], [0, 20, 40, 60])
    across.remove(Segment(20, 0, 50))
    across.remove(Segment(40, 0, 50))

    (lattice,) = lattices(across, down)

    assert Slot(0, 0, 3, 1) == lattice.slots[0]
    assert 4 == len(lattice.slots)


@pytest.mark.parametrize("seed", range(50))
def test_snapping(seed: int) -> None:
    """Rules that miss each other by a point are the same grid."""
    rng = random.Random(seed)
    across, down = grid([10, 60, 140, 200], [10, 40, 80, 120])

    def shaken(segment: Segment) -> Segment:
        return Segment(*(value + rng.uniform(-0.9, 0.9) for value in segment))

    (lattice,) = lattices([shaken(s) for s in across], [shaken(s) for s in down])

    assert (3, 3) == shape(lattice)
    assert 9 == len(lattice.slots)


def test_open_sides() -> None:
    """A table without outer vertical rules has its outer columns."""
    across, down = grid([0, 50, 100, 150], [0, 20, 40])
    down = [segment for segment in down if segment.at in (50, 100)]

    (lattice,) = lattices(across, down)

    assert (2, 3) == shape(lattice)


def test_two_tables() -> None:
    """Grids that do not touch are two tables, from top to bottom."""
    upper, lower = grid([0, 50, 100], [0, 20, 40]), grid([0, 30, 100], [60, 80, 100])

    found = lattices([*lower[0], *upper[0]], [*lower[1], *upper[1]])

    assert [0, 60] == [lattice.top for lattice in found]


@pytest.mark.parametrize(
    ("across", "down"),
    [
        pytest.param([Segment(10, 0, 100), Segment(30, 0, 100)], [], id="underlines"),
        pytest.param(*([Segment(y, 0, 100) for y in (0, 50)], [Segment(x, 0, 50) for x in (0, 100)]), id="one box"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_no_table(across: list[Segment], down: list[Segment]) -> None:
    """A frame or a few lines are no table."""
    assert [] == lattices(across, down)


def test_position_of_points() -> None:
    """A point belongs to the cell around it, also on the outer border; outside it belongs to none."""
    (lattice,) = lattices(*grid([0, 50, 100], [0, 20, 40]))

    assert (1, 1) == lattice.position(100, 40)
    assert (0, 0) == lattice.position(49, 19)
    assert lattice.position(101, 10) is None
