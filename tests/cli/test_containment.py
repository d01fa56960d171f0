"""One document never takes the run with it: whatever happens to it, all others are told, in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from gklint import pipeline, readers
from gklint.cli.runs import crew
from gklint.cli.runs.store import Store
from gklint.model.document import Document
from gklint.model.finding import Audit
from gklint.reporters import REPORTERS, json_
from tests.cli.test_commands import run

FAULTY = "全年共召开会议12次，其中常务会议9次，专题会议5次。\n"


def recursion() -> None:
    recursion()


def memory() -> None:
    raise MemoryError


def wrong_value() -> None:
    raise ValueError("Exceeds the limit (4300 digits)")


FAILURES: dict[str, Callable[[], None]] = {
    "RecursionError": recursion,
    "MemoryError": memory,
    "ValueError": wrong_value,
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three reports in the current folder; the one in the middle is called bad."""
    for name in ("a.md", "bad.md", "c.md"):
        (tmp_path / name).write_text(FAULTY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def broken(monkeypatch: pytest.MonkeyPatch, fail: Callable[[], None]) -> None:
    """Reading a report that is called bad fails."""
    read = readers.read

    def reading(data: bytes, name: str) -> Document:
        if name.endswith("bad.md"):
            fail()
        return read(data, name)

    monkeypatch.setattr(readers, "read", reading)


@pytest.mark.parametrize("fail", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.usefixtures("here")
def test_a_failure_is_a_finding_of_its_document(
    fail: Callable[[], None], jobs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are told as ever, the run ends in 101 with one traceback, and the finding says what happened."""
    broken(monkeypatch, fail)
    monkeypatch.setattr(crew, "pays", lambda costs, jobs: jobs > 1)

    status, out, err = run({"args": [".", "--jobs", jobs, "--output-format", "json"]}, monkeypatch)

    told = json.loads(out)
    (failed,) = (finding for finding in told["findings"] if finding["rule"] == "GK011")
    assert 101 == status
    assert ["read", "failed", "read"] == [item["status"] for item in told["inputs"]]
    assert ["a.md", "bad.md", "c.md"] == [finding["path"].removeprefix("./") for finding in told["findings"]]
    assert ("note", True) == (failed["severity"], failed["args"]["detail"].startswith(tuple(FAILURES)))
    assert 1 == err.count("Traceback (most recent call last)")


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.usefixtures("here")
def test_every_format_tells_what_was_done(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No format loses the other documents, nor the one that failed."""
    broken(monkeypatch, wrong_value)

    status, out, err = run({"args": [".", "--output-format", form]}, monkeypatch)

    assert 101 == status
    assert "Traceback" in err
    assert "Traceback" not in out
    if form not in ("statistics",):
        assert ["a.md", "bad.md", "c.md"] == [name for name in ("a.md", "bad.md", "c.md") if name in out]


@pytest.mark.parametrize("form", [form for form in REPORTERS if form != "statistics"])
@pytest.mark.usefixtures("here")
def test_a_format_that_fails_at_a_document_tells_the_others(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be printed of one document costs that document, not the report."""
    reporter = REPORTERS[form]

    class Fragile:
        def render(self, report, style):  # type: ignore[no-untyped-def]
            if any("bad" in audit.path and audit.reader for audit in report.audits):
                raise KeyError(1)
            return reporter.render(report, style)

    monkeypatch.setitem(REPORTERS, form, Fragile())

    status, out, err = run({"args": [".", "--output-format", form, "--report", "csv=all.csv"]}, monkeypatch)

    assert (101, 1) == (status, err.count("Traceback"))
    assert all(name in out for name in ("a.md", "bad.md", "c.md"))
    rows = list(csv.DictReader(io.StringIO(Path("all.csv").read_text("utf-8-sig"))))
    assert 3 == len(rows)


@pytest.mark.usefixtures("here")
def test_a_failure_beside_all_documents_leaves_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waivers that cannot be applied, for a bug, are no reason to say nothing."""
    monkeypatch.setattr("gklint.cli.runs.run.told", lambda report, configuration: 1 // 0)

    status, out, err = run({"args": [".", "--output-format", "concise"]}, monkeypatch)

    assert 101 == status
    assert 3 == out.count("GK302")
    assert "ZeroDivisionError" in err


@pytest.mark.usefixtures("here")
def test_an_interrupt_tells_what_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C: the documents until then are told and counted, the exit code is 130, no file is half written."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    broken(monkeypatch, interrupt)

    status, out, err = run({"args": [".", "--output-format", "json", "--report", "csv=all.csv"]}, monkeypatch)

    told = json.loads(out)
    assert 130 == status
    assert (["./a.md"], 1) == ([item["path"] for item in told["inputs"]], told["summary"]["interrupted"])
    assert "1 份" in err
    assert not Path("all.csv").exists()


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.usefixtures("here")
def test_a_failure_is_never_cached(jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What failed today is tried again tomorrow."""
    monkeypatch.setenv("GKLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(crew, "pays", lambda costs, jobs: jobs > 1)
    with monkeypatch.context() as patch:
        broken(patch, wrong_value)
        first, *_ = run({"args": [".", "--jobs", jobs]}, patch)

    second, *_ = run({"args": [".", "--jobs", jobs]}, monkeypatch)

    assert (101, 1) == (first, second)
    assert Store(tmp_path / "cache")._readable


@pytest.mark.usefixtures("here")
def test_what_is_kept_is_kept_for_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """A baseline knows the documents that could be checked; the exit code says that one could not."""
    broken(monkeypatch, wrong_value)

    status, *_ = run({"args": ["baseline", "create", "."]}, monkeypatch)

    assert 101 == status
    assert 2 == len(json.loads(Path("gklint-baseline.json").read_text("utf-8"))["findings"])


def test_tests_see_failures_raw(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only users are spared: a case of a rule that fails must not pass for silence."""
    broken(monkeypatch, wrong_value)

    with pytest.raises(ValueError, match="4300 digits"):
        pipeline.audit(FAULTY.encode(), "bad.md", _packs())


def _packs():  # type: ignore[no-untyped-def]
    from tests.factory.evidence import packs

    return packs()


def test_json_describes_what_failed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A traceback names paths of this machine: it stays on standard error."""
    broken(monkeypatch, wrong_value)
    audit: Audit = pipeline.contained(FAULTY.encode(), "bad.md", _packs())

    from gklint.model.finding import Report
    from gklint.reporters.wording import Words

    assert "Traceback" in audit.failure
    assert "Traceback" not in json.dumps(json_.as_object(Report((audit,)), Words("en")))
