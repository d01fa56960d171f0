"""The command line: parses, calls, prints, exits. The only part of gklint that does."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from gklint import __version__


def main(arguments: Sequence[str] | None = None) -> None:
    """Run gklint with *arguments* (default: those of this process) and exit with the code of the contract."""
    import click

    from gklint.cli.group import LazyGroup, with_command
    from gklint.cli.guard import guarded
    from gklint.cli.language import t

    about = t(
        "gklint：检查报告中数字的勾稽关系。gklint 文件… 等同于 gklint check 文件…",
        "gklint: find figures of a report that contradict each other. gklint PATH is gklint check PATH.",
    )
    group = LazyGroup("gklint", help=about, context_settings={"help_option_names": ["-h", "--help"]})
    group = click.version_option(__version__, prog_name="gklint", message="%(prog)s %(version)s")(group)
    given = list(sys.argv[1:] if arguments is None else arguments)
    with guarded():
        group.main(with_command(given) or ["--help"], prog_name="gklint", standalone_mode=False)
