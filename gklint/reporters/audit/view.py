"""What the parts of one page share: figures with their anchors and states, checks in the order of the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from gklint.model.claim import Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.finding import Audit, Finding
from gklint.model.ledger import Ledger, Sheet
from gklint.model.tally import State as Coverage
from gklint.model.tally import states
from gklint.reporters.wording import Words
from gklint.start.records import dataclass

State = Literal["fails", "open", "passes", "bounds", "untied"]
STATES: tuple[State, ...] = ("fails", "open", "passes", "bounds", "untied")
LETTERS: dict[State, str] = {"fails": "f", "open": "o", "passes": "p", "bounds": "b", "untied": "u"}
"""Class of a figure's mark, short because a page has thousands of them."""

Spot = tuple[int, int, int]
"""A paragraph (block, -1, -1) or a cell (block, row, column): what holds one text."""
Key = tuple[str, tuple[int, ...]]
"""What tells a check from others of its document: its rule and the figures that it is about."""


@dataclass(frozen=True, slots=True)
class Section:
    """
    Checks that belong together on the sheet: those of one *table* (its number), else those whose figures stand in
    ``prose``, in prose and tables (``across``), or in several tables (``tables``). Each with its number on the sheet.
    """

    kind: Literal["table", "prose", "across", "tables"]
    table: int
    checks: tuple[tuple[int, Outcome], ...]


@dataclass(frozen=True, slots=True)
class View:
    """
    One document that was read. *figures* are all that have a mark, in the order of their anchors; *states* and
    *anchors* are by figure id, *sections* in the order of the sheet, *faults* the anchor of the finding that a check is
    told by (by ``key_of``).
    """

    audit: Audit
    ledger: Ledger
    words: Words
    figures: tuple[Figure, ...]
    anchors: Mapping[int, str]
    states: Mapping[int, State]
    suspects: frozenset[int]
    by_spot: Mapping[Spot, tuple[Figure, ...]]
    sheets: Mapping[int, Sheet]
    sections: tuple[Section, ...]
    faults: Mapping[Key, str]

    def sheet_of(self, block: int) -> Sheet | None:
        return self.sheets.get(block)


def view(audit: Audit, ledger: Ledger, words: Words) -> View:
    """Everything that the page of *audit* asks for more than once."""
    figures = _marked(ledger, audit.outcomes)
    by_spot: dict[Spot, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_spot[spot_of(figure)].append(figure)
    return View(
        audit,
        ledger,
        words,
        figures,
        {figure.id: f"f{index}" for index, figure in enumerate(figures)},
        _states(ledger, audit.outcomes, figures),
        frozenset(suspect.figure.id for finding in audit.findings for suspect in finding.suspects if suspect.confident),
        {spot: tuple(found) for spot, found in by_spot.items()},
        {sheet.block: sheet for sheet in ledger.sheets},
        tuple(_sections(audit.checks)),
        {key_of(outcome): anchor_of(finding) for finding in audit.findings for outcome in finding.outcomes},
    )


def key_of(outcome: Outcome) -> Key:
    return outcome.claim.rule.code, tuple(figure.id for _, figure in outcome.operands)


def spot_of(figure: Figure) -> Spot:
    cell = figure.cell
    return (figure.block, cell.row, cell.column) if cell else (figure.block, -1, -1)


def anchor_of(finding: Finding) -> str:
    return f"g-{finding.id}"


def _marked(ledger: Ledger, outcomes: Iterable[Outcome]) -> tuple[Figure, ...]:
    """The figures of the ledger, then the names, ordinals and years that a check is about."""
    known = {figure.id: figure for figure in ledger.figures}
    for outcome in outcomes:
        for _, figure in outcome.operands:
            known.setdefault(figure.id, figure)
    return tuple(known.values())


def _states(ledger: Ledger, outcomes: tuple[Outcome, ...], figures: tuple[Figure, ...]) -> dict[int, State]:
    """
    A figure fails if any relation that does not hold is about it; the others as the coverage has them. What is no
    figure of the ledger is there because a check is about it.
    """
    failing = {figure.id for outcome in outcomes if outcome.verdict is Verdict.FAIL for _, figure in outcome.operands}
    named: dict[Coverage, State] = {
        "exact": "passes",
        "bounded": "bounds",
        "open": "open",
        "untied": "untied",
        "unknown": "open",
    }
    known: dict[int, State] = {figure.id: named[state] for figure, state in states(ledger, outcomes)}
    return {figure.id: "fails" if figure.id in failing else known.get(figure.id, "passes") for figure in figures}


def _sections(checks: Iterable[Outcome]) -> Iterable[Section]:
    """Tables in their order, then prose, then what joins places."""
    found: dict[tuple[str, int], list[Outcome]] = defaultdict(list)
    for outcome in checks:
        found[_home(outcome)].append(outcome)
    number = 0
    for kind in ("table", "prose", "across", "tables"):
        for key in sorted(key for key in found if key[0] == kind):
            numbered = tuple(enumerate(found[key], start=number + 1))
            number += len(numbered)
            yield Section(kind, key[1], numbered)


def _home(outcome: Outcome) -> tuple[str, int]:
    tables = {figure.cell.table if figure.cell else None for _, figure in outcome.operands}
    if tables <= {None}:
        return "prose", 0
    if None in tables:
        return "across", 0
    first = min(table for table in tables if table is not None)
    return ("table", first) if len(tables) == 1 else ("tables", 0)
