"""What is wrong with a rate: the arithmetic in full, its result with two decimals more than the print has."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from gklint.model.claim import Outcome
from gklint.model.figure import Figure
from gklint.model.numeral import Measure
from gklint.model.relation import Change, Growth, Mean, Share
from gklint.reporters import equation
from gklint.reporters.amounts import in_common_units, in_units_of, printed, rounded, span
from gklint.reporters.equation import bracketed
from gklint.reporters.phrases import gap, lead, named, summed
from gklint.reporters.wording import Words

MORE_DECIMALS = 2
"""Digits beyond the printed ones: enough to see on which side of the rounding the quotient lies."""


def share(outcome: Outcome, relation: Share, words: Words) -> str:
    """``2560 / 7243 = 35.344%，与所述 36% 不符``; of a share alone that it is above 100 %."""
    if not relation.bases:
        over = gap(outcome.difference or 0, (relation.share,), words, certain=True)
        return words("above", lead=lead(outcome, words), left=printed(relation.share), right="100%", gap=over)
    base = relation.bases[outcome.base]
    if len(relation.part) == len(base) == 1:
        above, below, stated = named((relation.part[0], base[0], relation.share))
    else:
        above, below, stated = bracketed(relation.part), bracketed(base), printed(relation.share)
    if outcome.why == "of-nothing":
        return words("of-nothing", lead=lead(outcome, words), terms=f"{above} / {below}", stated=stated)
    text = _off(outcome, words, f"{above} / {below}", relation.share, stated)
    return text + (words("other-bases") if len(relation.bases) > 1 else "")


def mean(outcome: Outcome, relation: Mean, words: Words) -> str:
    above, below, stated = named((relation.whole, relation.number, relation.mean))
    return _off(outcome, words, f"{above} / {below}", relation.mean, stated)


def change(outcome: Outcome, relation: Change, words: Words) -> str:
    """A direction word against its sign, before all else; otherwise the rate that old and new give."""
    rate = relation.rate
    if rate is None or outcome.why == "direction":
        return _direction(outcome, relation, words)
    text = _off(outcome, words, equation.growth(relation), rate, printed(rate))
    if outcome.why == "sign-twice":
        return words("sign-twice", lead=lead(outcome, words), stated=printed(rate), sense=words("sense.-1"))
    if outcome.why in ("points", "percent"):
        # The difference is right and its unit is not: 80% -> 88% is 8 points, and 10 % of the 80.
        text += words(f"meant-{outcome.why}")
    elif relation.mode == "amount" and outcome.difference:
        off = gap(outcome.difference, (rate, relation.old, relation.new), words, certain=True)
        text += words("off-by", gap=off)
    return text


def growth(outcome: Outcome, relation: Growth, words: Words) -> str:
    """``200 / (1200 - 200) = 20%，与所述 25% 不符``"""
    old = equation.before(relation.amount, relation.new, relation.sense)
    terms = f"{printed(relation.amount)} / {old}"
    return _off(outcome, words, terms, relation.rate, printed(relation.rate))


def _direction(outcome: Outcome, relation: Change, words: Words) -> str:
    old, new = relation.old.numeral, relation.new.numeral
    actual = 0 if old is None or new is None else (new.value > old.value) - (new.value < old.value)
    said, found = words(f"sense.{relation.sense}"), words(f"sense.{actual}")
    was, now = named((relation.old, relation.new))
    return words("direction", lead=lead(outcome, words), old=was, new=now, actual=found, stated=said)


def hundred(outcome: Outcome, shares: tuple[Figure, ...], words: Words) -> str:
    """``25% + 35% + 50% = 110% ≠ 100%，多 10%``"""
    total, difference = outcome.left, outcome.difference
    if total is None or difference is None:
        return words.of(outcome.claim.rule.title)
    return words(
        "equal-off",
        lead=lead(outcome, words),
        left=f"{summed(shares, words)} = {in_common_units(total, shares)}",
        right="100%",
        gap=gap(difference, shares, words, certain=True),
    )


def attainable(outcome: Outcome, percent: Figure, number: Figure, words: Words) -> str:
    """The two percentages that a whole number of things can give, below and above the printed one."""
    if percent.numeral is None or number.numeral is None:
        return words.of(outcome.claim.rule.title)
    things, decimals = number.numeral.value, percent.numeral.decimals + MORE_DECIMALS
    least = min(floor(things * Fraction(percent.numeral.value) / 100), floor(things) - 1)
    nearest = [f"{k} / {things} = {rounded(Fraction(100 * k) / things, decimals)}%" for k in (least, least + 1)]
    stated, among = printed(percent), printed(number)
    return words("attainable", lead=lead(outcome, words), percent=stated, number=among, nearest=words.joined(nearest))


def _off(outcome: Outcome, words: Words, terms: str, rate: Figure, stated: str) -> str:
    return words("rate-off", lead=lead(outcome, words), terms=terms, result=_result(outcome, rate), stated=stated)


def _result(outcome: Outcome, rate: Figure) -> str:
    """What the printed figures give, in the measure of *rate*; its interval where they are approximate."""
    if outcome.right is None:
        return span(outcome.right_bounds) if outcome.right_bounds else ""
    numeral = rate.numeral
    if numeral is None:
        return rounded(outcome.right, MORE_DECIMALS)
    if numeral.unit.measure is Measure.MULTIPLE:
        # A third in words is checked against a percentage, twice as much against a multiple.
        is_part = numeral.unit.group == "比"
        return f"{rounded(100 * outcome.right, MORE_DECIMALS)}%" if is_part else rounded(outcome.right, MORE_DECIMALS)
    return in_units_of(outcome.right, numeral, more=MORE_DECIMALS)
