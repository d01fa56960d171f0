"""What gklint says of its own waivers and baseline (GK9): unused, lapsed, without a reason, not understood, stale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Protocol, runtime_checkable

from gklint.blame.fingerprints import digest, named
from gklint.model.document import Location
from gklint.model.figure import Quote
from gklint.model.finding import Finding
from gklint.model.rule import Rule
from gklint.severity import CAPS
from gklint.start.records import dataclass

KIND = "upkeep"
"""The kind of these rules. Nothing excuses what they find, and no baseline holds it."""
Fault = Literal["unused", "lapsed", "reasonless", "unclear", "stale"]


@runtime_checkable
class OnUpkeep(Protocol):
    """Settings of a rule of this kind."""

    @property
    def fault(self) -> Fault: ...


@dataclass(frozen=True, slots=True)
class Remark:
    """
    The *fault* of a waiver or a baseline: it is written in the words *quote* at *location* of *path*. *detail* names
    what it is about (rules, figures), *about* the report that it speaks of.
    """

    fault: Fault
    path: str
    location: Location
    quote: str
    detail: str
    about: str


def told(remarks: Iterable[Remark], rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """The findings of *remarks*, of those faults that one of *rules* speaks of."""
    by_fault = {rule.find.fault: rule for rule in rules if isinstance(rule.find, OnUpkeep)}
    return tuple(named(_findings(remarks, by_fault)))


def is_upkeep(finding: Finding) -> bool:
    return finding.rule.kind == KIND


def _findings(remarks: Iterable[Remark], by_fault: dict[Fault, Rule]) -> Iterator[Finding]:
    for remark in remarks:
        if rule := by_fault.get(remark.fault):
            meaning = (rule.id, remark.about, remark.quote)
            yield Finding(
                rule=rule,
                severity=CAPS[rule.strength],
                path=remark.path,
                location=remark.location,
                quote=Quote("", remark.quote, ""),
                message=f"upkeep-{remark.fault}",
                args={"detail": remark.detail},
                fingerprint=digest(*meaning),
                values=digest(*meaning, remark.detail),
            )
