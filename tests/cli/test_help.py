"""Every command and every option says what it does, in Chinese and in English."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

COLLECT = """
import json, click
from gklint.cli.group import COMMANDS, LazyGroup

def told(name, command):
    yield name, command.help
    for param in command.params:
        if isinstance(param, click.Option):
            yield f"{name} {param.opts[0]}", param.help
    for sub in getattr(command, "commands", {}).values():
        yield from told(f"{name} {sub.name}", sub)

group = LazyGroup("gklint")
print(json.dumps({key: text for name in COMMANDS for key, text in told(name, group.get_command(None, name))}))
"""


@cache
def helps(language: str) -> dict[str, str | None]:
    """The help of each command and option: texts are chosen when a command is imported, so in a fresh process."""
    root = str(Path(__file__).parents[2])
    env = {**os.environ, "GKLINT_LANG": language, "PYTHONPATH": root}
    done = subprocess.run([sys.executable, "-c", COLLECT], env=env, capture_output=True, check=True)
    found: dict[str, str | None] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_without_help(language: str) -> None:
    """No command, no option is left unexplained."""
    assert [] == [name for name, text in helps(language).items() if not text]


def test_languages_differ() -> None:
    """What is told in Chinese is told in English too, and not the other way round."""
    chinese, english = helps("zh"), helps("en")

    assert list(chinese) == list(english)
    assert [] == [name for name, text in english.items() if not (text or "").isascii()]
    assert [] == [name for name, text in chinese.items() if (text or "").isascii()]
