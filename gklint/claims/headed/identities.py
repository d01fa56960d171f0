"""The identities that can make the figures at one position of a line from those at others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from gklint.claims.headed.grid import Line, are_alike
from gklint.model.figure import Figure
from gklint.model.numeral import Measure
from gklint.model.relation import Change, Flow, Hundred, Mean, Order, Partition, Relation, Share
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """*target* = Σ *plus* − Σ *minus*."""

    target: int
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()

    def relation(self, line: Line) -> Relation | None:
        """What it says of *line*, None where the line lacks a figure or mixes units."""
        whole, plus, minus = line[self.target], _taken(line, self.plus), _taken(line, self.minus)
        if whole is None or plus is None or minus is None or not are_alike((whole, *plus, *minus)):
            return None
        if not minus:
            return Partition(whole, plus)
        # a − b = t is told as a = b + t.
        return Partition(plus[0], (*minus, whole)) if len(plus) == 1 else Flow(plus, (*minus, whole))


@dataclass(frozen=True, slots=True)
class Quotient:
    """*target* is position *part* as a percentage of position *base*."""

    target: int
    part: int
    base: int

    def relation(self, line: Line) -> Relation | None:
        rate, part, base = line[self.target], line[self.part], line[self.base]
        if rate is None or part is None or base is None or not _comparable(part, base):
            return None
        return Share(rate, (part,), ((base,),))


@dataclass(frozen=True, slots=True)
class Portion:
    """*target* is position *part* as a percentage of what stands there in the line that *bases* gives the line."""

    target: int
    part: int
    bases: Mapping[int, Figure]
    """By the part that it is the base of."""

    def relation(self, line: Line) -> Relation | None:
        rate, part = line[self.target], line[self.part]
        if rate is None or part is None or (base := self.bases.get(part.id)) is None:
            return None
        return Share(rate, (part,), ((base,),)) if _comparable(part, base) else None


@dataclass(frozen=True, slots=True)
class Growth:
    """*target* is the change from position *old* to position *new* as a percentage of *old*."""

    target: int
    old: int
    new: int

    def relation(self, line: Line) -> Relation | None:
        rate, old, new = line[self.target], line[self.old], line[self.new]
        if rate is None or old is None or new is None or not _comparable(old, new):
            return None
        return Change(rate, old, new, "percent", 1)


@dataclass(frozen=True, slots=True)
class Product:
    """*target*, a price, is position *whole* by position *number*."""

    target: int
    whole: int
    number: int

    def relation(self, line: Line) -> Relation | None:
        price, whole, number = line[self.target], line[self.whole], line[self.number]
        if price is None or whole is None or number is None:
            return None
        return Mean(price, whole, number)


@dataclass(frozen=True, slots=True)
class Whole:
    """The percentages at *parts* make 100."""

    target: int
    parts: tuple[int, ...]

    def relation(self, line: Line) -> Relation | None:
        shares = _taken(line, self.parts)
        return Hundred(shares) if shares else None


@dataclass(frozen=True, slots=True)
class Within:
    """*target* is some of position *whole*."""

    target: int
    whole: int

    def relation(self, line: Line) -> Relation | None:
        part, whole = line[self.target], line[self.whole]
        if part is None or whole is None or not are_alike((part, whole)):
            return None
        if any(figure.numeral is None or figure.numeral.value < 0 for figure in (part, whole)):
            return None
        return Order(part, whole)


Identity = Sum | Quotient | Portion | Growth | Product | Whole | Within


def _taken(line: Line, positions: tuple[int, ...]) -> tuple[Figure, ...] | None:
    """The figures at *positions*, None if one is not known."""
    figures = [line[position] for position in positions]
    known = tuple(figure for figure in figures if figure)
    return known if len(known) == len(figures) else None


def _comparable(one: Figure, two: Figure) -> bool:
    first, second = one.numeral, two.numeral
    return bool(
        first and second and first.unit.measure is second.unit.measure and Measure.PERCENT is not first.unit.measure
    )


def signed_sums(target: int, sources: tuple[int, ...]) -> Iterator[Sum]:
    """Every sum of two or more of *sources*, some of them taken away."""
    ways: list[tuple[tuple[int, ...], tuple[int, ...]]] = [((), ())]
    for source in sources:
        ways = list(chain.from_iterable(((p, m), ((*p, source), m), (p, (*m, source))) for p, m in ways))
    yield from (Sum(target, plus, minus) for plus, minus in ways if plus and len(plus) + len(minus) > 1)
