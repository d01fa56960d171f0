"""Which of the files at the paths of a run are wanted: not excluded, and changed where only changes are asked for."""

from __future__ import annotations

import os
from collections.abc import Callable

from gklint.config.configuration import Configuration
from gklint.config.globs import fitting
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """*excluded* holds for files and folders in folders, for those that are named only if *forced*."""

    excluded: Callable[[str], bool] | None = None
    forced: bool = False
    changed: frozenset[str] | None = None

    def passes(self, path: str, *, is_named: bool) -> bool:
        """Whether the file or folder at *path* is to be read, or looked into."""
        if self.excluded is None or (is_named and not self.forced):
            return True
        return not self.excluded(path)

    def is_recent(self, path: str) -> bool:
        """Whether the file at *path* has changed, where that matters."""
        return self.changed is None or os.path.realpath(path) in self.changed


ALL = Wanted()


def wanted(configuration: Configuration, since: str | None) -> Wanted:
    """
    What *configuration* excludes, and what has changed *since* a revision.

    Raises:
        ConfigError: git cannot tell.
    """
    settings, source = configuration.run.settings, configuration.run.source("exclude")
    excluded = fitting(settings.exclude, source.folder) if source and settings.exclude else None
    if since is None:
        return Wanted(excluded, settings.force_exclude)
    from gklint.cli.runs.since import changed

    return Wanted(excluded, settings.force_exclude, changed(since))
