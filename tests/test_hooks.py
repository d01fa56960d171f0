"""The hooks of this repository, installed by pre-commit and run by git: offline, with the libraries of these tests."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "gklint", "rules")
CLEAN = """# 云川县2024年重点工作报告

## 一、总体情况

全年共办理建议提案 120 件，其中人大建议 70 件，政协提案 50 件。
"""
FAULTY = CLEAN.replace("政协提案 50 件", "政协提案 60 件")
CONFIG = """repos:
  - repo: {url}
    rev: {rev}
    hooks:
      - id: gklint
"""

pytestmark = pytest.mark.skipif(
    not (shutil.which("git") and shutil.which("pre-commit")), reason="git or pre-commit is not installed"
)


class Repository:
    """A git repository of one's own, with an environment that reaches neither the network nor the user's settings."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        packages = os.pathsep.join(site.getsitepackages())
        author = {"NAME": "Tester", "EMAIL": "tester@example.org"}
        self._environment: Mapping[str, str] = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GKLINT_"))},
            **{f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER") for key, value in author.items()},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PRE_COMMIT_HOME": str(home),
            # The hook's environment is built from what is installed here: pip asks nobody.
            "PYTHONPATH": packages,
            "PIP_NO_INDEX": "1",
            "PIP_NO_BUILD_ISOLATION": "0",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
            "PYTHONIOENCODING": "utf-8",
        }
        folder.mkdir(exist_ok=True)
        self.run("git", "init", "-q", "-b", "main")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self._environment, capture_output=True, encoding="utf-8", check=False
        )

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", "-A")
        return self.run("git", "commit", "-m", "work")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository with all that this one ships."""
    folder = tmp_path_factory.mktemp("hooks")
    repository = Repository(folder, folder)
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    assert 0 == repository.commit().returncode
    return repository


@pytest.fixture(scope="module")
def reports(hooks: Repository, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository of reports that has installed the hook."""
    repository = Repository(tmp_path_factory.mktemp("reports"), tmp_path_factory.mktemp("home"))
    revision = hooks.run("git", "rev-parse", "HEAD").stdout.strip()
    config = CONFIG.format(url=hooks.folder.as_posix(), rev=revision)
    (repository.folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
    assert 0 == repository.commit().returncode
    assert 0 == repository.run("pre-commit", "install").returncode
    return repository


def test_faulty_report_is_refused(reports: Repository) -> None:
    """A commit with a report that contradicts itself is refused and the fault is shown; mended, it passes."""
    report = reports.folder / "report.md"
    report.write_text(FAULTY, "utf-8")

    refused = reports.commit()
    report.write_text(CLEAN, "utf-8")
    mended = reports.commit()

    assert 0 != refused.returncode
    assert "错误 GK3" in refused.stdout + refused.stderr
    assert 0 == mended.returncode, mended.stdout + mended.stderr


def test_waived_report_passes_and_says_so(reports: Repository) -> None:
    """A commit whose fault a person has excused goes through, and what is silenced is counted."""
    waived = FAULTY.replace("60 件。", "60 件。<!-- gklint: ignore GK3 含联名提案 -->")
    (reports.folder / "report.md").write_text(waived, "utf-8")

    passed = reports.commit()

    assert 0 == passed.returncode, passed.stdout + passed.stderr
    assert "已豁免 1" in passed.stdout + passed.stderr


def test_project_hook(hooks: Repository, tmp_path: Path) -> None:
    """The hook without file names checks the whole repository, tried straight from its own."""
    repository = Repository(tmp_path / "reports", tmp_path / "home")
    (repository.folder / "report.md").write_text(FAULTY, "utf-8")
    repository.commit()

    tried = repository.run("pre-commit", "try-repo", hooks.folder.as_posix(), "gklint-project", "--verbose")

    assert 1 == tried.returncode
    assert "report.md" in tried.stdout
    assert "错误 GK3" in tried.stdout
