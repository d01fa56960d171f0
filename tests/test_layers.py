"""The architecture as a test: which way imports run, where libraries live, what exact modules may not contain."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "gklint"
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py"))

LAYERS: dict[str, int] = {
    "__main__": 0,
    "cli": 1,
    "pipeline": 2,
    "annotate": 2,
    "config": 3,
    "packs": 3,
    "readers": 3,
    "figures": 3,
    "claims": 3,
    "grip": 3,
    "suppress": 3,
    "baseline": 3,
    "reporters": 3,
    "weighing": 3,
    "blame": 4,
    "judge": 5,
    "schema": 5,
    "severity": 5,
    "numbers": 5,
    "model": 6,
    "errors": 6,
    "failure": 5,
    "budget": 5,
    "start": 7,
}

HOMES: dict[str, tuple[str, ...]] = {
    "click": ("cli/",),
    "rich": ("reporters/terminal.py", "reporters/audit/tree.py", "cli/"),
    "pdfminer": ("readers/pdf.py", "readers/_pdf"),
    "docx": ("readers/docx.py", "readers/_docx"),
    "lxml": ("readers/docx.py", "readers/_docx", "annotate/docx.py", "annotate/_docx"),
    "pypdf": ("annotate/pdf.py", "annotate/_pdf"),
    "markdown_it": ("readers/markdown.py",),
    "regex": ("start/foreign.py",),
    "pathspec": ("cli/", "config/globs.py"),
}

EXACT = (
    "judge/",
    "grip/",
    "severity.py",
    "blame/",
    "numbers/",
    "claims/",
    "weighing/",
    "model/interval.py",
    "model/numeral.py",
)


def imports(module: str) -> Iterator[str]:
    """Every module that *module* imports, wherever in it."""
    for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(module: str) -> str:
    """The package or module right under gklint that a dotted name or a path lies in."""
    parts = module.removesuffix(".py").replace("/", ".").removeprefix("gklint.").split(".")
    return parts[0]


@pytest.mark.parametrize("module", [m for m in MODULES if m != "__init__.py"])
def test_imports_run_downwards(module: str) -> None:
    """A module imports its own package and lower layers only."""
    own = LAYERS[room(module)]
    inner = {room(name) for name in imports(module) if name.startswith("gklint.")}

    wrong = {name for name in inner if name in LAYERS and name != room(module) and LAYERS[name] <= own}

    assert set() == wrong


@pytest.mark.parametrize("module", MODULES)
def test_libraries_stay_at_home(module: str) -> None:
    """A third-party library is imported in its one home."""
    strangers = {
        name for name in imports(module) if (homes := HOMES.get(name.split(".")[0])) and not module.startswith(homes)
    }

    assert set() == strangers


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith(EXACT)])
def test_exact_modules_know_no_float(module: str) -> None:
    """Figures are judged without a binary fraction or an epsilon."""
    source = (ROOT / module).read_text("utf-8")

    assert [] == re.findall(r"\bfloat\(|\d[eE]-\d", source)


@pytest.mark.parametrize("module", [m for m in MODULES if not m.startswith("numbers/")])
def test_one_place_reads_digits(module: str) -> None:
    """Only numbers/ makes a quantity from characters."""
    source = (ROOT / module).read_text("utf-8")

    assert [] == re.findall(r"(?:Decimal|Fraction)\((?:raw|text|match|m)\b", source)


@pytest.mark.parametrize("module", MODULES)
def test_modules_keep_one_screenful(module: str) -> None:
    """A module of over 300 lines has a second reason to change."""
    lines = (ROOT / module).read_text("utf-8").count("\n")

    assert lines <= 300
