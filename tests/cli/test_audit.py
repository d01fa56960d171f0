from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from gklint.__main__ import main
from gklint.cli.handout.auditfolder import write
from gklint.errors import ConfigError

SOUND = "全年受理事项20件，其中来信12件、来访8件。\n"


def audit(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["gklint", "audit", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    return int(end.value.code or 0)


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one report, and the current folder above it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.md").write_text(SOUND, "utf-8")
    return tmp_path


def written(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_audit_can_be_repeated(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run writes the same bytes over the first ones, and takes no page for a report."""
    assert 0 == audit(monkeypatch, ".", "-o", "out")
    first = written(reports / "out")
    assert 0 == audit(monkeypatch, ".", "-o", "out")

    assert first == written(reports / "out")
    assert "reports" not in "".join(first)
    assert {"a.md.html", "feedback/a.md.txt", "index.html", "summary.html", "units.csv", ".gitignore"} == set(first)


def test_pages_are_no_reports_for_a_later_check(
    reports: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``gklint check .`` passes over what an audit wrote."""
    audit(monkeypatch, "reports", "-o", "out")
    capsys.readouterr()
    monkeypatch.setattr(sys, "argv", ["gklint", "check", "."])
    with pytest.raises(SystemExit):
        main()

    assert capsys.readouterr().out.startswith("1 份报告")


def test_input_is_never_written(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that holds the reports themselves is refused, and stays as it is."""
    before = written(reports / "reports")

    assert 2 == audit(monkeypatch, "reports", "-o", "reports")
    assert before == written(reports / "reports")


def test_file_in_the_way_of_the_folder(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where the folder should be is a mistake of the user, in one line."""
    (reports / "out").write_text("", "utf-8")

    assert 2 == audit(monkeypatch, "reports", "-o", "out")


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="who may write anywhere cannot be refused")
def test_closed_folder_is_told(tmp_path: Path) -> None:
    """A folder that may not be written to is a ConfigError, not a bug."""
    tmp_path.chmod(0o500)

    with pytest.raises(ConfigError):
        list(write(tmp_path / "out", [("index.html", b"")], 0))


def test_sheet_tells_which_rules_were_left_out(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet made with a part of the rules does not pass for one made with all."""
    audit(monkeypatch, "reports", "-o", "out", "--select", "GK3", "--ignore", "GK305")

    assert "select = GK3、ignore = GK305" in (reports / "out" / "a.md.html").read_text("utf-8")
