"""``gklint explain``: one rule, as its file has it."""

from __future__ import annotations

import click

from gklint.cli import options
from gklint.cli.language import t


@click.command(
    "explain",
    help=t(
        "说明一条规则：查什么、为什么、依据、会指出与不会指出的例子",
        "Explain a rule: what, why, source, what it flags and what it lets pass.",
    ),
)
@click.argument("selectors", nargs=-1, required=True, metavar="CODE|ID...")
@options.lang
def command(selectors: tuple[str, ...], lang: str) -> None:
    from gklint.cli import configured, output
    from gklint.cli.select import matching
    from gklint.reporters import catalogue
    from gklint.reporters.wording import Words

    packs = configured.packs()
    output.write_lines(catalogue.explained_all(matching(packs, selectors), packs, Words(lang)))
