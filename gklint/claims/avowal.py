"""
What a sentence says of the form's cells without a figure: 全部办结 is an equation between requests and conclusions.

::

    [[find.avowals]]
    words = "(?:全部|均已)办结"
    left = ["requests.received + requests.carried-in", "requests.received"]
    right = ["requests.concluded"]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gklint.claims.crosscheck.indicators import figures
from gklint.judge import judge
from gklint.model.claim import Basis, Claim, Outcome, Verdict
from gklint.model.ledger import Ledger
from gklint.model.relation import Flow
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

REACH = 40
"""Characters before the words that tell what they are said of."""


@dataclass(frozen=True, slots=True)
class Avowal:
    """
    *words* as a sentence prints them without blanks, *about* what has to stand shortly before them, *unless* what must
    not. *left* and *right* are admissible sums of indicators; one pair that is equal is enough.
    """

    words: str
    about: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Find:
    avowals: tuple[Avowal, ...]


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """One claim for each avowal that a sentence of *ledger* makes and its form can confirm."""
    if not ledger.bound:
        return
    texts = ["".join(sentence.text.split()) for sentence in ledger.sentences]
    for rule in rules:
        if isinstance(rule.find, Find):
            for avowal in rule.find.avowals:
                if any(_says(text, avowal) for text in texts):
                    yield from _claim(ledger, rule, avowal)


def _says(text: str, avowal: Avowal) -> bool:
    for hit in _compiled(avowal.words).finditer(text):
        before = text[max(0, hit.start() - REACH) : hit.start()]
        if _compiled(avowal.about).search(before) and not (avowal.unless and _compiled(avowal.unless).search(before)):
            return True
    return False


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy(pattern)


def _claim(ledger: Ledger, rule: Rule, avowal: Avowal) -> Iterator[Claim]:
    """The pair of sums that is equal, else the first that can be judged."""
    failed: Outcome | None = None
    for left in avowal.left:
        for right in avowal.right:
            sources, uses = figures(ledger, left), figures(ledger, right)
            if not sources or not uses:
                continue
            outcome = judge(Claim(rule, Flow(sources, uses), Basis.INHERITED))
            if outcome.verdict is Verdict.PASS:
                yield outcome.claim
                return
            failed = failed or outcome
    if failed:
        yield failed.claim
