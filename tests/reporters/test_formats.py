"""Formats for other programs: as the golden files have them, and as the public schemas want them."""

from __future__ import annotations

import cProfile
import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from lxml import etree

from gklint.model.document import TextLocation
from gklint.model.figure import Quote
from gklint.model.finding import Report
from gklint.reporters import REPORTERS
from gklint.reporters.markdown import escaped
from gklint.reporters.spots import uri
from gklint.reporters.style import Style
from tests.reporters import sample

SCHEMAS = Path(__file__).parents[1] / "schemas"
VALIDATED = {
    "sarif": "sarif-2.1.0",
    "sarif-github": "sarif-2.1.0",
    "gitlab": "gitlab-code-quality",
    "rdjson": "rdjson",
}
FORMATS = ("grouped", "jsonl", "sarif", "sarif-github", "github", "gitlab", "rdjson", "junit", "csv", "markdown")


def rendered(name: str, report: Report | None = None, language: str = "zh") -> str:
    return REPORTERS[name].render(report or sample.mixed(), Style(language, 80))


def results(name: str) -> list[dict[str, Any]]:
    """The results of the SARIF format *name*."""
    found: list[dict[str, Any]] = json.loads(rendered(name))["runs"][0]["results"]
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    """Each format as a whole."""
    golden(f"reporters/formats/{name}.txt", rendered(name).replace("\r\n", "\n"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("name", "schema"), VALIDATED.items())
def test_schema(name: str, schema: str, language: str) -> None:
    """What the format's own schema says holds."""
    wanted = json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8"))

    jsonschema.validate(json.loads(rendered(name, language=language)), wanted)


def test_every_line_of_jsonl_is_an_object() -> None:
    """One object a line, and as many of each kind as in the JSON."""
    whole = json.loads(rendered("json"))
    kinds = [json.loads(line)["kind"] for line in rendered("jsonl").splitlines()]

    assert ["run", "summary"] == [kinds[0], kinds[-1]]
    assert len(whole["findings"]) == kinds.count("finding")
    assert len(whole["checks"]) == kinds.count("check")


def test_sarif_is_complete() -> None:
    """Every finding fails, every other check passes or is open, and each has a physical place."""
    kinds = [result["kind"] for result in results("sarif")]

    assert 6 == kinds.count("fail")
    assert (1, 1) == (kinds.count("pass"), kinds.count("open"))
    assert all(result["locations"][0]["physicalLocation"] for result in results("sarif"))


def test_no_line_is_invented() -> None:
    """Results in Word and PDF files have no line, those in text have one."""
    for name in ("sarif", "sarif-github"):
        places = [result["locations"][0]["physicalLocation"] for result in results(name)]

        lined = {place["artifactLocation"]["uri"]: "startLine" in place.get("region", {}) for place in places}

        assert not lined["%E9%99%84%E4%BB%B6/%E6%8A%A5%20%E5%91%8A.docx"]
        assert not lined["%E9%99%84%E4%BB%B6/a%25b.pdf"]
        assert lined["example.md"]


def test_github_gets_live_failures_only() -> None:
    """What is waived or known is no alert; each alert has a hash of its own."""
    found = results("sarif-github")

    assert {"fail"} == {result["kind"] for result in found}
    assert not {"excused.md", "known.md"} & {uri_of(result) for result in found}
    assert all(result["partialFingerprints"]["primaryLocationLineHash"] for result in found)


def uri_of(result: dict[str, Any]) -> str:
    place: str = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return place


def test_junit_counts_add_up() -> None:
    """Passes pass, live findings fail, the rest is skipped; the counts are those of the cases."""
    root = ET.fromstring(rendered("junit").encode())
    cases = list(root.iter("testcase"))

    assert int(root.attrib["tests"]) == len(cases) == sum(int(suite.attrib["tests"]) for suite in root)
    assert int(root.attrib["failures"]) == len(list(root.iter("failure"))) == 4
    assert 1 == sum(len(case) == 0 for case in cases)


def test_junit_survives_control_characters() -> None:
    """A character that XML cannot hold is left out, not a broken file."""
    odd = sample.audit(sample.broken(), findings=(sample.finding(sample.broken()),), path="a\x07\ud800.md")

    assert "a.md" == ET.fromstring(rendered("junit", Report((odd,))).encode())[0].attrib["name"]


def test_csv_opens_in_a_spreadsheet() -> None:
    """A mark for Excel, one row a finding, and no cell that begins like a formula."""
    faulty = replace(sample.finding(sample.broken()), quote=Quote("", "=1+1", ""))
    text = rendered("csv", Report((sample.audit(findings=(faulty,)),)))

    assert text.startswith("\ufeff")
    (_, row) = csv.reader(io.StringIO(text[1:]))
    assert "'=1+1" in row
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_github_commands_are_one_line_each() -> None:
    """Line ends, per cents, colons and commas cannot end a command or a property."""
    odd = replace(sample.finding(sample.broken()), path="a,b:100%\n.md")
    first = rendered("github", Report((sample.audit(findings=(odd,)),))).splitlines()[0]

    assert first.startswith("::error file=a%2Cb%3A100%25%0A.md,line=")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("reports/a.md", "reports/a.md"),
        ("./报告 1.md", "%E6%8A%A5%E5%91%8A%201.md"),
        ("a\\b.md", "a/b.md"),
        ("C:\\x y\\b.md", "file:///C:/x%20y/b.md"),
        ("/tmp/b.md", "file:///tmp/b.md"),
    ],
    ids=["relative", "Chinese and a blank", "backslash", "drive", "absolute"],
)
def test_uri(path: str, expected: str) -> None:
    """A path is a URI whose every character is allowed there."""
    assert expected == uri(path)


