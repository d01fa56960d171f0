"""What stands printed: a numeral with its unit and approximators, or a run of digits that is no quantity."""

from __future__ import annotations

from enum import Enum

from gklint.model.interval import Exact, Interval
from gklint.start.records import dataclass


class Measure(Enum):
    """What a unit measures; two figures can be compared only within one measure."""

    COUNT = "count"
    AMOUNT = "amount"
    PERCENT = "percent"
    POINTS = "points"
    """百分点: a difference of two percentages."""
    MULTIPLE = "multiple"
    """倍, 番, 成, 三分之一: a ratio in words."""
    OTHER = "other"
    """Lengths, areas, weights, durations: measured, not counted."""
    BARE = "bare"
    """No unit is known."""

    # That of Enum is written in Python, and measures are looked up for every figure.
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Unit:
    """
    *name* as values are scaled to (元, not 万元); *group* joins words for like things (次, 场, 期, 轮). Units of one
    *dimension* (亩, 公顷) can be told in one another: one of this is *worth* so many of its smallest.
    """

    name: str
    measure: Measure
    group: str
    dimension: str = ""
    worth: Exact = 1

    def converts(self, other: Unit) -> bool:
        """Whether a quantity in this unit can be compared with one in *other*."""
        return self.name == other.name or (self.dimension == other.dimension != "")


@dataclass(frozen=True, slots=True)
class Numeral:
    """
    A quantity as printed at *start* to *end* of the text: digits with sign and scale (28.35万), without its unit.

    *raw* runs from the first approximator to the end of the unit (约28.35万件). *value* is what the digits say,
    scaled to *unit*; *bounds* all values that the print admits, *soft* the narrower ones that a careful writer
    means (None: the same). *decimals* printed digits behind the point, *scale* what one printed unit is worth
    (万 → 10000), so that value / scale is the number as printed. *doubtful*: joined digits that could be read
    otherwise. *trace* tells how it was read ("wrap joined", "unit inherited", "note stripped").
    """

    start: int
    end: int
    raw: str
    value: Exact
    bounds: Interval
    unit: Unit
    decimals: int = 0
    scale: Exact = 1
    approximators: tuple[str, ...] = ()
    soft: Interval | None = None
    doubtful: bool = False
    trace: tuple[str, ...] = ()


class Kind(Enum):
    """Why a run of digits is no quantity."""

    DOCUMENT = "document number"
    DATE = "date"
    CONTACT = "phone, postcode, address"
    ORDINAL = "ordinal"
    NAME = "name"
    CODE = "code"
    PAGE = "page number"


@dataclass(frozen=True, slots=True)
class Identifier:
    """Digits that name something and are never compared."""

    start: int
    end: int
    raw: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Misprint:
    """A run of digits that is no well-formed number (1.234.567; 12,34,567; 20231月); never half-read."""

    start: int
    end: int
    raw: str


Reading = Numeral | Identifier | Misprint
