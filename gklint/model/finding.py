"""What a person is told: findings of one document, and the Report over all inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum

from gklint.model.claim import Outcome, Verdict
from gklint.model.document import Location
from gklint.model.figure import Figure, Quote
from gklint.model.interval import Exact
from gklint.model.ledger import Ledger
from gklint.model.relation import Countable, Required, Sequence
from gklint.model.rule import Rule, Severity
from gklint.start.records import dataclass


class Status(Enum):
    READ = "read"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"


class Standing(Enum):
    """A finding beside the baseline: what was known before."""

    NEW = "new"
    UNCHANGED = "unchanged"
    """Known, with the very same figures: does not count."""
    UPDATED = "updated"
    """The same fault with other figures: counts."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """What a person has excused: why, and where that is written (``report.md:12``, ``gklint-waivers.toml``)."""

    reason: str
    origin: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """
    An operand that may be wrong. *suggest* is the value that would make everything agree, *repairs* the
    fingerprints of the findings that it would remove. Only a *confident* one is worded as the suspect.
    """

    figure: Figure
    confident: bool
    suggest: Exact | None = None
    reasons: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """
    A failed claim, a document that could not be read, or a missing element, told to a person.

    *outcomes* are the broken relations that have this one cause; none for a finding about reading.
    *location* and *quote* are the place to look first. *message* is a key of the wording, *args* its values
    (strings, language-neutral). *fingerprint* holds no line, value, message or language; *values* adds the
    values: same fault, new numbers. *id* is the short form of *fingerprint* that is unique in its document.
    *waived* and *standing* are set after blame, by suppress and baseline.
    """

    rule: Rule
    severity: Severity
    path: str
    location: Location
    quote: Quote
    message: str
    args: Mapping[str, str] = field(default_factory=dict)
    outcomes: tuple[Outcome, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    confidence: str = "certain"
    fingerprint: str = ""
    values: str = ""
    id: str = ""
    waived: Waiver | None = None
    standing: Standing = Standing.NEW

    @property
    def is_live(self) -> bool:
        """Whether the finding counts: neither waived nor known before with the same figures."""
        return self.waived is None and self.standing is not Standing.UNCHANGED


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that is known of one input after the run; *ledger* is None when it could not be read."""

    path: str
    sha256: str
    reader: str | None
    status: Status
    ledger: Ledger | None
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]

    @property
    def checks(self) -> Iterator[Outcome]:
        """The outcomes that compare figures; what the template lacks is a finding, x = x is nothing."""
        return (outcome for outcome in self.outcomes if is_check(outcome))

    def count(self, verdict: Verdict) -> int:
        """How many checks came out as *verdict*."""
        return sum(outcome.verdict is verdict for outcome in self.checks)

    @property
    def judged(self) -> int:
        """Checks of figures with a verdict of pass or fail; the order of headings says nothing about any number."""
        return sum(
            outcome.verdict in (Verdict.PASS, Verdict.FAIL) and not isinstance(outcome.claim.relation, Sequence)
            for outcome in self.checks
        )


def is_check(outcome: Outcome) -> bool:
    """Whether *outcome* is about a relation between figures; a pass needs two of them at different places."""
    if isinstance(outcome.claim.relation, Required | Countable):
        return False
    if outcome.verdict is not Verdict.PASS:
        return True
    return len({figure.id for _, figure in outcome.operands}) > 1


@dataclass(frozen=True, slots=True)
class Report:
    """One run: an Audit for each input, ordered by path."""

    audits: tuple[Audit, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for audit in self.audits for finding in audit.findings)

    @property
    def claims(self) -> int:
        """How many checks there are, whatever came out."""
        return sum(1 for audit in self.audits for _ in audit.checks)

    @property
    def judged(self) -> int:
        """Checks of figures with a verdict of pass or fail, in the whole run."""
        return sum(audit.judged for audit in self.audits)

    @property
    def has_gap(self) -> bool:
        """Whether an input could not be read, or nothing could be judged in the whole run."""
        return not self.judged or any(audit.status is not Status.READ for audit in self.audits)
