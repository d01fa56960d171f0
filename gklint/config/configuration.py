"""What holds for the run and for each of its files: files, environment and command line laid over each other."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field

from gklint.config.layer import Layer, Resolved, resolved
from gklint.config.settings import OPTIONS
from gklint.start.records import dataclass

COMMAND_LINE, CONFIG = "command line", "--config"


@dataclass(frozen=True, slots=True)
class Given:
    """
    What the command line says: *values* by name of their field, each ``--config`` as it is written, and whether files
    and the environment are to be left alone.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    configs: tuple[str, ...] = ()
    isolated: bool = False


class Configuration:
    """The settings of one run that is started in the folder *here*; each file that it needs is read once."""

    def __init__(self, given: Given, environment: Mapping[str, str], here: str) -> None:
        self._here = here
        files = tuple(text for text in given.configs if _is_file(text))
        self._named = tuple(layer for path in files for layer in _read(path)) if files else None
        if given.isolated and not files:
            self._named = ()
        self._strong = (
            *(() if given.isolated else _environment(environment, here)),
            *(_assignment(text, here) for text in given.configs if not _is_file(text)),
            *((Layer(COMMAND_LINE, here, given.values),) if given.values else ()),
        )
        self._files: dict[str, str | None] = {}
        self._layers: dict[str | None, tuple[Layer, ...]] = {None: ()}
        self._known: dict[tuple[str | None, tuple[bool, ...]], Resolved] = {}

    @property
    def run(self) -> Resolved:
        """What holds for the whole run: the settings of the current folder."""
        return self._resolved(self._nearest(self._here), None)

    def of(self, name: str) -> Resolved:
        """What holds for the file *name*, which need not be there."""
        path = os.path.join(self._here, name)
        return self._resolved(self._nearest(os.path.dirname(os.path.normpath(path))), path)

    def _resolved(self, file: str | None, path: str | None) -> Resolved:
        if file not in self._layers:
            self._layers[file] = _read(file or "")
        written = self._layers[file] if self._named is None else self._named
        holds = tuple(_holds(layer, path) for layer in written)
        if (file, holds) not in self._known:
            live = tuple(layer for layer, does in zip(written, holds, strict=True) if does)
            self._known[file, holds] = resolved((*live, *self._strong))
        return self._known[file, holds]

    def _nearest(self, folder: str) -> str | None:
        if self._named is not None:
            return None
        if folder not in self._files:
            self._files[folder] = _nearest(folder, self._here)
        return self._files[folder]


def _nearest(folder: str, here: str) -> str | None:
    from gklint.config import discovery

    return discovery.nearest(folder, here)


def _holds(layer: Layer, path: str | None) -> bool:
    if not layer.files:
        return True
    if path is None:
        return False
    from gklint.config.globs import fitting

    return fitting(layer.files, layer.folder)(path)


def _is_file(text: str) -> bool:
    """Whether a ``--config`` names a file: what has no "=" can be nothing else."""
    return "=" not in text or os.path.isfile(text)


def _read(path: str) -> tuple[Layer, ...]:
    from gklint.config.files import layers  # for who has a file

    return layers(path)


def _environment(variables: Mapping[str, str], here: str) -> tuple[Layer, ...]:
    if not any(f"GKLINT_{name.upper()}" in variables for name in OPTIONS):
        return ()
    from gklint.config.written import environment

    return tuple(Layer(variable, here, values) for variable, values in environment(variables))


def _assignment(text: str, here: str) -> Layer:
    from gklint.config.written import assignment

    return Layer(f"{CONFIG} {text}", here, assignment(text, CONFIG))
