"""``--since``: what git knows to have changed is checked, the rest is not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from gklint.cli.runs import since
from gklint.errors import ConfigError
from tests.cli.test_commands import run


def git(*arguments: str) -> None:
    own = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *own, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports that are committed; then one is changed, one is new, and one is new and ignored."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    for name in ("旧.md", "改.md"):
        Path(name).write_text("一\n", "utf-8")
    Path(".gitignore").write_text("draft.md\n", "utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "reports")
    for name in ("改.md", "deep/新.md", "draft.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("二\n", "utf-8")
    return tmp_path


def listed(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    status, out, err = run({"args": [*arguments, "--show-files"]}, monkeypatch)
    assert (0, "") == (status, err)
    return out.split()


def test_changed_and_untracked_files_are_checked(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Uncommitted changes and new files count, committed and ignored ones do not."""
    assert ["./deep/新.md", "./改.md"] == listed(monkeypatch, ".", "--since", "HEAD")


def test_folders_below_the_root_work_too(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The paths of git are those of the repository, wherever gklint is started; a named file is no exception."""
    monkeypatch.chdir(repository / "deep")

    assert ["新.md", "../改.md"] == listed(monkeypatch, "新.md", "../旧.md", "../改.md", "--since", "HEAD")


def test_what_others_changed_meanwhile_does_not_count(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A branch is compared with where it began, not with what became of the other one."""
    git("checkout", "-q", "-b", "mine")
    git("commit", "-q", "-a", "-m", "mine")
    git("checkout", "-q", "main")
    Path("旧.md").write_text("三\n", "utf-8")
    git("commit", "-q", "-a", "-m", "theirs")
    git("checkout", "-q", "mine")

    assert ["./deep/新.md", "./改.md"] == listed(monkeypatch, ".", "--since", "main")


def test_nothing_changed_is_fine(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that has nothing to check says so and passes."""
    status, out, _ = run({"args": ["旧.md", "--since", "HEAD", "--lang", "en"]}, monkeypatch)

    assert (0, 1) == (status, out.count("\n"))


def test_a_revision_that_is_unknown_is_a_mistake(repository: Path) -> None:
    """A revision has to be there, and is never taken for an option."""
    for revision in ("gone", "--all"):
        with pytest.raises(ConfigError, match=revision):
            since.changed(revision)


def test_without_git_it_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no git, the option names what is missing."""
    monkeypatch.setenv("PATH", "")

    with pytest.raises(ConfigError, match="git"):
        since.changed("HEAD")
