"""
Kind "total": the sums that a table makes itself, named by its labels or shown by its numbers.

What holds is claimed wherever the numbers prove the pattern. What does not hold is claimed only where its siblings
oblige it: each rule says how many of them must obey, and what share of the lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd
from typing import Literal

from gklint.claims.total.bands import Axis, Band, bands
from gklint.claims.total.labels import is_subtotal, is_sum_word
from gklint.claims.total.lone import lone_totals
from gklint.claims.total.patterns import Pattern
from gklint.claims.total.search import patterns
from gklint.claims.total.surroundings import softening
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger, Sheet
from gklint.model.numeral import Measure
from gklint.model.relation import Partition
from gklint.model.rule import Rule
from gklint.start.records import dataclass

Sort = Literal["total", "subtotal", "shares", "balance", "pattern", "lone"]

BASES: dict[Sort, Basis] = {
    "total": Basis.LABELLED,
    "subtotal": Basis.LABELLED,
    "shares": Basis.LABELLED,
    "balance": Basis.INDUCED,
    "pattern": Basis.INDUCED,
    "lone": Basis.INHERITED,
}
FEW, TENTHS_IF_MANY = 2, 8
"""More breaches than a few are no slips, unless nearly all other lines obey."""
FARTHEST_OFF = 2
"""A line whose parts make less than half of the total, or more than twice as much, sums up something else."""


@dataclass(frozen=True, slots=True)
class Find:
    """
    Sums of one *sort*: a labelled total; a labelled subtotal; shares under a total of their own; a difference or
    balance of three figures that are not neighbours; a pattern of numbers that no label speaks of; a lone labelled
    total, which no other line confirms.

    *axis*: "row" for sums along a row, "column" for sums down a column, both if it is not given. A line that breaks
    the pattern is claimed if at least *siblings* lines obey it, and *tenths* of those that could.
    """

    sort: Sort
    siblings: int
    tenths: int
    axis: Axis | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.siblings or not 0 <= self.tenths <= 10:
            raise ValueError("siblings and tenths: a number of lines, and tenths of all lines")


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every sum of every table that no official form declares; a sum belongs to the first rule that takes it."""
    for sheet in ledger.sheets:
        notes = softening(ledger, sheet)
        for band in bands(sheet):
            found = patterns(band)
            sorted_out: list[tuple[Pattern, Sort]] = [(pattern, _sort(band, pattern)) for pattern in found]
            sorted_out += [(pattern, "lone") for pattern in lone_totals(sheet, band, found)]
            for pattern, sort in sorted_out:
                mine = [rule for rule in rules if _takes(rule.find, sort, band.axis)]
                if mine:
                    yield from _claims(sheet, band, pattern, sort, mine, notes)


def _takes(find: object, sort: Sort, axis: Axis) -> bool:
    return isinstance(find, Find) and find.sort == sort and find.axis in (None, axis)


def _sort(band: Band, pattern: Pattern) -> Sort:
    """What the labels and units say that the pattern is."""
    first = band.figures[pattern.holds[0]][pattern.whole]
    if first and first.numeral and first.numeral.unit.measure is Measure.PERCENT:
        return "shares"
    labels = band.labels[pattern.whole]
    if any(map(is_subtotal, labels)) or (pattern.whole, pattern.parts) in band.families:
        return "subtotal"
    if any(map(is_sum_word, labels)):
        return "total"
    return "balance" if len(pattern.parts) == 2 and not _adjacent(band, pattern) else "pattern"


def _adjacent(band: Band, pattern: Pattern) -> bool:
    """Whether whole and parts stand side by side, nothing filled between them."""
    places = sorted((pattern.whole, *pattern.parts))
    between = [p for p in band.filled if places[0] <= p <= places[-1]]
    return between == places and pattern.whole in (places[0], places[-1])


