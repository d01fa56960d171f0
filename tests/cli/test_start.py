from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("click", "rich", "pdfminer", "docx", "lxml", "markdown_it", "regex", "pathspec", "gklint.pipeline")


def loaded(*arguments: str) -> set[str]:
    """The modules that gklint imports for *arguments*."""
    script = (
        "import sys; sys.argv = ['gklint', *sys.argv[1:]]\n"
        "from gklint.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_version_imports_nothing() -> None:
    """Editors ask for the version often, so it costs next to nothing."""
    assert set() == loaded("--version") & set(HEAVY)


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help")], ids=["help", "help of a command"])
def test_help_imports_no_reader(arguments: tuple[str, ...]) -> None:
    """Help is there before anything that reads reports is."""
    assert {"click"} == loaded(*arguments) & set(HEAVY)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--lang", "en"), "Check reports"), (("--lang=en",), "Check reports"), ((), "检查报告")],
    ids=["english", "english with an equals sign", "chinese"],
)
def test_help_speaks_the_language_asked_for(arguments: tuple[str, ...], said: str) -> None:
    """The language of help is known before click has parsed anything."""
    command = [sys.executable, "-m", "gklint", "check", *arguments, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")

    assert said in done.stdout


def test_markdown_needs_no_other_format(tmp_path: Path) -> None:
    """A Markdown lint in lines to grep pays for no other reader, no terminal and no second engine of patterns."""
    report = tmp_path / "report.md"
    report.write_text("| 月份 | 件数 |\n|---|---|\n| 1月 | 5 |\n| 2月 | 7 |\n| 合计 | 13 |\n", "utf-8")

    modules = loaded("check", "--output-format", "concise", str(report))

    assert set() == modules & {"rich", "pdfminer", "docx", "lxml", "markdown_it", "regex", "pathspec", "html.parser"}
    assert {"gklint.readers.markdown"} == {name for name in modules if re.fullmatch(READER, name)}


READER = r"gklint\.readers\.(?:text|markdown|html|docx|pdf|delimited)"
