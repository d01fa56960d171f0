"""The operands of a check in words: where they stand, by the names that an editor sees, and what each says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.reporters.display import clip, one_line
from gklint.reporters.places import names, place, rows_of, spot
from gklint.reporters.wording import Words

SHOWN = 12
RAW_CELLS = 40


def standing(figures: Sequence[Figure], ledger: Ledger, words: Words) -> Iterator[tuple[str, str]]:
    """
    (place, figures) of each group of operands that stand together: ``表 2 第 16 行 …``, ``总计 17 · 自然人 41``.

    A long row is told without its zeros.
    """
    for block, group in groupby(figures, key=lambda figure: figure.block):
        together = list(group)
        yield _place(together, block, ledger, words), " · ".join(told(together, words))


def told(figures: Sequence[Figure], words: Words) -> Iterator[str]:
    """Each figure with its name, of more than SHOWN those that are not zero and how many there are."""
    named = list(zip(names(figures), figures, strict=True))
    many = len(named) > SHOWN
    if many:
        named = [pair for pair in named if pair[1].numeral is None or pair[1].numeral.value]
    yield from (f"{name} {raw(figure, words)}".strip() for name, figure in named[:SHOWN])
    if len(named) > SHOWN:
        yield words("terms", count=len(figures))
    elif many:
        yield words("audit.zeros", count=len(figures) - len(named))


def raw(figure: Figure, words: Words) -> str:
    return clip(one_line(figure.raw), RAW_CELLS) or words("cell.blank")


def _place(figures: Sequence[Figure], block: int, ledger: Ledger, words: Words) -> str:
    if figures[0].cell is not None:
        return rows_of(figures, words) or place(ledger, figures[0], words)
    heading = [clip(one_line(text), RAW_CELLS) for text in ledger.headings(block)[1:][-1:]]
    return " ".join((*heading, spot(ledger.locate(figures[0]), words) or words("place.prose")))
