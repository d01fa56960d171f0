"""``gklint waive``: excuse one finding, with its figures, for a reason."""

from __future__ import annotations

import click

from gklint.cli import options
from gklint.cli.language import t


@click.command(
    "waive",
    help=t(
        "豁免一处已核实的问题：把它连同当前数字和理由记入 gklint-waivers.toml；数字一变，豁免即失效。"
        "ID 是 gklint check 在问题右侧显示的编号，PATHS 是所在的报告，默认当前文件夹",
        "Excuse a finding that was verified: it is written to gklint-waivers.toml with its figures and the reason, and "
        "the waiver lapses when a figure changes. ID is what gklint check prints to the right of a finding; PATHS are "
        "the reports to look in, the current folder by default.",
    ),
)
@click.argument("identity", metavar="ID")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--reason", required=True, metavar="TEXT", help=t("理由（必填）", "Why it is no fault (required)."))
@click.option("--by", default="", metavar="NAME", help=t("由谁核实", "Who verified it."))
@options.lang
def command(identity: str, paths: tuple[str, ...], reason: str, by: str, lang: str) -> None:
    from gklint.cli import output
    from gklint.cli.keep import fresh, upkeep
    from gklint.cli.keep.excuse import excused
    from gklint.suppress.entries import appended

    file = upkeep.configured_waivers()
    with fresh.audited(paths) as (report, _):
        entry = excused(report, identity, reason, by)
        upkeep.write(file, appended(upkeep.read(file) or "", entry))
        done = t("已豁免", "waived")
        output.write_lines([f"{done} {identity} {entry.rule} {entry.shown}  ({upkeep.shown(file)})"])
