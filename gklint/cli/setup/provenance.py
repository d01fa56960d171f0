"""Settings with where each comes from, for people: ``fail-on = "warning"  (gklint.toml)``."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.config.configuration import Configuration
from gklint.config.settings import OPTIONS, key
from gklint.config.values import shown
from gklint.reporters.display import pad, width

DEFAULT = {"zh": "默认", "en": "default"}
UNSET = {"zh": "未设置", "en": "not set"}
GAP = 2


def lines(configuration: Configuration, file: str | None, language: str) -> Iterator[str]:
    """A line for each setting that holds for *file*; what holds for a whole run is that of the current folder."""
    run = configuration.run
    own = configuration.of(file) if file is not None else run
    told = []
    for name, option in OPTIONS.items():
        resolved = run if option.metadata["run"] else own
        value, source = getattr(resolved.settings, name), resolved.source(name)
        text = f"{key(name)} = {shown(value)}" if value is not None else f"# {key(name)}"
        told.append((text, source.origin if source else (DEFAULT if value is not None else UNSET)[language]))
    column = max(width(text) for text, _ in told) + GAP
    yield from (f"{pad(text, column)}# {origin}" for text, origin in told)
