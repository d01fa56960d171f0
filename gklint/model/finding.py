"""What a person is told: findings of one document, and the Report over all inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from enum import Enum

from gklint.model.claim import Outcome, Verdict
from gklint.model.document import Location
from gklint.model.figure import Figure, Quote
from gklint.model.interval import Exact
from gklint.model.ledger import Ledger
from gklint.model.relation import every_operand
from gklint.model.rule import Rule, Severity
from gklint.model.tally import Tally, is_check, tally
from gklint.start.records import dataclass


class Status(Enum):
    READ = "read"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    FAILED = "failed"
    """A bug of gklint, or a process that died."""
    OVER_BUDGET = "over-budget"
    LINK = "link"
    """A link that leads nowhere, to itself, or to a folder."""
    SPECIAL = "special"
    """A pipe, a socket or a device: never opened."""


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


class Slip(Enum):
    """How a figure may have gone wrong, or what tells: the value is the language-neutral key of the reason."""

    SWAPPED_DIGITS = "swapped-digits"
    REPLACED_DIGIT = "replaced-digit"
    DROPPED_DIGIT = "dropped-digit"
    ADDED_DIGIT = "added-digit"
    SCALE = "scale"
    """Ten, a hundred, … times too large or too small."""
    UNIT = "unit"
    """元 stands for 万元, 亿元 for 万元, and so on."""
    SIGN = "sign"
    LEFT_EMPTY = "left-empty"
    """0 stands where a value should."""
    COPIED = "copied"
    """The value of the neighbour *figure* stands here too."""
    STALE = "stale"
    """The value of an earlier year, *figure*, was left behind."""
    EXCHANGED = "exchanged"
    """It stands where *figure*'s value belongs, and that one here."""
    SHIFTED = "shifted"
    """A piece of its row or column slid by one place; its own value now stands at *figure*."""
    TEXT_BEHIND = "text-behind"
    """The text was not updated after the table, where *figure* stands and agrees with the rest."""
    COUNTED_TWICE = "counted-twice"
    """What it misses is just *figure*, which was added in once too often (an 其中 row, a subtotal)."""
    LEFT_OUT = "left-out"
    """What it misses is just *figure*, which was not added in."""
    WRONG_SIGN = "wrong-sign"
    """What it misses is twice *figure*, which was added where it should be taken away, or the other way round."""
    OTHER_FACT = "other-fact"
    """It says what *figure* says, so that it may speak of that one: no figure need be wrong."""
    UNLOCATED = "unlocated"
    """No explanation was found within the bounds of the search; the order of the suspects says little."""


@dataclass(frozen=True, slots=True)
class Reason:
    """
    Why a figure is suspected. *figure* is the other figure that the slip speaks of; it may stand outside the
    finding's operands. JSON writes ``slip`` or ``slip:value`` of that figure.
    """

    slip: Slip
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Suspect:
    """
    An operand that may be wrong. *suggest* is the value that would make everything agree (None: none is certain
    enough to be told), *repairs* the fingerprints of the broken relations that it would repair. Only a *confident* one
    is worded as the suspect; two of them are one slip (an exchange) or two faults in one relation.
    """

    figure: Figure
    confident: bool
    suggest: Exact | None = None
    reasons: tuple[Reason, ...] = ()
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
    def operands(self) -> tuple[tuple[str, Figure], ...]:
        """
        The figures that the finding speaks of, each once, in the role it has first: those that its relations compare,
        then suspects that only another reading of them would compare (a base that a share was not judged by).
        """
        relations = [outcome.claim.relation for outcome in self.outcomes]
        compared = [pair for outcome in self.outcomes for pair in outcome.operands]
        suspected = {suspect.figure.id for suspect in self.suspects}
        others = [pair for relation in relations for pair in every_operand(relation) if pair[1].id in suspected]
        known: dict[int, tuple[str, Figure]] = {}
        for role, figure in (*compared, *others, *(("item", suspect.figure) for suspect in self.suspects)):
            known.setdefault(figure.id, (role, figure))
        return tuple(known.values())

    @property
    def is_live(self) -> bool:
        """Whether the finding counts: neither waived nor known before with the same figures."""
        return self.waived is None and self.standing is not Standing.UNCHANGED


@dataclass(frozen=True, slots=True)
class Audit:
    """
    Everything that is known of one input after the run; *ledger* is None when it could not be read.

    *about* says which report it is, whatever its format.

    A *brief* one was read, but has no ledger and no outcomes any more: its findings and counts, a fraction of the
    whole, are all that many outputs print.

    *failure* is what a programmer needs to know where gklint failed: a traceback, for standard error alone.
    """

    path: str
    sha256: str
    reader: str | None
    status: Status
    ledger: Ledger | None
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    counted: Tally | None = None
    about: str = ""
    failure: str = ""

    @property
    def is_brief(self) -> bool:
        return self.status is Status.READ and self.ledger is None

    @property
    def tally(self) -> Tally:
        return self.counted or tally(self.ledger, self.outcomes)

    def brief(self) -> Audit:
        """The same findings and counts, without the document."""
        return replace(self, ledger=None, outcomes=(), counted=self.tally)

    @property
    def checks(self) -> Iterator[Outcome]:
        """The outcomes that compare figures; what the template lacks is a finding, x = x is nothing."""
        if self.is_brief:
            raise ValueError(f"{self.path}: a brief audit has only counts of checks")
        return (outcome for outcome in self.outcomes if is_check(outcome))

    def count(self, verdict: Verdict) -> int:
        """How many checks came out as *verdict*."""
        return self.tally.verdicts.get(verdict, 0)

    @property
    def judged(self) -> int:
        """Checks of figures with a verdict of pass or fail."""
        return self.tally.judged


@dataclass(frozen=True, slots=True)
class Report:
    """
    One run: an Audit for each input, ordered by path; *is_interrupted*: for those that were done until then.

    *remarks* are failures of gklint that no single document is to blame for, told to programmers.
    """

    audits: tuple[Audit, ...]
    is_interrupted: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def failures(self) -> tuple[str, ...]:
        """Where gklint failed, for standard error."""
        return (*(audit.failure for audit in self.audits if audit.failure), *self.remarks)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for audit in self.audits for finding in audit.findings)

    @property
    def claims(self) -> int:
        """How many checks there are, whatever came out."""
        return sum(audit.tally.checks for audit in self.audits)

    @property
    def judged(self) -> int:
        """Checks of figures with a verdict of pass or fail, in the whole run."""
        return sum(audit.judged for audit in self.audits)

    @property
    def has_gap(self) -> bool:
        """Whether an input could not be read, or nothing could be judged in the whole run."""
        return not self.judged or any(audit.status is not Status.READ for audit in self.audits)
