"""``gklint rules``: the catalogue of rules, and the cases of a folder of rules."""

from __future__ import annotations

from pathlib import Path

import click

from gklint.cli import options
from gklint.cli.language import t


@click.command(
    "rules",
    help=t(
        "列出规则；可按编号、前缀、名称或规则包筛选。--check 运行一个规则文件夹自带的用例",
        "List rules, filtered by code, prefix, id or pack; --check runs the cases of a folder of rules.",
    ),
)
@click.argument("selectors", nargs=-1, metavar="[RULES]...")
@click.option(
    "--check",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=t("运行该文件夹中规则的用例", "Run the cases of the rules in this folder."),
)
@options.lang
def command(selectors: tuple[str, ...], folder: Path | None, lang: str) -> None:
    from gklint.cli import cases, configured, installed, output
    from gklint.cli.select import matching
    from gklint.reporters import catalogue
    from gklint.reporters.wording import Words

    packs = installed.packs(folder) if folder else configured.packs()
    rules = matching(packs, selectors)
    if folder is None:
        output.write_lines(catalogue.listed(rules, Words(lang)))
        return
    trials = cases.tried(packs, rules)
    output.write_lines(catalogue.tried(trials, Words(lang)))
    raise SystemExit(cases.exit_code(trials))
