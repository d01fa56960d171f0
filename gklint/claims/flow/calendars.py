"""Parts of a year that are all of it: two halves, four quarters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.claims.flow.roles import Taken
from gklint.claims.share.running import Spot, any_of
from gklint.model.reading import Reading
from gklint.model.relation import Partition


def calendars(row: Sequence[Spot], names: tuple[str, ...], year: tuple[str, ...], text: str) -> Iterator[Taken]:
    """For each run of figures of *row* that *names* tell apart, the figures of its sentence that may be the whole."""
    if not all(name in text for name in names):
        return
    for first in row:
        parts = _run(row, first, names)
        if not parts:
            continue
        for whole in _wholes(row, parts):
            features = ("total-said",) if any_of(year).search(whole.clause) else ()
            relation = Partition(whole.figure, tuple(part.figure for part in parts))
            yield first, relation, Reading("flow.calendar", features, tuple(part.figure.id for part in parts))


def _run(row: Sequence[Spot], first: Spot, names: tuple[str, ...]) -> tuple[Spot, ...]:
    """The figures from *first* on that say *names*, one each and in their order; none if one is not there."""
    alike = [spot for spot in row[first.place :] if spot.sentence == first.sentence and spot.like(first)]
    run = tuple(alike[: len(names)])
    is_named = len(run) == len(names) and all(name in spot.lead for name, spot in zip(names, run, strict=True))
    return run if is_named else ()


def _wholes(row: Sequence[Spot], parts: Sequence[Spot]) -> Iterator[Spot]:
    """The nearest like figure before the parts and the one behind them, in their sentence."""
    first, last = parts[0], parts[-1]
    alike = [spot for spot in row if spot.sentence == first.sentence and spot.like(first)]
    yield from [spot for spot in alike if spot.place < first.place][-1:]
    yield from [spot for spot in alike if spot.place > last.place][:1]
