"""``gklint audit``: the full check sheet of each report, and what a folder of them adds up to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from gklint.cli import check_options as of
from gklint.cli import options
from gklint.cli.language import t


def a_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The day as it was typed: nothing is done with it but print it."""
    try:
        if value is None or date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise click.BadParameter(t(f"{value} 不是 2025-01-31 这样的日期", f"{value} is no date like 2025-01-31"))


@click.command(
    "audit",
    help=t(
        "为每份报告生成核对页（含可打印签字的核对表），并汇总：列表、表格、反馈文字、一页情况",
        "Write a page with the check sheet of each report, a list of all, texts to send back and a one-page summary.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help=t("写入这个文件夹（新建，或上次生成的）", "Write into this folder: a new one, or that of an earlier audit."),
)
@click.option("--terminal", is_flag=True, help=t("在终端显示为树状，不写文件", "Show a tree here and write no files."))
@click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    callback=a_date,
    help=t("核对日期，印在核对表上；不给则留空手写", "Date for the check sheet; without it there is room to write."),
)
@of.rules
@of.configuration
@of.looks
@options.stdin_filename
@of.outcome
@of.upkeep
@click.option("--no-cache", is_flag=True, help=t("不使用缓存", "Neither read nor write the cache."))
def command(paths: tuple[str, ...], folder: Path | None, terminal: bool, day: str | None, **options: Any) -> None:
    if folder is None and not terminal:
        raise click.UsageError(t("请用 -o 给出文件夹，或用 --terminal", "say where with -o DIR, or use --terminal"))
    from gklint.cli.handout import audit_run

    raise SystemExit(audit_run.answered(of.request(paths, options), folder, day, as_tree=terminal))