def test_markdown_shows_what_stands_there() -> None:
    """Words of a report cannot become a heading, a link or another cell."""
    assert r"\| \[x\](y) \<b\> \_ \#1 " == escaped("| [x](y) <b> _ #1\n")


def test_place_in_text_is_exact() -> None:
    """The region of a result is the figure's characters."""
    region = results("sarif")[0]["locations"][0]["physicalLocation"]["region"]
    location = sample.finding(sample.broken()).location

    assert isinstance(location, TextLocation)
    assert (location.line, location.column) == (region["startLine"], region["startColumn"])
    assert (location.end_line, location.end_column) == (region["endLine"], region["endColumn"])


def test_unread_file_has_no_line() -> None:
    """What could not be read is told of the file as a whole."""
    for name in ("sarif", "sarif-github"):
        (scan,) = (result for result in results(name) if uri_of(result) == "scan.pdf")

        assert "region" not in scan["locations"][0]["physicalLocation"]
    assert "file=scan.pdf,title=" in rendered("github")


def test_junit_is_what_jenkins_takes() -> None:
    """Elements and attributes are those that Jenkins' schema has."""
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))

    schema.assertValid(etree.fromstring(rendered("junit").encode()))


def test_gitlab_tells_files_apart() -> None:
    """One report in two files is two issues."""
    twice = Report(tuple(sample.audit(findings=(sample.finding(sample.broken(), path=p),), path=p) for p in "ab"))
    issues = json.loads(rendered("gitlab", twice))

    assert 2 == len({issue["fingerprint"] for issue in issues})


@pytest.mark.parametrize("name", ["github", "gitlab", "rdjson", "sarif", "sarif-github"])
def test_place_without_a_line_is_told_in_words(name: str) -> None:
    """Where a format has no line to give, its message says paragraph or page."""
    assert "第 13 段" in rendered(name)
    assert "第 3 页" in rendered(name)


def test_all_sarif_results_say_whether_they_are_suppressed() -> None:
    """SARIF 3.27.23: all results of a run have suppressions, or none has."""
    assert 1 == sum(bool(result["suppressions"]) for result in results("sarif"))
    assert not any("suppressions" in result for result in results("sarif-github"))


def test_csv_cells_stay_what_they_are() -> None:
    """No place looks like a time of day: a spreadsheet would rewrite it."""
    rows = csv.DictReader(io.StringIO(rendered("csv")[1:]))

    assert not any(re.fullmatch(r"[\d:]+", row["位置"]) for row in rows)


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_formats_grow_with_the_report(name: str) -> None:
    """Twice the findings are twice the work, not four times: each is told once."""
    sizes = [len(rendered(name, many(count))) for count in (500, 1000)]
    calls = [steps(name, many(count)) for count in (500, 1000)]

    assert sizes[1] < 2.2 * sizes[0]
    assert calls[1] < 2.2 * calls[0]


def many(count: int) -> Report:
    """A report with *count* findings and as many checks that hold."""
    fault = sample.broken()
    checks = (fault, *(sample.kept() for _ in range(count)))
    return Report((sample.audit(*checks, findings=(sample.finding(fault),) * count),))


def steps(name: str, report: Report) -> int:
    """How many calls rendering takes: a measure of work that no clock disturbs."""
    profile = cProfile.Profile()
    profile.runcall(rendered, name, report)
    return sum(entry.callcount for entry in profile.getstats())
