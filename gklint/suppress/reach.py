"""Where in a report a directive speaks: the blocks and cells that it stands in, beside or before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gklint.model.document import (
    Box,
    Directive,
    Document,
    DocxLocation,
    DocxOrigin,
    Heading,
    Location,
    Origin,
    PdfLocation,
    PdfOrigin,
    Span,
    Table,
    TextLocation,
)
from gklint.model.finding import Finding
from gklint.model.relation import Required
from gklint.start.records import dataclass
from gklint.suppress.directives import Ignore, Scope

Spot = tuple[int, int, int]
"""Block, row and column of the cell; row and column −1 for a block that is no table, or a table as a whole."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Blocks from *first* to *last* (exclusive), and single cells."""

    first: int
    last: int
    cells: frozenset[Spot] = frozenset()

    def holds(self, finding: Finding, blocks: int) -> bool:
        """Whether a figure of *finding*, or what it lacks, stands here."""
        return any(self.first <= spot[0] < self.last or spot in self.cells for spot in _spots(finding, blocks))


class Unit(NamedTuple):
    """A paragraph, a heading or a cell; *here* is where it stands, all of it in a text."""

    spot: Spot
    origin: Origin
    here: Location


def reach(document: Document, units: Sequence[Unit], ignore: Ignore) -> Reach:
    """What *ignore* speaks of in *document*, which has these *units*."""
    if ignore.scope is Scope.FILE:
        return Reach(0, len(document.blocks))
    touched = _touched(units, ignore.directive)
    following = None if touched else _following(units, ignore.directive)
    if ignore.scope is Scope.SECTION:
        at = touched[0].spot[0] if touched else _opening(document, following.spot[0] if following else None)
        return _section(document, at)
    if touched:
        return Reach(0, 0, frozenset(unit.spot for unit in touched))
    if following is None:
        return Reach(0, 0)
    block, row, column = following.spot
    # In front of its first cell: the table. In front of another one, inside the table: that cell.
    whole = row < 1 and column < 1
    return Reach(block, block + 1) if whole else Reach(0, 0, frozenset((following.spot,)))


def _spots(finding: Finding, blocks: int) -> Iterator[Spot]:
    for outcome in finding.outcomes:
        for _, figure in outcome.operands:
            yield (figure.block, figure.cell.row, figure.cell.column) if figure.cell else (figure.block, -1, -1)
        if isinstance(outcome.claim.relation, Required) and not outcome.claim.relation.figures:
            yield min(max(outcome.claim.relation.block, 0), blocks - 1), -1, -1


def units(document: Document) -> Iterator[Unit]:
    """Everything in *document* that a directive can be written beside, in reading order."""
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            for y, row in enumerate(block.grid):
                for x, cell in enumerate(row):
                    if cell and (cell.row, cell.column) == (y, x):
                        yield Unit((number, y, x), cell.origin, cell.origin.locate(Span(0, len(cell.text))))
        else:
            yield Unit((number, -1, -1), block.origin, block.origin.locate(Span(0, len(block.text))))


def _touched(units: Sequence[Unit], directive: Directive) -> list[Unit]:
    """The units that *directive* is written in or fixed to; beside which, where it stands in the margin of a page."""
    for touches in (_touches, _is_beside):
        if found := [unit for unit in units if any(touches(unit, place) for place in directive.reach)]:
            return found
    return []


def _following(units: Sequence[Unit], directive: Directive) -> Unit | None:
    return next((unit for unit in units if _stands_behind(unit, directive.location)), None)


def _opening(document: Document, following: int | None) -> int:
    """
    The block whose section a directive between two blocks speaks of: the heading below it, unless it stands under a
    heading already.
    """
    if following is None:
        return len(document.blocks) - 1
    if not following:
        return 0
    before, below = document.blocks[following - 1], document.blocks[following]
    return following if isinstance(below, Heading) and not isinstance(before, Heading) else following - 1


def _section(document: Document, block: int) -> Reach:
    """From the last heading at or above *block* to the next one of its level."""
    blocks = document.blocks
    first = next((n for n in range(block, -1, -1) if isinstance(blocks[n], Heading)), None)
    heading = blocks[first] if first is not None else None
    level = heading.level if isinstance(heading, Heading) else 99
    ends = (n for n in range((first or 0) + 1, len(blocks)) if _heads(document, n, level))
    return Reach(first or 0, next(ends, len(blocks)))


def _heads(document: Document, number: int, level: int) -> bool:
    block = document.blocks[number]
    return isinstance(block, Heading) and block.level <= level


def _touches(unit: Unit, place: Location) -> bool:
    match place, unit.here, unit.origin:
        case TextLocation(), TextLocation() as here, _:
            begins, ends = (here.line, here.column), (here.end_line, here.end_column)
            return begins < (place.end_line, place.end_column) and (place.line, place.column) < ends
        case DocxLocation(), _, DocxOrigin() as origin:
            return origin.part == place.part and any(number == place.block for number, _ in origin.places)
        case PdfLocation(), _, PdfOrigin() as origin:
            return any(_share(box, other) for box in _boxes(origin, place.page) for other in place.boxes)
        case _:
            return False


def _is_beside(unit: Unit, place: Location) -> bool:
    """Whether a line of *unit* stands on the height of *place*, which only a page has."""
    if not isinstance(unit.origin, PdfOrigin) or not isinstance(place, PdfLocation):
        return False
    lines = _boxes(unit.origin, place.page)
    return any(other[1] <= (box[1] + box[3]) / 2 <= other[3] for box in lines for other in place.boxes)


def _boxes(origin: PdfOrigin, page: int) -> list[Box]:
    return [glyph[1] for glyph in origin.glyphs if glyph and glyph[0] == page]


def _share(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _stands_behind(unit: Unit, place: Location) -> bool:
    match place, unit.here:
        case TextLocation(), TextLocation() as here:
            return (here.line, here.column) >= (place.end_line, place.end_column)
        case DocxLocation(), DocxLocation() as here:
            return here.part == place.part and here.block > place.block
        case PdfLocation(page, boxes), PdfLocation() as here:
            return bool(boxes and here.boxes) and (here.page, here.boxes[0][1]) > (page, boxes[0][1])
        case _:
            return False
