"""How far the figures of a document are tied to claims: what was checked, what could not be, what nobody asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from gklint.model.claim import Verdict
from gklint.model.figure import Figure
from gklint.model.finding import Audit
from gklint.start.records import dataclass

State = Literal["tied", "open", "untied", "unknown"]
Source = Literal["prose", "table"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Figures of one document that hold a number: all, those with an indicator, and by source and state."""

    read: int
    bound: int
    by_source: Counter[tuple[Source, State]]

    def count(self, state: State) -> int:
        return self.by_source["prose", state] + self.by_source["table", state]


def coverage(audit: Audit) -> Coverage:
    """The coverage of *audit*; nothing at all for a document that was not read."""
    read = bound = 0
    by_source: Counter[tuple[Source, State]] = Counter()
    for figure, state in states(audit):
        by_source[source(figure), state] += 1
        if state != "unknown":
            read += 1
            bound += figure.indicator is not None
    return Coverage(read, bound, by_source)


def states(audit: Audit) -> Iterator[tuple[Figure, State]]:
    """
    Every figure with its state: *tied* if a judged check compares it, *open* if only checks do that could not be
    judged, *untied* if none does; *unknown* is a cell without a number.
    """
    if audit.ledger is None:
        return
    tied: set[int] = set()
    pending: set[int] = set()
    for outcome in audit.checks:
        judged = outcome.verdict in (Verdict.PASS, Verdict.FAIL)
        (tied if judged else pending).update(figure.id for _, figure in outcome.operands)
    for figure in audit.ledger.figures:
        yield figure, _state(figure, tied, pending)


def _state(figure: Figure, tied: set[int], pending: set[int]) -> State:
    if figure.numeral is None:
        return "unknown"
    if figure.id in tied:
        return "tied"
    return "open" if figure.id in pending else "untied"


def source(figure: Figure) -> Source:
    return "table" if figure.cell else "prose"
