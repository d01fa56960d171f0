"""One run of ``gklint audit``: what ``gklint check`` finds, whole, as a folder of pages or as a tree."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from gklint.cli import output
from gklint.cli.exits import exit_code
from gklint.cli.handout.auditfolder import write
from gklint.cli.handout.editions import editions
from gklint.cli.inputs import existing
from gklint.cli.language import chosen
from gklint.cli.progress import watched
from gklint.cli.runs.request import Request
from gklint.cli.runs.run import checked, policy, told_apart
from gklint.cli.runs.stopwatch import Stopwatch
from gklint.cli.runs.wanted import wanted
from gklint.config.configuration import Configuration
from gklint.config.settings import Settings
from gklint.reporters.audit.folder import files
from gklint.reporters.audit.run import Run
from gklint.reporters.depth import Depth
from gklint.reporters.wording import Words


def answered(request: Request, folder: Path | None, day: str | None, *, as_tree: bool) -> int:
    """Write the pages into *folder* (None: nowhere), print the tree if asked for, and give the exit code."""
    configuration = Configuration(request.given, os.environ, os.getcwd())
    settings = configuration.run.settings
    language = settings.lang or chosen()
    paths = request.paths or (".",)
    present = existing(paths)
    report = checked(present, request, configuration, Stopwatch(), Depth.WHOLE, wanted(configuration, request.since))
    if as_tree:
        from gklint.reporters.audit import tree

        style = output.style(language, settings.color)
        output.write(tree.render(report, style), colour=style.colour)
    if folder is not None and not report.is_interrupted:
        run = Run((*editions(map(Path, settings.packs)), *_choice(settings)), day)
        made = watched(files(report, run, Words(language)))
        output.write_lines(write(folder, made, len(report.audits)))
    told_apart(report)
    return exit_code(report, policy(settings), is_misused=len(present) < len(paths))


def _choice(settings: Settings) -> Iterator[str]:
    """What was chosen among the rules, so that a sheet of a part of them does not pass for the whole."""
    for name in ("select", "ignore"):
        if chosen_rules := getattr(settings, name):
            yield f"{name} = {' '.join(chosen_rules)}"
