"""
What speaks for and against a wording's cell, seen from the whole text: a sentence is aligned with its table as a whole.

A cell that another figure of the text fits has its partner: what differs from it is a part, or of somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gklint.claims.crosscheck.labels import Labels
from gklint.claims.crosscheck.link import Link, Told
from gklint.claims.crosscheck.standing import names_another
from gklint.claims.same.naming import is_total
from gklint.model.claim import Basis, Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.reading import Reading
from gklint.model.relation import Order
from gklint.model.statement import Mention
from gklint.start.patterns import lazy

SHORTEST_NOUN = 3
NAMED_YEAR = lazy(r"(?:19|20)[0-9]{2}")
TELLING = 20
"""Smaller wholes are met by chance."""


def weighable(told: Sequence[Told], labels: Labels, subject: str | None) -> tuple[Outcome, ...]:
    """The outcomes of *told*, each with the reading that it rests on."""
    return tuple(_with_reading(one, told, labels, subject) for one in told)


def _with_reading(one: Told, told: Sequence[Told], labels: Labels, subject: str | None) -> Outcome:
    claim = one.outcome.claim
    features = [*_named(one, labels), *_lists(one, told)]
    form = "form.bound"
    if not isinstance(claim.relation, Order):
        features += (*_partners(one, told), *_whose(one.link, subject), *_size(one))
        form = f"form.{one.link.wording.basis}"
        if "sentence-fits-many" in features and one.link.wording.basis != "doubtful":
            # Its neighbours are the form's: then so is the unit that it speaks of.
            claim = replace(claim, basis=Basis.LABELLED)
    return replace(one.outcome, claim=replace(claim, reading=Reading(form, tuple(features))))


def _whose(link: Link, subject: str | None) -> Iterator[str]:
    if link.standing in ("whole", "unit"):
        yield "scope-whole"
    year = NAMED_YEAR.search(link.mention.period.text)
    heads = [cell.cell.column_label for reading in link.readings for cell in reading if cell.cell]
    if year and any(year[0] in head for head in heads):
        yield "year-same"
    if is_total(link.mention):
        yield "total-said"
    if names_another(link.mention, subject):
        yield "subject-other"


def _named(one: Told, labels: Labels) -> Iterator[str]:
    """Whether the table calls the cell as the sentence does, or calls another row so."""
    if _value(one.link.mention) == 0:
        return  # 未收到…: the noun stands behind
    cells = _cells(one)
    rows = labels.named(one.link.mention)
    if rows and not rows & {cell.id for cell in cells}:
        yield "row-other"
        return
    covered, length = labels.covered(one.link.mention, cells)
    if 2 * covered < length:
        yield "noun-over"
    elif covered == length >= SHORTEST_NOUN:
        yield "noun-known"


def _partners(one: Told, told: Sequence[Told]) -> Iterator[str]:
    """Whether the cell has another figure of the text, or may have it."""
    alike = [other for other in told if other.link.wording == one.link.wording and other is not one]
    if any(_fits(other) and set(_cells(other)) == set(_cells(one)) for other in alike):
        yield "cell-taken"
    elif any(_is_earlier_and_more(other.link.mention, one.link.mention) for other in alike):
        yield "after-a-whole"


def _lists(one: Told, told: Sequence[Told]) -> Iterator[str]:
    """What the other figures of the sentence found in the form, and what they add up to."""
    neighbours = [other for other in told if other.link.sentence is one.link.sentence and other is not one]
    fitting = sum(_fits(other) for other in neighbours if other.link.mention is not one.link.mention)
    if fitting:
        yield "sentence-fits-many" if fitting > 1 else "sentence-fits"
    whole = _whole(one.link) if one.outcome.verdict is Verdict.FAIL else None
    if whole and not any(_fits(other) and other.link.mention is whole for other in neighbours):
        yield "of-other-whole"


def _fits(told: Told) -> bool:
    """Whether *told* is a figure that its cell agrees with; a zero agrees with any empty row."""
    is_bound = isinstance(told.outcome.claim.relation, Order)
    return told.outcome.verdict is Verdict.PASS and not is_bound and _value(told.link.mention) != 0


def _is_earlier_and_more(whole: Mention, part: Mention) -> bool:
    """Whether *whole* stands before *part* in its paragraph and is larger: 公开425条，其中区直公开303条."""
    is_before = whole.figure.block == part.figure.block and whole.start < part.start
    return is_before and _value(whole) > _value(part)


def _whole(link: Link) -> Mention | None:
    """The figure of the sentence that those behind it add up to, the one of *link* among them."""
    mentions = link.sentence.mentions
    for first, whole in enumerate(mentions):
        if whole is link.mention:
            return None
        if _value(whole) < TELLING:
            continue
        total: Exact = 0
        for last in range(first + 1, len(mentions)):
            total += _value(mentions[last])
            if total == _value(whole) and mentions.index(link.mention) <= last and last > first + 1:
                return whole
    return None


def _size(one: Told) -> Iterator[str]:
    """A part is smaller than its whole, a slip may be either."""
    difference = one.outcome.difference
    if one.outcome.verdict is Verdict.FAIL and difference and _value(one.link.mention):
        yield "above-cell" if difference > 0 else "below-cell"


def _cells(one: Told) -> list[Figure]:
    return [figure for _, figure in one.outcome.operands if figure.cell]


def _value(mention: Mention) -> Exact:
    return mention.figure.numeral.value if mention.figure.numeral else 0
