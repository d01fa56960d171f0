"""Small builders of model values for tests: a figure from its print, a rule, a claim."""

from __future__ import annotations

from fractions import Fraction
from itertools import count

from gklint.model.claim import Basis, Claim
from gklint.model.document import Span
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Measure, Numeral, Unit
from gklint.model.relation import Relation
from gklint.model.rule import Rule, Strength

PIECES = Unit("件", Measure.COUNT, "件")
YUAN = Unit("元", Measure.AMOUNT, "元")
PERCENT = Unit("%", Measure.PERCENT, "%")
BARE = Unit("", Measure.BARE, "")

_ids = count()


def figure(
    value: Exact | str | None,
    unit: Unit = PIECES,
    *,
    half: Exact = 0,
    bounds: Interval | None = None,
    decimals: int = 0,
    approximators: tuple[str, ...] = (),
    doubtful: bool = False,
) -> Figure:
    """A figure with *value* (None: unknown) whose print admits *half* either side, or *bounds*."""
    if value is None:
        return Figure(next(_ids), None, 0, Span(0, 0), "")
    exact = Fraction(value) if isinstance(value, str) else value
    numeral = Numeral(
        0,
        1,
        str(value),
        exact,
        bounds or Interval.around(exact, half),
        unit,
        decimals=decimals,
        approximators=approximators,
        doubtful=doubtful,
    )
    return Figure(next(_ids), numeral, 0, Span(0, 1), str(value))


def rule(code: str = "GK199", strength: Strength = Strength.EXACT, **settings: object) -> Rule:
    """A rule that finds nothing by itself."""
    fields: dict[str, object] = {
        "id": "core/test",
        "kind": "total",
        "find": None,
        "title": {"zh": "测试", "en": "test"},
        "why": {"zh": "", "en": ""},
        "source": "",
        "cases": (),
    }
    return Rule(code=code, strength=strength, **(fields | settings))  # type: ignore[arg-type]  # a test's shorthand


def claim(relation: Relation, basis: Basis = Basis.DECLARED, **settings: object) -> Claim:
    """A claim of a rule that caps nothing."""
    return Claim(settings.pop("rule", rule()), relation, basis, **settings)  # type: ignore[arg-type]


def rate(text: str, unit: Unit = PERCENT) -> Figure:
    """A rate as printed: it admits half a unit of its last digit either side."""
    decimals = len(text.partition(".")[2])
    return figure(text, unit, half=Fraction(1, 2 * 10**decimals), decimals=decimals)
