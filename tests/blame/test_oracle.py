"""The search for suspects against a solver that tries everything: same smallest number of changes."""

from __future__ import annotations

import random

import pytest

from gklint.blame.components import components
from gklint.blame.evidence import Evidence
from gklint.blame.lines import Lines
from gklint.blame.moves import Moves
from gklint.blame.search import Search
from gklint.judge import judge
from gklint.model.claim import Verdict
from tests.blame.books import book, totals
from tests.blame.oracle import Place, fewest_changes

Rows = list[list[int]]


def table(rng: random.Random) -> Rows:
    """A small table with row and column totals that hold."""
    rows = [[rng.randrange(3, 900) for _ in range(rng.choice((3, 4)))] for _ in range(1)]
    rows += [[rng.randrange(3, 900) for _ in rows[0]] for _ in range(rng.choice((2, 3)))]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    return [[*row, sum(row)] for row in rows]


def spoilt(rng: random.Random, rows: Rows, count: int) -> Rows:
    """*rows* with *count* cells overwritten by any other value of about their size."""
    spoilt = [list(row) for row in rows]
    for r, c in rng.sample([(r, c) for r in range(len(rows)) for c in range(len(rows[0]))], count):
        spoilt[r][c] = rng.choice(
            [value for value in range(max(0, rows[r][c] - 60), rows[r][c] + 60) if value != rows[r][c]]
        )
    return spoilt


def explained(rows: Rows) -> dict[Place, int]:
    """What the shortest explanation of each component changes; a longer one is better if slips explain its digits."""
    ledger, cells = book(rows)
    evidence = Evidence(map(judge, totals(cells)), ledger.figures)
    broken = [number for number, outcome in enumerate(evidence.outcomes) if outcome.verdict is Verdict.FAIL]
    lines = Lines(ledger)
    moves = Moves(evidence, lines)
    changes: dict[Place, int] = {}
    for component in components(evidence, lines, broken):
        whole = [one.changes for one in Search(evidence, moves, component).explanations() if not one.left]
        fewest = min(whole, key=len)
        changes |= {divmod(figure, len(rows[0])): int(value) for figure, value in fewest.items()}
    return changes


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("seed", range(40))
def test_fewest_cells_are_changed(count: int, seed: int) -> None:
    """No explanation with fewer cells exists than the one that is found, and it is one of those."""
    rng = random.Random(f"oracle {count} {seed}")
    rows = spoilt(rng, table(rng), count)

    found = explained(rows)

    assert found in fewest_changes(rows)


def test_oracle_knows_the_only_answer() -> None:
    """Where a row and a column are off by the same, the cell between them is the one to change."""
    rows = [[1, 2, 3], [4, 6, 9], [5, 7, 12]]

    assert [{(1, 1): 5}] == fewest_changes(rows)
