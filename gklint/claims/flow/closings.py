"""Closing figures with what can have led to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from gklint.claims.flow.roles import NESTED, Form, Role, Taken, is_change, nested, roles
from gklint.claims.share.running import Spot, any_of, figures
from gklint.model.interval import total
from gklint.model.reading import Reading
from gklint.model.relation import Flow
from gklint.start.records import dataclass

Terms = tuple[Spot, ...]

FARTHEST = 2
"""Sentences before the closing figure in which its terms stand."""
MOST_TERMS, MOST_TAKEN = 3, 2


def closings(row: Sequence[Spot], form: Form) -> Iterator[Taken]:
    """For each closing figure of *row* the ways that hold; if none does, the natural one."""
    told = roles(row, form)
    for place, role in told.items():
        if role is Role.CLOSING:
            scene = _scene(row, place, told, form)
            ways = list(scene.ways())
            held = [way for way in ways if way.holds]
            for way in islice(held or ways[:1], MOST_TAKEN):
                yield row[place], way.relation, Reading("flow.balance", way.features, (row[place].figure.id,))


@dataclass(frozen=True, slots=True)
class _Way:
    """*sources* = *uses*, and what speaks for it."""

    sources: Terms
    uses: Terms
    features: tuple[str, ...]

    @property
    def relation(self) -> Flow:
        return Flow(figures(self.sources), figures(self.uses))

    @property
    def holds(self) -> bool:
        into, out = (total([spot.numeral.bounds for spot in side]) for side in (self.sources, self.uses))
        return into.meets(out)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A closing figure with the terms that it may have, each the nearest first."""

    closing: Spot
    openings: Terms
    gains: Terms
    losses: Terms
    form: Form
    is_opening_said: bool

    def ways(self) -> Iterator[_Way]:
        """All ways to take the terms; in front the natural one, the nearest of each with what was there."""
        openings = [*((one,) for one in self.openings[:1]), ()]
        needs_opening = self.form.is_stock or any_of(self.form.rolled).search(self.closing.clause)
        for opening, gain, loss in product(openings, _sums(self.gains), _sums(self.losses) or [()]):
            if opening or (loss and not needs_opening):
                yield _Way((*opening, *gain), (*loss, self.closing), self._features(opening, gain, loss))

    def _features(self, opening: Terms, gain: Terms, loss: Terms) -> tuple[str, ...]:
        terms = (*opening, *gain, *loss)
        marks = {
            "sentence-same": all(term.sentence == self.closing.sentence for term in terms),
            "skipping": gain[:1] != self.gains[:1] or loss[:1] != self.losses[:1],
            "added-up": len(gain) > 1 or len(loss) > 1,
            "inside": self.form.is_ahead,
            "opening-unsaid": bool(self.form.opening) and not (self.is_opening_said or self._is_own()),
            "opening-unused": bool(self.openings) and not opening,
        }
        return tuple(mark for mark, is_true in marks.items() if is_true)

    def _is_own(self) -> bool:
        return any_of(self.form.own).search(self.closing.clause) is not None


def _sums(terms: Terms) -> list[Terms]:
    """Each of the nearest *terms*, then the first two and three together."""
    alone = [(term,) for term in terms[:MOST_TERMS]]
    return alone + [terms[:count] for count in range(2, min(MOST_TERMS, len(terms)) + 1)]


def _scene(row: Sequence[Spot], place: int, told: dict[int, Role], form: Form) -> _Scene:
    closing = row[place]
    near = [spot for spot in _near(row, closing, form) if spot.is_quantity and spot.like(closing)]
    if form.is_ahead:
        told = roles(row, replace(form, closing=()))
    # 收入 90 万元，其中税收 60 万元；支出 80 万元: what is inside another figure is tried last.
    inner = nested(row)
    terms = sorted((spot for spot in near if not is_change(spot)), key=lambda s: s.place in inner)
    by_role = {role: tuple(spot for spot in terms if told.get(spot.place) is role) for role in Role}
    earlier = tuple(spot for spot in by_role[Role.CLOSING] if form.is_stock and spot.sentence == closing.sentence)
    openings = by_role[Role.OPENING] + earlier
    return _Scene(closing, openings, by_role[Role.GAIN], by_role[Role.LOSS], form, Role.OPENING in told.values())


def _near(row: Sequence[Spot], closing: Spot, form: Form) -> Iterator[Spot]:
    """The figures among which the terms are, from the closing one outwards; those in deeper brackets are left out."""
    if form.is_ahead:
        behind = row[closing.place + 1 :]
        if not behind or not any_of(NESTED).search(behind[0].lead):
            return
        yield from (spot for spot in behind if spot.sentence == closing.sentence)
        return
    for spot in reversed(row[: closing.place]):
        if spot.sentence < closing.sentence - FARTHEST:
            return
        if spot.mention.depth <= closing.mention.depth:
            yield spot
