"""``gklint completion``: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click

from gklint.cli import options
from gklint.cli.language import t

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command(
    "completion",
    help=t(
        '输出 shell 补全脚本，例如 bash：eval "$(gklint completion bash)"',
        'Print the script for completion, as in: eval "$(gklint completion bash)".',
    ),
)
@click.argument("shell", type=options.OneOf(SHELLS))
@options.lang
def command(shell: str, lang: str) -> None:
    from gklint.cli import output
    from gklint.cli.setup.shells import script

    output.write(script(shell))
