"""
Kind "crosstable": what two tables of one report, or two halves of one table, say of the same thing.

What agrees is claimed wherever names and numbers prove the link. What does not agree is claimed only where its
neighbours do, as each rule says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal

from gklint.claims.crosstable.copies import Pair, is_rounding, pairs
from gklint.claims.crosstable.doubles import Twin, breakdown_totals, budget_totals
from gklint.claims.crosstable.grouped import Group, matches
from gklint.claims.crosstable.series import Series, series
from gklint.model.claim import Basis, Claim
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.relation import Partition, Same, Subset
from gklint.model.rule import Rule
from gklint.start.records import dataclass

Sort = Literal["copy", "keys", "breakdown", "balance"]
FEWEST_TO_HOLD = 6
FEWEST_BESIDE_ONE = 8
"""Rows that agree beside a single one that does not, for columns of different labels."""
FEWEST_GROUPS = 2


@dataclass(frozen=True, slots=True)
class Find:
    """
    *sort*: a column printed in two tables; cells of one table that another gives in detail by the same keys; a line
    and the total of its breakdown; the two totals of a balanced budget, *sides* are the patterns of their labels.

    What differs is claimed if at least *siblings* rows agree, and *tenths* of those that could.
    """

    sort: Sort
    siblings: int = 0
    tenths: int = 0
    sides: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if (self.sort == "balance") != (len(self.sides) == 2):
            raise ValueError("sides: two patterns for a balance, and none for anything else")


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every such repetition; each belongs to the first rule that takes it."""
    by_sort: dict[Sort, list[Rule]] = {"copy": [], "keys": [], "breakdown": [], "balance": []}
    for rule in rules:
        if isinstance(rule.find, Find):
            by_sort[rule.find.sort].append(rule)
    for rule in by_sort["balance"]:
        yield from _balances(ledger, rule)
    if len(ledger.sheets) < 2:
        return
    columns = [column for sheet in ledger.sheets for column in series(sheet)]
    for rule in by_sort["breakdown"]:
        yield from (_twin(rule, twin) for twin in breakdown_totals(ledger, columns))
    if by_sort["copy"]:
        yield from _copies(columns, by_sort["copy"])
    if by_sort["keys"]:
        yield from _grouped(ledger, by_sort["keys"])


def _balances(ledger: Ledger, rule: Rule) -> Iterator[Claim]:
    sides = rule.find.sides if isinstance(rule.find, Find) else {}
    for sheet in ledger.sheets:
        yield from (_twin(rule, twin) for twin in budget_totals(sheet, sides))


def _twin(rule: Rule, twin: Twin) -> Claim:
    basis = Basis.LABELLED if twin.dated else Basis.INHERITED
    return Claim(rule, Same((twin.one, twin.two)), basis, about=twin.name)


def _copies(columns: Sequence[Series], rules: Sequence[Rule]) -> Iterator[Claim]:
    groups = _Groups()
    broken: dict[tuple[int, int], Claim] = {}
    for pair in pairs(columns):
        if len(pair.agreeing) < FEWEST_TO_HOLD and not pair.alike:
            continue
        for row in pair.agreeing:
            groups.join(*pair.figures(row))
        for row in pair.differing:
            one, two = pair.figures(row)
            rule = None if is_rounding(one, two) else _rule_for(pair, rules)
            if rule:
                evidence = (len(pair.agreeing), len(pair.agreeing) + len(pair.differing))
                claim = Claim(rule, Same((one, two)), Basis.INDUCED, about=_about(one), evidence=evidence)
                broken.setdefault((one.id, two.id), claim)
    for figures in groups.found():
        yield Claim(rules[0], Same(figures), Basis.INDUCED, about=_about(figures[0]))
    yield from broken.values()


def _rule_for(pair: Pair, rules: Sequence[Rule]) -> Rule | None:
    """The first rule that the evidence of *pair* satisfies; the mildest one for columns of different labels."""
    agreeing, differing = len(pair.agreeing), len(pair.differing)
    if not pair.alike:
        return rules[-1] if differing == 1 and agreeing >= FEWEST_BESIDE_ONE else None
    return _obliging(rules, agreeing, differing)


def _obliging(rules: Sequence[Rule], agreeing: int, differing: int) -> Rule | None:
    for rule in rules:
        find = rule.find
        if not isinstance(find, Find) or agreeing < find.siblings:
            continue
        if 10 * agreeing >= find.tenths * (agreeing + differing):
            return rule
    return None


def _grouped(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    for match in matches(ledger):
        whole = [group for group in match.groups if not match.is_partial(group)]
        agreeing = len(match.agreeing)
        differing = sum(not group.agrees for group in whole)
        if agreeing < FEWEST_GROUPS:
            continue
        # A caption is a weaker link than a head: at most the mildest rule speaks.
        rule = _obliging(rules[-1:] if match.named else rules, agreeing, differing)
        for group in match.groups:
            about = " · ".join(group.key)
            if group.agrees:
                relation = Partition(group.whole, group.parts)
                yield Claim(rule or rules[-1], relation, Basis.INDUCED, about=about)
            elif match.is_partial(group):
                yield Claim(rules[-1], Subset(group.whole, group.parts), Basis.INDUCED, about=about)
            elif rule:
                evidence = (agreeing, agreeing + differing)
                yield from _differing(rule, group, evidence)


def _differing(rule: Rule, group: Group, evidence: tuple[int, int]) -> Iterator[Claim]:
    """Told as two numbers that differ; the many that make the second one are the same fault."""
    about, notes = " · ".join(group.key), (f"detail:{group.whole.id}",)
    if total := group.total:
        yield Claim(rule, Same((group.whole, total)), Basis.INDUCED, about=about, evidence=evidence, notes=notes)
    relation = Partition(group.whole, group.parts)
    yield Claim(rule, relation, Basis.INDUCED, about=about, evidence=evidence, notes=notes)


def _about(figure: Figure) -> str:
    return figure.cell.row_label if figure.cell else ""


class _Groups:
    """Figures that are joined two by two; what is joined to one thing is joined to each other."""

    def __init__(self) -> None:
        self._figures: dict[int, Figure] = {}
        self._parents: dict[int, int] = {}

    def join(self, one: Figure, two: Figure) -> None:
        for figure in (one, two):
            self._figures[figure.id] = figure
            self._parents.setdefault(figure.id, figure.id)
        first, second = sorted((self._root(one.id), self._root(two.id)))
        self._parents[second] = first

    def found(self) -> Iterator[tuple[Figure, ...]]:
        """The groups in reading order."""
        members: dict[int, list[Figure]] = {}
        for identity in sorted(self._figures):
            members.setdefault(self._root(identity), []).append(self._figures[identity])
        yield from (tuple(figures) for figures in members.values())

    def _root(self, identity: int) -> int:
        while self._parents[identity] != identity:
            identity = self._parents[identity] = self._parents[self._parents[identity]]
        return identity
