"""What the command line prints and how it exits: one TOML file in ``cases/`` each."""

from __future__ import annotations

import io
import os
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gklint.__main__ import main

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
ENCODINGS = ("utf-8", "gb18030", "utf-16")


class Console(io.TextIOWrapper):
    """A stream that takes text and bytes, as a real one does."""

    def __init__(self, content: bytes = b"", encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(content), encoding, newline="\n")

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined]


def run(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    """Status, stdout and stderr of gklint in the current folder with the arguments of *case*."""
    out, err = Console(encoding=case.get("console", "utf-8")), Console()
    monkeypatch.setattr(sys, "argv", ["gklint", *case["args"]])
    monkeypatch.setattr(sys, "stdin", Console(case.get("stdin", "").encode()))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    status: object = 0
    try:
        main()
    except SystemExit as end:
        status = end.code
    return (status if isinstance(status, int) else 0), out.text(), err.text()


def lay_out(files: dict[str, Any], folder: Path) -> None:
    """Write *files*: text in UTF-8, ``{encoding, text}``, ``{hex}``, or ``{zeros}`` bytes that take no room."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case str():
                path.write_text(content, "utf-8", newline="\n")
            case {"hex": digits}:
                path.write_bytes(bytes.fromhex(digits))
            case {"zeros": size}:
                path.touch()
                os.truncate(path, size)
            case {"encoding": encoding, "text": text}:
                path.write_bytes(text.encode(encoding))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command prints what its case says, on the right stream, and exits with its status."""
    case = tomllib.loads(path.read_text("utf-8"))
    lay_out(case.get("files", {}), tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GKLINT_LANG", raising=False)
    for name, value in case.get("env", {}).items():
        monkeypatch.setenv(name, value)

    status, out, err = run(case, monkeypatch)

    assert case["status"] == status, out + err
    if "stdout" in case:
        assert case["stdout"] == out
    for text in case.get("stdout_has", ()):
        assert text in out
    for text in case.get("stdout_lacks", ()):
        assert text not in out
    for text in case.get("stderr_has", ()):
        assert text in err
    if "stderr_has" not in case:
        assert case.get("stderr", "") == err
    for name, text in case.get("written", {}).items():
        assert text == (tmp_path / name).read_text("utf-8")
