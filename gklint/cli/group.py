"""The group of commands: a command's module is imported when the command is called, not before."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS: dict[str, str] = {
    "check": "gklint.cli.check",
    "audit": "gklint.cli.handout.audit",
    "annotate": "gklint.cli.handout.annotate",
    "show": "gklint.cli.show",
    "explain": "gklint.cli.explain",
    "rules": "gklint.cli.rules",
    "waive": "gklint.cli.keep.waive",
    "waivers": "gklint.cli.keep.waivers",
    "baseline": "gklint.cli.keep.baseline",
    "cache": "gklint.cli.setup.cache",
    "config": "gklint.cli.setup.config",
    "init": "gklint.cli.setup.init",
    "doctor": "gklint.cli.setup.doctor",
    "completion": "gklint.cli.setup.completion",
}
"""Name → module; each module has a click command called ``command``."""


class LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


def with_command(arguments: list[str]) -> list[str]:
    """*arguments* with ``check`` put in front where a path or an option of ``check`` comes first."""
    own = {*COMMANDS, "--help", "-h", "--version"}
    return arguments if not arguments or arguments[0] in own else ["check", *arguments]
