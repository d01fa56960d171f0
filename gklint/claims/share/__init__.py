"""
Shares: a percentage and the two figures that it is made of, as a sentence names them.

::

    收到申请 120 件，其中网络申请 90 件，占 75%        portion: the part stands before, the base is the head
    90 out of 120 requests (75%)                     ratio: the part, the base, the rate
    受理 120 件，办结 90 件，办结率 75%               rate: its name says which act is the part
    预算 120 万元，成交 90 万元，节约 30 万元，节约率 25%  saving
    年初预算为 120 万元，支出决算为 90 万元，完成预算的 75%  completion: the base is named
    办结率 102%                                     excess: more than all, whatever the two figures are

A reading is chosen by grammar alone, never by its arithmetic: a share that a changed figure breaks stays a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from gklint.claims.crosscheck import indicators as _indicators
from gklint.claims.share.elsewhere import Elsewhere
from gklint.claims.share.portions import portions, ratios
from gklint.claims.share.rates import completions, excesses, rates, savings
from gklint.claims.share.running import Spot, figures, joined, rows, softening
from gklint.claims.share.shares import Reading, Words
from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.reading import Reading as Weighed
from gklint.model.relation import Share
from gklint.model.rule import Rule
from gklint.start.records import dataclass

PERCENT = frozenset({Measure.PERCENT, Measure.MULTIPLE})


@dataclass(frozen=True, slots=True)
class Find:
    """
    *reading* selects the grammar; *words* are its tables by language. *wholes* are sums of a form's indicators that a
    part may be a share of as well, where the sentence does not name its whole.
    """

    reading: Literal["portion", "ratio", "rate", "saving", "completion", "excess"]
    words: Mapping[str, Words]
    wholes: tuple[str, ...] = ()


READERS: dict[str, Callable[[Sequence[Spot], Words], Iterator[Reading]]] = {
    "portion": portions,
    "ratio": ratios,
    "rate": rates,
    "saving": savings,
    "completion": completions,
    "excess": excesses,
}


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every share of the prose that one of *rules* can read; the first rule that reads a percentage has it."""
    finds = [(rule, rule.find.reading, joined(rule.find.words)) for rule in rules if isinstance(rule.find, Find)]
    totals = {rule.code: Elsewhere(ledger, words) for rule, _, words in finds}
    for row in rows(ledger, PERCENT):
        taken: set[int] = set()
        for rule, reader, words in finds:
            told: set[int] = set()
            for reading in READERS[reader](row, words):
                bases = reading.bases or _elsewhere(totals[rule.code], reading)
                if (bases or not reading.part) and reading.share.place not in taken:
                    told.add(reading.share.place)
                    yield _claim(ledger, rule, reading, bases)
            taken |= told


def _elsewhere(totals: Elsewhere, reading: Reading) -> tuple[tuple[Spot, ...], ...]:
    """The whole of *reading* that another paragraph states."""
    total = totals.find(reading.whole, reading.part[0]) if reading.part else None
    return ((total,),) if total else ()


def _claim(ledger: Ledger, rule: Rule, reading: Reading, bases: Sequence[Sequence[Spot]]) -> Claim:
    printed = tuple(map(figures, bases))
    if printed and not reading.is_named and isinstance(rule.find, Find):
        printed += tuple(cells for whole in rule.find.wholes if (cells := _indicators.figures(ledger, whole)))
    relation = Share(reading.share.figure, figures(reading.part), printed)
    basis = Basis.DECLARED if reading.is_named else Basis.INHERITED
    weighed = Weighed(reading.form, reading.features, (reading.share.figure.id,)) if reading.form else None
    return Claim(rule, relation, basis, notes=softening(ledger, reading.share), reading=weighed)
