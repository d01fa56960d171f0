"""
Breakdowns in prose and in the notes of cells: a total and its parts, parts and their total, shares of one whole.

::

    公开信息 40 条，其中 A 25 条、B 15 条       the whole stands before its parts
    A 25 条、B 15 条，共 40 条                  or behind them
    公开信息 40 条（A 25 条，B 15 条）          or outside their bracket
    A 占 60%，B 占 30%，其他占 10%              or is 100 %

Grammar says where a list may begin and end and which figures may be its whole (``openings``, ``lists``); every
admissible reading is proposed with its features (``proposals``), and the room that weighs readings takes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from gklint.claims.breakdown import hundreds as _hundreds
from gklint.claims.breakdown.habits import habitual
from gklint.claims.breakdown.passages import passages
from gklint.claims.breakdown.proposals import proposals
from gklint.claims.breakdown.sums import Found
from gklint.judge import judge
from gklint.model.claim import Claim, Verdict
from gklint.model.ledger import Ledger
from gklint.model.relation import operands
from gklint.model.rule import Rule
from gklint.start.records import dataclass

STATED = frozenset({"whole-adjoins", "start-natural"})
"""Features of lists that nobody would read otherwise."""

Fault = Literal["not-total", "above-total", "short", "total-behind", "not-hundred", "above-hundred", "stretched"]


@dataclass(frozen=True, slots=True)
class Find:
    """
    *fault* is what the rule accuses: the parts of a closed list, of an open one, a shortfall that a list without 等
    leaves, a total behind its list, shares. *exhaustive* are rows of names that together are all there can be.
    """

    fault: Fault
    exhaustive: tuple[tuple[str, ...], ...] = ()


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """The breakdowns of *ledger*, each claimed by the rule for its kind; kinds without a rule are left out."""
    by_fault: dict[str, Rule] = {rule.find.fault: rule for rule in rules if isinstance(rule.find, Find)}
    exhaustive = tuple(row for rule in rules if isinstance(rule.find, Find) for row in rule.find.exhaustive)
    found_all: list[Found] = []
    for passage in passages(ledger):
        found_all += (*proposals(passage, exhaustive), *_hundreds.hundreds(passage, exhaustive))
    for found in habitual(found_all, rules[0]) if rules else ():
        if rule := by_fault.get(found.fault):
            yield Claim(rule, found.relation, found.basis, notes=found.notes, reading=found.reading)
        if (rule := by_fault.get("stretched")) and _is_stretched(rule, found):
            yield Claim(rule, found.relation, found.basis, notes=(*found.notes, "soft"))


def _is_stretched(rule: Rule, found: Found) -> bool:
    """Whether a sum holds by all that 余 or 约 can mean, and not by what a careful writer means."""
    if not any(figure.numeral and figure.numeral.soft for _, figure in operands(found.relation)):
        return False
    if found.reading and not STATED & set(found.reading.features):
        return False
    hard = Claim(rule, found.relation, found.basis)
    soft = replace(hard, notes=("soft",))
    return judge(hard).verdict is Verdict.PASS and judge(soft).verdict is Verdict.FAIL
