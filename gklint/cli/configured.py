"""The configuration for commands that take no settings of their own: files and the environment."""

from __future__ import annotations

import os

from gklint.cli import installed
from gklint.config.configuration import Configuration, Given
from gklint.model.rule import Packs


def configuration() -> Configuration:
    """What holds in the current folder and for the files that are named from there."""
    return Configuration(Given(), os.environ, os.getcwd())


def packs() -> Packs:
    """The rules that there are in the current folder, with their cases: those of gklint and those of its own packs."""
    return installed.packs_with(configuration().run.settings.packs, installed.packs(), cases=True)
