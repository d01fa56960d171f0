"""
SARIF 2.1.0, the complete record: every finding is a result of kind fail, every check that holds one of kind pass.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from gklint import __version__
from gklint.model.claim import Outcome, Verdict
from gklint.model.document import Location
from gklint.model.figure import Figure
from gklint.model.finding import Audit, Finding, Report, Standing, Status, Waiver
from gklint.model.ledger import Ledger
from gklint.model.rule import Rule
from gklint.reporters.amounts import fixed, plain
from gklint.reporters.equation import equation
from gklint.reporters.places import label
from gklint.reporters.spots import lines, page, placed, uri
from gklint.reporters.story import message
from gklint.reporters.style import Style
from gklint.reporters.wording import Words

Object = dict[str, Any]
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
KINDS = {Verdict.PASS: "pass", Verdict.OPEN: "open", Verdict.BLOCKED: "notApplicable", Verdict.FAIL: "informational"}
"""What a check is that no finding tells; one that fails and stays silent is told nowhere else."""
NOT_SUPPRESSED: list[Object] = []
"""All results of a run say whether they are suppressed, or none does (3.27.23)."""


def render(report: Report, style: Style) -> str:
    """One run with all rules that spoke, all files, findings and checks."""
    words = Words(style.language)
    results = [result for number, audit in enumerate(report.audits) for result in _results(audit, number, words)]
    return dumped(log(report, results, words))


def dumped(whole: Object) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def log(report: Report, results: list[Object], words: Words) -> Object:
    """The log around *results*, which name their rules by code."""
    rules = {rule.code: rule for rule in _rules(report)}
    spoken = sorted({result["ruleId"] for result in results})
    index = {code: number for number, code in enumerate(spoken)}
    for result in results:
        result["ruleIndex"] = index[result["ruleId"]]
    driver = {
        "name": "gklint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_descriptor(rules[code], words) for code in spoken],
    }
    artifacts = [_artifact(audit) for audit in report.audits]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, words)],
        "artifacts": artifacts,
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def physical(path: str, location: Location, shown: str, artifact: int) -> Object:
    """A place in a file; a region without lines where the file has none."""
    region: Object = {"snippet": {"text": shown}} if shown else {}
    if place := lines(location):
        region |= {"startLine": place.line, "startColumn": place.column}
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    made: Object = {"artifactLocation": {"uri": uri(path), "index": artifact}}
    if region:
        made["region"] = region
    if number := page(location):
        made["properties"] = {"page": number}
    return made


def failure(finding: Finding, artifact: int, words: Words) -> Object:
    """The result of *finding*, without what other places it speaks of."""
    return {
        "ruleId": finding.rule.code,
        "kind": "fail",
        "level": finding.severity.word,
        "message": {"text": placed(finding, words)},
        "locations": [
            {"physicalLocation": physical(finding.path, finding.location, finding.quote.exact, artifact)},
        ],
        "partialFingerprints": {"finding/v1": finding.fingerprint, "values/v1": finding.values},
    }


def _results(audit: Audit, artifact: int, words: Words) -> Iterator[Object]:
    owned = {id(outcome) for finding in audit.findings for outcome in finding.outcomes}
    for finding in audit.findings:
        yield _finding(finding, audit.ledger, artifact, words)
    if audit.ledger is not None:
        for outcome in audit.checks:
            if id(outcome) not in owned:
                yield _check(outcome, audit.ledger, artifact, words)


def _finding(finding: Finding, ledger: Ledger | None, artifact: int, words: Words) -> Object:
    result = failure(finding, artifact, words)
    result["baselineState"] = finding.standing.value
    result["suppressions"] = [_suppression(finding.waived)] if finding.waived else NOT_SUPPRESSED
    if ledger is not None and finding.outcomes:
        result["relatedLocations"] = list(_related(finding, ledger, artifact))
    result["properties"] = {
        "id": finding.id,
        "name": finding.rule.id,
        "confidence": finding.confidence,
        "suspects": [
            {
                "figure": suspect.figure.raw,
                "confident": suspect.confident,
                "suggest": None if suspect.suggest is None else plain(suspect.suggest),
            }
            for suspect in finding.suspects
        ],
    }
    return result


def _suppression(waived: Waiver) -> Object:
    kind = "external" if waived.origin.endswith(".toml") else "inSource"
    return {"kind": kind, "justification": waived.reason}


def _related(finding: Finding, ledger: Ledger, artifact: int) -> Iterator[Object]:
    for number, (_, figure) in enumerate(finding.operands, start=1):
        yield {"id": number, **_place(figure, ledger, artifact), "message": {"text": _called(figure)}}


def _check(outcome: Outcome, ledger: Ledger, artifact: int, words: Words) -> Object:
    known = equation(outcome)
    parts = (outcome.claim.about, known.text if known else words.of(outcome.claim.rule.title))
    figures = [figure for _, figure in outcome.operands]
    return {
        "ruleId": outcome.claim.rule.code,
        "kind": KINDS[outcome.verdict],
        "level": "none",
        "message": {"text": " ".join(part for part in parts if part)},
        "locations": [_place(figures[0], ledger, artifact)] if figures else [_file(ledger, artifact)],
        "baselineState": Standing.NEW.value,
        "suppressions": NOT_SUPPRESSED,
        **({} if outcome.grip is None else {"properties": {"grip": fixed(outcome.grip, 3)}}),
    }


def _place(figure: Figure, ledger: Ledger, artifact: int) -> Object:
    place = physical(ledger.document.name, ledger.locate(figure), figure.raw, artifact)
    named = label(figure)
    return {"physicalLocation": place, **({"logicalLocations": [{"fullyQualifiedName": named}]} if named else {})}


def _file(ledger: Ledger, artifact: int) -> Object:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(ledger.document.name), "index": artifact}}}


def _called(figure: Figure) -> str:
    return f"{label(figure)} {figure.raw}".strip() or "?"


def _rules(report: Report) -> Iterator[Rule]:
    for audit in report.audits:
        yield from (finding.rule for finding in audit.findings)
        yield from (outcome.claim.rule for outcome in audit.outcomes)


def _descriptor(rule: Rule, words: Words) -> Object:
    made: Object = {
        "id": rule.code,
        "name": rule.id,
        "shortDescription": {"text": words.of(rule.title)},
        "fullDescription": {"text": words.of(rule.why)},
    }
    return made | ({"help": {"text": rule.source}} if rule.source else {})


def _artifact(audit: Audit) -> Object:
    made: Object = {"location": {"uri": uri(audit.path)}}
    return made | ({"hashes": {"sha-256": audit.sha256}} if audit.sha256 else {})


def _invocation(report: Report, words: Words) -> Object:
    """What was not read is told as a notification too, so that nobody takes it for read."""
    notes = [
        {
            "level": "warning",
            "message": {"text": message(finding, words)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(audit.path)}}}],
        }
        for audit in report.audits
        if audit.status is not Status.READ
        for finding in audit.findings
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}
