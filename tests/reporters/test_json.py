from __future__ import annotations

import json
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import gklint.reporters
from gklint.model.claim import Verdict
from gklint.model.document import DocxLocation, DocxOrigin, PdfLocation, PdfOrigin, Span
from gklint.model.finding import Report, Status, Suspect
from gklint.model.relation import Order, Partition, Share
from gklint.model.rule import Severity
from gklint.reporters import json_
from gklint.reporters.equation import NAMES
from gklint.reporters.style import Style
from tests.reporters import sample

SCHEMA = json.loads((Path(gklint.reporters.__file__).parent / "report.schema.json").read_text("utf-8"))


def rendered(report: Report, language: str = "zh") -> Any:
    return json.loads(json_.render(report, Style(language)))


def test_schema_is_a_schema() -> None:
    """The shipped file is well formed by its own standard."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", [sample.report(), Report(())], ids=["faults and gaps", "nothing"])
def test_output_follows_the_schema(report: Report) -> None:
    """What is printed is what the schema promises."""
    Draft202012Validator(SCHEMA).validate(rendered(report))


def enum(*path: str) -> set[str]:
    node = SCHEMA
    for key in path:
        node = node[key]
    return {value for value in node["enum"] if value is not None}


def test_schema_knows_the_words_of_the_code() -> None:
    """No verdict, status, severity or relation of the model is missing from the schema."""
    assert {verdict.value for verdict in Verdict} == enum("$defs", "check", "properties", "verdict")
    assert {status.value for status in Status} == enum("$defs", "input", "properties", "status")
    assert {severity.word for severity in Severity} == enum("$defs", "finding", "properties", "severity")
    assert set(NAMES.values()) <= enum("$defs", "check", "properties", "relation")


@pytest.mark.parametrize("name", ["finding", "check", "input", "operand"])
def test_schema_asks_for_every_key(name: str) -> None:
    """A key that may be left out is an exception, named here."""
    definition = SCHEMA["$defs"][name]
    optional = {"check": {"rounded"}}.get(name, set())

    assert set(definition["required"]) == set(definition["properties"]) - optional


def test_finding_lists_operands_and_place() -> None:
    """A finding carries its place with the table cell, its operands with their roles, and its equation."""
    finding = rendered(sample.report())["findings"][0]

    assert ["whole", "part", "part"] == [operand["role"] for operand in finding["operands"]]
    assert {"text": "4 = 1 + 2", "left": "4", "right": "3", "difference": "1"} == finding["equation"]
    assert {"table": 0, "row": 2, "column": 3, "row_label": "上年结转", "column_label": "合计"} == finding["locator"][
        "cell"
    ]


def test_checks_leave_out_the_trivial() -> None:
    """x = x is no check; every other outcome is listed with its verdict."""
    figure = sample.figures()[1]
    trivial = sample.outcome(Partition(figure, (figure,)))
    report = Report((sample.audit(sample.kept(), trivial, sample.unknown()),))

    printed = rendered(report)

    assert ["pass", "open"] == [check["verdict"] for check in printed["checks"]]
    assert 2 == printed["summary"]["claims"]


def test_open_check_says_why() -> None:
    """A check that could not be judged has a reason, the others have none."""
    checks = rendered(sample.report())["checks"]

    assert [None, None, "unknown"] == [check["why_open"] for check in checks]


def test_passed_check_tells_its_grip() -> None:
    """How many slips a pass would notice is a decimal; what did not pass has none."""
    checks = rendered(sample.report())["checks"]

    assert [None, "1.000", None] == [check["grip"] for check in checks]


def test_bound_is_counted_apart() -> None:
    """A pass that only keeps its figures within limits is a pass, and told to be one that verifies nothing."""
    f = sample.figures()
    printed = rendered(Report((sample.audit(sample.outcome(Order(f[1], f[3]))),)))

    assert (1, 1) == (printed["summary"]["pass"], printed["summary"]["bounded"])
    assert (0, 2) == tuple(printed["inputs"][0]["coverage"]["figures"]["tables"][key] for key in ("exact", "bounded"))


def test_reading_that_is_not_believed_is_not_checked() -> None:
    """What may be a sum but is not believed to be one is open with its reason, and its figures count as open."""
    doubtful = replace(sample.kept(), verdict=Verdict.OPEN, why="doubtful-reading", grips=())
    printed = rendered(Report((sample.audit(doubtful),)))

    assert ("open", "doubtful-reading", None) == tuple(printed["checks"][0][k] for k in ("verdict", "why_open", "grip"))
    assert 3 == printed["inputs"][0]["coverage"]["figures"]["tables"]["open"]


def test_rounded_pass_is_marked() -> None:
    """A pass by intervals only says so."""
    report = Report((sample.audit(replace(sample.kept(), rounded=True)),))

    assert rendered(report)["checks"][0]["rounded"] is True


def test_endless_difference_is_a_fraction() -> None:
    """A value whose decimals do not end is written p/q."""
    outcome = replace(sample.broken(), right=Fraction(1, 3))
    equation = rendered(Report((sample.audit(outcome),)))["checks"][0]["equation"]

    assert ("1/3", "11/3") == (equation["right"], equation["difference"])


def test_coverage_counts_figures_by_source() -> None:
    """Each figure that was read is tied (exactly or by bounds only), open or untied, in prose or in tables."""
    given = rendered(Report((sample.audit(sample.kept()),)))["inputs"][0]

    assert {"read": 7, "bound": 1, "open": 0} == given["figures"]
    assert {"tied": 0, "exact": 0, "bounded": 0, "open": 0, "untied": 1} == given["coverage"]["figures"]["prose"]
    assert {"tied": 3, "exact": 3, "bounded": 0, "open": 0, "untied": 3} == given["coverage"]["figures"]["tables"]


def test_figure_of_an_open_check_only_is_open() -> None:
    """A figure that only claims speak of which could not be judged is neither checked nor forgotten."""
    given = rendered(Report((sample.audit(sample.unknown()),)))["inputs"][0]

    assert 2 == given["figures"]["open"]


def test_suspect_points_into_the_operands() -> None:
    """A suspect is an index, with the value that would agree."""
    outcome = sample.broken()
    suspect = Suspect(sample.figures()[5], confident=True, suggest=3)
    finding = replace(sample.finding(outcome), suspects=(suspect,))

    (printed,) = rendered(Report((sample.audit(outcome, findings=(finding,)),)))["findings"]

    assert [{"operand": 2, "confident": True, "suggest": "3", "reasons": [], "repairs": []}] == printed["suspects"]


def test_suspect_of_another_base_is_an_operand() -> None:
    """A figure that a share was not judged by may be to blame all the same; it is listed as one of its bases."""
    f = sample.figures()
    outcome = sample.outcome(Share(f[1], (f[3],), ((f[4],), (f[5],))))
    finding = replace(
        sample.finding(outcome), suspects=(Suspect(f[5], confident=False), Suspect(f[6], confident=False))
    )

    (printed,) = rendered(Report((sample.audit(outcome, findings=(finding,)),)))["findings"]

    assert ["share", "part", "base", "base", "item"] == [operand["role"] for operand in printed["operands"]]
    assert [3, 4] == [suspect["operand"] for suspect in printed["suspects"]]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (
            DocxOrigin("word/document.xml", (0,), ((7, 2),)).locate(Span(0, 3)),
            {"kind": "docx", "part": "word/document.xml", "block": 7, "span": [2, 5]},
        ),
        (
            PdfOrigin(((3, (1.001, 2.0, 3.0, 4.0)),)).locate(Span(0, 1)),
            {"kind": "pdf", "page": 3, "boxes": [[1.0, 2.0, 3.0, 4.0]]},
        ),
    ],
    ids=["docx", "pdf"],
)
def test_locators_of_pages_and_paragraphs(location: DocxLocation | PdfLocation, expected: dict[str, Any]) -> None:
    """Word places are paragraphs, PDF places are pages and boxes."""
    finding = replace(sample.finding(sample.broken()), location=location)
    report = Report((sample.audit(findings=(finding,)),))

    assert expected == rendered(report)["findings"][0]["locator"]


def test_language_changes_the_message_only() -> None:
    """Codes, keys and values are the same in every language."""
    zh, en = (re.sub(r'"message": "[^"]*"', "", json_.render(sample.report(), Style(lang))) for lang in ("zh", "en"))

    assert zh == en


def test_thousands_of_checks_are_quick_to_describe() -> None:
    """A figure is described once, however many checks it stands in."""
    f = sample.figures()
    outcome = sample.outcome(Order(f[1], f[3]))
    checks = rendered(Report((sample.audit(*[outcome] * 5000),)))["checks"]

    assert 5000 == len(checks)


def test_roles_are_those_of_the_contract() -> None:
    """The model knows no role that the schema lacks."""
    roles = enum("$defs", "operand", "properties", "role")
    printed = {operand["role"] for check in rendered(sample.report())["checks"] for operand in check["operands"]}

    assert printed <= roles
