"""The files that a run writes beside its answer: ``--report FORMAT=PATH``, and GitHub's summary of a job."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from gklint.cli.files import write_whole
from gklint.cli.language import t
from gklint.cli.runs.rendering import Lost, rendered
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


def targets(texts: Sequence[str], inputs: Callable[[], Iterable[str]]) -> tuple[Target, ...]:
    """
    ``sarif=out/gklint.sarif`` → a target; *inputs* are the files that the run reads.

    Raises:
        ConfigError: there is no such format, no path, no folder for it, two formats for one file, or it is an input.
    """
    found = tuple(_target(text) for text in texts)
    paths = [os.path.realpath(target.path) for target in found]
    read = {os.path.realpath(path) for path in inputs()} if found else set()
    for target, path in zip(found, paths, strict=True):
        if paths.count(path) > 1:
            shown = target.path
            raise ConfigError(t(f"--report：{shown} 出现两次", f"--report: {shown} is named twice"))
        _permit(target, is_read=path in read)
    return found


def _permit(target: Target, *, is_read: bool) -> None:
    """Refuse, before any work is done, what would end in no file, or in a report that is lost."""
    shown = target.path
    if is_read:
        raise ConfigError(
            t(
                f"--report：{shown} 是要检查的文件，不能覆盖；请换个位置，或用 --exclude 排除",
                f"--report: {shown} is an input and stays as it is; write elsewhere, or leave it out by --exclude",
            )
        )
    if not shown.parent.is_dir():
        raise ConfigError(t(f"--report：没有文件夹 {shown.parent}", f"--report: no folder {shown.parent}"))


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


def write(files: Sequence[Target], report: Report, language: str, lost: Lost) -> Report:
    """
    Write each of *files* whole, the same bytes wherever and however often it is run; the report as it was written.

    Raises:
        ConfigError: one cannot be written.
    """
    style = Style(language, WIDTH)
    for target in files:
        # Rendered before anything is written: what fails leaves the last file as it is.
        text, report = rendered(REPORTERS[target.format], report, style, lost)
        write_whole(target.path, text.encode("utf-8", "backslashreplace"))
    return report


def summarize(report: Report, language: str, environment: Mapping[str, str]) -> None:
    """
    Add the report to the summary of GitHub's job, if this runs in one.

    Raises:
        ConfigError: it cannot be written.
    """
    path = environment.get(SUMMARY)
    if not path:
        return
    text = REPORTERS["markdown"].render(report, Style(language, WIDTH))
    try:
        with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ConfigError(t(f"{SUMMARY}：无法写入 {path}：{why}", f"{SUMMARY}: cannot write {path}: {why}")) from None
