"""
Which sums to weigh: candidates that some lines suggest, found without trying every set of positions.

After AggreCol (Jiang, Vitagliano, Naumann 2021): sums of adjacent cells first, then sums among what is left when known
parts are taken away, then sums of scattered cells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from gklint.claims.total.bands import Band
from gklint.claims.total.structure import Candidate

Cell = tuple[int, int, int]
"""Position, value, half width of a filled cell."""

FARTHEST = 120
"""Parts that are added one by one where numbers are rounded; sums of exact numbers have no such end."""
BEST = 4
"""Candidates that are weighed for each whole."""
TIES = 4
"""Starts of one run that differ by zeros only."""
FEWEST_VOTES = 3
MOST_CELLS = 70
MOST_PAIRS = 400


def runs(band: Band, positions: Sequence[int], lines: Sequence[int]) -> Iterator[Candidate]:
    """Wholes right after or right before two or more parts, nothing of *positions* between them."""
    votes: Counter[tuple[int, int]] = Counter()
    for line in lines:
        cells = _cells(band, line, positions)
        for ordered in (cells, cells[::-1]):
            votes.update(_exact_runs(ordered) if not any(half for _, _, half in cells) else _rounded_runs(ordered))
    index = {position: i for i, position in enumerate(positions)}
    ends: dict[tuple[int, bool], list[tuple[int, int]]] = defaultdict(list)
    for (whole, end), count in votes.items():
        ends[whole, end < whole].append((count, end))
    for (whole, before), found in ends.items():
        for _, end in sorted(found, reverse=True)[:BEST]:
            first, last = (index[end], index[whole]) if before else (index[whole] + 1, index[end] + 1)
            yield whole, tuple(positions[first:last])


def sums_over(band: Band, members: Sequence[int], lines: Sequence[int]) -> Iterator[Candidate]:
    """Wholes outside *members* that sum up the two or more members nearest before them, or nearest behind them."""
    votes: Counter[Candidate] = Counter()
    inside = set(members)
    for line in lines:
        values = band.values[line]
        for whole in band.filled:
            total = values[whole]
            if not total or whole in inside:
                continue
            split = bisect_left(members, whole)
            for side in (members[:split][::-1], members[split:]):
                added = 0
                for count, member in enumerate(side, start=1):
                    value = values[member]
                    added += value or 0
                    if count > 1 and value and added == total:
                        votes[whole, tuple(sorted(side[:count]))] += 1
    yield from (candidate for candidate, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:MOST_PAIRS])


def distant_runs(band: Band, positions: Sequence[int], lines: Sequence[int]) -> Iterator[Candidate]:
    """Parts side by side, their whole somewhere else on the line."""
    votes: Counter[tuple[int, int, int]] = Counter()
    for line in lines:
        cells = _cells(band, line, positions)
        at = _by_value(cells)
        sums = [0]
        for _, value, _ in cells:
            sums.append(sums[-1] + value)
        for first, stop in combinations(range(len(cells) + 1), 2):
            if stop - first < 2 or not cells[first][1] or not cells[stop - 1][1]:
                continue
            for whole in at.get(sums[stop] - sums[first], ())[:BEST]:
                if whole < first - 1 or whole > stop:
                    votes[cells[whole][0], cells[first][0], cells[stop - 1][0]] += 1
    index = {position: i for i, position in enumerate(positions)}
    found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (whole, first, last), count in votes.items():
        if count >= FEWEST_VOTES:
            found[whole].append((count, first, last))
    for whole, spans in found.items():
        for _, first, last in sorted(spans, reverse=True)[:BEST]:
            yield whole, tuple(positions[index[first] : index[last] + 1])


def pairs(band: Band, positions: Sequence[int], lines: Sequence[int]) -> Iterator[Candidate]:
    """Two parts and a whole anywhere: a − b = c is a = b + c."""
    votes: Counter[Candidate] = Counter()
    for line in lines:
        cells = [cell for cell in _cells(band, line, positions) if cell[1]]
        if len(cells) > MOST_CELLS:
            continue
        at = _by_value(cells)
        for one, two in combinations(range(len(cells)), 2):
            for whole in at.get(cells[one][1] + cells[two][1], ()):
                if whole not in (one, two):
                    votes[cells[whole][0], (cells[one][0], cells[two][0])] += 1
    for candidate, count in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:MOST_PAIRS]:
        if count >= FEWEST_VOTES:
            yield candidate


def echoes(band: Band, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """
    Lists whose first item is their total on every line, printed above the items and again below: it is the head of the
    others, which are its parts.
    """
    for whole, (head, *rest) in candidates:
        if len(rest) > 1 and band.totals[whole] and _are_equal(band, whole, head):
            yield whole, (head,)
            yield head, tuple(rest)


def _are_equal(band: Band, one: int, two: int) -> bool:
    pairs = [(line[one], line[two]) for line in band.values if line[one] is not None or line[two] is not None]
    return any(first for first, _ in pairs) and all(first == second for first, second in pairs)


def _cells(band: Band, line: int, positions: Sequence[int]) -> list[Cell]:
    values, halves = band.values[line], band.halves[line]
    return [(p, value, halves[p]) for p in positions if (value := values[p]) is not None]


def _by_value(cells: Sequence[Cell]) -> dict[int, list[int]]:
    at: dict[int, list[int]] = defaultdict(list)
    for index, (_, value, _) in enumerate(cells):
        if value:
            at[value].append(index)
    return at


def _exact_runs(cells: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """(whole, farthest part) of each sum of the cells right before it; prefix sums make it one look-up per cell."""
    prefix = 0
    starts: dict[int, list[int]] = defaultdict(list)
    pending: tuple[int, int] | None = None
    for index, (position, value, _) in enumerate(cells):
        if value:
            found = starts.get(prefix - value, [])
            for start in found[-TIES + 1 :] if len(found) < TIES else (found[0], *found[-TIES + 1 :]):
                yield position, cells[start][0]
        # A start is open to wholes that lie two cells on: one part is no sum.
        if pending:
            starts[pending[0]].append(pending[1])
        pending = (prefix, index)
        prefix += value


def _rounded_runs(cells: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """The same where numbers are rounded: the more parts, the more the sum may differ."""
    # Sums of numbers that are above their own rounding only grow: once past the total there is nothing to find.
    grows = all(value >= half or not value for _, value, half in cells)
    for index in range(2, len(cells)):
        position, total, slack = cells[index]
        if not total:
            continue
        found = added = 0
        for start in range(index - 1, max(-1, index - FARTHEST - 1), -1):
            other, value, half = cells[start]
            added += value
            slack += half if value else 0
            if grows and added - total > slack:
                break
            if start < index - 1 and abs(added - total) <= slack:
                yield position, other
                found += 1
                if found == TIES:
                    break
