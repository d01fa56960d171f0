"""``gklint baseline``: what is known is set aside, so that only what is new counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gklint.cli import options
from gklint.cli.language import t

if TYPE_CHECKING:
    from gklint.baseline import Known

file_option = click.option(
    "--file",
    default="",
    metavar="FILE",
    help=t("基线文件，默认仓库根目录的 gklint-baseline.json", "The baseline; gklint-baseline.json by default."),
)


@click.group(
    "baseline",
    help=t(
        "基线：已知的问题不再计入，只报新的和数字有变的；按含义记录，不按行号、页码",
        "The baseline: what it knows does not count, what is new or has other figures does. It is keyed by meaning, "
        "never by line or page.",
    ),
)
def command() -> None:
    pass


@command.command(
    "create", help=t("把现有问题全部记入新基线", "Write a baseline that knows everything that is found now.")
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@file_option
@options.lang
def created(paths: tuple[str, ...], file: str, lang: str) -> None:
    from gklint.baseline import known
    from gklint.cli.keep import fresh, upkeep
    from gklint.errors import ConfigError

    file = file or upkeep.configured_baseline()
    if upkeep.read(file or upkeep.BASELINE) is not None:
        shown = upkeep.shown(file or upkeep.BASELINE)
        raise ConfigError(t(f"{shown} 已存在，请用 update 或 prune", f"{shown} is there already: update or prune it"))
    with fresh.audited(paths) as (report, _):
        _write(file, known(report))


@command.command(
    "update",
    help=t(
        "以现有问题更新基线；本次没有检查的报告，其条目保留",
        "Let the baseline know what is found now; entries of reports that are not among PATHS stay.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@file_option
@options.lang
def updated(paths: tuple[str, ...], file: str, lang: str) -> None:
    from gklint.baseline import renewed
    from gklint.cli.keep import fresh, upkeep

    file = file or upkeep.configured_baseline()
    before = upkeep.baseline(file) or ()
    with fresh.audited(paths) as (report, rules):
        _write(file, renewed(report, before, rules))


@command.command(
    "prune",
    help=t("从基线删去已不再出现的问题", "Delete from the baseline what is not found any more; add nothing."),
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@file_option
@options.lang
def pruned(paths: tuple[str, ...], file: str, lang: str) -> None:
    from gklint.baseline import pruned as without_stale
    from gklint.cli.keep import fresh, upkeep
    from gklint.errors import ConfigError

    file = file or upkeep.configured_baseline()
    before = upkeep.baseline(file)
    if before is None:
        raise ConfigError(t("没有基线，请先运行 gklint baseline create", "no baseline: run 'gklint baseline create'"))
    with fresh.audited(paths) as (report, rules):
        _write(file, without_stale(report, before, rules))


def _write(file: str, entries: tuple[Known, ...]) -> None:
    from gklint.baseline import dump
    from gklint.cli import output
    from gklint.cli.keep import upkeep

    name = file or upkeep.BASELINE
    upkeep.write(name, dump(entries))
    count, shown = len(entries), upkeep.shown(name)
    output.write_lines([t(f"{shown}：已知问题 {count} 处", f"{shown}: {count} known findings")])
