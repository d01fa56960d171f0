"""``gklint annotate``: a copy of one report with a remark at each figure that something is wrong with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gklint.cli import check_options as of
from gklint.cli.handout.audit import a_date
from gklint.cli.language import t


@click.command(
    "annotate",
    help=t(
        "在报告的副本中逐处加批注：哪个数字有问题、算式、请核对什么；原文件不变",
        "Comment on every figure in question in a copy of the report; the report itself stays as it is.",
    ),
)
@click.argument("file")
@click.option(
    "-o",
    "--output",
    "copy",
    metavar="COPY",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=t("副本的文件名", "The file to write."),
)
@click.option("--clear", is_flag=True, help=t("去掉 gklint 以前加的批注", "Take the comments of gklint away."))
@click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    callback=a_date,
    help=t("批注日期，默认当天（或环境变量 SOURCE_DATE_EPOCH）", "Date of the comments; today, or SOURCE_DATE_EPOCH."),
)
@of.rules
@of.configuration
@of.looks
@of.upkeep
def command(file: str, copy: Path, clear: bool, day: str | None, **options: Any) -> None:
    from gklint.cli.handout import annotate_run

    # A copy is made of a file; what was found is needed whole, and seldom twice.
    request = of.request((file,), {**options, "stdin_filename": "-", "no_cache": True})
    raise SystemExit(annotate_run.answered(request, copy, day, clear=clear))
