"""The page for authors of packs is run word for word: its files are written, its commands called, its mistakes made."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from gklint.__main__ import main

PAGE = Path(__file__).parents[1] / "rules" / "README.md"
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def test_page(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each console block shows what its command prints; a diff holds for the one command behind it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GKLINT_LANG", raising=False)
    page = PAGE.read_text("utf-8")
    whole: dict[Path, str] = {}

    def replayed(block: re.Match[str]) -> str:
        target = tmp_path / (block["name"] or "")
        match block["kind"]:
            case "toml" | "markdown":
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(block["text"], "utf-8")
            case "diff":
                whole[target] = target.read_text("utf-8")
                target.write_text(_changed(whole[target], block["text"]), "utf-8")
            case "console":
                command = block["text"].splitlines()[0]
                printed = _printed(command.removeprefix("$ "), monkeypatch, capsys)
                for path, text in whole.items():
                    path.write_text(text, "utf-8")
                return f"```console\n{command}\n{printed}```"
        return block[0]

    actual = BLOCK.sub(replayed, page)

    if request.config.getoption("--accept"):
        PAGE.write_text(actual, "utf-8")
    else:
        assert page == actual


def _changed(text: str, diff: str) -> str:
    """*text* with the lines of *diff* that start with - replaced by those that start with +."""
    old, new = ("".join(line[1:] + "\n" for line in diff.splitlines() if line[0] == sign) for sign in "-+")
    assert 1 == text.count(old)
    return text.replace(old, new)


def _printed(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Everything that *command* prints, complaints included, and its exit code where that is not 0."""
    monkeypatch.setattr(sys, "argv", shlex.split(command))
    with pytest.raises(SystemExit) as end:
        main()
    captured = capsys.readouterr()
    status = f"（退出码 {end.value.code}）\n" if end.value.code else ""
    return captured.out + captured.err + status
