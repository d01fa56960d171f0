"""``gklint waivers``: what was excused, whether it still holds, and what of it can go."""

from __future__ import annotations

import click

from gklint.cli import options
from gklint.cli.language import t


@click.group(
    "waivers",
    help=t(
        "查看、检查、清理 gklint-waivers.toml 中的豁免", "List, check and clean up the waivers in gklint-waivers.toml."
    ),
)
def command() -> None:
    pass


@command.command("list", help=t("列出全部豁免及理由", "List all waivers with their reasons."))
@options.lang
def listed(lang: str) -> None:
    from gklint.cli import output
    from gklint.cli.keep import upkeep

    kept = upkeep.configured_waivers()
    file = upkeep.shown(kept)
    output.write_lines(
        "  ".join(part for part in (f"{file}:{e.line}", e.rule, e.report, e.shown, e.reason, e.by) if part)
        for e in upkeep.waivers(kept)
    )


@command.command(
    "check",
    help=t(
        "重新检查报告，指出没有用到、已失效、未写理由的豁免（报告中的批注也算）；有则以 1 退出",
        "Check the reports again and tell which waivers, comments in reports too, are unused, have lapsed or give no "
        "reason; exit 1 if any.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@options.lang
def checked(paths: tuple[str, ...], lang: str) -> None:
    from gklint.blame.upkeep import is_upkeep
    from gklint.cli import output
    from gklint.cli.exits import CLEAN, FOUND
    from gklint.cli.keep import fresh
    from gklint.reporters.concise import line
    from gklint.reporters.wording import Words

    with fresh.audited(paths) as (report, _):
        found = [finding for finding in report.findings if is_upkeep(finding)]
        waived = sum(finding.waived is not None for finding in report.findings)
        counts = t(f"生效的豁免 {waived}，有问题的 {len(found)}", f"{waived} waived, {len(found)} to look at")
        output.write_lines([*(line(finding, Words(lang)) for finding in found), counts])
        raise SystemExit(FOUND if found else CLEAN)


@command.command(
    "prune",
    help=t(
        "从 gklint-waivers.toml 删去没有用到和已失效的豁免，其余文字原样保留",
        "Delete unused and lapsed waivers from gklint-waivers.toml; every other character stays.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@options.lang
def pruned(paths: tuple[str, ...], lang: str) -> None:
    from gklint.cli import output
    from gklint.cli.keep import fresh, upkeep
    from gklint.suppress.entries import without
    from gklint.suppress.waived import idle

    with fresh.audited(paths) as (report, rules):
        file = upkeep.configured_waivers()
        dropped = {entry.line for entry in idle(report, upkeep.waivers(file), rules)}
        if dropped:
            upkeep.write(file, without(upkeep.read(file) or "", dropped))
        output.write_lines([t(f"删去 {len(dropped)} 条豁免", f"{len(dropped)} waivers deleted")])
