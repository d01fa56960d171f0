"""``--watch``: a run for each change, none without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gklint.cli.runs import watch
from tests.cli.test_commands import run


def test_a_change_runs_again() -> None:
    """What is seen twice is checked once; the last exit code is that of the command."""
    looks: Iterator[watch.Snapshot] = iter([{"a": (1, 1)}, {"a": (1, 1)}, {"a": (2, 1)}, {}])
    done: list[str] = []

    def seen() -> watch.Snapshot:
        try:
            return next(looks)
        except StopIteration:
            raise KeyboardInterrupt from None

    def checked() -> int:
        done.append("run")
        return len(done)

    status = watch.repeated(checked, seen, lambda: done.append("wait"), lambda: done.append("clear"))

    assert ["clear", "run", "wait", "wait", "clear", "run", "wait", "clear", "run", "wait"] == done
    assert len([each for each in done if each == "run"]) <= status


def test_an_interrupt_in_a_run_ends_the_watch() -> None:
    """Ctrl+C while documents are checked is not a wish for another look."""
    status = watch.repeated(lambda: 130, lambda: {"a": (1, 1)}, lambda: pytest.fail("waits"), lambda: None)

    assert 130 == status


def test_a_snapshot_knows_changes(tmp_path: Path) -> None:
    """A file that grows looks different, one that is gone is not there."""
    path = tmp_path / "a.md"
    path.write_text("1", "utf-8")
    before = watch.snapshot([str(path), str(tmp_path / "gone.md")])
    path.write_text("12", "utf-8")

    assert [str(path)] == list(before)
    assert before != watch.snapshot([str(path)])


def test_the_command_watches_until_it_is_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is checked at once; an interrupt ends it with the exit code of the last run."""
    (tmp_path / "a.md").write_text("全年共召开会议12次，其中常务会议9次，专题会议5次。\n", "utf-8")
    monkeypatch.chdir(tmp_path)

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(watch, "wait", interrupted)

    status, out, err = run({"args": ["a.md", "--watch", "--output-format", "concise"]}, monkeypatch)

    assert (1, True) == (status, out.startswith("a.md:1:8: 错误 GK302"))
    assert "Ctrl+C" in err
