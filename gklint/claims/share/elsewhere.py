"""Totals that another paragraph states under the name that a share gives its whole: 占本年支出合计的 97.5%."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.claims.share.running import Spot, any_of, hints, row, squeezed
from gklint.claims.share.shares import Words
from gklint.model.ledger import Ledger

LEAST_NAME = 4
"""A shorter name may mean several things."""


class Elsewhere:
    """The totals of a document, read when one is first asked for."""

    def __init__(self, ledger: Ledger, words: Words) -> None:
        self._ledger = ledger
        self._words = words
        self._totals: list[Spot] | None = None

    def find(self, name: str, part: Spot) -> Spot | None:
        """The total that is called *name* and could be the whole of *part*; None if there is none, or several."""
        name = squeezed(name)
        if len(name) < LEAST_NAME:
            return None
        if self._totals is None:
            self._totals = list(self._read())
        found = [spot for spot in self._totals if spot.clause.endswith(name) and spot.like(part)]
        return found[0] if len({spot.numeral.value for spot in found}) == 1 else None

    def _read(self) -> Iterator[Spot]:
        total, told = any_of(self._words.total), hints(self._words.total)
        for sentence in self._ledger.sentences:
            if sentence.mentions and any(hint.search(sentence.text) for hint in told):
                yield from (s for s in row(self._ledger, [sentence]) if s.is_quantity and total.search(s.clause))
