"""The README's output is what its first command prints."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from gklint.__main__ import main

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"```sh\n(?P<command>[^\n]*?gklint check[^\n]*)\n```\n\n```text\n(?P<output>.*?)```\n", re.DOTALL)


def test_output_under_the_first_command(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The block under the first command is its real output."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("GKLINT_LANG", raising=False)
    text = README.read_text("utf-8")
    block = BLOCK.search(text)
    assert block
    monkeypatch.setattr(sys, "argv", ["gklint", *shlex.split(block["command"].split("&&")[-1])[1:]])

    with pytest.raises(SystemExit):
        main()

    actual = capsys.readouterr().out
    if request.config.getoption("--accept"):
        README.write_text(text[: block.start("output")] + actual + text[block.end("output") :], "utf-8")
    else:
        assert block["output"] == actual


def test_readme_has_two_commands() -> None:
    """There are two set-up commands, one line each."""
    commands = re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)

    assert [1, 1] == [command.count("\n") for command in commands]
