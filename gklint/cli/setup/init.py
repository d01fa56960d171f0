"""``gklint init``: settings to begin with, a hook, a job for CI."""

from __future__ import annotations

import click

from gklint.cli import options
from gklint.cli.language import t


@click.command(
    "init",
    help=t(
        "在当前文件夹写入带注释的 gklint.toml；按需写入 pre-commit 钩子和 CI 配置。已有的文件不覆盖",
        "Write a commented gklint.toml, on request a hook for pre-commit and a job for CI. Nothing is overwritten.",
    ),
)
@click.option("--hook", is_flag=True, help=t("写入 .pre-commit-config.yaml", "Write .pre-commit-config.yaml too."))
@click.option(
    "--ci",
    type=options.OneOf(("github", "gitlab")),
    help=t("写入该平台的 CI 配置", "Write the job for this service too."),
)
@click.option("--force", is_flag=True, help=t("覆盖已有的文件", "Overwrite files that are there."))
@options.lang
def command(hook: bool, ci: str | None, force: bool, lang: str) -> None:
    from gklint.cli import output
    from gklint.cli.setup import templates
    from gklint.cli.setup.beginnings import written

    files = {templates.CONFIG: templates.settings()}
    if hook:
        files[templates.HOOK] = templates.hook()
    if ci:
        files |= dict([templates.CI[ci]])
    output.write_lines(written(files, force=force))
