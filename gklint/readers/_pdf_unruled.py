"""Tables without vertical rules: columns of aligned numbers between horizontal rules, or nothing to go by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gklint.readers._grid import is_figure
from gklint.readers._lattice import REACH, Slot, merged
from gklint.readers._pdf_lines import NOTHING, Line, Text, Word, joint, tightened
from gklint.readers._pdf_page import Page, Segment
from gklint.readers._pdf_pieces import Piece
from gklint.start.records import dataclass

ALIGNED = 3.0
"""Numbers of one column agree in their left or right edge or in their middle within so many points."""
FILLED = 0.5
"""The least part of all positions that hold something; scattered words are no columns."""
MANY = 3
"""So many lines below each other with so many numbers set apart are a table, ruled or not."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The lines of a table whose columns nothing tells apart for certain."""

    page: int
    top: float
    lines: tuple[Line, ...]


def unruled_pieces(
    lines: Sequence[Line], page: Page, ruled: Sequence[Piece]
) -> tuple[list[Piece | Unreadable], list[Line]]:
    """The tables among *lines*, which stand outside of the *ruled* ones, and the lines of running text."""
    if not any(len(line.words) > 1 for line in lines):
        return [], list(lines)
    found: list[Piece | Unreadable] = []
    rest = list(lines)
    for rules in _ruled_bands(page, ruled):
        inside = [line for line in rest if rules[0].at < (line.top + line.bottom) / 2 < rules[-1].at]
        if sum(len(_numbers(line)) > 0 and len(line.words) > 1 for line in inside) < 2:
            continue
        found.append(_piece(inside, rules, page) or Unreadable(page.number, inside[0].top, tuple(inside)))
        rest = [line for line in rest if line not in inside]
    for run in _dense_runs(rest):
        found.append(Unreadable(page.number, run[0].top, tuple(run)))
        rest = [line for line in rest if line not in run]
    return found, rest


def _ruled_bands(page: Page, ruled: Sequence[Piece]) -> Iterator[list[Segment]]:
    """Groups of horizontal rules of one width below each other, with the shorter ones between them."""
    free = [
        rule
        for rule in merged(page.across)
        if not any(piece.top - REACH <= rule.at <= piece.bottom + REACH for piece in ruled)
    ]
    widest: dict[tuple[int, int], list[Segment]] = {}
    for rule in free:
        key = next(
            (k for k in widest if abs(k[0] - rule.start) <= REACH and abs(k[1] - rule.end) <= REACH),
            (round(rule.start), round(rule.end)),
        )
        widest.setdefault(key, []).append(rule)
    for (start, end), rules in widest.items():
        if len(rules) < 2 or any(_within(rules, other) for other in widest.values() if other is not rules):
            continue
        low, high = rules[0].at, rules[-1].at
        yield sorted(r for r in free if low <= r.at <= high and r.start >= start - REACH and r.end <= end + REACH)


def _within(rules: Sequence[Segment], others: Sequence[Segment]) -> bool:
    """Whether *rules* stand between *others* that are wider: partial rules of a header."""
    return (
        others[0].at < rules[0].at
        and rules[-1].at < others[-1].at
        and (others[0].start <= rules[0].start + REACH and others[0].end >= rules[0].end - REACH)
    )


