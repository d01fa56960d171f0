"""Every command and every option has a case that shows what it does."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from gklint.cli.group import COMMANDS, LazyGroup

CASES = Path(__file__).parent / "cases"
ARGUMENTS = [tomllib.loads(path.read_text("utf-8"))["args"] for path in sorted(CASES.glob("*.toml"))]


def commands(name: str, command: click.Command) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """*command* and those below it, each with its path."""
    yield (name,), command
    for part, sub in getattr(command, "commands", {}).items():
        yield from (((name, *path), found) for path, found in commands(part, sub))


def is_call(arguments: list[str], path: tuple[str, ...]) -> bool:
    """Whether *arguments* call the command at *path*; without a name ``check`` is called."""
    given = arguments if arguments and arguments[0] in COMMANDS else ["check", *arguments]
    return tuple(given[: len(path)]) == path


GROUP = LazyGroup("gklint")
ALL = [each for name in COMMANDS for each in commands(name, GROUP.get_command(click.Context(GROUP), name) or GROUP)]
OPTIONS = [(path, option) for path, command in ALL for option in command.params if isinstance(option, click.Option)]


@pytest.mark.parametrize("path", [path for path, _ in ALL], ids=" ".join)
def test_every_command_is_called(path: tuple[str, ...]) -> None:
    """Each command is called in one case at least."""
    assert [] != [arguments for arguments in ARGUMENTS if is_call(arguments, path)]


@pytest.mark.parametrize(
    ("path", "option"), OPTIONS, ids=[f"{' '.join(path)} {option.opts[-1]}" for path, option in OPTIONS]
)
def test_every_option_is_used(path: tuple[str, ...], option: click.Option) -> None:
    """Each option is used in a case of its command; what several commands share, in a case of one of them."""
    sharing = [other for other, known in OPTIONS if known.opts == option.opts]
    calls = [arguments for arguments in ARGUMENTS if any(is_call(arguments, other) for other in sharing)]

    assert [] != [given for arguments in calls for given in arguments if given.split("=")[0] in option.opts]
