"""
What a document asserts, asked under a supposition: which claims would hold if some figures had other values.

Claims that hold are evidence as good as those that fail: a value that repairs one sum and breaks another explains
nothing. Sums are evaluated as rows, everything else goes through ``judge``; each question is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gklint.blame.channel import of_units
from gklint.blame.linear import Row, rows
from gklint.blame.substitution import Changes, substituted
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.relation import Relation, Required, every_operand
from gklint.model.relation import Sequence as Ordinals

ROW_COST, JUDGE_COST, MOVE_COST = 1, 12, 6
"""What one question costs of a component's budget: an integer sum, a verdict by intervals, a move considered."""

RANK = {basis: rank for rank, basis in enumerate(Basis)}


class Evidence:
    """
    The claims of a document that compare figures, by number in an order that no permutation of them changes; *figures*
    are all that it prints.
    """

    def __init__(self, outcomes: Iterable[Outcome], figures: Iterable[Figure] = ()) -> None:
        told = [outcome for outcome in outcomes if compares(outcome)]
        self.outcomes = tuple(sorted(told, key=order))
        self.figures: dict[int, Figure] = {}
        self.members: tuple[tuple[int, ...], ...] = tuple(self._enter(outcome) for outcome in self.outcomes)
        self.claims_of: dict[int, list[int]] = {}
        for number, members in enumerate(self.members):
            for member in members:
                self.claims_of.setdefault(member, []).append(number)
        self._printed = {one.id: one.numeral.value if one.numeral else None for one in self.figures.values()}
        self._said: dict[bool, dict[Exact, Figure]] = {True: {}, False: {}}
        for figure in figures:
            if figure.numeral is not None:
                self._said[figure.cell is not None].setdefault(figure.numeral.value, figure)
        self.spent = 0
        self.echoes = frozenset(self._echoes())
        self._rows: dict[int, tuple[Row, ...] | None] = {}
        self._units: dict[int, tuple[Exact, ...]] = {}
        self._held: dict[tuple[object, ...], bool] = {}

    def _enter(self, outcome: Outcome) -> tuple[int, ...]:
        figures = every_figure(outcome.claim.relation)
        self.figures.update((figure.id, figure) for figure in figures)
        return tuple(dict.fromkeys(figure.id for figure in figures))

    def _echoes(self) -> Iterator[int]:
        """Claims over the very same figures as another that binds at least as much: no evidence of their own."""
        known: set[frozenset[int]] = set()
        for number in sorted(range(len(self.members)), key=lambda n: (RANK[self.claim(n).basis], n)):
            figures = frozenset(self.members[number])
            if figures in known:
                yield number
            known.add(figures)

    def alike(self, numbers: Sequence[int]) -> list[tuple[int, ...]]:
        """*numbers* by the figures that they are about."""
        found: dict[frozenset[int], list[int]] = {}
        for number in numbers:
            found.setdefault(frozenset(self.members[number]), []).append(number)
        return [tuple(group) for group in found.values()]

    def said(self, *, in_table: bool) -> Mapping[Exact, Figure]:
        """
        The values of all figures of the document in tables, or in its text, each with the first that has it; whether
        they are tied to a claim or not.
        """
        return self._said[in_table]

    def claim(self, number: int) -> Claim:
        return self.outcomes[number].claim

    def value(self, figure: int, changes: Changes) -> Exact | None:
        """What stands at *figure* under *changes*; None where nothing is known to."""
        return changes[figure] if figure in changes else self._printed[figure]

    def rows(self, number: int) -> tuple[Row, ...] | None:
        if number not in self._rows:
            self._rows[number] = rows(self.claim(number))
        return self._rows[number]

    def is_equation(self, number: int) -> bool:
        """Whether the claim says what its figures come to, not only what is too much."""
        return any(row.is_equation for row in self.rows(number) or ())

    def settles(self, number: int) -> bool:
        """Whether the claim allows a figure hardly more than one value: an equation, or a rate."""
        return self.rows(number) is None or self.is_equation(number)

    def total(self, row: Row, changes: Changes) -> Exact:
        """What the row's sum comes to under *changes*."""
        total, weights, printed = row.face, row.weights, self._printed
        for figure, value in changes.items():
            if figure in weights:
                total += weights[figure] * (value - (printed[figure] or 0))
        return total

    def holds(self, number: int, changes: Changes) -> bool:
        """Whether the claim does not fail under *changes*."""
        system = self.rows(number)
        if system is None or any(self._is_in_other_unit(*change) for change in changes.items()):
            members = self.members[number]
            key = (number, *sorted((figure, value) for figure, value in changes.items() if figure in members))
            if key not in self._held:
                self.spent += JUDGE_COST
                self._held[key] = self.confirmed(number, changes)
            return self._held[key]
        self.spent += ROW_COST
        for row in system:
            total = self.total(row, changes)
            if (row.low is not None and total < row.low) or (row.high is not None and total > row.high):
                return False
        return True

    def _is_in_other_unit(self, figure: int, value: Exact) -> bool:
        """Whether *value* is what the digits of *figure* say in another unit: its bounds grow with it."""
        if figure not in self._units:
            numeral = self.figures[figure].numeral if figure in self.figures else None
            self._units[figure] = of_units(numeral) if numeral else ()
        return value in self._units[figure]

    def confirmed(self, number: int, changes: Changes) -> bool:
        """The same, by ``judge`` itself."""
        return judge(substituted(self.claim(number), changes)).verdict is not Verdict.FAIL

    def touched(self, figures: Iterable[int]) -> list[int]:
        """The claims that any of *figures* takes part in, in order."""
        return sorted({number for figure in figures for number in self.claims_of.get(figure, ())})


def every_figure(relation: Relation) -> tuple[Figure, ...]:
    """The figures of *relation*; of a share, those of all its bases."""
    return tuple(figure for _, figure in every_operand(relation))


def order(outcome: Outcome) -> tuple[object, ...]:
    """A place among the outcomes of a document that depends on what is claimed, not on who claims first."""
    claim = outcome.claim
    ids = tuple(figure.id for figure in every_figure(claim.relation))
    return claim.rule.code, type(claim.relation).__name__, ids, claim.basis.value, claim.about, outcome.verdict.value


def compares(outcome: Outcome) -> bool:
    """Whether *outcome* is a verdict on figures, any of which could have been mistyped."""
    if outcome.verdict not in (Verdict.PASS, Verdict.FAIL) or isinstance(outcome.claim.relation, Required | Ordinals):
        return False
    # Marks (names, dates) have ids below zero: they are no figures that could be mistyped.
    return all(figure.id >= 0 for figure in every_figure(outcome.claim.relation))
