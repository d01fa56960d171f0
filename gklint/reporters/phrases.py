"""What every story is made of: the line that is spoken of, named figures, sums, and by how much a side is off."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.model.claim import Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.reporters.amounts import in_common_units, printed
from gklint.reporters.equation import added
from gklint.reporters.places import last, names
from gklint.reporters.wording import Words

TERMS = 12
"""A sum with more terms is told without its zeros, then cut in the middle; the equation in JSON has them all."""


def named(figures: Sequence[Figure]) -> list[str]:
    """Each figure with its name in front of its number."""
    return [f"{name} {printed(figure)}".strip() for name, figure in zip(names(figures), figures, strict=True)]


def summed(figures: Sequence[Figure], words: Words) -> str:
    """``7 + 18``; of a long sum the zeros are left out, and its middle if it is still long."""
    if len(figures) <= TERMS:
        return added(figures)
    told = [figure for figure in figures if figure.numeral is None or figure.numeral.value]
    if len(told) > TERMS:
        dots = words("terms", count=len(figures))
        return f"{added(told[: TERMS - 2])} + {dots} + {added(told[-1:])}"
    return added(told) + words("zeros", count=len(figures) - len(told))


def gap(difference: Exact, figures: tuple[Figure, ...], words: Words, *, certain: bool) -> str:
    """How much too much or too little; *certain* is false where unknown terms may make it more."""
    amount = in_common_units(difference if difference > 0 else -difference, figures)
    key = "more" if difference > 0 else "less"
    return words(key if certain else f"{key}-at-least", value=amount)


def verdict(outcome: Outcome, words: Words) -> str:
    """The verdict in words; what only keeps its figures within limits is never told as a sum that holds."""
    if outcome.verdict is Verdict.PASS and not outcome.is_exact:
        return words("verdict.bounded")
    return words("verdict.rounded" if outcome.rounded else f"verdict.{outcome.verdict.value}")


def lead(outcome: Outcome, words: Words) -> str:
    """The line of the table that is spoken of, unless the name of an operand says it."""
    figures = [figure for _, figure in outcome.operands]
    about = last(outcome.claim.about) if outcome.claim.about else _line(figures)
    if not about or _bare(about) in map(_bare, names(figures)):
        return ""
    return words("lead", about=about)


def _bare(label: str) -> str:
    return "".join(label.split()).rstrip("…")


def _line(figures: Sequence[Figure]) -> str:
    """The label that all operands share: their column's if they stand under each other, their row's if side by side."""
    placed = [figure.cell for figure in figures if figure.cell]
    if len(placed) < 2 or len(placed) < len(figures):
        return ""
    if len({(cell.table, cell.column) for cell in placed}) == 1:
        return last(placed[0].column_label)
    if len({(cell.table, cell.row) for cell in placed}) == 1:
        return last(placed[0].row_label)
    return ""
