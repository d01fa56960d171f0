"""``gklint check``: lint reports."""

from __future__ import annotations

import click

from gklint.cli import options
from gklint.cli.language import t

SEVERITIES = ("error", "warning", "note")


@click.command(
    "check",
    help=t(
        "检查报告（文件或文件夹，“-”读标准输入），默认当前文件夹",
        "Check reports: files or folders, '-' for standard input; the current folder by default.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--output-format",
    type=options.OneOf(("full", "concise", "json")),
    default="full",
    help=t("输出格式", "Format of the output."),
)
@options.lang
@options.stdin_filename
@options.colour
@click.option(
    "--select", multiple=True, metavar="RULES", help=t("只用这些规则：编号、前缀、名称或规则包", "Only these rules.")
)
@click.option("--ignore", multiple=True, metavar="RULES", help=t("不用这些规则", "All but these rules."))
@click.option(
    "--fail-on",
    type=options.OneOf(SEVERITIES),
    default="error",
    help=t("达到该级别即以 1 退出", "Exit 1 from this severity on."),
)
@click.option(
    "--max-warnings",
    type=click.IntRange(min=0),
    metavar="N",
    help=t("“请核实”多于 N 处即以 1 退出", "Exit 1 above N warnings."),
)
@click.option("--exit-zero", is_flag=True, help=t("有问题或有缺口也以 0 退出", "Exit 0 where 1 or 3 was due."))
@click.option(
    "--no-claims",
    type=options.OneOf(("gap", "ok")),
    default="gap",
    help=t("没有可核对关系时：gap 以 3 退出，ok 以 0 退出", "A run that can judge nothing: gap exits 3, ok exits 0."),
)
@click.option("--no-cache", is_flag=True, help=t("不使用缓存（目前没有缓存）", "Use no cache (there is none yet)."))
def command(
    paths: tuple[str, ...],
    output_format: str,
    lang: str,
    stdin_filename: str,
    colour: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    max_warnings: int | None,
    exit_zero: bool,
    no_claims: str,
    no_cache: bool,
) -> None:
    from gklint import pipeline
    from gklint.cli import installed, output
    from gklint.cli.exits import Policy, exit_code
    from gklint.cli.inputs import existing
    from gklint.cli.progress import watched
    from gklint.cli.select import selected
    from gklint.cli.sources import sources
    from gklint.model.rule import Severity
    from gklint.reporters import REPORTERS

    packs = selected(installed.packs(cases=False), select, ignore)
    present = existing(paths or (".",))
    report = pipeline.run(watched(sources(present, stdin_filename)), packs)
    style = output.style(lang, colour)
    output.write(REPORTERS[output_format].render(report, style), colour=style.colour, utf8=output_format == "json")
    policy = Policy(Severity[fail_on.upper()], max_warnings, no_claims == "ok", exit_zero)
    raise SystemExit(exit_code(report, policy, is_misused=len(present) < len(paths)))
