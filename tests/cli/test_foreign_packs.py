"""Packs that come with a folder: their patterns end in time, and a wrong one is a mistake of whoever wrote it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from gklint.start import foreign
from gklint.start.patterns import lazy
from tests.cli.test_commands import run

ROOT = Path(__file__).parents[2]
MODEL = (ROOT / "rules/core/change-contradicts-figures.toml").read_text("utf-8")
TEXT = "自" + "甲" * 200 + "12件增长到13件，增长5%。\n全年共召开会议12次，其中常务会议9次，专题会议5次。\n"


@pytest.fixture(autouse=True)
def nobody_is_distrusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with the packs of gklint alone."""
    monkeypatch.setattr(foreign, "_foreign", set())
    monkeypatch.setattr(foreign, "SECONDS", 0.2)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    return tmp_path


def pack(folder: Path, since: str) -> None:
    """A rule of kind change, as gklint's own but for its code and its first pattern."""
    place = folder / "own" / "mine" / "changes.toml"
    place.parent.mkdir(parents=True)
    head = MODEL.partition("\n[[case]]")[0].replace('code = "GK335"', 'code = "XX335"\ncase = []')
    line = next(line for line in head.splitlines() if line.startswith("since = "))
    place.write_text(head.replace(line, f"since = ['{since}']"), "utf-8")
    assert "XX335" == tomllib.loads(place.read_text("utf-8"))["code"]


@pytest.mark.parametrize(
    ("since", "expected"),
    [("(甲+)+#|(a+)+#", "read"), ("(甲*)*(甲*)*#", "read"), ("(?:甲|甲甲|甲.)+#", "over-budget")],
)
def test_a_search_without_end_is_ended(here: Path, since: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What this engine sees through is read; the rest is told not to have been checked. Nothing hangs."""
    pack(here, since)

    _, out, _ = run({"args": ["a.md", "--config", "packs=own", "--output-format", "json"]}, monkeypatch)

    (item,) = json.loads(out)["inputs"]
    assert expected == item["status"]


@pytest.mark.parametrize(("since", "said"), [("([", "'(['"), ("a{2,1}", "'a{2,1}'"), ("*", "'*'")])
def test_a_wrong_pattern_is_a_mistake(here: Path, since: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that names the pattern, exit 2."""
    pack(here, since)

    status, out, err = run({"args": ["a.md", "--config", "packs=own"]}, monkeypatch)

    assert (2, "", 1) == (status, out, err.count("\n"))
    assert said in err


def test_a_good_pack_is_used(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found with one engine is found with the other."""
    pack(here, "(?:由|从|自)[^，,。；;：:、]{0,300}")

    status, out, _ = run({"args": ["a.md", "--config", "packs=own", "--output-format", "concise"]}, monkeypatch)

    assert (1, True) == (status, "GK302" in out)


def test_patterns_of_gklint_need_no_other_engine(here: Path) -> None:
    """Nobody pays for foreign packs who has none."""
    script = (
        "import sys; from gklint.cli import main\ntry: main(['a.md'])\nexcept SystemExit: print('regex' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "False" == done.stdout.splitlines()[-1]


def test_only_what_repeats_is_distrusted() -> None:
    """A word takes no time, whoever wrote it."""
    foreign.distrust([{"words": ("同比", "增长{1,9}")}, [("a",)]])

    assert (False, True, False) == tuple(map(foreign.is_distrusted, ("较同比", "x|增长{1,9}", "[a-z]+")))
    assert "增长增长" == lazy("(?:增长){1,9}|增长{1,9}").search("增长增长")[0]  # type: ignore[index]
