"""Faults: which figure is named, with which value, and where gklint keeps silent."""

from __future__ import annotations

import pytest

from gklint.model.claim import Basis
from gklint.model.finding import Slip
from gklint.model.relation import Partition, Same
from tests.blame.books import blamed, book, totals
from tests.build import claim

CLEAN = [[412, 37, 90, 539], [208, 116, 55, 379], [620, 153, 145, 918]]


def with_cells(**changes: int) -> list[list[int]]:
    """The clean table with other values, by the row and column of each cell (``r0c1``)."""
    rows = [list(row) for row in CLEAN]
    for place, value in changes.items():
        rows[int(place[1])][int(place[3])] = value
    return rows


def test_cell_of_two_sums_is_named() -> None:
    """A cell that breaks its row and its column is one fault, named with the value that it had."""
    ledger, cells = book(with_cells(r1c1=161))

    (fault,) = blamed(ledger, totals(cells))

    first = fault.candidates[0]
    assert (2, "161", 116, True) == (len(fault.claims), first.figure.raw, first.suggest, first.confident)
    assert [Slip.SWAPPED_DIGITS] == [reason.slip for reason in first.reasons]


def test_exchanged_neighbours_are_one_fault() -> None:
    """Two cells in each other's place are one fault, and both are named."""
    ledger, cells = book(with_cells(r0c0=208, r1c0=412))

    (fault,) = blamed(ledger, totals(cells))

    named = {one.figure.raw: one.suggest for one in fault.candidates if one.confident}
    assert {"208": 412, "412": 208} == named


def test_shifted_piece_is_one_fault() -> None:
    """A row whose cells slid by one place is one fault."""
    ledger, cells = book(with_cells(r0c0=0, r0c1=412, r0c2=37))

    (fault,) = blamed(ledger, totals(cells))

    assert {"0": 412, "412": 37, "37": 90} == {c.figure.raw: c.suggest for c in fault.candidates if c.confident}


def test_two_faults_are_two() -> None:
    """Two wrong cells of one row are told apart by their columns."""
    ledger, cells = book(with_cells(r0c0=421, r0c1=87))

    found = blamed(ledger, totals(cells))

    assert {("421", 412), ("87", 37)} == {(f.candidates[0].figure.raw, f.candidates[0].suggest) for f in found}


def test_lone_sum_without_a_slip_names_nobody() -> None:
    """One sum that is off by a number which explains nothing ranks its figures and is sure of none."""
    ledger, cells = book([[412, 37, 90, 802]])

    (fault,) = blamed(ledger, totals(cells)[:1])

    assert len(fault.candidates) > 1
    assert not any(one.confident for one in fault.candidates)


def test_lone_sum_with_one_likely_slip_names_it() -> None:
    """One sum of which one figure alone has two digits in each other's place names that figure."""
    ledger, cells = book([[8013, 755, 290, 9148]])

    (fault,) = blamed(ledger, totals(cells)[:1])

    assert (("8013", 8103, True),) == tuple((c.figure.raw, c.suggest, c.confident) for c in fault.candidates[:1])


def test_subtotal_that_was_added_in_is_told() -> None:
    """A total that is too large by just one of its parts may count it twice."""
    ledger, cells = book([[412, 137, 90, 776]])

    (fault,) = blamed(ledger, totals(cells)[:1])

    whole = next(one for one in fault.candidates if one.figure.raw == "776")
    assert [(Slip.COUNTED_TWICE, "137")] == [(r.slip, r.figure.raw) for r in whole.reasons if r.figure]


def test_evidence_that_holds_protects_a_figure() -> None:
    """Where two places differ, the one that fits its other claims is not blamed."""
    ledger, cells = book([[412, 37, 449], [0, 0, 494]])
    sums = claim(Partition(cells[0][2], (cells[0][0], cells[0][1])))
    same = claim(Same((cells[0][2], cells[1][2])))

    (fault,) = blamed(ledger, [sums, same])

    assert ("494", 449, True) == (
        fault.candidates[0].figure.raw,
        fault.candidates[0].suggest,
        fault.candidates[0].confident,
    )


@pytest.mark.parametrize("basis", [Basis.INHERITED, Basis.INDUCED])
def test_weak_claims_alone_convince_nobody(basis: Basis) -> None:
    """A comparison that may not bind names no figure where nothing else speaks."""
    ledger, cells = book([[412, 903]])

    (fault,) = blamed(ledger, [claim(Same((cells[0][0], cells[0][1])), basis)])

    assert not any(one.confident for one in fault.candidates)
