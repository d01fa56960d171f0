"""``gklint cache``: where what earlier runs found out is kept, and how to be rid of it."""

from __future__ import annotations

from pathlib import Path

import click

from gklint.cli import options
from gklint.cli.language import t


@click.group(
    "cache",
    help=t(
        "缓存：再次检查没有变化的报告时直接取用上次的结果。其中有报告的文字，只有本人可读，30 天后删除；"
        "环境变量 GKLINT_CACHE_DIR 可换位置",
        "The cache: results for reports that have not changed. It holds words of the reports, is closed to other "
        "users and forgets after 30 days; GKLINT_CACHE_DIR moves it.",
    ),
)
def command() -> None:
    pass


@command.command("dir", help=t("显示缓存所在的文件夹", "Show the folder of the cache."))
@options.lang
def shown(lang: str) -> None:
    from gklint.cli import output

    output.write_lines([str(_folder())])


@command.command("clean", help=t("清空缓存", "Empty the cache."))
@options.lang
def cleaned(lang: str) -> None:
    from gklint.cli import output
    from gklint.cli.runs.store import Store

    freed = Store(_folder()).clean()
    output.write_lines([t(f"已清空缓存，释放 {freed} 字节", f"the cache is empty, {freed} bytes freed")])


def _folder() -> Path:
    from gklint.cli.runs.store import folder
    from gklint.errors import ConfigError

    found = folder()
    if found is None:
        raise ConfigError(t("没有缓存文件夹：请设置 GKLINT_CACHE_DIR", "no folder for a cache: set GKLINT_CACHE_DIR"))
    return found
