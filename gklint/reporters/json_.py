"""The report for programs: JSON, schema version 1 (``report.schema.json`` beside this module holds it)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from gklint import __version__
from gklint.model.claim import Outcome, Verdict
from gklint.model.document import DocxLocation, Location, PdfLocation, TextLocation
from gklint.model.figure import CellPlace, Figure, Quote
from gklint.model.finding import Audit, Finding, Reason, Report, Status, Suspect
from gklint.model.ledger import Ledger
from gklint.model.rule import Severity
from gklint.model.tally import Source, State, Tally, source
from gklint.reporters.amounts import fixed, plain
from gklint.reporters.equation import NAMES, equation
from gklint.reporters.story import message
from gklint.reporters.style import Style
from gklint.reporters.wording import Words

Object = dict[str, Any]
SCHEMA_VERSION = "1"
STATES: tuple[State, ...] = ("exact", "bounded", "open", "untied")


def render(report: Report, style: Style) -> str:
    """One line of JSON; same report, same bytes."""
    return json.dumps(as_object(report, Words(style.language)), ensure_ascii=False) + "\n"


def as_object(report: Report, words: Words) -> Object:
    """The whole report as the schema has it."""
    findings: list[Object] = []
    checks: list[Object] = []
    for audit in report.audits:
        described = _Operands(audit.ledger) if audit.ledger else None
        findings += (_finding(finding, described, words) for finding in audit.findings)
        if described:
            checks += (_check(outcome, audit.path, described) for outcome in audit.checks)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "gklint", "version": __version__},
        "inputs": [_input(audit) for audit in report.audits],
        "findings": findings,
        "checks": checks,
        "summary": _summary(report),
    }


class _Operands:
    """
    Operand objects of one document. A figure stands in many checks and is described once; only its role changes.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[int, Object] = {}
        self._headings: dict[int, tuple[str, ...]] = {}

    def of(self, operands: Iterable[tuple[str, Figure]]) -> Iterator[tuple[int, Object]]:
        """Id and object of each of *operands*, a figure once, in the role it has first."""
        seen: set[int] = set()
        for role, figure in operands:
            if figure.id not in seen:
                seen.add(figure.id)
                yield figure.id, {"role": role, **self._described(figure)}

    def cell_at(self, location: Location, outcomes: tuple[Outcome, ...]) -> CellPlace | None:
        """The table cell that *location* lies in, if an operand of *outcomes* stands there."""
        for outcome in outcomes:
            for _, figure in outcome.operands:
                if figure.cell and self._ledger.locate(figure) == location:
                    return figure.cell
        return None

    def _described(self, figure: Figure) -> Object:
        known = self._known.get(figure.id)
        if known is None:
            headings = self._headings.get(figure.block)
            if headings is None:
                headings = self._headings[figure.block] = self._ledger.headings(figure.block)
            known = self._known[figure.id] = _figure(self._ledger, figure, headings)
        return known


def _figure(ledger: Ledger, figure: Figure, headings: tuple[str, ...]) -> Object:
    numeral, bounds = figure.numeral, figure.bounds
    return {
        "indicator": figure.indicator,
        "source": source(figure),
        "raw": figure.raw,
        "value": plain(numeral.value) if numeral else None,
        "low": plain(bounds.low) if bounds and bounds.low is not None else None,
        "high": plain(bounds.high) if bounds and bounds.high is not None else None,
        "low_open": bounds.low_open if bounds else False,
        "high_open": bounds.high_open if bounds else False,
        "unit": numeral.unit.name if numeral else None,
        "quote": _quote(ledger.quote(figure)),
        "heading": list(headings),
        "locator": _locator(ledger.locate(figure), figure.cell),
    }


def _quote(quote: Quote) -> Object:
    return {"prefix": quote.prefix, "exact": quote.exact, "suffix": quote.suffix}


def _locator(location: Location, cell: CellPlace | None) -> Object:
    place: Object
    match location:
        case TextLocation(line, column, end_line, end_column):
            place = {"kind": "text", "line": line, "column": column, "end_line": end_line, "end_column": end_column}
        case DocxLocation(part, block, start, end):
            place = {"kind": "docx", "part": part, "block": block, "span": [start, end]}
        case PdfLocation(page, boxes):
            place = {"kind": "pdf", "page": page, "boxes": [[round(x, 2) for x in box] for box in boxes]}
    if cell is not None:
        place["cell"] = {
            "table": cell.table,
            "row": cell.row,
            "column": cell.column,
            "row_label": cell.row_label,
            "column_label": cell.column_label,
        }
    return place


