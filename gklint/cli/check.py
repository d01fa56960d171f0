"""``gklint check``: lint reports."""

from __future__ import annotations

from typing import Any

import click

from gklint.cli import check_options as of
from gklint.cli.language import t


@click.command(
    "check",
    help=t(
        "检查报告（文件或文件夹，“-”读标准输入），默认当前文件夹",
        "Check reports: files or folders, '-' for standard input; the current folder by default.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@of.rules
@of.configuration
@of.output
@of.inputs
@of.outcome
@of.upkeep
@of.work
def command(paths: tuple[str, ...], **options: Any) -> None:
    from gklint.cli.runs import run

    raise SystemExit(run.answered(of.request(paths, options)))
