"""Which identities a head can mean: the candidates for one position, and how much the heads say of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from gklint.claims.headed import printed
from gklint.claims.headed.evidence import Proposal
from gklint.claims.headed.grid import Grid
from gklint.claims.headed.heads import Role, common, is_later, is_name, is_opened, names, numbering, plain, role
from gklint.claims.headed.identities import (
    Growth,
    Identity,
    Portion,
    Product,
    Quotient,
    Sum,
    Whole,
    Within,
    signed_sums,
)
from gklint.claims.total.labels import is_plain_total
from gklint.model.figure import Figure
from gklint.model.numeral import Measure

MOST_TERMS = 6
"""Positions of which the sums are tried, those nearest to what they make."""
WIDEST = 16
"""Positions beyond which trying any two of them costs too much."""
FEWEST_SHARES = 3
INCOMING, OUTGOING = (Role.OPENING, Role.IN), (Role.OUT,)


def sums(grid: Grid) -> Iterator[Proposal]:
    """A change is a difference of two, what is left is what was there, what came in and what went out."""
    roles = _roles(grid)
    for target, own in roles.items():
        others = [p for p in roles if p != target and roles[p] is not Role.PRICE]
        if own is Role.CHANGE:
            pairs = [Sum(target, (new,), (old,)) for new, old in permutations(_nearest(target, others, WIDEST), 2)]
            told = _told(grid, target, [(one, one.plus[0], one.minus[0]) for one in pairs])
            yield Proposal(pairs, told, named=True)
        if own is Role.CLOSING:
            moving = [p for p in others if roles[p] in (*INCOMING, *OUTGOING) and _are_peers(grid, target, p)]
            flows = [one for one in signed_sums(target, _nearest(target, moving)) if _is_flow(roles, one)]
            told = [one for one in flows if grid.axis == "row" or _is_account(roles, one)]
            yield Proposal(flows, told, named=True)


def rates(grid: Grid) -> Iterator[Proposal]:
    """A position of percentages: a change, one position of another, or of the line that has 100 %."""
    others = [p for p in grid.filled if p not in grid.rated]
    if len(others) > WIDEST:
        return
    pairs = list(permutations(others, 2))
    for target in sorted(grid.rated):
        growths = [Growth(target, old, new) for new, old in pairs]
        quotients = [Quotient(target, part, base) for part, base in pairs]
        portions = [Portion(target, part, bases) for part in others if (bases := _bases(grid, target, part))]
        told: list[Identity]
        if _role(grid, target) is Role.CHANGE:
            told = _told(grid, target, [(one, one.new, one.old) for one in growths])
        else:
            told = [one for one in quotients if _is_named(grid, one)] or (list(portions) if len(others) == 1 else [])
        yield Proposal((*growths, *quotients, *portions), told if len(told) == 1 else ())


def products(grid: Grid) -> Iterator[Proposal]:
    """A price is an amount by a number of things."""
    plain_ones = [p for p in grid.filled if p not in grid.rated]
    if len(plain_ones) > WIDEST:
        return
    for target in plain_ones:
        if _role(grid, target) is Role.PRICE:
            pairs = permutations((p for p in plain_ones if p != target), 2)
            yield Proposal([Product(target, whole, number) for whole, number in pairs], named=True)


def formulas(grid: Grid) -> Iterator[Proposal]:
    """What heads print as formulas."""
    yield from (Proposal((one,), (one,)) for one in printed.formulas(grid))


def years(grid: Grid) -> Iterator[Proposal]:
    """A year is all its months, quarters or halves together."""
    yield from (Proposal((one,), (one,)) for one in printed.years(grid) if one.target not in grid.rated)


def wholes(grid: Grid) -> Iterator[Proposal]:
    """Percentages side by side that make 100 together."""
    run: list[int] = []
    for position in grid.filled:
        if not _are_shares(grid, position):
            run = []
            continue
        run = [*run, position] if run and position == run[-1] + 1 else [position]
        lengths = range(FEWEST_SHARES, min(len(run), MOST_TERMS) + 1)
        if readings := [Whole(position, tuple(run[-length:])) for length in lengths]:
            yield Proposal(readings)


def portions(grid: Grid) -> Iterator[Proposal]:
    """
    What stands behind 其中 lies within the item before it. Where it cannot, a second cut may be meant, of an item
    further up: 常住人口, 城镇, 乡村, 其中：男性.
    """
    items: list[int] = []
    for position in grid.filled:
        head = grid.heads[position]
        if position in grid.rated:
            items = items if is_opened(head) else []
        elif not is_opened(head):
            items.append(position)
        elif known := [p for p in items if grid.heads[p][:-1] == head[:-1]]:
            one = Within(position, _owner(grid, position, known))
            yield Proposal((one,), (one,))


def _owner(grid: Grid, part: int, items: Sequence[int]) -> int:
    """The item that *part* is of: the last of *items*, unless it holds it on no line and one as like to it does."""
    nearest = items[-1]
    if _holds(grid, nearest, part):
        return nearest
    likeness = common(grid.heads[nearest], grid.heads[part])
    others = (p for p in reversed(items[:-1]) if common(grid.heads[p], grid.heads[part]) >= likeness)
    return next((p for p in others if _holds(grid, p, part)), nearest)


def _holds(grid: Grid, whole: int, part: int) -> bool:
    """Whether on some line *whole* is as large as *part*."""
    pairs = ((line[whole], line[part]) for line in grid.lines)
    return any(a and b and a.numeral and b.numeral and a.numeral.value >= b.numeral.value > 0 for a, b in pairs)


def _are_shares(grid: Grid, position: int) -> bool:
    """Whether the figures of a position can be shares of a whole, none of them all of it."""
    numerals = [figure.numeral for figure in grid.column(position) if figure.numeral]
    rated = any(numeral.decimals or numeral.unit.measure is Measure.PERCENT for numeral in numerals)
    return rated and all(0 <= numeral.value < 100 for numeral in numerals)


def _nearest(target: int, others: Sequence[int], most: int = MOST_TERMS) -> tuple[int, ...]:
    """The positions nearest to *target*, those before it first."""
    before = [p for p in others if p < target]
    chosen = before[-most:] or [p for p in others if p > target][:most]
    return tuple(chosen) if len(chosen) > 1 else tuple(sorted(others, key=lambda p: abs(p - target))[:most])


def _are_peers(grid: Grid, one: int, other: int) -> bool:
    """Whether two rows stand on one level: 三、结余 is made of 一、 and 二、, not of 1. and 2. below them."""
    if grid.axis == "row":
        return True
    return numbering(grid.heads[one]) == numbering(grid.heads[other])


def _is_flow(roles: Mapping[int, Role], one: Sum) -> bool:
    """Whether what comes in is added and what goes out taken away, to or from what was there before or in the time."""
    added = {roles[p] for p in one.plus}
    is_signed = added <= set(INCOMING) and all(roles[p] in OUTGOING for p in one.minus)
    return is_signed and (bool(one.minus) or Role.OPENING in added)


def _is_account(roles: Mapping[int, Role], one: Sum) -> bool:
    """Whether rows run from what was there to what is left; a list of incomes can hold 使用结余 as well."""
    opens = any(roles[p] is Role.OPENING for p in one.plus)
    return opens and one.target > max((*one.plus, *one.minus))


def _told(grid: Grid, target: int, pairs: Sequence[tuple[Identity, int, int]]) -> list[Identity]:
    """The pairs (later, earlier) that the heads speak of; none where they could mean several."""
    heads = grid.heads
    found = [(one, new, old) for one, new, old in pairs if is_later(heads[new], heads[old]) or _is_net(grid, new, old)]
    against = [(one, new, old) for one, new, old in found if _is_against(heads[target], heads[old])]
    chosen = against if len(against) == 1 else found
    if len(chosen) > 1:
        # 2022 | 2023 | 2024 | change: the last of them from the one before.
        nearest = max((min(new, old), max(new, old)) for _, new, old in chosen)
        chosen = [pair for pair in chosen if (min(pair[1:]), max(pair[1:])) == nearest and against == []]
    return [one for one, _, _ in chosen] if len(chosen) == 1 else []


def _is_net(grid: Grid, new: int, old: int) -> bool:
    return _role(grid, new) is Role.IN and _role(grid, old) is Role.OUT


def _is_against(head: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether *head* compares with *other*: 比2025年预算数增减."""
    text = plain(head)
    return any(mark in text for mark in "比较") and names(head, other) > 2


