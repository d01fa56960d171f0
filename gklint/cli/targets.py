"""The files that a run writes beside its answer: ``--report FORMAT=PATH``, and GitHub's summary of a job."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from gklint.cli.files import write_whole
from gklint.cli.language import t
from gklint.errors import ConfigError
from gklint.model.finding import Report
from gklint.reporters import REPORTERS
from gklint.reporters.style import Style
from gklint.start.records import dataclass

SUMMARY = "GITHUB_STEP_SUMMARY"
"""Where GitHub says which file the summary of a job belongs in."""
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Target:
    """A file that is to be written in a *format*."""

    format: str
    path: Path


def targets(texts: Sequence[str]) -> tuple[Target, ...]:
    """
    ``sarif=out/gklint.sarif`` → a target.

    Raises:
        ConfigError: there is no such format, no path, or two formats for one file.
    """
    found = tuple(_target(text) for text in texts)
    paths = [os.path.abspath(target.path) for target in found]
    for target, path in zip(found, paths, strict=True):
        if paths.count(path) > 1:
            shown = target.path
            raise ConfigError(t(f"--report：{shown} 出现两次", f"--report: {shown} is named twice"))
    return found


def _target(text: str) -> Target:
    name, sign, path = text.partition("=")
    if not sign or not path or path == "-":
        raise ConfigError(t(f"--report：{text} 应写作 格式=路径", f"--report: {text}: FORMAT=PATH would be right"))
    if name not in REPORTERS:
        from difflib import get_close_matches  # only for who has misspelt something

        near = get_close_matches(name, REPORTERS, 1) or REPORTERS
        right = ", ".join(near)
        raise ConfigError(
            t(f"--report：没有格式 {name}，应为 {right}", f"--report: no format {name}, {right} would be right")
        )
    return Target(name, Path(path))


def write(files: Sequence[Target], report: Report, language: str) -> None:
    """
    Write each of *files* whole; the same bytes wherever and however often it is run.

    Raises:
        ConfigError: one cannot be written.
    """
    style = Style(language, WIDTH)
    for target in files:
        # Rendered before anything is written: what fails leaves the last file as it is.
        data = REPORTERS[target.format].render(report, style).encode("utf-8", "backslashreplace")
        write_whole(target.path, data)


def summarize(report: Report, language: str, environment: Mapping[str, str]) -> None:
    """Add the report to the summary of GitHub's job, if this runs in one."""
    path = environment.get(SUMMARY)
    if path:
        with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(REPORTERS["markdown"].render(report, Style(language, WIDTH)))
