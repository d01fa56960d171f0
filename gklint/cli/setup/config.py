"""``gklint config``: which settings hold and where each comes from, and what can be set at all."""

from __future__ import annotations

from typing import Any

import click

from gklint.cli import check_options as of
from gklint.cli import options
from gklint.cli.language import t


@click.group(
    "config",
    help=t(
        "配置：gklint.toml 或 pyproject.toml 的 [tool.gklint]，取离报告最近的一个，向上找到仓库根目录为止",
        "Settings: gklint.toml or [tool.gklint] of pyproject.toml, the nearest to a report, up to the root of its "
        "repository.",
    ),
)
def command() -> None:
    pass


@command.command(
    "show",
    help=t(
        "显示各项设置的值和来源：对一个文件，默认对当前文件夹", "Show each setting and where it comes from, for FILE."
    ),
)
@click.argument("file", required=False)
@of.configuration
@options.lang
def shown(file: str | None, configs: tuple[str, ...], isolated: bool, lang: str) -> None:
    import os

    from gklint.cli import output
    from gklint.cli.setup.provenance import lines
    from gklint.config.configuration import Configuration, Given

    configuration = Configuration(Given({}, configs, isolated), os.environ, os.getcwd())
    output.write_lines(lines(configuration, file, lang))


@command.command(
    "schema",
    help=t("输出 gklint.toml 的 JSON Schema，供编辑器使用", "Print the JSON Schema of gklint.toml for editors."),
)
@options.lang
def schema(lang: str) -> None:
    import json

    from gklint.cli import output
    from gklint.config.schema import schema as made
    from gklint.reporters import REPORTERS

    content: dict[str, Any] = made(lang, {"output_format": tuple(REPORTERS)})
    output.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n", utf8=True)
