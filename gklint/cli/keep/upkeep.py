"""
What was excused and what was known before, as files: ``gklint-waivers.toml`` and ``gklint-baseline.json``.

Both stand at the root of the repository, without one in the current folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli.configured import configuration
from gklint.cli.language import t
from gklint.config.settings import OFF
from gklint.errors import ConfigError
from gklint.model.finding import Report
from gklint.model.rule import Rule
from gklint.start.records import dataclass

if TYPE_CHECKING:
    from gklint.baseline import Known
    from gklint.suppress.entries import Entry

WAIVERS, BASELINE = "gklint-waivers.toml", "gklint-baseline.json"


@dataclass(frozen=True, slots=True)
class Upkeep:
    """
    What of it a run uses. *ignores*: what was excused stays silent. *baseline* and *excused* are the files, "" the
    usual one if it is there, OFF none.
    """

    ignores: bool = True
    baseline: str = ""
    excused: str = ""

    def settled(self, report: Report, rules: Callable[[], Sequence[Rule]]) -> Report:
        """*report* with waivers and baseline applied; *rules*, those that ran, are asked for only if there are any."""
        if not self.ignores:
            from gklint.suppress.waived import unsilenced

            report = unsilenced(report)
        elif excused := waivers(self.excused):
            from gklint.suppress.waived import waived

            report = waived(report, excused, shown(self.excused or WAIVERS), rules())
        known = baseline(self.baseline)
        if known is not None:
            from gklint.baseline import compared

            report = compared(report, known, self.baseline or shown(BASELINE), rules())
        return report


def waivers(file: str = "") -> tuple[Entry, ...]:
    """
    The entries of the *file* of waivers, by default of the usual one; none without it, and none if it is OFF.

    Raises:
        ConfigError: it cannot be read, or is not well formed.
    """
    text = None if file == OFF else read(file or WAIVERS)
    if text is None:
        return ()
    from gklint.suppress.entries import entries

    return entries(text, shown(file or WAIVERS))


def baseline(file: str = "") -> tuple[Known, ...] | None:
    """
    The entries of the baseline *file*, by default of the usual one; None if that is not there, and if it is OFF.

    Raises:
        ConfigError: it cannot be read, is no baseline, or a *file* that was named is not there.
    """
    text = None if file == OFF else read(file or BASELINE)
    if text is None:
        if file not in ("", OFF):
            raise ConfigError(t(f"{file}：没有这个文件", f"{file}: no such file"))
        return None
    from gklint.baseline import load

    return load(text, file or shown(BASELINE))


def configured_waivers() -> str:
    """The file that holds the waivers of the current folder, as its settings have it."""
    file = configuration().run.settings.waivers
    return file if file not in ("", OFF) else WAIVERS


def configured_baseline() -> str:
    """The baseline of the current folder, as its settings have it; "" for the usual one."""
    file = configuration().run.settings.baseline
    return file if file != OFF else ""


def read(name: str) -> str | None:
    """The text of *name*; None if there is no such file."""
    try:
        return place(name).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise ConfigError(t(f"无法读取 {shown(name)}：{why}", f"cannot read {shown(name)}: {why}")) from None


def write(name: str, text: str) -> None:
    """Put *text* at *name*, whole or not at all."""
    from gklint.cli.files import write_whole

    write_whole(place(name), text.encode("utf-8", "replace"))


def place(name: str) -> Path:
    """Where *name* is: one of the two files at the root, any other one where the user says."""
    return _root() / name if name in (WAIVERS, BASELINE) else Path(name)


def shown(name: str) -> str:
    """The path of *name* as seen from the current folder."""
    return os.path.relpath(place(name)).replace(os.sep, "/")


def _root() -> Path:
    here = Path(os.getcwd())
    # Not Path.exists: before Python 3.12 that raises in a folder without permission.
    return next((folder for folder in (here, *here.parents) if os.path.exists(folder / ".git")), here)
