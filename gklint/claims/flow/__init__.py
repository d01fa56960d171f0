"""
Kind "flow": what was there, came in, went out and is left, as sentences tell it one after the other.

::

    收入 378 万元，支出 365 万元，当年结余 13 万元          gains = losses + closing
    年初结转 12 件，收到 300 件，办结 290 件，结转 22 件     opening + gains = losses + closing
    出口 81 亿元，进口 42 亿元，顺差 39 亿元                 the closing word names the form
    上年末 48 家，新增 5 家，累计 53 家                     a stock: what there was is the opening of what there is
    全年 12 件，上半年 5 件，下半年 7 件                    the parts of a year are all of it

Words name the role of a figure, never whether the flow is meant: of all ways to take the figures before a closing one,
those that hold are proposed, else the nearest, for the room that weighs to believe or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from gklint.claims.flow.calendars import calendars
from gklint.claims.flow.closings import closings
from gklint.claims.flow.roles import Form
from gklint.claims.share.running import paragraphs, softening
from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.rule import Rule
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Find:
    """*forms* are the words of each kind of flow, *calendars* the rows of names that together are one *year*."""

    forms: Mapping[str, Form] = field(default_factory=dict)
    calendars: tuple[tuple[str, ...], ...] = ()
    year: tuple[str, ...] = ()


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every flow of the prose, in each way that its figures can be taken."""
    for rule in rules:
        find = rule.find
        if not isinstance(find, Find):
            continue
        for paragraph in paragraphs(ledger):
            text = "".join(paragraph.texts)
            found = [
                taken for form in find.forms.values() if form.speaks(text) for taken in closings(paragraph.row, form)
            ]
            found += [taken for row in find.calendars for taken in calendars(paragraph.row, row, find.year, text)]
            for spot, relation, reading in found:
                yield Claim(rule, relation, Basis.DECLARED, notes=softening(ledger, spot), reading=reading)