def _is_named(grid: Grid, one: Quotient) -> bool:
    """Whether the head of the rate names its base (占预算的%), and another position is left to be the part."""
    head = grid.heads[one.target]
    base, part = names(head, grid.heads[one.base]), names(head, grid.heads[one.part])
    return base > 1 and base > part


def _roles(grid: Grid) -> dict[int, Role]:
    """The roles of what can be added up; what is left before anything comes in or goes out was there already."""
    roles = {p: _role(grid, p) for p in grid.filled if p not in grid.rated}
    first = min((p for p, own in roles.items() if own in (Role.IN, Role.OUT)), default=0)
    return {p: Role.OPENING if own is Role.CLOSING and p < first else own for p, own in roles.items()}


def _role(grid: Grid, position: int) -> Role:
    head = grid.heads[position]
    return Role.NONE if grid.axis == "column" and is_name(head) else role(head)


def _bases(grid: Grid, target: int, part: int) -> dict[int, Figure]:
    """For each part of a whole that has 100 %, or is called so, that whole: the nearest before it, else behind it."""
    wholes = [n for n, line in enumerate(grid.lines) if _is_whole(grid, line[target], n) and line[part]]
    if not wholes:
        return {}
    found: dict[int, Figure] = {}
    for number, line in enumerate(grid.lines):
        figure = line[part]
        if figure is None or number in wholes:
            continue
        nearest = max((n for n in wholes if n < number), default=wholes[0])
        if whole := grid.lines[nearest][part]:
            found[figure.id] = whole
    return found


def _is_whole(grid: Grid, rate: Figure | None, line: int) -> bool:
    if rate and rate.numeral:
        return rate.numeral.value == 100
    return any(map(is_plain_total, grid.names[line]))
