"""The JSON Schema of gklint.toml and what reads the file agree."""

from __future__ import annotations

import tomllib
from pathlib import Path

import jsonschema
import pytest

from gklint.cli.setup.templates import settings
from gklint.config.files import layers
from gklint.config.schema import schema
from gklint.config.settings import OPTIONS, Settings, key
from gklint.errors import ConfigError
from gklint.reporters import REPORTERS

SCHEMA = schema("zh", {"output_format": tuple(REPORTERS)})
GOOD = (
    "",
    'select = ["GK1"]\nmax-warnings = 0\njobs = 2\nlang = "en"',
    '[severity]\nGK150 = "off"',
    'extend = "base.toml"\n[[overrides]]\nfiles = ["*.md"]\nignore = ["GK8"]\nblank = "zero"',
)
BAD = (
    "selekt = []",
    'select = "GK1"',
    "jobs = 0",
    "max-warnings = -1",
    "cache = 1",
    'severity = "off"',
    '[severity]\nGK150 = "bad"',
    '[[overrides]]\nignore = ["GK8"]',
    '[[overrides]]\nfiles = ["*.md"]\njobs = 2',
    '[overrides]\nfiles = ["*.md"]',
)


def accepted(text: str, folder: Path) -> bool:
    (folder / "base.toml").write_text("", "utf-8")
    (folder / "gklint.toml").write_text(text, "utf-8")
    try:
        layers(str(folder / "gklint.toml"))
    except ConfigError:
        return False
    return True


@pytest.mark.parametrize("text", [*GOOD, *BAD])
def test_schema_and_reader_agree(text: str, tmp_path: Path) -> None:
    """What the schema lets pass is read, what it refuses is refused."""
    validator = jsonschema.Draft202012Validator(SCHEMA)

    assert (text in GOOD, text in GOOD) == (validator.is_valid(tomllib.loads(text)), accepted(text, tmp_path))


def test_schema_has_every_field() -> None:
    """Each setting is in the schema, with its help; those of single files are in overrides too."""
    properties = SCHEMA["properties"]
    own = {key(name) for name in OPTIONS}

    assert isinstance(properties, dict)
    assert own | {"extend", "overrides"} == set(properties)
    assert all(properties[name]["description"] for name in own)
    per_file = {key(name) for name, option in OPTIONS.items() if not option.metadata["run"]}
    assert per_file | {"files"} == set(properties["overrides"]["items"]["properties"])


def test_the_first_file_holds_every_default(tmp_path: Path) -> None:
    """``gklint init`` writes comments only; without their marks they are the settings with their defaults."""
    text = settings()
    lines = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ") and " = " in line]
    uncommented = [line for line in lines if line.split(" = ")[0] in {key(name) for name in OPTIONS}]
    data = tomllib.loads("\n".join(uncommented[: len(OPTIONS)]))
    defaults = {key(name): getattr(Settings(), name) for name in OPTIONS}

    assert {} == tomllib.loads(text)
    assert set(defaults) == set(data)
    assert accepted("\n".join(uncommented[: len(OPTIONS)]), tmp_path)
    assert [] == [
        k
        for k, v in data.items()
        if defaults[k] is not None and (tuple(v) if isinstance(v, list) else v) != defaults[k]
    ]
