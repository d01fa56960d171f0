"""``gklint doctor``: what gklint finds where it runs."""

from __future__ import annotations

import click

from gklint.cli import options
from gklint.cli.language import t


@click.command(
    "doctor",
    help=t(
        "检查运行环境：编码、终端、可读格式、配置、缓存、git；有不能用的即以 1 退出",
        "Look at where gklint runs: encodings, terminal, formats, settings, cache, git; exit 1 if something fails.",
    ),
)
@options.lang
def command(lang: str) -> None:
    from gklint.cli import output
    from gklint.cli.setup.examination import examined

    found = tuple(examined())
    output.write_lines(f"{'√' if part.is_fine else '×'} {part.name}{t('：', ': ')}{part.found}" for part in found)
    raise SystemExit(int(not all(part.is_fine for part in found)))
