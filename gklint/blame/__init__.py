"""
Outcomes -> Findings: each fault told once, at the place to look first, with the figure that is probably wrong.

::

    outcomes -merge-> components -search-> explanations -decide-> faults with suspects -telling-> findings

``evidence`` answers what would hold if a figure had another value; ``moves`` are the faults that can be undone,
``channel`` and ``priors`` how likely each is. gklint never changes a number: it names one, and a person decides.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import replace

from gklint.blame import fingerprints, merge, telling
from gklint.errors import ReadError
from gklint.model.claim import Outcome
from gklint.model.document import TextLocation
from gklint.model.figure import Quote
from gklint.model.finding import Finding
from gklint.model.ledger import Ledger
from gklint.model.rule import Rule, Severity

__all__ = ["findings", "unread"]


def findings(ledger: Ledger, outcomes: Iterable[Outcome]) -> tuple[Finding, ...]:
    """The findings of one document, in the order of their places, then codes; ids are unique among them."""
    found = [telling.told(ledger, group, suspects) for group, suspects in merge.groups(ledger, tuple(outcomes))]
    found.sort(key=lambda pair: (pair[0], pair[1].rule.code))
    return tuple(fingerprints.named(finding for _, finding in found))


def unread(rule: Rule, path: str, error: ReadError) -> Finding:
    """The finding for a document that could not be read at all."""
    # However it is spelt: ./a.md is a.md.
    meaning = fingerprints.digest(rule.id, posixpath.normpath(path.replace("\\", "/")))
    finding = Finding(
        rule=rule,
        severity=Severity.NOTE,
        path=path,
        location=TextLocation(1, 1, 1, 1),
        quote=Quote("", "", ""),
        message=f"unread-{error.obstacle}",
        args={"detail": error.detail},
        fingerprint=meaning,
        values=meaning,
    )
    return replace(finding, id=finding.fingerprint[:8])
