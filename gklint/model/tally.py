"""What is counted of one document: enough for every summary, without the document itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import repeat
from typing import Literal

from gklint.model.claim import Outcome, Verdict, verifies
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.relation import Countable, Required, Sequence, is_bound
from gklint.start.records import dataclass

State = Literal["exact", "bounded", "open", "untied", "unknown"]
Source = Literal["prose", "table"]


RANKS: dict[State, int] = {"untied": 0, "open": 1, "bounded": 2, "exact": 3}
"""A figure is in the best state that any check gives it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """
    Counts of one document. *figures* by source and state; *bound* are those with a number and an indicator. *verdicts*
    of its checks; *loose* are those that passed as bounds only, *judged* those of figures that came out as pass or
    fail, *reasons* why others stay open.
    """

    figures: Mapping[tuple[Source, State], int]
    bound: int
    verdicts: Mapping[Verdict, int]
    loose: int
    judged: int
    reasons: Mapping[str | None, int]

    @property
    def read(self) -> int:
        """Figures that hold a number."""
        return sum(count for (_, state), count in self.figures.items() if state != "unknown")

    @property
    def checks(self) -> int:
        return sum(self.verdicts.values())

    @property
    def tied(self) -> int:
        """Figures that a judged check compares."""
        return self.count("exact") + self.count("bounded")

    @property
    def unchecked(self) -> int:
        """Figures of which no check has said anything."""
        return self.count("open") + self.count("untied")

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
        sum(outcome.verdict is Verdict.PASS and not outcome.is_exact for outcome in checks),
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
    Every figure with its state: *exact* if some check would notice at least half of its slips (or has noticed one),
    *bounded* if judged checks only keep it within limits, *open* if only checks name it that could not be judged,
    *untied* if none does; *unknown* is a cell without a number.
    """
    if ledger is None:
        return
    known: dict[int, State] = {}
    for outcome in filter(is_check, outcomes):
        for (_, figure), state in zip(outcome.operands, _told(outcome), strict=False):
            if RANKS[state] > RANKS[known.get(figure.id, "untied")]:
                known[figure.id] = state
    for figure in ledger.figures:
        yield figure, "unknown" if figure.numeral is None else known.get(figure.id, "untied")


def _is_judged(outcome: Outcome) -> bool:
    return outcome.verdict in (Verdict.PASS, Verdict.FAIL)


def _told(outcome: Outcome) -> Iterator[State]:
    """What the check says of each of its operands."""
    if not _is_judged(outcome):
        return repeat("open")
    if is_bound(outcome.claim.relation):
        return repeat("bounded")
    if outcome.verdict is Verdict.FAIL:
        return repeat("exact")
    return ("exact" if verifies(grip) else "bounded" for grip in outcome.grips)


def source(figure: Figure) -> Source:
    return "table" if figure.cell else "prose"
