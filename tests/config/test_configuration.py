"""Which settings hold for a file, and where each comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.config.configuration import Configuration, Given
from gklint.config.settings import OPTIONS, Settings
from gklint.errors import ConfigError

ENVIRONMENT = {"GKLINT_FAIL_ON": "note", "GKLINT_VERSION": "9"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of a repository, and the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_defaults_hold_without_a_file(here: Path) -> None:
    """Without any file or variable every setting is its default."""
    assert Settings() == Configuration(Given(), {}, str(here)).run.settings


@pytest.mark.parametrize(
    ("given", "environment", "expected", "origin"),
    [
        (Given({"fail_on": "error"}, ("fail-on=note",)), ENVIRONMENT, "error", "command line"),
        (Given({}, ("fail-on=error",)), ENVIRONMENT, "error", "--config fail-on=error"),
        (Given(), ENVIRONMENT, "note", "GKLINT_FAIL_ON"),
        (Given(), {}, "warning", "gklint.toml"),
        (Given({}, ("other.toml",)), {}, "note", "other.toml"),
        (Given(isolated=True), ENVIRONMENT, "error", None),
        (Given({}, ("fail-on=note",), isolated=True), {}, "note", "--config fail-on=note"),
    ],
    ids=[
        "command line beats all",
        "key and value beat the environment",
        "environment beats files",
        "file beats the default",
        "a named file takes the place of the nearest",
        "isolated from both",
        "isolated but told",
    ],
)
def test_the_stronger_place_wins(
    here: Path, given: Given, environment: dict[str, str], expected: str, origin: str | None
) -> None:
    """Command line, --config, environment, file, default: in this order, and the winner is named."""
    put(here, "gklint.toml", 'fail-on = "warning"')
    put(here, "other.toml", 'fail-on = "note"')

    run = Configuration(given, environment, str(here)).run

    source = run.source("fail_on")
    assert (expected, origin) == (run.settings.fail_on, source.origin if source else None)


def test_the_nearest_file_holds(here: Path) -> None:
    """A file in a folder stands in for the one above, for that folder only."""
    put(here, "pyproject.toml", '[tool.gklint]\nignore = ["GK1"]')
    put(here, "drafts/gklint.toml", 'ignore = ["GK2"]')
    put(here, "drafts/old/pyproject.toml", "[tool.other]")
    configuration = Configuration(Given(), {}, str(here))

    found = [configuration.of(name).settings.ignore for name in ("a.md", "drafts/a.md", "drafts/old/a.md")]

    assert [("GK1",), ("GK2",), ("GK2",)] == found


def test_the_search_ends_at_the_root_of_the_repository(here: Path) -> None:
    """What lies above a repository is none of its business."""
    put(here, "gklint.toml", 'fail-on = "note"')
    (here / "inner" / ".git").mkdir(parents=True)

    assert "error" == Configuration(Given(), {}, str(here / "inner")).run.settings.fail_on


def test_outside_a_repository_the_search_ends_at_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files above the current folder, or above what lies elsewhere, are not looked for."""
    put(tmp_path, "gklint.toml", 'ignore = ["GK1"]')
    put(tmp_path, "work/gklint.toml", 'ignore = ["GK2"]')
    put(tmp_path, "work/deep/a.md", "")
    monkeypatch.chdir(tmp_path / "work")
    configuration = Configuration(Given(), {}, str(tmp_path / "work"))

    found = [configuration.of(name).settings.ignore for name in ("deep/a.md", "../else/a.md")]

    assert [("GK2",), ()] == found


def test_a_file_extends_another(here: Path) -> None:
    """What a file extends is weaker than the file; of a table each key is taken from the strongest."""
    put(
        here,
        "shared/base.toml",
        'fail-on = "note"\nblank = "zero"\npacks = ["rules"]\n[severity]\nGK1 = "note"\nGK2 = "off"',
    )
    put(here, "gklint.toml", 'extend = "shared/base.toml"\nfail-on = "warning"\n[severity]\nGK1 = "error"')

    settings = Configuration(Given(), {}, str(here)).run.settings

    assert ("warning", "zero", ("shared/rules",)) == (settings.fail_on, settings.blank, settings.packs)
    assert {"GK1": "error", "GK2": "off"} == settings.severity


