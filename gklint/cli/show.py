"""``gklint show``: what was read of a file, stage by stage."""

from __future__ import annotations

import click

from gklint.cli import options
from gklint.cli.language import t

STAGES = ("text", "tables", "figures", "claims")


@click.command(
    "show",
    help=t(
        "显示从文件中读到的内容：text 文字、tables 表格、figures 数字、claims 关系",
        "Show what was read of a file: its text, tables, figures or claims.",
    ),
)
@click.argument("stage", type=options.OneOf(STAGES))
@click.argument("file")
@options.lang
@options.stdin_filename
def command(stage: str, file: str, lang: str, stdin_filename: str) -> None:
    from gklint.cli import configured, output
    from gklint.cli.exits import exit_code_unread
    from gklint.cli.guard import tell_failures
    from gklint.cli.inputs import single
    from gklint.cli.runs.auditor import ConfiguredRules
    from gklint.model.finding import Report
    from gklint.reporters import stages, terminal
    from gklint.reporters.wording import Words

    name, data = single(file, stdin_filename)
    audit = ConfiguredRules(configured.configuration(), None).audit(data, name)
    if audit.ledger is None:
        report = Report((audit,))
        output.write(terminal.render(report, output.style(lang, "auto")))
        tell_failures(report.failures)
        raise SystemExit(exit_code_unread(report))
    output.write_lines(stages.STAGES[stage](audit, Words(lang)))
