"""Prose through readers, figures and one kind of claims, with the rules that ship."""

from __future__ import annotations

from functools import cache

from gklint import figures, readers, weighing
from gklint.claims import KINDS
from gklint.model.claim import Outcome, Verdict
from gklint.model.ledger import Ledger
from gklint.model.relation import operands
from gklint.model.rule import Packs
from gklint.model.statement import Mention
from gklint.packs.find import rules_root
from gklint.packs.load import load
from gklint.severity import severity


@cache
def packs() -> Packs:
    return load(rules_root(), {name: kind.Find for name, kind in KINDS.items()})


def ledger(text: str) -> Ledger:
    return figures.read(readers.read(text.encode(), "report.md"), packs())


def mentions(text: str) -> list[Mention]:
    return [mention for sentence in ledger(text).sentences for mention in sentence.mentions]


def judged(kind: str, text: str) -> list[Outcome]:
    """What the shipped rules of *kind* claim in *text*, weighed and judged."""
    rules = [rule for rule in packs().rules if rule.kind == kind]
    return list(weighing.judged(KINDS[kind].claims(ledger(text), rules)))


def told(kind: str, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Code, severity (or verdict, where it holds) and printed operands of each claim."""
    return [
        (outcome.claim.rule.code, _word(outcome), tuple(f.raw for _, f in operands(outcome.claim.relation)))
        for outcome in judged(kind, text)
    ]


def _word(outcome: Outcome) -> str:
    if outcome.verdict is not Verdict.FAIL:
        return outcome.verdict.value
    degree = severity(outcome)
    return degree.word if degree else "silent"
