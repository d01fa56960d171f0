"""Counted lists: 5项制度 and its names, 等8类, 3个方面 with 一是…三是, 县、乡两级, the parts of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Literal, assert_never

from gklint.claims.listing import annexes as _annexes
from gklint.claims.listing import listings as _listings
from gklint.claims.listing.runs import Run, runs
from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.relation import Count
from gklint.model.rule import Rule
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Find:
    """
    *sort* is the shape of list: names beside their count (closed, or going on with 等), points (一是…) under the
    number of points, levels of government, parts or annexes of the report against their headings. *words* by
    role: ``announcing`` stands between a count and its list, ``openers`` and ``verbs`` before the first name,
    ``going-on`` behind the last of an open list; ``kinds`` are measure words of things that are named one by one,
    ``contents`` nouns of what is counted by the piece instead.
    """

    sort: Literal["closed", "open", "points", "levels", "parts", "annexes"]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim for each list whose ends are clear, and for each that just fits."""
    found = _Lists(ledger)
    for rule in rules:
        if isinstance(rule.find, Find):
            for counted in found.counted(rule.find):
                yield Claim(rule, counted, Basis.DECLARED)


class _Lists:
    """The lists of one ledger; closed and open ones are found in one pass where their rules use the same words."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._beside: dict[tuple[tuple[str, tuple[str, ...]], ...], tuple[Count, ...]] = {}

    @cached_property
    def _runs(self) -> tuple[Run, ...]:
        return tuple(runs(self._ledger))

    def counted(self, find: Find) -> Iterator[Count]:
        match find.sort:
            case "closed" | "open":
                yield from (count for count in self._beside_counts(find) if count.closed == (find.sort == "closed"))
            case "points":
                yield from _listings.points(self._ledger, self._runs, find.words)
            case "levels":
                yield from _listings.levels(self._ledger)
            case "parts":
                yield from _listings.parts(self._ledger, self._runs, find.words)
            case "annexes":
                yield from _annexes.annexes(self._ledger)
            case _:
                assert_never(find.sort)

    def _beside_counts(self, find: Find) -> tuple[Count, ...]:
        key = tuple(find.words.items())
        if key not in self._beside:
            self._beside[key] = tuple(_listings.beside_counts(self._ledger, find.words))
        return self._beside[key]
