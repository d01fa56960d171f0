"""A set of settings that were written in one place, and several of them laid over each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, Literal

from gklint.config.settings import Settings
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """
    The *values*, by name of their field, that *origin* sets (``gklint.toml``, ``GKLINT_JOBS``, ``--config``).

    *folder* is what its patterns are relative to; with *files* it holds only for files that fit one of these.
    """

    origin: str
    folder: str
    values: Mapping[str, object] = field(default_factory=dict)
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The rules that one layer selects and ignores, as they are written there."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Judging:
    """What of the settings decides on the findings of a document: two documents with equal ones are judged alike."""

    choices: tuple[Choice, ...] = ()
    """Strongest first."""
    severity: tuple[tuple[str, str], ...] = ()
    min_confidence: str = "possible"
    blank: Literal["form", "unknown", "zero"] = "form"
    rounding: str = "any"
    packs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """*layers*, weakest first, and the *settings* that they come to."""

    settings: Settings
    layers: tuple[Layer, ...]

    def source(self, name: str) -> Layer | None:
        """The layer that the value of the field *name* comes from, None for a default."""
        return next((layer for layer in reversed(self.layers) if name in layer.values), None)

    @property
    def judging(self) -> Judging:
        settings = self.settings
        return Judging(
            tuple(_choices(self.layers)),
            tuple(settings.severity.items()),
            settings.min_confidence,
            settings.blank,
            settings.rounding,
            settings.packs,
        )


def resolved(layers: tuple[Layer, ...]) -> Resolved:
    """*layers*, weakest first, as one: of a table each key, of anything else the whole is taken from the strongest."""
    values: dict[str, object] = {}
    for layer in layers:
        for name, value in layer.values.items():
            before = values.get(name)
            values[name] = {**before, **value} if isinstance(before, dict) and isinstance(value, dict) else value
    return Resolved(Settings(**values), layers)  # type: ignore[arg-type]  # each was checked against its field


def _choices(layers: tuple[Layer, ...]) -> Iterator[Choice]:
    for layer in reversed(layers):
        values: Mapping[str, Any] = layer.values
        if values.get("select") or values.get("ignore"):
            yield Choice(tuple(values.get("select", ())), tuple(values.get("ignore", ())), layer.origin)