def _claims(
    sheet: Sheet, band: Band, pattern: Pattern, sort: Sort, rules: Sequence[Rule], notes: tuple[str, ...]
) -> Iterator[Claim]:
    if pattern.is_softened:
        notes = tuple(dict.fromkeys((*notes, "rounded")))
    breaks = [line for line in pattern.breaks if _is_breach(band, pattern, line)]
    evidence = (len(pattern.holds), len(pattern.holds) + len(breaks))
    basis = BASES[sort]
    # A line of zeros proves nothing, but a total of 0 over zeros is a statement like any other.
    for line in sorted((*pattern.holds, *pattern.zeros)):
        if relation := _relation(sheet, band, pattern, line, with_unknown=False):
            yield Claim(rules[0], relation, basis, about=_about(band, line), evidence=evidence, notes=notes)
    if "cover" in notes:
        return
    rule = next((rule for rule in rules if _obliges(rule.find, pattern, breaks)), None)
    if rule is None:
        return
    for line in breaks:
        if relation := _relation(sheet, band, pattern, line, with_unknown=True):
            yield Claim(rule, relation, basis, about=_about(band, line), evidence=evidence, notes=notes)


def _obliges(find: object, pattern: Pattern, breaks: Sequence[int]) -> bool:
    """Whether the lines that obey *pattern* are enough to accuse those that do not."""
    if not isinstance(find, Find):
        return False
    obeying = pattern.firm
    tenths = find.tenths if len(breaks) <= FEW else max(find.tenths, TENTHS_IF_MANY)
    return obeying >= find.siblings and 10 * obeying >= tenths * (obeying + len(breaks))


def _is_breach(band: Band, pattern: Pattern, line: int) -> bool:
    """Whether *line* could obey and does not: its numbers add up in kind, and nearly in size."""
    positions = (pattern.whole, *pattern.parts)
    if not band.like_units(line, positions):
        return False
    whole = band.values[line][pattern.whole]
    made = sum(value for part in pattern.parts if (value := band.values[line][part]) is not None)
    if whole is None or (whole < 0) != (made < 0) or not _is_witnessed(band, pattern, line):
        return False
    if abs(whole - made) <= _grain(band, pattern, line):
        return False
    return abs(whole) < FARTHEST_OFF * abs(made) and abs(made) < FARTHEST_OFF * abs(whole)


def _grain(band: Band, pattern: Pattern, line: int) -> int:
    """How far a line of multiples of 5, 10, 50 … may be off by rounding; counted things are never rounded."""
    figures = [figure for p in (pattern.whole, *pattern.parts) if (figure := band.figures[line][p])]
    if any(figure.numeral and figure.numeral.unit.measure is Measure.COUNT for figure in figures):
        return 0
    values = [value for p in (pattern.whole, *pattern.parts) if (value := band.values[line][p])]
    grain = gcd(*values) if len(values) > FEW else 1
    return len(values) * grain if grain % (5 * band.one) == 0 else 0


def _is_witnessed(band: Band, pattern: Pattern, line: int) -> bool:
    """
    Whether the lines that obey have numbers wherever *line* has one, in its parts and right beside them. A part that
    is zero wherever the sum holds may belong to it or not.
    """
    obeying = [band.values[other] for other in pattern.holds if band.sides[other] == band.sides[line]]
    if not obeying:
        return not pattern.holds
    places = (pattern.whole, *pattern.parts)
    span = range(max(0, min(places) - 1), min(band.size, max(places) + 2))
    return all(any(values[p] for values in obeying) for p in span if band.values[line][p])


def _relation(sheet: Sheet, band: Band, pattern: Pattern, line: int, *, with_unknown: bool) -> Partition | None:
    """
    The sum of one line. Cells without a number are left out where the others make the total, and taken in, unknown,
    where they do not: then nothing is certain.
    """
    whole = band.figures[line][pattern.whole]
    if whole is None:
        return None
    if with_unknown:
        parts = [_at(sheet, band, line, part) for part in pattern.parts]
        if not all(parts):
            return None
    else:
        parts = [band.figures[line][part] for part in pattern.parts]
    known = tuple(part for part in parts if part)
    return Partition(whole, known) if known else None


def _at(sheet: Sheet, band: Band, line: int, position: int) -> Figure | None:
    row, column = (line, position) if band.axis == "row" else (position, line)
    figure = sheet.figures[row][column]
    # Another position of a merged cell is not a second part.
    return figure if figure and figure.cell and (figure.cell.row, figure.cell.column) == (row, column) else None


def _about(band: Band, line: int) -> str:
    return next((place for figure in band.figures[line] if figure and (place := _name(band, figure))), "")


def _name(band: Band, figure: Figure) -> str:
    if figure.cell is None:
        return ""
    return figure.cell.row_label if band.axis == "row" else figure.cell.column_label
