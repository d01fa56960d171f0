"""Which identities a head can mean: the candidates for one position, and how much the heads say of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from gklint.claims.headed.evidence import Said
from gklint.claims.headed.grid import Grid, is_percent
from gklint.claims.headed.heads import Role, is_later, is_name, names, numbering, plain, role
from gklint.claims.headed.identities import Growth, Identity, Portion, Product, Quotient, Sum, signed_sums
from gklint.claims.total.labels import is_plain_total
from gklint.model.figure import Figure

Proposed = tuple[list[Identity], Callable[[Identity], Said]]
MOST_TERMS = 6
"""Positions of which the sums are tried, those nearest to what they make."""
WIDEST = 24
"""Positions beyond which trying any two of them costs too much."""
INCOMING, OUTGOING = (Role.OPENING, Role.IN), (Role.OUT,)


def sums(grid: Grid, target: int) -> Proposed:
    """A change is a difference of two, what is left any sum of what came in and went out."""
    own = _role(grid, target)
    if own not in (Role.CHANGE, Role.CLOSING) or _is_rate(grid, target):
        return [], _silent
    others = [p for p in grid.filled if p != target and not _is_rate(grid, p)]
    if own is Role.CLOSING:
        moving = [p for p in others if _role(grid, p) in (*INCOMING, *OUTGOING) and _are_peers(grid, target, p)]
        flows = [one for one in signed_sums(target, _nearest(target, moving)) if _is_flow(grid, one)]
        return list(flows), _said([one for one in flows if grid.axis == "row" or _is_account(grid, one)], named=True)
    pairs = [Sum(target, (new,), (old,)) for new, old in permutations(_nearest(target, others, WIDEST), 2)]
    return list(pairs), _said(_told(grid, target, [(one, one.plus[0], one.minus[0]) for one in pairs]), named=True)


def rates(grid: Grid, target: int) -> Proposed:
    """A column of percentages: a change, one position of another, or of the line that has 100 %."""
    if not _is_rate(grid, target):
        return [], _silent
    others = [p for p in grid.filled if p != target and not _is_rate(grid, p)]
    if len(others) > WIDEST:
        return [], _silent
    pairs = list(permutations(others, 2))
    growths = [Growth(target, old, new) for new, old in pairs]
    quotients = [Quotient(target, part, base) for part, base in pairs]
    portions = [Portion(target, part, bases) for part in others if (bases := _bases(grid, target, part))]
    readings: list[Identity] = [*growths, *quotients, *portions]
    if _role(grid, target) is Role.CHANGE:
        told = _told(grid, target, [(one, one.new, one.old) for one in growths])
    else:
        told = [one for one in quotients if _is_named(grid, one)] or (list(portions) if len(others) == 1 else [])
    return readings, _said(told if len(told) == 1 else [], named=False)


def products(grid: Grid, target: int) -> Proposed:
    """A price is an amount by a number of things."""
    if _role(grid, target) is not Role.PRICE or _is_rate(grid, target):
        return [], _silent
    others = [p for p in grid.filled if p != target and not _is_rate(grid, p)]
    if len(others) > WIDEST:
        return [], _silent
    return [Product(target, whole, number) for whole, number in permutations(others, 2)], _said([], named=True)


def _silent(_: Identity) -> Said:
    return "silent"


def _said(told: Sequence[Identity], *, named: bool) -> Callable[[Identity], Said]:
    def said(identity: Identity) -> Said:
        if any(identity is one for one in told):
            return "explicit"
        return "named" if named else "silent"

    return said


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


def _is_flow(grid: Grid, one: Sum) -> bool:
    """Whether what comes in is added and what goes out taken away, to or from what was there before or in the time."""
    roles = {_role(grid, p) for p in one.plus}
    is_signed = roles <= set(INCOMING) and all(_role(grid, p) in OUTGOING for p in one.minus)
    return is_signed and (bool(one.minus) or Role.OPENING in roles)


def _is_account(grid: Grid, one: Sum) -> bool:
    """Whether rows run from what was there to what is left; a list of incomes can hold 使用结余 as well."""
    opens = any(_role(grid, p) is Role.OPENING for p in one.plus)
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


def _role(grid: Grid, position: int) -> Role:
    head = grid.heads[position]
    return Role.NONE if grid.axis == "column" and is_name(head) else role(head)


def _is_rate(grid: Grid, position: int) -> bool:
    figures = grid.column(position)
    return 2 * sum(map(is_percent, figures)) > len(figures)


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


def candidates(grid: Grid) -> Iterator[int]:
    """The positions that could be made of others."""
    yield from grid.filled if len(grid.filled) > 1 else ()
