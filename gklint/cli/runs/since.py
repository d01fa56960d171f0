"""What git knows to have changed: committed since a revision, not committed yet, or not tracked at all."""

from __future__ import annotations

import os
import subprocess

from gklint.cli.language import t
from gklint.errors import ConfigError


def changed(revision: str) -> frozenset[str]:
    """
    The real paths of the files that differ from *revision*, or from where HEAD parted from it if that is earlier.

    Raises:
        ConfigError: git is missing, this is no repository, or there is no such revision.
    """
    top = _git("rev-parse", "--show-toplevel")
    if top is None:
        raise ConfigError(
            t("--since：当前文件夹不在 git 仓库中", "--since: the current folder is not in a repository of git")
        )
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if commit is None:
        raise ConfigError(t(f"--since：git 中没有版本 {revision}", f"--since: git knows no revision {revision}"))
    # What others have changed on the other branch since then is not ours.
    base = _git("merge-base", commit.strip(), "HEAD") or commit
    listed = (
        _git("diff", "--name-only", "-z", "--no-relative", base.strip(), "--"),
        _git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"),
    )
    names = (name for text in listed for name in (text or "").split("\0") if name)
    return frozenset(os.path.realpath(os.path.join(top.rstrip("\n"), name)) for name in names)


def _git(*arguments: str) -> str | None:
    """What git prints, None if it refuses."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise ConfigError(t("--since：没有找到 git 命令", "--since: no command git was found")) from None
    return os.fsdecode(done.stdout) if done.returncode == 0 else None
