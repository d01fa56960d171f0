"""Planted faults for the tests of blame: generated reports as Markdown, and suggestions typed into their cells."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gklint.model.figure import Figure
from gklint.model.finding import Audit, Suspect
from gklint.model.interval import Exact
from tests.factory import evidence, faults, reports
from tests.factory.formats import FORMATS


@dataclass(frozen=True, slots=True)
class Planted:
    """A report with *printed* in its cells; *changed* are the slots that a slip of *kind* altered."""

    sample: reports.Sample
    kind: str
    printed: Mapping[str, str]
    changed: tuple[str, ...]

    def audit(self, typed: Mapping[str, str] | None = None) -> Audit:
        """What gklint says of it, with the texts *typed* over the cells of some slots."""
        return evidence.lint(FORMATS["markdown"](self.sample.report({**self.printed, **(typed or {})})))

    def slot_of(self, figure: Figure) -> str | None:
        """The slot that *figure* was printed from, None if it stands elsewhere."""
        places = self.sample.report(self.printed).places()
        cell = figure.cell
        wanted = (cell.table, cell.row, cell.column) if cell else None
        return next((slot for slot, place in places.items() if place == wanted), None)


def planted(form: reports.FormName, seed: int, count: int = 1) -> Planted | None:
    """*count* faults in report number *seed* of *form*, their kinds by the seed too; None if one has no place."""
    rng = random.Random(f"blame {form} {seed}")
    sample = reports.sample(form, seed)
    printed: Mapping[str, str] = sample.printed
    changed: list[str] = []
    kinds = list(faults.KINDS)
    for index in range(count):
        kind = kinds[(seed + index) % len(kinds)]
        fault = faults.plant(rng, printed, reports.lines_of(sample), reports.identities_of(sample), kind)
        if fault is None:
            return None
        printed = fault.printed
        changed += fault.changed
    return Planted(sample, kind, printed, tuple(changed))


def confident(audit: Audit) -> Iterator[Suspect]:
    """The suspects that are named, with a value, of all findings."""
    for finding in audit.findings:
        yield from (suspect for suspect in finding.suspects if suspect.confident and suspect.suggest is not None)


def as_typed(value: Exact) -> str:
    """*value* as a hand would type it into a cell of counts."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    return format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")
