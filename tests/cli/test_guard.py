from __future__ import annotations

import click
import pytest

from gklint.cli.guard import guarded
from gklint.errors import ConfigError, PackError


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (ConfigError("--select: what?"), 2, "gklint: --select: what?\n"),
        (PackError("rules/x.toml: code: missing"), 2, "gklint: rules/x.toml: code: missing\n"),
        (click.UsageError("not like this"), 2, "gklint: not like this\n"),
        (KeyboardInterrupt(), 130, "gklint: 已中断\n"),
    ],
    ids=["setting", "pack", "usage", "interrupted"],
)
def test_mistake_is_one_line(error: BaseException, status: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What the user did wrong is said in one line, without a traceback."""
    with pytest.raises(SystemExit) as end, guarded():
        raise error

    assert (status, said) == (end.value.code, capsys.readouterr().err)


def test_bug_is_reported_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    """A bug exits 101 with its traceback, where it happened, and how to report it."""
    error = ZeroDivisionError("oops")
    error.add_note("gklint: while checking a.md")

    with pytest.raises(SystemExit) as end, guarded():
        raise error

    printed = capsys.readouterr().err
    assert 101 == end.value.code
    assert "Traceback" in printed
    assert "while checking a.md" in printed
    assert "的缺陷，不是报告的问题" in printed
