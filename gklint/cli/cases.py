"""The cases inside rule files, run: each lists the figures that its rule accuses, in order, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gklint import pipeline
from gklint.claims.reading import Find as Reading
from gklint.cli.exits import CLEAN, FOUND
from gklint.model.finding import Finding
from gklint.model.rule import Case, Packs, Rule
from gklint.reporters.catalogue import Trial

EXTENSIONS = {"markdown": "md", "text": "txt", "html": "html", "csv": "csv"}


def tried(packs: Packs, rules: Iterable[Rule]) -> tuple[Trial, ...]:
    """Every case of *rules*, each with its rule alone, so that no other rule can speak for it."""
    return tuple(Trial(rule, case, accused(packs, rule, case)) for rule in rules for case in rule.cases)


def accused(packs: Packs, rule: Rule, case: Case) -> tuple[str, ...]:
    """What *rule* accuses in *case*: the characters that each finding shows first, in order."""
    name = f"case.{EXTENSIONS.get(case.reader, case.reader)}"
    # A waiver is told by what it excuses: there have to be other rules.
    alone = packs if rule.kind == "upkeep" else replace(packs, rules=(rule,))
    audit = pipeline.audit(case.text.encode(), name, alone)
    return tuple(_shown(finding) for finding in audit.findings if finding.rule == rule)


def _shown(finding: Finding) -> str:
    """The quoted characters; the obstacle, where nothing could be read to quote."""
    find = finding.rule.find
    return find.obstacle if isinstance(find, Reading) else finding.quote.exact


def exit_code(trials: Sequence[Trial]) -> int:
    return CLEAN if all(trial.passed for trial in trials) else FOUND
