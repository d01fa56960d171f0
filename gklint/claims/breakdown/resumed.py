"""
A list that a part of a part interrupts: 建议提案 72 件，其中 A 37 件，其中重点 15 件，B 35 件.

The second 其中 belongs to A alone, and B goes on with the list before. Where the inner list ends no word tells; only
the numbers can.
"""

from __future__ import annotations

from collections.abc import Sequence

from gklint.claims.breakdown.passages import Passage
from gklint.claims.breakdown.sums import Found, Places, equals, holds, partition
from gklint.model.claim import Basis


def resumed(passage: Passage, outer: Sequence[int], reach: Places) -> tuple[Places, Found] | None:
    """
    The list *outer* (a whole, then its parts so far) with those of *reach* that go on with it, if they then make the
    whole, as well as leave the inner ones within the last part; None where nothing says who is part of what.
    """
    whole, *parts = outer
    for inner in range(1, len(reach)):
        places = (*parts, *reach[inner:])
        if equals(passage, whole, places) and holds(passage, parts[-1], reach[:inner]):
            return reach, Found("not-total", partition(passage, whole, places), Basis.DECLARED)
    return None
