"""What is counted of one document: enough for every summary, without the document itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from gklint.model.claim import Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.relation import Countable, Required, Sequence
from gklint.start.records import dataclass

State = Literal["tied", "open", "untied", "unknown"]
Source = Literal["prose", "table"]


@dataclass(frozen=True, slots=True)
class Tally:
    """
    Counts of one document. *figures* by source and state; *bound* are those with a number and an indicator. *verdicts*
    of its checks; *judged* are those of figures that came out as pass or fail, *reasons* why others stay open.
    """

    figures: Mapping[tuple[Source, State], int]
    bound: int
    verdicts: Mapping[Verdict, int]
    judged: int
    reasons: Mapping[str | None, int]

    @property
    def read(self) -> int:
        """Figures that hold a number."""
        return sum(count for (_, state), count in self.figures.items() if state != "unknown")

    @property
    def checks(self) -> int:
        return sum(self.verdicts.values())

    def count(self, state: State) -> int:
        """Figures of prose and of tables in *state*."""
        return self.figures.get(("prose", state), 0) + self.figures.get(("table", state), 0)


def tally(ledger: Ledger | None, outcomes: tuple[Outcome, ...]) -> Tally:
    """The counts of a document; nothing at all for one that was not read."""
    known = list(states(ledger, outcomes))
    checks = [outcome for outcome in outcomes if is_check(outcome)]
    return Tally(
        dict(Counter((source(figure), state) for figure, state in known)),
        sum(figure.indicator is not None for figure, state in known if state != "unknown"),
        dict(Counter(outcome.verdict for outcome in checks)),
        # The order of headings says nothing about any number.
        sum(_is_judged(outcome) and not isinstance(outcome.claim.relation, Sequence) for outcome in checks),
        dict(Counter(outcome.why for outcome in checks if outcome.verdict is Verdict.OPEN)),
    )


def is_check(outcome: Outcome) -> bool:
    """Whether *outcome* is about a relation between figures; a pass needs two of them at different places."""
    if isinstance(outcome.claim.relation, Required | Countable):
        return False
    if outcome.verdict is not Verdict.PASS:
        return True
    return len({figure.id for _, figure in outcome.operands}) > 1


def states(ledger: Ledger | None, outcomes: tuple[Outcome, ...]) -> Iterator[tuple[Figure, State]]:
    """
    Every figure with its state: *tied* if a judged check compares it, *open* if only checks do that could not be
    judged, *untied* if none does; *unknown* is a cell without a number.
    """
    if ledger is None:
        return
    tied: set[int] = set()
    pending: set[int] = set()
    for outcome in filter(is_check, outcomes):
        (tied if _is_judged(outcome) else pending).update(figure.id for _, figure in outcome.operands)
    for figure in ledger.figures:
        yield figure, _state(figure, tied, pending)


def _is_judged(outcome: Outcome) -> bool:
    return outcome.verdict in (Verdict.PASS, Verdict.FAIL)


def _state(figure: Figure, tied: set[int], pending: set[int]) -> State:
    if figure.numeral is None:
        return "unknown"
    if figure.id in tied:
        return "tied"
    return "open" if figure.id in pending else "untied"


def source(figure: Figure) -> Source:
    return "table" if figure.cell else "prose"
