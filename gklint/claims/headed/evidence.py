"""How the lines of a grid speak for and against an identity, and which identity they speak for most."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from gklint.claims.headed.grid import Grid, is_percent
from gklint.claims.headed.identities import Identity, Sum
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.relation import Hundred, Order, Relation, operands
from gklint.model.rule import Rule
from gklint.start.records import dataclass

Said = Literal["explicit", "named", "silent"]
"""How much the heads say: the identity and its terms; that there is one; nothing."""

PROBES = 3
"""Telling lines of which one must hold before the others are looked at."""
SPARE_BITS = 8
"""Bits that a reading needs beyond those by which the best of so many would hold by chance."""
MOST_BITS = 16
TENTHS: dict[Said, int] = {"explicit": 5, "named": 6, "silent": 6}
FEWEST: dict[Said, int] = {"explicit": 1, "named": 2, "silent": 2}
"""Lines that must obey, and tenths of those that could, by what the heads say."""
ALL, BITS_OF_ALL = 100, 4
"""A line of 100 % says little: that two figures are equal and that one of them is all of the other."""
MANY, MUCH = 3, 24
"""Other lines that leave no doubt, and how many bits they are worth together."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    What the figures of one head may be: *readings*, of which the heads say *explicit* ones in so many words. *named*:
    the head says at least that there is one.
    """

    readings: Sequence[Identity]
    explicit: Sequence[Identity] = ()
    named: bool = False

    def said(self, identity: Identity) -> Said:
        if any(identity is one for one in self.explicit):
            return "explicit"
        return "named" if self.named else "silent"


@dataclass(frozen=True, slots=True)
class Standing:
    """
    The lines that obey *identity* and those that break it, all but the ones that tell nothing. *bits*: how unlikely
    the agreement is by chance.
    """

    identity: Identity
    said: Said
    obeying: tuple[int, ...]
    breaking: tuple[int, ...]
    idle: tuple[int, ...]
    """Lines that hold and prove nothing: zeros, or what another line says too."""
    bits: int
    likely: int
    """Lines that break it without turning it round: a rate below 100 % whose figures are another one below it."""

    @property
    def rank(self) -> tuple[int, int, int, int, int]:
        # What holds with fewer terms leaves none to chance; where nothing holds, what leaves none out was meant.
        terms = len(self.identity.plus) + len(self.identity.minus) if isinstance(self.identity, Sum) else 2
        terms = -terms if self.obeying else terms
        return 2 * len(self.obeying) - len(self.breaking), self.bits, _SAYS[self.said], self.likely, terms

    def is_believed(self, rivals: int) -> bool:
        """Whether the lines and the heads together make one of *rivals* readings the one that is meant."""
        obeying, all_lines = len(self.obeying), len(self.obeying) + len(self.breaking)
        if not obeying:
            # A single line has no siblings: its heads are all there is.
            return self.said == "explicit" and all_lines <= 1
        if obeying < FEWEST[self.said] or 10 * obeying < TENTHS[self.said] * all_lines:
            return False
        return self.said == "explicit" or self.bits >= SPARE_BITS + rivals.bit_length()

    def features(self, line: int) -> tuple[str, ...]:
        """What speaks for the identity in *line*: the heads, and the other lines."""
        heads = (f"head-{self.said}",) if self.said != "silent" else ()
        obeying = len(self.obeying) - (line in self.obeying)
        breaking = len(self.breaking) - (line in self.breaking)
        if not obeying:
            return heads
        if obeying >= MANY and self.bits >= MUCH:
            return (*heads, "siblings-most" if breaking else "siblings-all")
        return (*heads, "siblings-some")


_SAYS: dict[Said, int] = {"explicit": 2, "named": 1, "silent": 0}


def best(grid: Grid, rule: Rule, proposal: Proposal) -> Standing | None:
    """The reading that the lines of *grid* support most, if they support any."""
    found = [one for reading in proposal.readings if (one := _standing(grid, rule, reading, proposal.said(reading)))]
    believed = [one for one in found if one.is_believed(len(proposal.readings))]
    return max(believed, key=lambda one: one.rank, default=None)


def _standing(grid: Grid, rule: Rule, identity: Identity, said: Said) -> Standing | None:
    obeying: list[int] = []
    breaking: list[int] = []
    idle: list[int] = []
    shapes: set[tuple[object, ...]] = set()
    bits = likely = 0
    for number, line in enumerate(grid.lines):
        relation = identity.relation(line)
        if relation is None:
            continue
        outcome = judge(Claim(rule, relation, Basis.INHERITED))
        if outcome.verdict is Verdict.FAIL:
            breaking.append(number)
            likely += _is_on_one_side(outcome)
            if len(breaking) >= PROBES and not obeying:
                return None
        elif outcome.verdict is Verdict.PASS:
            shape = tuple(figure.numeral.value for _, figure in operands(relation) if figure.numeral)
            if shape in shapes or not _tells(relation, outcome):
                idle.append(number)
                continue
            shapes.add(shape)
            obeying.append(number)
            bits += min(MOST_BITS, _bits(relation, outcome))
    return Standing(identity, said, tuple(obeying), tuple(breaking), tuple(idle), bits, likely)


def _tells(relation: Relation, outcome: Outcome) -> bool:
    """Whether a line that holds could well not have held: a sum of one figure or a share of all tells little."""
    figures = [figure for _, figure in operands(relation)]
    values = [figure.numeral.value for figure in figures if figure.numeral]
    if isinstance(relation, Hundred):
        return True
    if isinstance(relation, Order):
        return all(values)
    return all(values) if _is_rate(figures) else sum(map(bool, values)) > 2


def _is_rate(figures: Sequence[Figure]) -> bool:
    return is_percent(figures[0]) and not all(map(is_percent, figures))


def _is_on_one_side(outcome: Outcome) -> bool:
    left, right = outcome.left, outcome.right
    return left is not None and right is not None and (left <= ALL) == (right <= ALL)


def _bits(relation: Relation, outcome: Outcome) -> int:
    """How many values the print of the stated figure tells apart, as bits."""
    if outcome.left is None or isinstance(relation, Order):
        return 1
    figures = [figure for _, figure in operands(relation)]
    if _is_rate(figures) and outcome.left == ALL:
        return BITS_OF_ALL
    is_share = isinstance(relation, Hundred) or _is_rate(figures)
    span = Fraction(100) if is_share else abs(Fraction(outcome.left))
    width = _width(outcome.left_bounds) + _width(outcome.right_bounds)
    return int(span / width if width else span + 1).bit_length()


def _width(bounds: Interval | None) -> Exact:
    if bounds is None or bounds.low is None or bounds.high is None:
        return 0
    return bounds.high - bounds.low
