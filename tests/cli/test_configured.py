"""Settings act: on what blank cells mean, on which packs there are, in every process, whatever the cache knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.test_commands import lay_out, run

EXAMPLE = Path(__file__).parents[2] / "examples" / "qinghe-2023.md"
REPORT = "全年共召开会议12次，其中常务会议9次，专题会议5次。\n"


def checked(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    status, out, err = run({"args": ["--output-format", "concise", *arguments]}, monkeypatch)
    assert "" == err
    return status, out


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GKLINT_LANG", raising=False)
    return tmp_path


def test_blank_cells_are_what_the_settings_say(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A blank cell of a form leaves its relations open, unless blanks are zero."""
    text = re.sub(r"\| 0 \|", "|  |", EXAMPLE.read_text("utf-8"))
    lay_out({"report.md": text}, folder)

    unknown, zero = (
        checked(monkeypatch, "report.md", "--config", f"blank={blank}")[1] for blank in ("unknown", "zero")
    )

    assert int(re.findall("无法判断 ([0-9]+)", zero)[0]) < int(re.findall("无法判断 ([0-9]+)", unknown)[0])


def test_packs_of_ones_own_are_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules in a folder that is configured run beside those of gklint, and can be listed and explained."""
    shipped = next((Path(__file__).parents[2] / "rules" / "core").glob("parts-above-total.toml")).read_text("utf-8")
    lay_out({"own/mine/too-many.toml": re.sub("GK302", "MY302", shipped), "report.md": REPORT}, folder)
    lay_out({"gklint.toml": 'packs = ["own"]\nignore = ["GK302"]\n'}, folder)

    status, out = checked(monkeypatch, "report.md")
    listed = run({"args": ["rules", "MY302"]}, monkeypatch)[1]
    explained = run({"args": ["explain", "mine/too-many"]}, monkeypatch)[1]

    assert (1, True) == (status, "错误 MY302" in out)
    assert "MY302" in listed
    assert "MY302" in explained


def test_settings_are_not_mixed_in_the_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is known again only under the settings that it was judged by."""
    monkeypatch.setenv("GKLINT_CACHE_DIR", str(folder / "cache"))
    lay_out({"report.md": REPORT}, folder)

    found = [checked(monkeypatch, "report.md", *more)[0] for more in ((), ("--ignore", "GK302"), (), ("--isolated",))]

    assert [1, 3, 1, 1] == found


def test_each_process_has_the_settings_of_each_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders with settings of their own come out the same from one process and from two."""
    files = {f"{place}/{number}.md": REPORT for place in ("a", "b") for number in range(3)}
    lay_out(files | {"b/gklint.toml": 'ignore = ["GK302"]'}, folder)
    monkeypatch.setattr("gklint.cli.runs.crew.pays", lambda costs, jobs: jobs > 1)

    one, two = (checked(monkeypatch, ".", "--jobs", jobs) for jobs in ("1", "2"))

    assert one == two
    assert ["./a/0.md", "./a/1.md", "./a/2.md"] == re.findall(r"^(\S+):1:8: 错误", one[1], re.M)


def test_waivers_and_baseline_are_where_the_settings_say(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands that keep them write there, and a check reads there; "off" turns them off."""
    lay_out(
        {"report.md": REPORT, "gklint.toml": 'waivers = "kept/w.toml"\nbaseline = "kept/b.json"', "kept/x": ""}, folder
    )

    made = run({"args": ["baseline", "create", "report.md"]}, monkeypatch)[0]
    known = checked(monkeypatch, "report.md")[0]
    off = checked(monkeypatch, "report.md", "--config", "baseline=off")[0]

    assert (0, 0, 1) == (made, known, off)
    assert (folder / "kept" / "b.json").exists()
