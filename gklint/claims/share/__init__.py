"""
Shares: a percentage and the two figures that it is made of, as a sentence names them.

::

    收到申请 120 件，其中网络申请 90 件，占 75%        portion: the part stands before, the base is the head
    90 out of 120 requests (75%)                     ratio: the part, the base, the rate
    受理 120 件，办结 90 件，办结率 75%               rate: its name says which act is the part
    预算 120 万元，成交 90 万元，节约 30 万元，节约率 25%  saving
    年初预算为 120 万元，支出决算为 90 万元，完成预算的 75%  completion: the base is named
    办结率 102%                                     excess: more than all, whatever the two figures are

What a portion is a share of is seldom said: every base that it may have is a reading, and they are weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from gklint.claims.crosscheck import indicators as _indicators
from gklint.claims.share.bases import Base, bases
from gklint.claims.share.elsewhere import Elsewhere
from gklint.claims.share.layers import layers
from gklint.claims.share.portions import portions, ratios
from gklint.claims.share.rates import completions, excesses, rates, savings
from gklint.claims.share.running import Spot, figures, joined, rows, softening
from gklint.claims.share.shares import Portion, Reading, Words, bare
from gklint.claims.share.votes import voted
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Verdict
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.reading import Reading as Weighed
from gklint.model.relation import Share
from gklint.model.rule import Rule, Severity
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


PORTIONS: dict[str, Callable[[Sequence[Spot], Words], Iterator[Portion]]] = {"portion": portions, "ratio": ratios}
READERS: dict[str, Callable[[Sequence[Spot], Words], Iterator[Reading]]] = {
    "rate": rates,
    "saving": savings,
    "completion": completions,
    "excess": excesses,
}


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every share of the prose that one of *rules* can read; the first rule that reads a percentage has it."""
    finds = [(rule, rule.find, joined(rule.find.words)) for rule in rules if isinstance(rule.find, Find)]
    far = Elsewhere(ledger)
    for row in rows(ledger, PERCENT):
        taken: set[int] = set()
        for rule, find, words in finds:
            if find.reading in PORTIONS:
                made = tuple(_portions(ledger, rule, find, row, far, words))
            else:
                made = tuple(_readings(ledger, rule, READERS[find.reading](row, words)))
            yield from (claim for place, claim in made if place not in taken)
            taken.update(place for place, _ in made)
        if layered := next((rule for rule, find, _ in finds if find.reading == "portion"), None):
            yield from (claim for _, claim in _readings(ledger, layered, layers(row)))


def _portions(
    ledger: Ledger, rule: Rule, find: Find, row: Sequence[Spot], far: Elsewhere, words: Words
) -> Iterator[tuple[int, Claim]]:
    """Each portion of *row* as a share of every base that it may have: readings of one percentage."""

    def claim(portion: Portion, base: Base) -> Claim:
        relation = Share(portion.share.figure, (portion.part.figure,), (base.figures,))
        reading = Weighed(base.form, base.features, (portion.share.figure.id,))
        return Claim(rule, relation, Basis.DECLARED, notes=softening(ledger, portion.share), reading=reading)

    def holds(portion: Portion, base: Base) -> bool:
        return judge(claim(portion, base)).verdict is Verdict.PASS

    found = tuple(PORTIONS[find.reading](row, words))
    forms = [Base(cells, "share.of-form") for whole in find.wholes if (cells := _indicators.figures(ledger, whole))]
    proposed = [
        (one, [*bases(row, one, found, far, words), *(() if bare(one.name, words) else forms)]) for one in found
    ]
    for portion, base in voted(proposed, holds):
        made = claim(portion, base)
        # 11.1∶30.1∶58.8 for 58.74: what rounding leaves over is put where it shows least, so that all make a hundred.
        if portion.is_balanced and judge(made).cap is Severity.WARNING:
            made = claim(portion, replace(base, features=(*base.features, "balanced")))
        yield portion.share.place, made


def _readings(ledger: Ledger, rule: Rule, readings: Iterator[Reading]) -> Iterator[tuple[int, Claim]]:
    for reading in readings:
        if reading.bases or not reading.part:
            relation = Share(reading.share.figure, figures(reading.part), tuple(map(figures, reading.bases)))
            basis = Basis.DECLARED if reading.is_named else Basis.INHERITED
            weighed = Weighed(reading.form, reading.features, (reading.share.figure.id,)) if reading.form else None
            yield (
                reading.share.place,
                Claim(rule, relation, basis, notes=softening(ledger, reading.share), reading=weighed),
            )
