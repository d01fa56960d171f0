"""
Layers: a share of a part whose own share is told, so that both make the share of the whole.

::

    网上办理占 60%，其中移动端占网上办理的 70%，移动端占全部的 42%      42% of 60% is 70%
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.claims.share.running import Spot
from gklint.claims.share.shares import LEAST_NAME, Reading
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

_TOLD = lazy(r"(?:其中)?(?P<subject>[^占]{2,16}?)占(?P<whole>[^占]{0,16}?)的?(?:比例|比重|比)?(?:为|达到?)?")


@dataclass(frozen=True, slots=True)
class _Told:
    """*share* is what *subject* is of *whole*."""

    share: Spot
    subject: str
    whole: str


def layers(row: Sequence[Spot]) -> Iterator[Reading]:
    """Each share of a part in *row* with the shares that this part and its own part are of all."""
    told = [
        _Told(spot, found["subject"], found["whole"])
        for spot in row
        if spot.is_percent and (found := _TOLD.fullmatch(spot.clause))
    ]
    for inner in told:
        if len(inner.whole) < LEAST_NAME:
            continue
        outer = next((one for one in told if one.subject == inner.whole), None)
        whole = next((one for one in told if one.subject == inner.subject and one is not inner), None)
        if outer and whole and whole.whole != inner.whole:
            yield Reading(inner.share, (whole.share,), ((outer.share,),), is_named=True, form="share.layer")
