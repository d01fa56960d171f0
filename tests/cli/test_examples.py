from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gklint.__main__ import main

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").iterdir() if path.is_file())


@pytest.mark.parametrize("path", EXAMPLES)
def test_example(
    path: str,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What gklint finds in each example is what was reviewed."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("GKLINT_LANG", raising=False)
    monkeypatch.setattr(sys, "argv", ["gklint", path])

    with pytest.raises(SystemExit):
        main()

    golden(f"{path}.full.txt", capsys.readouterr().out)
