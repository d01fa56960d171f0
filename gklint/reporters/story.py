"""A finding in one sentence: the arithmetic that cannot be true, or what is missing, in a person's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from gklint.model.claim import Outcome
from gklint.model.figure import Figure
from gklint.model.finding import Finding
from gklint.model.interval import Exact
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
    Required,
    Same,
    Share,
    Subset,
)
from gklint.model.relation import Sequence as Ordinals
from gklint.reporters import story_lists, story_rates
from gklint.reporters.amounts import in_common_units, printed
from gklint.reporters.display import clip, one_line
from gklint.reporters.phrases import gap, lead, named, summed
from gklint.reporters.places import names
from gklint.reporters.wording import Words


def message(finding: Finding, words: Words) -> str:
    """The one line of *finding*; for what was not read it says what and what to do."""
    if len(finding.outcomes) > 1 and "swapped" in finding.outcomes[0].claim.notes:
        return story_lists.swapped(finding.outcomes, words)
    if finding.outcomes and not isinstance(finding.outcomes[0].claim.relation, Required):
        return told(finding.outcomes[0], words)
    if words.has(finding.message):
        detail = finding.args.get("detail") or finding.args.get("details") or ""
        return words(finding.message) + (words("detail", detail=one_line(detail)) if detail else "")
    if finding.outcomes:
        return told(finding.outcomes[0], words)
    return words.of(finding.rule.title)


def told(outcome: Outcome, words: Words) -> str:
    """What is wrong with a failed *outcome*."""
    relation = outcome.claim.relation
    match relation:
        case Partition(whole, parts):
            return _compared(outcome, words, (whole,), parts, equality=True)
        case Cover(whole, parts, _) | Subset(whole, parts, _) if outcome.breach:
            return _breach(outcome, words, whole, outcome.breach)
        case Cover(whole, parts, _) | Subset(whole, parts, _):
            return _compared(outcome, words, (whole,), parts)
        case Flow(sources, uses):
            return _compared(outcome, words, sources, uses, equality=True)
        case Order(lesser, greater):
            return _compared(outcome, words, (lesser,), (greater,))
        case Presence(premise, conclusion):
            first, second = named((premise, conclusion))
            return words("presence", lead=lead(outcome, words), premise=f"{first} > 0", conclusion=f"{second} = 0")
        case AtLeastZero(terms):
            total = "" if outcome.left is None else f" = {in_common_units(outcome.left, terms)}"
            return words("below-zero", lead=lead(outcome, words), terms=summed(terms, words) + total)
        case Share():
            return story_rates.share(outcome, relation, words)
        case Mean():
            return story_rates.mean(outcome, relation, words)
        case Change():
            return story_rates.change(outcome, relation, words)
        case Growth():
            return story_rates.growth(outcome, relation, words)
        case Hundred(shares):
            return story_rates.hundred(outcome, shares, words)
        case Attainable(percent, number):
            return story_rates.attainable(outcome, percent, number, words)
        case Same():
            return story_lists.same(outcome, relation, words)
        case Count():
            return story_lists.count(outcome, relation, words)
        case Ordinals():
            return story_lists.sequence(outcome, relation, words)
        case Countable(figure):
            return words("not-countable", name=named((figure,))[0])
        case Required():
            lacking = required(outcome, relation, words)
            title = words.of(outcome.claim.rule.title)
            return words("at", place=title, raw=lacking) if lacking else title
        case _:
            assert_never(relation)


def _compared(
    outcome: Outcome, words: Words, left: Sequence[Figure], right: Sequence[Figure], *, equality: bool = False
) -> str:
    """``合计 9462 ≠ 36 + 9120 = 9156，多 306``; with unknown parts only what is left of the relation breaks."""
    low, high = _least(outcome.left, outcome, left=True), _least(outcome.right, outcome, left=False)
    complete = outcome.left is not None and outcome.right is not None
    difference = None if low is None or high is None else low - high
    key = "equal-off" if equality and complete else "above" if difference is not None and difference > 0 else "below"
    figures = (*left, *right)
    return words(
        key,
        lead=lead(outcome, words),
        left=_side(left, low, figures, words),
        right=_side(right, high, figures, words),
        gap="" if difference is None else gap(difference, figures, words, certain=complete),
    )


def _least(value: Exact | None, outcome: Outcome, *, left: bool) -> Exact | None:
    """What a side comes to; where it has unknown terms, what its known ones do."""
    bounds = outcome.left_bounds if left else outcome.right_bounds
    return value if value is not None or bounds is None else bounds.low


def _side(figures: Sequence[Figure], value: Exact | None, equation: tuple[Figure, ...], words: Words) -> str:
    """A single figure with the name that sets it apart in its *equation*, several as a sum with its result."""
    if len(figures) == 1:
        name = names(equation)[equation.index(figures[0])]
        return f"{name} {printed(figures[0])}".strip()
    total = "" if value is None else f" = {in_common_units(value, equation)}"
    return summed(figures, words) + total


def _breach(outcome: Outcome, words: Words, whole: Figure, part: Figure) -> str:
    difference = None if outcome.difference is None else -outcome.difference
    named_part, named_whole = named((part, whole))
    off = "" if difference is None else gap(difference, (whole, part), words, certain=True)
    return words("above", lead=lead(outcome, words), left=named_part, right=named_whole, gap=off)


def required(outcome: Outcome, relation: Required, words: Words) -> str:
    """What is lacking, without the rule's title: the element, what is printed instead, and where if in many cells."""
    if outcome.claim.rule.kind == "reading":
        return words.joined([one_line(detail) for detail in relation.details])
    text = one_line(relation.element)
    if relation.details:
        text += words("required-details", details=words.joined([clip(one_line(d), 40) for d in relation.details]))
    if len(relation.figures) > 1:
        named_cells = zip(names(relation.figures)[:3], relation.figures, strict=False)
        shown = [clip(one_line(name or figure.raw), 24) for name, figure in named_cells if name or figure.raw]
        dots = "…" if len(relation.figures) > len(shown) else ""
        text += words("required-cells", count=len(relation.figures), places=words.joined(shown) + dots)
    return text
