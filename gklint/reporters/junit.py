"""JUnit's XML: a suite for each input, a test case for each check; what is no check, but found, is one too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from gklint.model.claim import Outcome, Verdict
from gklint.model.finding import Audit, Finding, Report
from gklint.reporters.equation import equation
from gklint.reporters.places import anchor
from gklint.reporters.spots import slashed, told
from gklint.reporters.style import Style
from gklint.reporters.wording import Words


def render(report: Report, style: Style) -> str:
    """Checks that hold pass, live findings fail, what is open, excused or known is skipped and says why."""
    words = Words(style.language)
    root = ET.Element("testsuites", name="gklint")
    for audit in report.audits:
        cases = [*_cases(audit, words)]
        suite = ET.SubElement(root, "testsuite", name=slashed(audit.path))
        suite.extend(cases)
        _count(suite, cases)
    _count(root, list(root.iter("testcase")))
    del root.attrib["skipped"]  # which Jenkins' schema has for suites only
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_printable(text)}\n'


def _cases(audit: Audit, words: Words) -> Iterator[ET.Element]:
    owners = {id(outcome): finding for finding in audit.findings for outcome in finding.outcomes}
    for outcome in audit.checks:
        finding = owners.get(id(outcome))
        case = _case(audit, outcome.claim.rule.code, _name(outcome, words))
        if finding is not None:
            _blame(case, finding, words)
        elif outcome.verdict is not Verdict.PASS:
            ET.SubElement(case, "skipped", message=words.why(outcome.why))
        yield case
    checked = {id(outcome) for outcome in audit.checks}
    for finding in audit.findings:
        if not any(id(outcome) in checked for outcome in finding.outcomes):
            case = _case(audit, finding.rule.code, words.of(finding.rule.title))
            _blame(case, finding, words)
            yield case


def _case(audit: Audit, code: str, name: str) -> ET.Element:
    return ET.Element("testcase", classname=f"{slashed(audit.path)}:{code}", name=f"{code} {name}", time="0")


def _name(outcome: Outcome, words: Words) -> str:
    known = equation(outcome)
    return " ".join(part for part in (outcome.claim.about, known.text if known else "") if part) or words.of(
        outcome.claim.rule.title
    )


def _blame(case: ET.Element, finding: Finding, words: Words) -> None:
    if finding.waived:
        ET.SubElement(case, "skipped", message=finding.waived.reason)
    elif not finding.is_live:
        ET.SubElement(case, "skipped", message=words("summary.known", count=1))
    else:
        severity = words(f"severity.{finding.severity.word}")
        failure = ET.SubElement(case, "failure", type=finding.severity.word, message=told(finding, words))
        failure.text = f"{finding.path}:{anchor(finding.location)}: {severity} {finding.rule.code} {finding.id}"


def _count(element: ET.Element, cases: list[ET.Element]) -> None:
    children = Counter(child.tag for case in cases for child in case)
    element.set("tests", str(len(cases)))
    element.set("failures", str(children["failure"]))
    element.set("errors", "0")
    element.set("skipped", str(children["skipped"]))


def _printable(text: str) -> str:
    """*text* without the characters that XML 1.0 cannot hold."""
    return "".join(
        c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
