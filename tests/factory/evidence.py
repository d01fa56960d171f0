"""What an Audit says about a generated report, in the generator's own terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from gklint.model.claim import Verdict
from gklint.model.figure import Figure
from gklint.model.finding import Audit, Finding
from gklint.model.ledger import Ledger
from gklint.model.relation import Flow, Partition, Required, operands
from gklint.model.rule import Packs, Severity
from gklint.pipeline import audit
from tests.factory.formats import Written


@cache
def packs() -> Packs:
    """The rules that ship with gklint."""
    from gklint.claims import KINDS
    from gklint.packs.find import rules_root
    from gklint.packs.load import load

    return load(rules_root(), {name: kind.Find for name, kind in KINDS.items()})


def lint(written: Written) -> Audit:
    name, data = written
    return audit(data, name, packs())


def alarms(result: Audit) -> tuple[Finding, ...]:
    """Findings above 提示."""
    return tuple(finding for finding in result.findings if finding.severity > Severity.NOTE)


def finds(result: Audit, places: Iterable[tuple[int, int, int]]) -> bool:
    """Whether a finding of severity error involves one of the cells at *places* (table, row, column)."""
    return _names(places, (finding for finding in result.findings if finding.severity is Severity.ERROR))


def accuses(result: Audit, places: Iterable[tuple[int, int, int]]) -> bool:
    """Like finds, but 请核实 is enough: what a table claims by its labels alone."""
    return _names(places, alarms(result))


def _names(places: Iterable[tuple[int, int, int]], findings: Iterable[Finding]) -> bool:
    wanted = set(places)
    return any(not wanted.isdisjoint(_cells(finding)) for finding in findings)


def _cells(finding: Finding) -> Iterator[tuple[int, int, int]]:
    for outcome in finding.outcomes:
        for _, figure in operands(outcome.claim.relation):
            if figure.cell:
                yield figure.cell.table, figure.cell.row, figure.cell.column


def checks(result: Audit, *, rules: Iterable[str] = ()) -> Counter[tuple[object, ...]]:
    """Every check as (rule, verdict, operands by role, value and cell label), only of *rules* if there are any."""
    chosen = set(rules)
    return Counter(
        (
            outcome.claim.rule.code,
            outcome.verdict.value,
            tuple((role, *_meaning(figure)) for role, figure in operands(outcome.claim.relation)),
        )
        for outcome in result.outcomes
        if not chosen or outcome.claim.rule.code in chosen
    )


def _meaning(figure: Figure) -> tuple[object, ...]:
    value = figure.numeral.value if figure.numeral else None
    if figure.cell is None:
        return value, None, None
    return value, _leaf(figure.cell.row_label), _leaf(figure.cell.column_label)


def _leaf(path: str) -> str:
    """The innermost label without its blanks: the outer ones are lost where a format has no merged cells."""
    return "".join(path.rsplit("›", 1)[-1].split())


def accounted(ledger: Ledger) -> Counter[str]:
    """How often each run of Arabic digits is accounted for: read as a figure, or no figure by a rule."""
    raws = [figure.raw for figure in ledger.figures if figure.numeral]
    raws += [other.raw for _, _, other in ledger.others]
    return Counter(run for raw in raws for run in re.findall(r"[0-9]+", raw))


def told(result: Audit) -> Counter[tuple[object, ...]]:
    """Findings as a person tells them apart: rule, severity, what is accused and which values are at odds."""
    return Counter(
        (
            finding.rule.code,
            finding.severity.word,
            finding.quote.exact,
            tuple(
                sorted(
                    (role, str(figure.numeral.value if figure.numeral else None))
                    for outcome in finding.outcomes
                    for role, figure in operands(outcome.claim.relation)
                )
            ),
        )
        for finding in result.findings
    )


def exact_passes(result: Audit) -> int:
    """How many equations of the form (partitions and flows that a form pack declares) hold."""
    return sum(
        outcome.verdict is Verdict.PASS
        for outcome in result.outcomes
        if outcome.claim.rule.forms and isinstance(outcome.claim.relation, Partition | Flow)
    )


def verdicts(result: Audit) -> Counter[tuple[str, str]]:
    """How many checks of each rule passed, failed or stayed open; hints about the print itself do not count."""
    return Counter(
        (outcome.claim.rule.code, outcome.verdict.value)
        for outcome in result.outcomes
        if not isinstance(outcome.claim.relation, Required)
    )
