"""The equation that a claim asserts, with its printed numbers; the same in every language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from gklint.model.claim import Outcome
from gklint.model.figure import Figure
from gklint.model.relation import (
    AtLeastZero,
    Attainable,
    Change,
    Count,
    Countable,
    Cover,
    Flow,
    Growth,
    Hundred,
    Mean,
    Order,
    Partition,
    Presence,
    Relation,
    Required,
    Same,
    Share,
    Subset,
)
from gklint.model.relation import Sequence as Ordinals
from gklint.reporters.amounts import UNKNOWN, plain, printed
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Equation:
    """*text* is what the report asserts, true or not; sides and difference are exact, None where unknown."""

    text: str
    left: str | None
    right: str | None
    difference: str | None


def equation(outcome: Outcome) -> Equation | None:
    """The equation of *outcome*, None where the relation has none (something that the template asks for)."""
    text = asserted(outcome)
    if text is None:
        return None
    sides = (outcome.left, outcome.right, outcome.difference)
    left, right, difference = (None if side is None else plain(side) for side in sides)
    return Equation(text, left, right, difference)


def asserted(outcome: Outcome) -> str | None:
    """``25 = 7 + 0 + 18``; operands that the document lacks are "?" like those that it leaves blank."""
    relation, lacking = outcome.claim.relation, len(outcome.claim.missing)
    match relation:
        case Partition(whole, parts):
            return f"{printed(whole)} = {added(parts, lacking)}"
        case Cover(whole, parts, _):
            if outcome.breach is not None:
                return f"{printed(outcome.breach)} ≤ {printed(whole)}"
            return f"{printed(whole)} ≤ {added(parts, lacking)}"
        case Subset(whole, parts, disjoint):
            return f"{_part_of_subset(outcome, parts, disjoint=disjoint)} ≤ {printed(whole)}"
        case Flow(sources, uses):
            return f"{added(sources)} = {added(uses, lacking)}"
        case Order(lesser, greater):
            return f"{printed(lesser)} ≤ {printed(greater)}"
        case Presence(premise, conclusion):
            return f"{printed(premise)} > 0 → {printed(conclusion)} > 0"
        case Same(mentions):
            return " = ".join(map(printed, mentions))
        case Share(share, _, ()):
            return f"{printed(share)} ≤ 100%"
        case Share(share, part, bases):
            base = bases[outcome.base] if bases else ()
            return f"{printed(share)} = {bracketed(part)} / {bracketed(base)}"
        case Hundred(shares):
            return f"{added(shares)} = 100%"
        case Mean(mean, whole, number):
            return f"{printed(mean)} = {printed(whole)} / {printed(number)}"
        case Attainable(percent, number):
            return f"{printed(percent)} = k / {printed(number)}"
        case Change():
            return _change(relation)
        case Growth(rate, amount, new, sense):
            return f"{printed(rate)} = {printed(amount)} / {before(amount, new, sense)}"
        case Count(stated, names, closed):
            return f"{printed(stated)} {'=' if closed else '≥'} {len(names)}"
        case Ordinals():
            return ", ".join(relation.printed) or None
        case AtLeastZero(terms):
            return f"{added(terms, lacking)} ≥ 0"
        case Countable(figure):
            return f"{printed(figure)} ≥ 0"
        case Required():
            return None
        case _:
            assert_never(relation)


def _part_of_subset(outcome: Outcome, parts: Sequence[Figure], *, disjoint: bool) -> str:
    if outcome.breach is not None:
        return printed(outcome.breach)
    if disjoint or len(parts) == 1:
        return added(parts, len(outcome.claim.missing))
    return f"max({', '.join(map(printed, parts))})"


def _change(relation: Change) -> str:
    rate, old, new = relation.rate, printed(relation.old), printed(relation.new)
    if rate is None:
        return f"{new} {'<' if relation.sense < 0 else '>'} {old}"
    if relation.mode == "doublings" and rate.numeral is not None:
        return f"{new} = {old} × 2^{plain(rate.numeral.value)}"
    return f"{printed(rate)} = {growth(relation)}"


def growth(relation: Change) -> str:
    """What the rate of *relation* is computed by: ``(120 - 100) / 100``, the greater first where a fall is stated."""
    old, new = printed(relation.old), printed(relation.new)
    if relation.mode in ("times", "doublings"):
        return f"{new} / {old}"
    difference = f"{old} - {new}" if falls(relation) else f"{new} - {old}"
    return difference if relation.mode in ("points", "amount") else f"({difference}) / {old}"


def before(amount: Figure, new: Figure, sense: int) -> str:
    """What *new* was before it changed by *amount*: ``(1200 - 200)``."""
    return f"({printed(new)} {'-' if sense > 0 else '+'} {printed(amount)})"


def falls(relation: Change) -> bool:
    """Whether the words speak of a fall; where they do not say, the figures do."""
    old, new = relation.old.numeral, relation.new.numeral
    if relation.sense or old is None or new is None:
        return relation.sense < 0
    return new.value < old.value


def bracketed(figures: Sequence[Figure]) -> str:
    """A sum as a term of a quotient."""
    return f"({added(figures)})" if len(figures) > 1 else added(figures)


def added(figures: Sequence[Figure], lacking: int = 0) -> str:
    """``7 + 0 - 3 + ?``"""
    text = ""
    for term in (*map(printed, figures), *(UNKNOWN for _ in range(lacking))):
        if not text:
            text = term
        elif term.startswith("-"):
            text += f" - {term[1:]}"
        else:
            text += f" + {term}"
    return text or UNKNOWN


NAMES: dict[type[Relation], str] = {
    Partition: "partition",
    Cover: "cover",
    Subset: "subset",
    Flow: "flow",
    Order: "order",
    # An implication between signs and a sum that stays above zero are both statements of order.
    Presence: "order",
    AtLeastZero: "order",
    Same: "same",
    Hundred: "partition",
    Share: "share",
    Mean: "share",
    Attainable: "share",
    Change: "change",
    Growth: "change",
    Count: "count",
    Countable: "count",
    Ordinals: "sequence",
    Required: "required",
}
"""How programs call a relation (JSON schema version 1)."""
