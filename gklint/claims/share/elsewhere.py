"""Wholes that stand outside the paragraph of their shares: in the section before it, or wherever they have a name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from gklint.claims.share.running import Spot, paragraphs, row, squeezed
from gklint.claims.share.shares import calls
from gklint.model.document import Heading
from gklint.model.ledger import Ledger

LEAST_NAME = 4
"""A shorter name may mean several things."""
MOST_PARAGRAPHS = 8
"""How far back in its section a whole is looked for."""


class Elsewhere:
    """The figures of a document outside one paragraph, read when they are first asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._blocks = {one.block: one for one in paragraphs(ledger)}
        self._texts: list[tuple[int, str]] | None = None
        self._called: dict[str, tuple[Spot, ...]] = {}

    def before(self, block: int) -> Iterator[tuple[Spot, ...]]:
        """The rows of the paragraphs before *block*, the nearest first, up to and with the heading of its section."""
        yield from islice(self._before(block), MOST_PARAGRAPHS)

    def _before(self, block: int) -> Iterator[tuple[Spot, ...]]:
        for index in range(block - 1, -1, -1):
            if index in self._blocks:
                yield self._blocks[index].row
            if isinstance(self._ledger.document.blocks[index], Heading):
                return

    def called(self, name: str, part: Spot) -> list[Spot]:
        """The figures of other paragraphs that are called *name* and could be the whole of *part*."""
        name = squeezed(name)
        if len(name) < LEAST_NAME:
            return []
        if name not in self._called:
            self._called[name] = tuple(self._search(name))
        found = self._called[name]
        return [spot for spot in found if spot.like(part) and spot.figure.block != part.figure.block]

    def _search(self, name: str) -> Iterator[Spot]:
        if self._texts is None:
            sentences = self._ledger.sentences
            self._texts = [(i, squeezed(one.text)) for i, one in enumerate(sentences) if one.mentions]
        for index, text in self._texts:
            if name in text:
                spots = row(self._ledger, [self._ledger.sentences[index]])
                yield from (spot for spot in spots if spot.is_quantity and calls(spot, name))
