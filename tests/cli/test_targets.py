"""Files beside the answer: whole, the same in every run, and GitHub's summary of a job."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import click
import pytest

from gklint.__main__ import main
from gklint.cli.check import command
from gklint.cli.runs.targets import SUMMARY
from gklint.reporters import REPORTERS

ROOT = Path(__file__).parents[2]
REPORT = "# 某县2024年报告\n\n全年收到申请 12 件，其中个人 8 件，单位 5 件。\n"


def checked(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> object:
    (folder / "a.md").write_text(REPORT, "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["gklint", "check", *options, "a.md"])
    with pytest.raises(SystemExit) as end:
        main()
    return end.value.code


def test_all_formats_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every format can be written at once, and says what it says alone."""
    options = [f"--report={name}=out/{name}" for name in REPORTERS]
    (tmp_path / "out").mkdir()

    status = checked(tmp_path, monkeypatch, *options)

    assert 1 == status
    assert set(REPORTERS) == {path.name for path in (tmp_path / "out").iterdir()}
    assert all(path.stat().st_size for path in (tmp_path / "out").iterdir())


def test_summary_of_a_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On GitHub the report is added to the summary of the job."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    monkeypatch.setenv(SUMMARY, str(summary))

    checked(tmp_path, monkeypatch, "--output-format", "github")

    assert summary.read_text("utf-8").startswith("before\n## gklint\n\n### a.md\n")


@pytest.mark.parametrize(
    "report", ["csv=a.md", "csv=./sub/../a.md", "csv=no/such.csv"], ids=["input", "detour", "no folder"]
)
def test_refused_before_any_work(
    report: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An input is never overwritten, and no run ends without the file that it was for."""
    (tmp_path / "sub").mkdir()

    status = checked(tmp_path, monkeypatch, "--report", report)

    assert 2 == status
    assert "" == capsys.readouterr().out
    assert REPORT == (tmp_path / "a.md").read_text("utf-8")


def test_summary_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """That is a mistake of the surroundings, told in one line."""
    monkeypatch.setenv(SUMMARY, str(tmp_path / "no" / "summary.md"))

    status = checked(tmp_path, monkeypatch, "--output-format", "github")

    assert 2 == status
    assert 1 == len(capsys.readouterr().err.splitlines())


@pytest.mark.parametrize("name", ["action.yml", "examples/ci/gitlab-ci.yml"])
def test_templates_call_what_is_there(name: str) -> None:
    """The command lines of the templates for CI are understood."""
    lines = re.findall(r"gklint check[^\n]*", (ROOT / name).read_text("utf-8"))

    for line in lines:
        arguments = [word for word in shlex.split(line)[2:] if not word.startswith("$")]
        context = command.make_context("check", arguments, resilient_parsing=False)
        assert isinstance(context, click.Context)
        assert all(text.split("=")[0] in REPORTERS for text in context.params["report"])
    assert lines
