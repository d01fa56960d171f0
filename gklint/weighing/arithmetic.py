"""
What the numbers say of a reading, as one of a few classes: agreement worth so many digits, one slip, near, far.

Things that belong together agree, or miss each other by one keystroke; two numbers of n digits that have nothing to do
with each other agree once in about 10^n, and lie a keystroke apart eleven times n in 10^n.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from gklint.blame.channel import last_place, slipped
from gklint.blame.near import near
from gklint.blame.substitution import substituted
from gklint.judge import judge
from gklint.model.claim import Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.finding import Slip
from gklint.model.interval import Exact
from gklint.model.numeral import Measure, Numeral
from gklint.model.relation import AtLeastZero, Cover, Flow, Hundred, Order, Partition, Presence, Same, Share, Subset

MOST_DIGITS = 4
"""Agreement in more digits than this says no more."""
MYRIAD = 10_000
"""What 元 for 万元, or 万元 for 亿元, is off by."""
MOST_STEPS = 3
"""Last places by which rounding moves a sum: more of them and any number is a slip away."""
NEAR, CLOSE = Fraction(1, 1000), Fraction(1, 20)
"""A miss by a thousandth of the larger side, and by a twentieth; beyond is a sum of twice the whole and more."""
LITTLE = Fraction(1, 100)
"""A hundredth of the least figure of a flow, which is a difference of the others."""


def family(outcome: Outcome) -> str:
    """Which relations compare alike: sum, bound, same, share or rate."""
    match outcome.claim.relation:
        case Partition() | Flow() | Hundred():
            return "sum"
        case Subset() | Cover() | Order() | Presence() | AtLeastZero():
            return "bound"
        case Same():
            return "same"
        case Share():
            return "share"
        case _:
            return "rate"


def evidence(outcome: Outcome) -> str:
    """The class of *outcome*, a key of the table of weights."""
    if outcome.verdict is Verdict.PASS:
        agrees = "print" if outcome.rounded else "exact"
        return "within" if family(outcome) == "bound" else f"{agrees}-{digits(outcome)}"
    match _slip(outcome):
        case None:
            return _miss(outcome)
        case Slip.SCALE if _is_rough(outcome):
            return "keystroke-1" if _is_myriad(outcome) else _miss(outcome)
        case Slip.UNIT if _is_rough(outcome):
            return "keystroke-1"
        case Slip.SCALE | Slip.UNIT:
            return "scale"
        case _:
            return f"keystroke-{digits(outcome)}"


def _is_rough(outcome: Outcome) -> bool:
    """Whether a figure has one digit only, which some power of ten makes like anything: 76亿 and 0.1亿."""
    numerals = [figure.numeral for _, figure in outcome.operands if figure.numeral]
    return any(_steps(numeral) < 10 for numeral in numerals)


def _is_myriad(outcome: Outcome) -> bool:
    """Whether the sides are some myriad apart, as 元 is from 万元 and 万元 from 亿元."""
    if outcome.left is None or outcome.difference is None:
        return False
    small, large = sorted(abs(Fraction(side)) for side in (outcome.left, outcome.left - outcome.difference))
    return MYRIAD * small <= 2 * large and large <= 2 * MYRIAD * small


def digits(outcome: Outcome) -> int:
    """
    How many digits the stated figure (a whole, a share, a mention) has to agree in, from 1 to MOST_DIGITS. A share
    agrees in no more digits than the figures that it is made of print (2亿 leaves it one), a flow in no more than the
    least of its figures has, and nothing agrees with what has no end (9亿元以上). In a sum zeros at the end of all
    figures say nothing.
    """
    numerals = [figure.numeral for _, figure in outcome.operands if figure.numeral]
    if not numerals:
        return 1
    telling = numerals[:1]
    if family(outcome) == "share":
        telling += [numeral for numeral in numerals[1:] if not numeral.bounds.is_point]
    if isinstance(outcome.claim.relation, Flow):
        telling = numerals
    if any(numeral.bounds.low is None or numeral.bounds.high is None for numeral in telling):
        return 1
    is_sum = family(outcome) in ("sum", "bound") and not isinstance(outcome.claim.relation, Flow)
    round_ = min((_zeros(numeral) for numeral in numerals if numeral.value), default=0) if is_sum else 0
    return max(1, min(MOST_DIGITS, *(len(str(_steps(numeral))) - round_ for numeral in telling)))


def _steps(numeral: Numeral) -> int:
    """The number in units of its last printed place."""
    return int(abs(numeral.value / last_place(numeral)))


def _zeros(numeral: Numeral) -> int:
    printed = str(_steps(numeral))
    return len(printed) - len(printed.rstrip("0"))


def _is_of_single_digits(outcome: Outcome) -> bool:
    """Whether all that a sum compares has one digit: any two of these are a keystroke apart."""
    sides = (outcome.left, outcome.right)
    return family(outcome) == "sum" and all(side is not None and abs(Fraction(side)) < 10 for side in sides)


def _miss(outcome: Outcome) -> str:
    left, difference = outcome.left, outcome.difference
    if left is None or difference is None:
        return "far"
    if outcome.right is not None and isinstance(outcome.claim.relation, Partition) and _is_part(outcome, difference):
        return "again"
    off = abs(Fraction(difference))
    if isinstance(outcome.claim.relation, Flow):
        # What is left of large figures must be right by its own size.
        least = min((abs(Fraction(f.numeral.value)) for _, f in outcome.operands if f.numeral), default=Fraction(0))
        return "near" if off <= LITTLE * least else "close" if off <= CLOSE * least else "far"
    largest = max(abs(Fraction(left)), abs(Fraction(left - difference)))
    if off <= NEAR * largest:
        return "near"
    if _is_of_single_digits(outcome):
        return "keystroke-1"
    if off <= CLOSE * largest:
        return "close"
    is_beyond = 2 * off >= largest and abs(Fraction(left - difference)) > abs(Fraction(left))
    return "beyond" if is_beyond and family(outcome) in ("sum", "bound") else "far"


def _is_part(outcome: Outcome, difference: Exact) -> bool:
    """Whether what is too much or too little is just one of the parts: counted twice, or a sum within the list."""
    return any(role == "part" and f.numeral and abs(difference) == f.numeral.value for role, f in outcome.operands)


def _slip(outcome: Outcome) -> Slip | None:
    """The slip of one figure that would make the relation hold; None if no single one does."""
    is_sum = isinstance(outcome.claim.relation, Partition | Flow | Subset)
    return next(_by_difference(outcome) if is_sum else _by_trial(outcome), None)


def _by_difference(outcome: Outcome) -> Iterator[Slip]:
    """Slips of a sum: each figure must have been off by just what the sides differ."""
    difference = outcome.difference
    if difference is None:
        return
    for role, figure in outcome.operands:
        numeral = figure.numeral
        if numeral is None:
            continue
        sense = 1 if role in ("part", "second") else -1
        for apart in _about(outcome, difference, numeral):
            meant = numeral.value + sense * apart
            way = slipped(meant, numeral)
            if way and way[1] and meant > 0:
                yield way[1]


def _about(outcome: Outcome, difference: Exact, numeral: Numeral) -> Iterator[Exact]:
    """*difference*, and what it can be besides: a sum of rounded figures is off by some last places more or less."""
    yield difference
    if not isinstance(outcome.claim.relation, Partition):
        return
    slack = sum((_half(other) for _, figure in outcome.operands if (other := figure.numeral)), Fraction(0))
    step = last_place(numeral)
    for steps in range(1, min(MOST_STEPS, int(slack / step)) + 1):
        yield difference + steps * step
        yield difference - steps * step


def _half(numeral: Numeral) -> Fraction:
    low, high = numeral.bounds.low, numeral.bounds.high
    return Fraction(high - low) / 2 if low is not None and high is not None else Fraction(0)


def _by_trial(outcome: Outcome) -> Iterator[Slip]:
    """Slips of any other relation: each neighbour of each figure is tried, and each figure in 万 for itself."""
    for _, figure in outcome.operands:
        numeral = figure.numeral
        if numeral and numeral.unit.measure is Measure.AMOUNT:
            for value in (numeral.value * MYRIAD, Fraction(numeral.value) / MYRIAD):
                if _mends(outcome, figure, value):
                    yield Slip.SCALE
    for _, figure in outcome.operands:
        yield from _mending(outcome, figure)


def _mending(outcome: Outcome, figure: Figure) -> Iterator[Slip]:
    for value, _, slip in near(figure):
        if slip is not None and _mends(outcome, figure, value):
            yield slip


def _mends(outcome: Outcome, figure: Figure, value: Exact) -> bool:
    return judge(substituted(outcome.claim, {figure.id: value})).verdict is Verdict.PASS
