"""
Narrative figures that a wrong cell has left without their counterpart.

The text says 31, the cell where 31 should stand says 0, and so the text was compared with what fits it next best. Once
the cell is put right, the comparison is another one: it is part of the same fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gklint.blame.decide import Fault
from gklint.blame.evidence import Evidence
from gklint.blame.suspects import Candidate
from gklint.model.claim import Basis
from gklint.model.figure import Figure

LEAST = 10
"""Smaller numbers are equal too often to mean the same."""


def absorbed(evidence: Evidence, faults: Sequence[Fault]) -> Iterator[Fault]:
    """*faults*, those that only echo another told with it."""
    hosts = {index: host for index, fault in enumerate(faults) if (host := _host(evidence, faults, fault)) is not None}
    for index, fault in enumerate(faults):
        if index not in hosts:
            guests = [claim for guest, host in hosts.items() if host == index for claim in faults[guest].claims]
            yield replace(fault, claims=tuple(sorted((*fault.claims, *guests))))


def _host(evidence: Evidence, faults: Sequence[Fault], fault: Fault) -> int | None:
    """Which of *faults* names a cell that this one, a comparison of the text with a table, stumbles over."""
    if any(evidence.claim(number).basis is Basis.DECLARED for number in fault.claims):
        return None
    members = [evidence.figures[member] for number in fault.claims for member in evidence.members[number]]
    if all(figure.cell for figure in members):
        return None
    is_named = any(candidate.confident for candidate in fault.candidates)
    for index, other in enumerate(faults):
        for one in other.candidates if other is not fault else ():
            if one.confident and one.figure.cell and (_says(members, one) or (not is_named and one.figure in members)):
                return index
    return None


def _says(members: Sequence[Figure], wrong: Candidate) -> bool:
    """Whether the text says what the *wrong* cell should say, and is compared with another cell of that table."""
    meant, cell = wrong.suggest, wrong.figure.cell
    if meant is None or cell is None or -LEAST < meant < LEAST:
        return False
    said = {figure.numeral.value for figure in members if figure.cell is None and figure.numeral}
    return meant in said and any(figure.cell and figure.cell.table == cell.table for figure in members)