def test_overrides_hold_for_what_fits(here: Path) -> None:
    """An override is stronger than its file, for files that fit its patterns; the later one wins."""
    put(
        here,
        "gklint.toml",
        'blank = "unknown"\n[[overrides]]\nfiles = ["drafts/**"]\nblank = "zero"\nrounding = "half"\n'
        '[[overrides]]\nfiles = ["*.txt"]\nblank = "form"',
    )
    configuration = Configuration(Given(), {}, str(here))

    found = {name: configuration.of(name).settings for name in ("a.md", "drafts/a.md", "drafts/a.txt")}

    assert ["unknown", "zero", "form"] == [settings.blank for settings in found.values()]
    assert ["any", "half", "half"] == [settings.rounding for settings in found.values()]


def test_choices_are_kept_apart(here: Path) -> None:
    """What the command line selects is not mixed with what a file ignores: the stronger place speaks first."""
    put(here, "gklint.toml", 'ignore = ["GK101"]')
    judging = Configuration(Given({"select": ("GK1",)}), {}, str(here)).run.judging

    assert [(("GK1",), ()), ((), ("GK101",))] == [(choice.select, choice.ignore) for choice in judging.choices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('fial-on = "note"', "gklint.toml: fial-on: unknown key, did you mean fail-on?"),
        ('fail-on = "eror"', 'gklint.toml: fail-on: "eror" found, did you mean error?'),
        ("fail-on = 1", "gklint.toml: fail-on: 1 found, one of error, warning, note would be right"),
        ("max-warnings = true", "gklint.toml: max-warnings: true found, a whole number would be right"),
        ("jobs = 0", "gklint.toml: jobs: 0 found, 1 or more would be right"),
        ('select = "GK1"', 'gklint.toml: select: "GK1" found, a list of texts would be right'),
        (
            'severity.GK1 = "bad"',
            'gklint.toml: severity.GK1: "bad" found, one of error, warning, note, off would be right',
        ),
        ("fail-on = ", "gklint.toml: Invalid value (at end of document)"),
        ('extend = "gone.toml"', "gone.toml: no such file"),
        ('extend = "gklint.toml"', "gklint.toml: extend: extends itself"),
        (
            '[[overrides]]\nselect = ["GK1"]',
            "gklint.toml: overrides[1]: files: nothing found, a list of patterns would be right",
        ),
        (
            '[[overrides]]\nfiles = ["*"]\njobs = 2',
            "gklint.toml: overrides[1]: jobs: holds for a whole run, not for some files; "
            "it belongs outside of overrides",
        ),
    ],
    ids=[
        "key",
        "word",
        "number for a word",
        "truth for a number",
        "too small",
        "text for a list",
        "in a table",
        "no toml",
        "extends what is not there",
        "circle",
        "override for nothing",
        "override of a run",
    ],
)
def test_a_mistake_is_named_with_its_place(here: Path, text: str, expected: str) -> None:
    """A file that is not well formed ends the run with file, key, and what would be right; in Chinese too."""
    put(here, "gklint.toml", text)

    with pytest.raises(ConfigError) as caught:
        Configuration(Given(), {}, str(here)).run  # noqa: B018  # it is read when it is asked for

    assert expected == str(caught.value)
    assert not caught.value.zh.isascii() or "Invalid" in caught.value.zh


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("fail-on=warning", "fail_on", "warning"),
        ("fail_on='note'", "fail_on", "note"),
        ("select=GK1,GK3", "select", ("GK1", "GK3")),
        ('select=["GK1"]', "select", ("GK1",)),
        ("jobs=2", "jobs", 2),
        ("cache=false", "cache", False),
        ("severity.GK150=note", "severity", {"GK150": "note"}),
        ("severity=GK1=off,GK2=note", "severity", {"GK1": "off", "GK2": "note"}),
        ("baseline=2024", "baseline", "2024"),
    ],
    ids=["bare", "underscore and quotes", "commas", "list", "number", "truth", "part", "parts", "text of digits"],
)
def test_one_setting_as_text(here: Path, text: str, name: str, expected: object) -> None:
    """KEY=VALUE takes TOML, and what one would write without its quotes and brackets."""
    settings = Configuration(Given({}, (text,)), {}, str(here)).run.settings

    assert expected == getattr(settings, name)


def test_every_option_has_a_variable(here: Path) -> None:
    """Each setting can be made by a variable of the environment."""
    values = {"bool": "true", "int | None": "3", "str": "json"}
    words = {"fail_on": "note", "min_confidence": "certain", "blank": "zero", "rounding": "half", "lang": "en_GB.UTF-8"}
    words |= {"color": "never", "no_claims": "ok", "severity": "GK1=off", "budget": "seconds=9,figures=100"}
    variables = {f"GKLINT_{n.upper()}": words.get(n) or values.get(str(o.type), "x,y") for n, o in OPTIONS.items()}

    layers = Configuration(Given(), variables, str(here)).run.layers

    assert list(variables) == [layer.origin for layer in layers]
