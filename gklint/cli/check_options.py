"""The options of ``gklint check``, by what they are about; what can be configured takes its help from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from gklint.cli import options
from gklint.cli.language import LANGUAGES, t
from gklint.cli.runs.request import NEGATED, Request
from gklint.config.configuration import Given
from gklint.config.settings import CONFIDENCES, OPTIONS, SEVERITIES
from gklint.reporters import REPORTERS

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Command], Command]


def _all(*decorators: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """*decorators* as one, the first one outermost: help lists options in this order."""

    def decorate(command: Command) -> Command:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


def _setting(flag: str, name: str = "", **how: Any) -> Callable[[Any], Any]:
    """The option for a field of Settings; without a value it leaves the decision to the configuration."""
    name = name or flag.removeprefix("--").replace("-", "_")
    told = OPTIONS[name].metadata
    return click.option(flag, name, help=t(told["zh"], told["en"]), **how)


def _flag(flag: str, zh: str, en: str) -> Callable[[Any], Any]:
    return click.option(flag, is_flag=True, help=t(zh, en))


rules = _all(
    _setting("--select", multiple=True, metavar="RULES"),
    _setting("--ignore", multiple=True, metavar="RULES"),
    _setting("--min-confidence", type=options.OneOf(CONFIDENCES)),
)

configuration = _all(
    click.option(
        "--config",
        "configs",
        multiple=True,
        metavar="FILE|KEY=VALUE",
        help=t(
            "改用这个配置文件；或直接给出一项设置，如 severity.GK150=note。可重复",
            "Use this file of settings instead, or make one setting, as in severity.GK150=note; may be repeated.",
        ),
    ),
    _flag("--isolated", "不读配置文件和 GKLINT_* 环境变量", "Use neither files of settings nor GKLINT_* variables."),
)

looks = _all(
    _setting("--lang", type=options.OneOf(LANGUAGES)),
    _setting("--color", type=options.OneOf(("auto", "always", "never"))),
)

output = _all(
    _setting("--output-format", type=options.OneOf(tuple(REPORTERS))),
    _setting("--report", multiple=True, metavar="FORMAT=PATH"),
    looks,
    _setting("--statistics", is_flag=True),
    _setting("--timing", is_flag=True),
)

inputs = _all(
    options.stdin_filename,
    _setting("--exclude", multiple=True, metavar="PATTERN"),
    _setting("--force-exclude", is_flag=True),
    click.option(
        "--since",
        metavar="REV",
        help=t(
            "只检查自某个 git 版本以来有改动的文件（含未提交和未跟踪的）",
            "Check only files that changed since a revision of git, uncommitted and untracked ones too.",
        ),
    ),
    _flag("--show-files", "只列出将要检查的文件", "List the files that would be checked, and stop."),
)

outcome = _all(
    _setting("--fail-on", type=options.OneOf(SEVERITIES)),
    _setting("--max-warnings", type=click.IntRange(min=0), metavar="N"),
    _setting("--exit-zero", is_flag=True),
    _setting("--no-claims", type=options.OneOf(("gap", "ok"))),
)

upkeep = _all(
    _setting("--baseline", metavar="FILE"),
    _flag("--no-baseline", "不用基线，已知的问题照样计入", "Use no baseline: what is known counts."),
    _flag(
        "--no-ignores",
        "审查被豁免的内容：批注和 gklint-waivers.toml 一概不用",
        "Audit what was silenced: no waiver is used.",
    ),
)

work = _all(
    _setting("--jobs", type=click.IntRange(min=1), metavar="N"),
    _flag("--no-cache", "不使用缓存", "Neither read nor write the cache."),
    _flag("--watch", "文件有改动时重新检查，Ctrl+C 结束", "Check again whenever a file changes, until Ctrl+C."),
)


def request(paths: tuple[str, ...], options: dict[str, Any]) -> Request:
    """What *paths* and the *options* of the command line ask for; an option that was not given says nothing."""
    # Not "in (None, (), False)": that would hold for --max-warnings 0 too.
    given = {name: value for name in OPTIONS if (value := options.get(name)) is not None}
    values = {name: value for name, value in given.items() if value is not False and value != ()}
    values |= {name: value for option, (name, value) in NEGATED.items() if options[option]}
    return Request(
        paths,
        Given(values, options["configs"], options["isolated"]),
        options["stdin_filename"],
        # Not every command that checks has these.
        options.get("since"),
        options.get("show_files", False),
        options.get("watch", False),
    )