def _dense_runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines with many numbers set apart, and the lines among them that have some."""
    run: list[Line] = []
    for line in lines:
        if len(_numbers(line)) >= MANY:
            run.append(line)
            continue
        if len(run) >= MANY:
            yield run
        run = []
    if len(run) >= MANY:
        yield run


def _numbers(line: Line) -> list[Word]:
    if len(line.words) < 2:
        return []
    return [word for word in line.words if is_figure(line.text.text[word.start : word.end].strip())]


def _piece(inside: Sequence[Line], rules: Sequence[Segment], page: Page) -> Piece | None:
    """The table that *inside* is, None where its columns cannot be told for certain."""
    full = max(rule.end - rule.start for rule in rules)
    wide = [rule for rule in rules if rule.end - rule.start >= full - 2 * REACH]
    head_end = wide[1].at if len(wide) > 2 else None
    body = [line for line in inside if _is_body(line, head_end)]
    head = [line for line in inside if line not in body]
    columns = _columns(body)
    filled = sum(len(line.words) for line in body)
    if len(columns) < 2 or filled < FILLED * len(columns) * len(body):
        return None
    if not all(_is_aligned(body, column) for column in columns):
        return None
    slots: list[Slot] = []
    texts: list[Text] = []
    for row, line in enumerate((*head, *body)):
        placed = _placed(line, columns, rules if row < len(head) else ())
        if placed is None:
            return None
        slots.extend(Slot(row, first, 1, last - first + 1) for first, last, _ in placed)
        texts.extend(text for _, _, text in placed)
    middles = [(one[1] + two[0]) / 2 for one, two in pairwise(columns)]
    xs = (wide[0].start, *middles, wide[0].end)
    return Piece(page.number, inside[0].top, rules[-1].at, xs, len(inside), tuple(slots), tuple(texts), is_ruled=False)


def _is_body(line: Line, head_end: float | None) -> bool:
    return len(_numbers(line)) > 0 if head_end is None else line.top > head_end - REACH


def _columns(body: Sequence[Line]) -> list[tuple[float, float]]:
    """The ranges that words cover in any line; white from top to bottom lies between them."""
    ranges: list[tuple[float, float]] = []
    for x0, x1 in sorted((word.x0, word.x1) for line in body for word in line.words):
        if ranges and x0 <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], x1))
        else:
            ranges.append((x0, x1))
    return ranges


def _is_aligned(body: Sequence[Line], column: tuple[float, float]) -> bool:
    """Whether the numbers in *column* stand one in each line and share an edge or a middle."""
    numbers: list[Word] = []
    for line in body:
        own = [word for word in _numbers(line) if column[0] <= word.x0 <= column[1]]
        if len(own) > 1:
            return False
        numbers.extend(own)
    if len(numbers) < 2:
        return True
    edges = ([w.x0 for w in numbers], [w.x1 for w in numbers], [(w.x0 + w.x1) / 2 for w in numbers])
    return any(max(edge) - min(edge) <= ALIGNED for edge in edges)


def _placed(
    line: Line, columns: Sequence[tuple[float, float]], rules: Sequence[Segment]
) -> list[tuple[int, int, Text]] | None:
    """Each word of *line* with its first and last column, blanks for the others; None if two claim one column."""
    below = min((rule.at for rule in rules if rule.at > line.top), default=None)
    result: list[tuple[int, int, Text]] = []
    for word in line.words:
        text = tightened(line.text.cut(word.start, word.end))
        x0, x1 = word.x0, word.x1
        for rule in rules:
            # A short rule below a header word says which columns it spans.
            if rule.at == below and rule.start <= (x0 + x1) / 2 <= rule.end and rule.end - rule.start < _width(columns):
                x0, x1 = min(x0, rule.start), max(x1, rule.end)
        first, last = _covered(x0, x1, columns)
        if result and first <= result[-1][1]:
            before = result[-1]
            if is_figure(text.text) or is_figure(before[2].text) or before[:2] != (first, last):
                return None
            result[-1] = (first, last, before[2] + joint(before[2].text[-1:], text.text[:1]) + text)
        else:
            result.append((first, last, text))
    taken = {column for first, last, _ in result for column in range(first, last + 1)}
    result.extend((column, column, NOTHING) for column in range(len(columns)) if column not in taken)
    return sorted(result, key=lambda item: item[0])


def _width(columns: Sequence[tuple[float, float]]) -> float:
    return columns[-1][1] - columns[0][0]


def _covered(x0: float, x1: float, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """The columns that the range overlaps, else the nearest one."""
    hit = [i for i, (low, high) in enumerate(columns) if x0 < high and low < x1]
    if hit:
        return hit[0], hit[-1]
    nearest = min(range(len(columns)), key=lambda i: abs(sum(columns[i]) - x0 - x1))
    return nearest, nearest
