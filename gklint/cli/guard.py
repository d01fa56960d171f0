"""What went wrong → one line and an exit code: a user's mistake 2, a bug of gklint 101 with how to report it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from gklint import __version__
from gklint.cli.language import t
from gklint.errors import GklintError

USAGE, BUG, INTERRUPTED = 2, 101, 130
SHOWN_FAILURES = 3
"""Tracebacks that are printed; a hundred documents fail at the same line."""


@contextmanager
def guarded() -> Iterator[None]:
    """
    Let SystemExit pass, turn every other exception into its exit code.

    A traceback is printed for bugs only; whoever is behind a broken pipe has read enough.
    """
    try:
        yield
    except click.ClickException as error:
        complain(_translated(error))
        sys.exit(USAGE)
    except GklintError as error:
        complain(t(error.zh or str(error), str(error)))
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        complain(t("已中断", "interrupted"))
        sys.exit(INTERRUPTED)
    except Exception:
        import traceback  # which takes a millisecond, for what should never happen

        _tell_bug(traceback.format_exc())
        sys.exit(BUG)


def tell_failures(failures: Sequence[str]) -> None:
    """The tracebacks of *failures* on stderr, equal ones once, and how to report them; nothing where there are none."""
    distinct = list(dict.fromkeys(failures))
    if distinct:
        _tell_bug("\n".join(distinct[:SHOWN_FAILURES]))


def _tell_bug(lines: str) -> None:
    click.echo(lines.rstrip("\n"), err=True)
    complain(
        t(
            f"这是 gklint {__version__} 的缺陷，不是报告的问题；请把以上内容（去掉不宜公开的文字）报告给维护者",
            f"this is a bug in gklint {__version__}, not in your report; please report the lines above",
        )
    )


def complain(message: str) -> None:
    """One line on stderr."""
    click.echo(f"gklint: {message}", err=True)


def _translated(error: click.ClickException) -> str:
    """click's own complaints in the language of this run; the rare ones stay in English."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            hint = t(f"，是否想用 {'、'.join(near)}", f", did you mean {', '.join(near)}") if near else ""
            return t(f"没有选项 {name}{hint}", f"no such option {name}{hint}")
        case click.MissingParameter(param=param):
            return t(f"缺少参数 {_named(param)}", f"missing {_named(param)}")
        case click.BadParameter(param=param, message=message):
            return t(f"{_named(param)}：{message}", f"{_named(param)}: {message}")
        case _:
            return error.format_message()


def _named(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