def _equation(outcome: Outcome) -> Object | None:
    known = equation(outcome)
    if known is None:
        return None
    return {"text": known.text, "left": known.left, "right": known.right, "difference": known.difference}


def _finding(finding: Finding, described: _Operands | None, words: Words) -> Object:
    pairs = list(described.of(finding.operands)) if described else []
    index = {figure_id: position for position, (figure_id, _) in enumerate(pairs)}
    cell = described.cell_at(finding.location, finding.outcomes) if described else None
    return {
        "id": finding.id,
        "rule": finding.rule.code,
        "name": finding.rule.id,
        "severity": finding.severity.word,
        "confidence": finding.confidence,
        "path": finding.path,
        "locator": _locator(finding.location, cell),
        "quote": _quote(finding.quote),
        "message": message(finding, words),
        "message_id": finding.message,
        "args": dict(finding.args),
        "operands": [operand for _, operand in pairs],
        "equation": _equation(finding.outcomes[0]) if finding.outcomes else None,
        "suspects": [_suspect(suspect, index) for suspect in finding.suspects],
        "fingerprint": {"finding/v1": finding.fingerprint, "values/v1": finding.values},
        "waived": {"reason": finding.waived.reason, "origin": finding.waived.origin} if finding.waived else None,
        "baseline": finding.standing.value,
    }


def _suspect(suspect: Suspect, index: dict[int, int]) -> Object:
    return {
        "operand": index[suspect.figure.id],
        "confident": suspect.confident,
        "suggest": None if suspect.suggest is None else plain(suspect.suggest),
        "reasons": [_reason(reason) for reason in suspect.reasons],
        "repairs": list(suspect.repairs),
    }


def _reason(reason: Reason) -> str:
    value = reason.figure.numeral.value if reason.figure and reason.figure.numeral else None
    return reason.slip.value if value is None else f"{reason.slip.value}:{plain(value)}"


def _check(outcome: Outcome, path: str, described: _Operands) -> Object:
    check: Object = {
        "rule": outcome.claim.rule.code,
        "path": path,
        "verdict": outcome.verdict.value,
        "relation": NAMES[type(outcome.claim.relation)],
        "operands": [operand for _, operand in described.of(outcome.operands)],
        "equation": _equation(outcome),
        "why_open": outcome.why if outcome.verdict in (Verdict.OPEN, Verdict.BLOCKED) else None,
        "grip": None if outcome.grip is None else fixed(outcome.grip, 3),
    }
    if outcome.verdict is Verdict.PASS and outcome.rounded:
        check["rounded"] = True
    return check


def _input(audit: Audit) -> Object:
    ledger, known = audit.ledger, audit.tally
    return {
        "path": audit.path,
        "sha256": audit.sha256,
        "reader": audit.reader,
        "form": ledger.form.id if ledger and ledger.form else None,
        "subject": ledger.subject if ledger else None,
        "year": ledger.year if ledger else None,
        "status": audit.status.value,
        "reason": _reason_unread(audit),
        "figures": {"read": known.read, "bound": known.bound, "open": known.count("open")},
        "coverage": {
            "figures": {
                "prose": _coverage(known, "prose"),
                "tables": _coverage(known, "table"),
            }
        },
    }


def _coverage(known: Tally, source: Source) -> Object:
    """Figures of *source* by state; the tied ones are those that are exact or bounded."""
    exact, bounded, pending, untied = (known.figures.get((source, state), 0) for state in STATES)
    return {"tied": exact + bounded, "exact": exact, "bounded": bounded, "open": pending, "untied": untied}


def _reason_unread(audit: Audit) -> str | None:
    """Why a document was not read: the obstacle, and what is known of it."""
    if audit.status is Status.READ or not audit.findings:
        return None
    first = audit.findings[0]
    obstacle, detail = first.message.removeprefix("unread-"), first.args.get("detail", "")
    return f"{obstacle}: {detail}" if detail else obstacle


def _summary(report: Report) -> Object:
    degrees = [finding.severity for finding in report.findings if finding.is_live]
    counts = {verdict.value: sum(audit.count(verdict) for audit in report.audits) for verdict in Verdict}
    return {
        "claims": report.claims,
        **counts,
        "bounded": sum(audit.tally.loose for audit in report.audits),
        "errors": degrees.count(Severity.ERROR),
        "warnings": degrees.count(Severity.WARNING),
        "notes": degrees.count(Severity.NOTE),
        "waived": sum(finding.waived is not None for finding in report.findings),
        # Only where it is so: a report that says nothing of it is whole.
        **({"interrupted": 1} if report.is_interrupted else {}),
    }
